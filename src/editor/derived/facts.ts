/** What a brief says of itself: words in its text that are derived follow it. Never a part of the document. */
import { type BriefFacts, NO_FACTS } from '#domain/document/fields.ts';
import type { LexicalEditor } from 'lexical';

const factsOf = new WeakMap<LexicalEditor, BriefFacts>();

export function briefFacts(editor: LexicalEditor): BriefFacts {
  return factsOf.get(editor) ?? NO_FACTS;
}

/** For `setBriefFacts` alone, which redraws what follows them. */
export function keepFacts(editor: LexicalEditor, facts: BriefFacts): void {
  factsOf.set(editor, facts);
}
