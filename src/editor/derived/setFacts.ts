import type { BriefFacts } from '#domain/document/fields.ts';
import type { LexicalEditor } from 'lexical';
import { CALLOUTS, drawCallout } from '../callout/view.ts';
import { drawField, FIELD_MARKS } from '../field/view.ts';
import { drawCaptions } from '../figure/labels.ts';
import { briefFacts, keepFacts, tellFacts } from './facts.ts';

/** Tells an editor what its brief says of itself, and redraws the words that follow from that. */
export function setBriefFacts(editor: LexicalEditor, facts: BriefFacts): void {
  const before = briefFacts(editor);
  keepFacts(editor, facts);
  const root = editor.getRootElement();
  const fields = root?.querySelectorAll<HTMLElement>(FIELD_MARKS) ?? [];
  for (const field of fields) drawField(field, editor);
  if (before.language !== facts.language) {
    for (const callout of root?.querySelectorAll<HTMLElement>(CALLOUTS) ?? []) drawCallout(callout, editor);
    drawCaptions(editor);
  }
  if (fields.length > 0) tellFacts(editor);
}
