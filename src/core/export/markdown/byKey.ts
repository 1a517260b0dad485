/** Citations as Pandoc writes them, by the keys of their sources. */
import type { PhrasingContent } from 'mdast';
import type { CitationCluster } from '#domain/citation.ts';
import type { Inline } from '#domain/document/ast.ts';
import { type PandocCite, type PlaceTerms, printPandocCitation } from '#domain/pandocCitation.ts';
import { wantsSpaceBefore } from '../citationSpace.ts';
import type { Notes } from './blocks.ts';
import { phrasing } from './inlines.ts';

/** What Pandoc's Markdown says of the sources of a brief. */
export interface KeyedSources {
  /** Citation keys by the ids of articles; those that the library does not hold have none. */
  keys: ReadonlyMap<number, string>;
  /** The style sets citations as notes. */
  inNotes: boolean;
  /** How places in them are written. */
  terms: PlaceTerms;
  /** Paths of the files beside the Markdown. */
  bibliography: string;
  csl: string;
}

/**
 * Null where citations are not written so, or the library does not hold what is cited. `siblings` are what it stands
 * among, at `index`.
 */
export function citationByKey(
  cluster: CitationCluster,
  notes: Notes,
  siblings: Inline[] = [],
  index = 0,
): PhrasingContent[] | null {
  const { keyed, inNote } = notes;
  const cites = keyed === null ? null : citesOf(cluster, keyed);
  if (keyed === null || cites === null) return null;
  const [first, ...others] = cites;
  // In a note Pandoc sets what stands in brackets in parentheses as well.
  const isBare =
    first!.suppressAuthor !== true && (first!.authorInText === true || (inNote && keyed.inNotes));
  const { prefix = '', ...bare } = first!;
  const value = printPandocCitation(
    isBare ? [{ ...bare, authorInText: true }, ...others] : cites,
    keyed.terms,
  );
  const before = siblings[index - 1];
  const isStart = before === undefined || before.type === 'break';
  // No letter stands before a key. Before a bracket Pandoc expects a space, and takes it away where it sets a note.
  const isApart = isBare ? !endsOpen(before) : wantsSpaceBefore(siblings, index);
  const text = (!isStart && isApart ? ' ' : '') + (isBare && prefix !== '' ? `${prefix} ` : '');
  const evidence = phrasing(notes.evidence(cluster), notes);
  return [
    ...(text === '' ? [] : [{ type: 'text', value: text } as const]),
    { type: 'pandocCitation', value },
    ...evidence,
  ];
}

function endsOpen(before: Inline | undefined): boolean {
  return before?.type === 'text' && before.marks.length === 0 && /[\s([“‘«—–]$/u.test(before.text);
}

function citesOf(cluster: CitationCluster, { keys }: KeyedSources): PandocCite[] | null {
  const cites: PandocCite[] = [];
  for (const [place, item] of cluster.entries()) {
    const key = keys.get(item.articleId);
    if (key === undefined) return null;
    const { locator = '', label, prefix = '', suffix = '' } = item;
    cites.push({
      key,
      ...(locator.trim() !== '' && { locator: locator.trim(), label: label ?? 'page' }),
      ...(prefix.trim() !== '' && { prefix: oneLine(prefix).trim() }),
      ...(suffix.trim() !== '' && { suffix: oneLine(suffix).trimEnd() }),
      ...(place === 0 && item.authorInText === true
        ? { authorInText: true }
        : item.suppressAuthor === true && { suppressAuthor: true }),
    });
  }
  return cites;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ');
}
