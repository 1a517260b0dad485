/** What a query asks for, parsed: the tree that the search evaluates. */

export type QueryNode =
  | { kind: 'all'; of: QueryNode[] }
  | { kind: 'any'; of: QueryNode[] }
  | { kind: 'not'; of: QueryNode }
  | WordsNode
  /** Words and phrases with at most `distance` other words between the first and the last, in any order. */
  | { kind: 'near'; of: WordsNode[]; distance: number }
  | { kind: 'filter'; filter: ArticleFilter };

/** A word, or several that stand next to each other. */
export interface WordsNode {
  kind: 'words';
  /** Folded as the index is (fold.ts); never empty. */
  terms: string[];
  /** The last term is the beginning of a word. */
  prefix: boolean;
  /** Where the article is to hold them; without it, a passage. */
  field?: 'title' | 'author';
}

/** Says something of the article, not of a passage. */
export type ArticleFilter =
  /** Compared folded (`foldValue`). A collection includes those inside it. */
  | { field: 'publisher' | 'tag' | 'collection'; value: string }
  /** A BCP 47 tag in lower case (`ko` also means `ko-KR`), or a CSL type. */
  | { field: 'language' | 'type'; value: string }
  /** Admiralty grades, both ends included; an axis that is left out may be anything. */
  | { field: 'grade'; reliability?: [from: string, to: string]; credibility?: [from: number, to: number] }
  | { field: 'cited' | 'starred' | 'read' | 'trash'; value: boolean }
  /** ISO dates as precise as given (`2023`, `2024-03`, `2024-03-05`), both included; null is open. */
  | { field: 'date'; from: string | null; to: string | null };

export interface ParsedQuery {
  /** Null where the query holds no word and no filter. */
  root: QueryNode | null;
  /** What could not be read, and where, as a sentence; `root` is then the plain words of the query. */
  problem: string | null;
}
