/** Cites of one source in one citation, as the manuals print them: once, with all places. */
import CSL from 'citeproc';
import type { CitationItem } from '#domain/citation.ts';

/**
 * "(Reid, 2019, pp. 5, 9)", where citeproc would print "(Reid, 2019, p. 5, 2019, p. 9)" (APA 7, 8.13; Chicago Manual of
 * Style 17, 15.24). What was written before or after a source stays where it is: such cites are joined only where
 * nothing would come between their places. `isSorted`: the style brings cites of one source together.
 */
export function joinPlaces(cites: readonly CitationItem[], isSorted: boolean): CitationItem[] {
  const joined: CitationItem[] = [];
  for (const cite of cites) {
    const before = isSorted
      ? joined.findLastIndex(({ articleId }) => articleId === cite.articleId)
      : joined.length - 1;
    const first = joined[before];
    const both = first === undefined ? null : join(first, cite);
    if (both === null) joined.push(cite);
    else joined[before] = both;
  }
  return joined;
}

function join(first: CitationItem, next: CitationItem): CitationItem | null {
  const isApart =
    first.articleId !== next.articleId ||
    isWritten(first.suffix) ||
    isWritten(next.prefix) ||
    (first.suppressAuthor === true && next.suppressAuthor !== true);
  if (isApart) return null;
  const [place, other] = [first, next].map(({ locator = '' }) => locator.trim()) as [string, string];
  const both = { ...first, ...(next.suffix === undefined ? {} : { suffix: next.suffix }) };
  if (other === '' || (other === place && labelOf(first) === labelOf(next))) return both;
  if (place === '') return { ...both, locator: other, label: labelOf(next) };
  if (labelOf(first) === labelOf(next)) return { ...both, locator: `${place}, ${other}` };
  // citeproc reads these in a locator, and prints the style's own terms for them.
  const term = CSL.STATUTE_SUBDIV_STRINGS_REVERSE[labelOf(next)];
  return term === undefined ? null : { ...both, locator: `${place}, ${term} ${other}` };
}

function labelOf({ label = 'page' }: CitationItem): NonNullable<CitationItem['label']> {
  return label;
}

function isWritten(words: string | undefined): boolean {
  return words !== undefined && words.trim() !== '';
}
