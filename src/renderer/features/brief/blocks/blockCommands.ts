/** Commands for callouts, page breaks, alignment and direction. */
import { align, ALIGNMENTS } from '#editor/blocks/alignment.ts';
import { DIRECTIONS, setDirection } from '#editor/blocks/direction.ts';
import type { LexicalEditor } from 'lexical';
import type { Command } from '../../../app/commands.ts';
import { ALIGN_ACTIONS } from './alignActions.ts';
import {
  hasCallout,
  isJudgment,
  mayHoldCallout,
  setConfidence,
  toggleCallout,
  unwrapCallout,
} from './calloutEdits.ts';
import { CALLOUT_ACTIONS, CONFIDENCE_CHOICES } from './callouts.ts';
import { DIRECTION_ACTIONS } from './directionActions.ts';
import { insertPageBreak, mayBreakPage, PAGE_BREAK_SHORTCUT } from './pageBreak.ts';

/** `isHere`: the analyst works in the text. `act` gives the focus back to it. */
export function blockCommands(
  editor: LexicalEditor,
  isHere: () => boolean,
  act: (run: () => void) => () => void,
): Command[] {
  return [
    ...CALLOUT_ACTIONS.map(({ kind, title, shortcut }) => ({
      id: `callout.${kind}`,
      title: `Callout: ${title}`,
      group: 'Blocks',
      shortcut,
      run: act(() => toggleCallout(editor, kind)),
      enabled: () => isHere() && mayHoldCallout(editor),
    })),
    ...CONFIDENCE_CHOICES.map(({ value, label, shortcut }) => ({
      id: `callout.confidence.${value === '' ? 'none' : value}`,
      title: `Key judgment: ${label}`,
      group: 'Blocks',
      shortcut,
      run: act(() => setConfidence(editor, value)),
      enabled: () => isHere() && isJudgment(editor),
    })),
    {
      id: 'callout.remove',
      title: 'Remove the callout, keep its text',
      group: 'Blocks',
      shortcut: 'Alt+Shift+0',
      run: act(() => unwrapCallout(editor)),
      enabled: () => isHere() && hasCallout(editor),
    },
    ...ALIGNMENTS.map((alignment) => ({
      id: `align.${alignment}`,
      title: ALIGN_ACTIONS[alignment].title,
      group: 'Format',
      shortcut: ALIGN_ACTIONS[alignment].shortcut,
      run: act(() => align(editor, alignment)),
    })),
    ...DIRECTIONS.map((direction) => ({
      id: `direction.${direction}`,
      title: DIRECTION_ACTIONS[direction].command,
      group: 'Format',
      shortcut: DIRECTION_ACTIONS[direction].shortcut,
      run: act(() => setDirection(editor, direction)),
    })),
    {
      id: 'insert.pageBreak',
      title: 'Page break',
      group: 'Insert',
      shortcut: PAGE_BREAK_SHORTCUT,
      run: act(() => insertPageBreak(editor)),
      enabled: () => isHere() && mayBreakPage(editor),
    },
  ];
}
