/** One series of numbers for an author's footnotes and for those that citations make. */
import type { Cited } from './citation.ts';

export interface NoteNumbers {
  /** By cluster: the number of the footnote that it makes, null where it makes none. */
  own: (number | null)[];
  /** By cluster: the number of the footnote in which it is read, 0 for running text. */
  within: number[];
  /** By author's footnote. */
  footnotes: number[];
}

/** `isNote`: each citation in running text makes a footnote (CSL's style class `note`). */
export function numberNotes(
  { clusters, footnotes }: Pick<Cited, 'footnotes'> & { clusters: readonly unknown[] },
  isNote: boolean,
): NoteNumbers {
  const numbers: NoteNumbers = { own: [], within: [], footnotes: [] };
  let last = 0;
  const read = (end: number): void => {
    while (numbers.own.length < end) {
      if (isNote) last += 1;
      numbers.own.push(isNote ? last : null);
      numbers.within.push(isNote ? last : 0);
    }
  };
  for (const { at, count } of footnotes) {
    read(Math.min(at, clusters.length));
    last += 1;
    numbers.footnotes.push(last);
    for (let place = 0; place < count && numbers.own.length < clusters.length; place += 1) {
      numbers.own.push(null);
      // An in-text style cites in a note as it does in running text.
      numbers.within.push(isNote ? last : 0);
    }
  }
  read(clusters.length);
  return numbers;
}
