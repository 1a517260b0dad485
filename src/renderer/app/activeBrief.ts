/** How other panes act on the brief that is open in the editor. */
import type { CitationItem } from '#domain/citation.ts';
import { createStore } from './store.ts';

export interface BriefHandle {
  briefId: number;
  /** Inserts a block quote of `text`, with its source, at the caret. */
  insertQuote(item: CitationItem, text: string): void;
  /** Inserts a citation at the caret. */
  insertCitation(item: CitationItem): void;
  /** Saves what is not saved yet; resolves when it is on disk. */
  flush(): Promise<void>;
  focus(): void;
  /** Selects the title, to be written over. */
  focusTitle(): void;
}

/** Null while no brief is open. */
export const activeBrief = createStore<BriefHandle | null>(null);
