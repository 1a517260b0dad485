/** How many pages a brief takes: as its PDF had them last, else an estimate. */
import { createStore } from '../../../app/store.ts';

interface SetPages {
  pages: number;
  /** Words of the brief then; null where they were not counted. */
  words: number | null;
}

/** By brief, for as long as the window is open. */
export const knownPages = createStore<ReadonlyMap<number, SetPages>>(new Map());

/** The words of the open brief when they were counted last. */
const lastWords = new Map<number, number>();

export function noteWords(briefId: number, words: number): void {
  lastWords.set(briefId, words);
}

/** Call with what a PDF of the brief as it is now came to. */
export function notePages(briefId: number, pages: number): void {
  const words = lastWords.get(briefId) ?? null;
  knownPages.set((before) => new Map(before).set(briefId, { pages, words }));
}

/** Words on a page of the PDF with notes and sources: the sample brief has 685 on not quite three. */
const WORDS_A_PAGE = 260;

/** `estimated` where the brief was changed since its pages were set, or they never were. */
export function pagesOf(known: SetPages | undefined, words: number): { pages: number; estimated: boolean } {
  if (known === undefined) return { pages: Math.max(1, Math.ceil(words / WORDS_A_PAGE)), estimated: true };
  if (known.words === null || known.words === words) return { pages: known.pages, estimated: false };
  const share = known.words === 0 ? 1 : words / known.words;
  return { pages: Math.max(1, Math.round(known.pages * share)), estimated: true };
}
