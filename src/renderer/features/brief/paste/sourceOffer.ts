/** Text that is pasted from elsewhere, and stands in the library, may be cited or quoted from there. */
import { $insertCitation, $insertQuote } from '#editor/insert.ts';
import { $selectPasted } from '#editor/pastedWords.ts';
import { $enclosingSnippet } from '#editor/snippet/SnippetExtension.ts';
import type { OperationOutput } from '#contract/index.ts';
import type { CitationItem } from '#domain/citation.ts';
import { pageLocator } from '#domain/locators.ts';
import {
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_CRITICAL,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  PASTE_COMMAND,
} from 'lexical';
import { client } from '../../../api/client.ts';
import { createStore, type Store } from '../../../app/store.ts';
import { notifyError } from '../../../ui/toasts.ts';
import type { CitationLabels } from '../labels/citationLabels.ts';

interface SourceOffer {
  text: string;
  located: NonNullable<OperationOutput<'snippets.locate'>>;
}

export interface SourceOffers {
  /** What was pasted last and stands in the library; null once it was answered. */
  offer: Store<SourceOffer | null>;
  /** Cites the source behind the pasted words. */
  cite(): Promise<void>;
  /** Makes the pasted words a quote of their source. */
  quote(): Promise<void>;
  dismiss(): void;
  dispose(): void;
}

/** Longer text is a document, not a passage. UTF-16 units. */
const LONGEST = 8000;

export function offerSources(editor: LexicalEditor, citations: CitationLabels): SourceOffers {
  const offer = createStore<SourceOffer | null>(null);
  let run = 0;
  const look = async (text: string): Promise<void> => {
    run += 1;
    const current = run;
    offer.set(null);
    const located = await client.call('snippets.locate', { text });
    if (current === run && located !== null) offer.set({ text, located });
  };
  const stop = editor.registerCommand(
    PASTE_COMMAND,
    (event) => {
      const data = event instanceof ClipboardEvent ? event.clipboardData : null;
      // What was copied from a brief brings its citations along.
      if (data === null || data.types.includes('application/x-lexical-editor')) return false;
      const text = data.getData('text/plain');
      if (text.length > LONGEST || $isInQuote()) return false;
      // Nobody waits for it, and nobody misses it where the library cannot be searched.
      look(text).catch(() => undefined);
      return false;
    },
    COMMAND_PRIORITY_CRITICAL,
  );
  const take = async (
    $insert: (item: CitationItem, exact: string, isSelected: boolean) => void,
  ): Promise<void> => {
    const taken = offer.get();
    offer.set(null);
    if (taken === null) return;
    const { articleId, versionId, start, end } = taken.located;
    try {
      const { id, exact, pages } = await client.call('snippets.create', { articleId, versionId, start, end });
      editor.update(
        () => {
          const isSelected = $selectPasted(taken.text);
          $insert({ articleId, snippetId: id, ...pageLocator(pages) }, exact, isSelected);
        },
        { tag: HISTORY_PUSH_TAG },
      );
      editor.focus();
    } catch (error) {
      notifyError(error, 'The source was not cited');
    }
  };
  return {
    offer,
    cite: () => take((item) => void $insertCitation(item, citations.citesInText())),
    quote: () =>
      take((item, exact, isSelected) => {
        const selection = $getSelection();
        if (isSelected && $isRangeSelection(selection)) selection.removeText();
        $insertQuote(item, exact);
      }),
    dismiss: () => offer.set(null),
    dispose() {
      run += 1;
      stop();
    },
  };
}

function $isInQuote(): boolean {
  const selection = $getSelection();
  return $isRangeSelection(selection) && $enclosingSnippet(selection.anchor.getNode()) !== null;
}
