/** What one file brings: an article most often; of a container many items. */
import type { ArticleContent, ArticleMetadata } from '#domain/article.ts';
import type { CslItem } from '#domain/csl.ts';

/** The bytes that an item was read from, and the name they go under: kept, and recognised by their SHA-256. */
interface Original {
  name: string;
  bytes: Uint8Array;
}

interface ArticleItem {
  kind: 'article';
  metadata: ArticleMetadata;
  content: ArticleContent;
  original: Original;
  /** What to look at: sentences for people. */
  messages: string[];
  tags?: string[];
}

/** A source without text. Its original is its own entry alone, as text, not the whole file of references. */
export interface ReferenceItem {
  kind: 'reference';
  csl: CslItem;
  original: Original;
  messages: string[];
  tags?: string[];
}

/** A file, or a part of one, that could not be read. */
interface RefusedItem {
  kind: 'refused';
  name: string;
  /** A sentence for people: what, why, what to do. */
  message: string;
}

export type ReadItem = ArticleItem | ReferenceItem | RefusedItem;
