/** From the reader into the brief: quotes and citations. */
import type { CitationItem } from '#domain/citation.ts';
import { client } from '../../api/client.ts';
import { createStore } from '../../app/store.ts';
import { notify, notifyError } from '../../ui/toasts.ts';
import { briefToWriteIn } from '../briefs/briefActions.ts';

/** What is selected in the reader: UTF-16 offsets in the text of one version, without white space at the ends. */
export interface ReaderSelection {
  articleId: number;
  versionId: number;
  start: number;
  end: number;
}

export const readerSelection = createStore<ReaderSelection | null>(null);

/** Puts the selected words into the brief as a block quote with its source. */
export function quoteSelection(): Promise<void> {
  return withSnippet('The quote was not inserted', async (item, words) => {
    (await briefToWriteIn()).insertQuote(item, words);
  });
}

/** Cites the selected passage at the caret of the brief. */
export function citeSelection(): Promise<void> {
  return withSnippet('The citation was not inserted', async (item) => {
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
  const inReader = selection?.anchorNode?.parentElement?.closest('[data-start]');
  if (inReader !== null && inReader !== undefined) selection?.empty();
}

async function withSnippet(
  failure: string,
  insert: (item: CitationItem, words: string) => Promise<void>,
): Promise<void> {
  const selection = readerSelection.get();
  if (selection === null) {
    notify({ title: 'Select the words in the reader first', kind: 'warning' });
    return;
  }
  try {
    const snippet = await client.call('snippets.create', selection);
    await insert({ articleId: snippet.articleId, snippetId: snippet.id }, snippet.exact);
    clearReaderSelection();
  } catch (error) {
    notifyError(error, failure);
  }
}
