import type { LexicalEditor } from 'lexical';
import { CALLOUTS, drawCallout } from '../callout/view.ts';
import { briefFacts, type BriefFacts, keepFacts } from './facts.ts';

/** Tells an editor what its brief says of itself, and redraws the words that follow from that. */
export function setBriefFacts(editor: LexicalEditor, facts: BriefFacts): void {
  const before = briefFacts(editor);
  keepFacts(editor, facts);
  const root = editor.getRootElement();
  if (before.language !== facts.language)
    for (const callout of root?.querySelectorAll<HTMLElement>(CALLOUTS) ?? []) drawCallout(callout, editor);
}
