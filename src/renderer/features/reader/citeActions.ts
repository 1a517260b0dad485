/** From the reader into the brief: quotes and citations. */
import type { CitationItem } from '#domain/citation.ts';
import { pageLocator } from '#domain/locators.ts';
import type { BesideBlock } from '#editor/insert.ts';
import { client } from '../../api/client.ts';
import { notify, notifyError } from '../../ui/toasts.ts';
import { briefToWriteIn } from '../briefs/briefActions.ts';
import { selectedPlace, type TextPlace } from './readerSelection.ts';
import { READER_TEXT } from './readerState.ts';

/** Puts the selected words into the brief as a block quote with its source. */
export function quoteSelection(): Promise<void> {
  return withSelection((place) => quotePlace(place));
}

/**
 * Puts the words of a place into the brief as a block quote with its source, at its caret or beside a block. Returns
 * whether that worked.
 */
export function quotePlace(place: TextPlace, beside?: BesideBlock): Promise<boolean> {
  return withSnippet(place, 'The quote was not inserted', async (item, words) => {
    (await briefToWriteIn()).insertQuote(item, words, beside);
  });
}

/** Cites the selected passage at the caret of the brief. */
export function citeSelection(): Promise<void> {
  return withSelection((place) => citePlace(place));
}

/** Cites a passage at the caret of the brief. Returns whether that worked. */
export function citePlace(place: TextPlace): Promise<boolean> {
  return withSnippet(place, 'The citation was not inserted', async (item) => {
    (await briefToWriteIn()).insertCitation(item);
  });
}

/** Cites an article as a whole. */
export async function citeArticle(articleId: number): Promise<void> {
  try {
    (await briefToWriteIn()).insertCitation({ articleId });
  } catch (error) {
    notifyError(error, 'The citation was not inserted');
  }
}

/** What was taken is no longer selected. A selection that the editor has made meanwhile stays. */
function clearReaderSelection(): void {
  const selection = document.getSelection();
  const text = document.getElementById(READER_TEXT);
  if (text?.contains(selection?.anchorNode ?? null) === true) selection?.empty();
}

/** Does something with what is selected, which then is selected no longer. */
export async function withSelection(act: (place: TextPlace) => Promise<boolean>): Promise<void> {
  const selection = selectedPlace();
  if (selection === null) notify({ title: 'Select the words in the reader first', kind: 'warning' });
  else if (await act(selection)) clearReaderSelection();
}

async function withSnippet(
  { articleId, versionId, start, end }: TextPlace,
  failure: string,
  insert: (item: CitationItem, words: string) => Promise<void>,
): Promise<boolean> {
  try {
    const snippet = await client.call('snippets.create', { articleId, versionId, start, end });
    await insert({ articleId, snippetId: snippet.id, ...pageLocator(snippet.pages) }, snippet.exact);
    return true;
  } catch (error) {
    notifyError(error, failure);
    return false;
  }
}
