/** How other panes act on the brief that is open in the editor. */
import type { CitationItem } from '#domain/citation.ts';
import type { BesideBlock } from '#editor/insert.ts';
import { createStore } from './store.ts';

/** A citation of a brief as `articles.citedIn` tells of it. */
export interface CitationTarget {
  articleId: number;
  /** Its place among the citations of the brief when that was saved last. */
  cluster: number;
}

export interface BriefHandle {
  briefId: number;
  /** Inserts a block quote of `text`, with its source, at the caret or beside a block. */
  insertQuote(item: CitationItem, text: string, place?: BesideBlock): void;
  /** Inserts a citation at the caret. */
  insertCitation(item: CitationItem): void;
  /** Lists articles among the brief's sources without citing them. */
  listSources(articleIds: readonly number[]): void;
  /** Brings a citation of an article into view, with the caret at it: the nearest where others came before it. */
  showCitation(target: CitationTarget): void;
  /** Saves what is not saved yet; resolves when it is on disk. */
  flush(): Promise<void>;
  focus(): void;
  /** Selects the title, to be written over. */
  focusTitle(): void;
}

/** Null while no brief is open. */
export const activeBrief = createStore<BriefHandle | null>(null);
