/** Commands of the open brief, for the palette, shortcuts and the native menu. */
import { $citationAtCaret } from '#editor/citation/caret.ts';
import { EDIT_CITATION_COMMAND } from '#editor/citation/CitationExtension.ts';
import { TEXT_FORMATS } from '#editor/format.ts';
import { type LexicalEditor, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { type Command, registerCommands } from '../../app/commands.ts';
import { showDialog } from '../../app/workspace.ts';
import { onMac } from '../../ui/Keys.tsx';
import { insertBibliography } from './sources/bibliographyEdits.ts';
import {
  BLOCK_ACTIONS,
  CLEAR_SHORTCUT,
  clearFormats,
  FOOTNOTE_SHORTCUT,
  insertFootnote,
  insertRule,
  insertTable,
  mayInsertFootnote,
  OFFERED_BLOCKS,
  RULE_SHORTCUT,
  setBlockType,
  SOURCES_SHORTCUT,
  TABLE_SHORTCUT,
  TEXT_ACTIONS,
  toggleFormat,
} from './formatActions.ts';
import { blockCommands } from './blocks/blockCommands.ts';
import { listCommands } from './blocks/listCommands.ts';
import { commentCommands } from './comments/commentCommands.ts';
import { countsOpen } from './counts/CountsButton.tsx';
import { fieldCommands } from './fields/fieldCommands.ts';
import { focusCommands } from './focus/focusCommands.ts';
import { spellingCommands } from './spelling/spelling.ts';
import { zoomCommands } from './zoom/zoom.ts';
import { figureCommands } from './figures/figureCommands.ts';
import { findCommands } from './find/findCommands.ts';
import type { Finder } from './find/finder.ts';
import { historyCommands } from './history/historyCommands.ts';
import { showNextIncomplete } from './incomplete.ts';
import { pageCommands } from './page/pageCommands.ts';
import { quoteCommands } from './quote/quoteCommands.ts';
import type { BriefSession } from './session.ts';
import { suggestCommands } from './suggesting/suggestCommands.ts';
import { isInTable, tableCommands } from './table/tableCommands.ts';
import { registerTableShortcuts } from './table/tableKeys.ts';

/** Returns the function that takes the commands back. */
export function registerBriefCommands(
  session: BriefSession,
  pane: HTMLElement,
  onLink: () => void,
  finder: Finder,
): () => void {
  const { editor } = session;
  const focus = followFocus(editor, pane);
  const act = (run: () => void) => (): void => {
    run();
    editor.focus();
  };
  const list: Command[] = [
    ...TEXT_FORMATS.map((format) => ({
      id: `format.${format}`,
      title: TEXT_ACTIONS[format].title,
      group: 'Format',
      shortcut: TEXT_ACTIONS[format].shortcut,
      run: act(() => toggleFormat(editor, format)),
    })),
    {
      id: 'format.clear',
      title: 'Clear formatting',
      group: 'Format',
      shortcut: CLEAR_SHORTCUT,
      run: act(() => clearFormats(editor)),
    },
    ...OFFERED_BLOCKS.map((type) => {
      const { title, shortcut } = BLOCK_ACTIONS[type];
      const id = type === 'code' ? 'format.codeBlock' : `format.${type}`;
      const command: Command = { id, title, group: 'Blocks', run: act(() => setBlockType(editor, type)) };
      if (shortcut !== undefined) command.shortcut = shortcut;
      return command;
    }),
    { id: 'insert.link', title: 'Link…', group: 'Insert', shortcut: 'Mod+K', run: onLink },
    {
      id: 'insert.footnote',
      title: 'Footnote',
      group: 'Insert',
      shortcut: FOOTNOTE_SHORTCUT,
      run: act(() => insertFootnote(editor)),
      enabled: () => focus.isHere() && mayInsertFootnote(editor),
    },
    {
      id: 'insert.sources',
      title: 'List of sources here',
      group: 'Insert',
      shortcut: SOURCES_SHORTCUT,
      run: act(() => insertBibliography(editor)),
    },
    {
      id: 'sources.list',
      title: 'List a source that is not cited…',
      group: 'Insert',
      shortcut: 'Mod+Alt+Shift+B',
      run: () => showDialog('listSource'),
      enabled: () => true,
    },
    {
      id: 'insert.table',
      title: 'Table',
      group: 'Insert',
      shortcut: TABLE_SHORTCUT,
      run: act(() => insertTable(editor)),
      enabled: () => focus.isHere() && !isInTable(editor),
    },
    ...tableCommands(editor, focus.isHere),
    {
      id: 'insert.rule',
      title: 'Horizontal rule',
      group: 'Insert',
      shortcut: RULE_SHORTCUT,
      run: act(() => insertRule(editor)),
    },
    // The editor itself answers these keys: as shortcuts they would be taken from every text field.
    {
      id: 'edit.undo',
      title: 'Undo in the brief',
      group: 'Edit',
      keys: 'Mod+Z',
      run: act(() => editor.dispatchCommand(UNDO_COMMAND, undefined)),
    },
    {
      id: 'edit.redo',
      title: 'Redo in the brief',
      group: 'Edit',
      keys: 'Mod+Shift+Z',
      run: act(() => editor.dispatchCommand(REDO_COMMAND, undefined)),
    },
    ...blockCommands(editor, focus.isHere, act),
    ...pageCommands(editor, focus.isHere),
    ...listCommands(editor, focus.isHere, act),
    ...quoteCommands(editor, session.citations, focus.isHere),
    ...fieldCommands(editor, focus.isHere, act),
    ...figureCommands(editor, focus.isHere, act),
    ...commentCommands(session, focus.isHere),
    ...suggestCommands(session, focus.isHere),
    ...findCommands(finder),
    ...zoomCommands,
    ...spellingCommands(() => session.settings.current.get().language),
    ...focusCommands(() => editor.focus()),
    {
      id: 'brief.counts',
      title: 'Count words, characters and pages',
      group: 'Brief',
      // As in Word.
      shortcut: 'Mod+Shift+G',
      run: () => countsOpen.set(true),
      enabled: () => true,
    },
    ...historyCommands(),
    {
      id: 'heading.go',
      title: 'Go to a heading…',
      group: 'Edit',
      // As in Word.
      shortcut: onMac ? 'Mod+Alt+G' : 'Mod+G',
      run: () => showDialog('goToHeading'),
      enabled: () => true,
    },
    {
      id: 'citation.edit',
      title: 'Edit the citation at the caret',
      group: 'Edit',
      shortcut: 'F2',
      run: () => {
        const key = editor.read($citationAtCaret);
        if (key !== null) editor.dispatchCommand(EDIT_CITATION_COMMAND, key);
      },
      enabled: () => focus.isHere() && editor.read($citationAtCaret) !== null,
    },
    {
      id: 'citation.nextIncomplete',
      title: 'Show the next citation of an incomplete source',
      group: 'Edit',
      shortcut: 'Shift+F2',
      run: () => showNextIncomplete(session),
      enabled: () => session.checks.state.get().keys.length > 0,
    },
  ];
  for (const command of list) command.enabled ??= focus.isHere;
  const stop = registerCommands(list);
  const stopKeys = registerTableShortcuts(editor, onMac);
  return () => {
    stop();
    stopKeys();
    focus.stop();
  };
}

/**
 * Whether the analyst works in the text: the focus is there, or it was there when a menu or the palette
 * opened. Formatting must not change text that nobody looks at.
 */
function followFocus(editor: LexicalEditor, pane: HTMLElement): { isHere: () => boolean; stop: () => void } {
  let here = true;
  const onFocus = (event: FocusEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    if (target === null || target.closest('[role=dialog],[role=menu],[role=listbox],[role=toolbar]') !== null)
      return;
    here = pane.contains(target) ? editor.getRootElement()?.contains(target) === true : false;
  };
  document.addEventListener('focusin', onFocus);
  return { isHere: () => here, stop: () => document.removeEventListener('focusin', onFocus) };
}
