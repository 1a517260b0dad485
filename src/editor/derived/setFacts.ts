import type { BriefFacts } from '#domain/document/fields.ts';
import type { LexicalEditor } from 'lexical';
import { CALLOUTS, drawCallout } from '../callout/view.ts';
import { drawField, FIELD_MARKS } from '../field/view.ts';
import { briefFacts, keepFacts } from './facts.ts';

/** Tells an editor what its brief says of itself, and redraws the words that follow from that. */
export function setBriefFacts(editor: LexicalEditor, facts: BriefFacts): void {
  const before = briefFacts(editor);
  keepFacts(editor, facts);
  const root = editor.getRootElement();
  for (const field of root?.querySelectorAll<HTMLElement>(FIELD_MARKS) ?? []) drawField(field, editor);
  if (before.language !== facts.language)
    for (const callout of root?.querySelectorAll<HTMLElement>(CALLOUTS) ?? []) drawCallout(callout, editor);
}
