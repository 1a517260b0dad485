/** What a brief says of itself: words in its text that are derived follow it. Never a part of the document. */
import type { BriefSettings } from '#domain/brief.ts';
import type { LexicalEditor } from 'lexical';

export type BriefFacts = Pick<BriefSettings, 'title' | 'author' | 'date' | 'language'>;

const NONE: BriefFacts = { title: '', author: '', date: null, language: 'en' };
const factsOf = new WeakMap<LexicalEditor, BriefFacts>();

export function briefFacts(editor: LexicalEditor): BriefFacts {
  return factsOf.get(editor) ?? NONE;
}

/** For `setBriefFacts` alone, which redraws what follows them. */
export function keepFacts(editor: LexicalEditor, facts: BriefFacts): void {
  factsOf.set(editor, facts);
}
