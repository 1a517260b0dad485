/** The terms of the index, sorted by UTF-16 unit, as suggestions read them. */
export interface TermList {
  readonly size: number;
  term(index: number): string;
  /** Passages that hold the term. */
  df(index: number): number;
  /** Index of the term; -1 where the index does not hold it. */
  find(term: string): number;
  /** Index of the first term that does not sort before the prefix. */
  lowerBound(prefix: string): number;
}
