/** What a brief says of itself: words in its text that are derived follow it. Never a part of the document. */
import { type BriefFacts, NO_FACTS } from '#domain/document/fields.ts';
import type { LexicalEditor } from 'lexical';

const factsOf = new WeakMap<LexicalEditor, BriefFacts>();

export function briefFacts(editor: LexicalEditor): BriefFacts {
  return factsOf.get(editor) ?? NO_FACTS;
}

const listeners = new WeakMap<LexicalEditor, Set<() => void>>();

/** Calls back when the brief says something else of itself, and fields read so. Returns the function that ends it. */
export function onBriefFacts(editor: LexicalEditor, listener: () => void): () => void {
  const all = listeners.get(editor) ?? new Set();
  listeners.set(editor, all.add(listener));
  return () => void all.delete(listener);
}

/** For `setBriefFacts` alone, which redraws what follows them. */
export function keepFacts(editor: LexicalEditor, facts: BriefFacts): void {
  factsOf.set(editor, facts);
}

/** For `setBriefFacts` alone, once all is drawn. */
export function tellFacts(editor: LexicalEditor): void {
  for (const listener of listeners.get(editor) ?? []) listener();
}
