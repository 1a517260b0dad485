/** Citations by key as they are stored. */
import { type CitationCluster, partsFromCitation } from '#domain/citation.ts';
import { citationItem, parsePandocCitation } from '#domain/pandocCitation.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import type { Reading } from './reading.ts';

/** Null where the library knows one of the keys as little as the file does: nothing of it may get lost. */
export function citationIn(text: string, reading: Reading): StoredNode | null {
  const items = clusterIn(text, reading);
  return items === null ? null : { type: 'citation', version: 1, items };
}

export function clusterIn(text: string, reading: Reading): CitationCluster | null {
  const cites = parsePandocCitation(text.replaceAll('\n', ' '), reading.readTerm);
  if (cites === null) return null;
  const items: CitationCluster = [];
  for (const cite of cites) {
    const articleId = reading.articleOf(cite.key);
    if (articleId === null) {
      reading.warnings.add(
        `No source has the key “${cite.key}”: the citation ${text.replaceAll('\n', ' ')} is kept as text.`,
      );
      return null;
    }
    const { authorInText, ...item } = citationItem(cite, articleId);
    // In a note that is how Pandoc is told to set no parentheses.
    const isPlain = reading.inNote && reading.inNotes;
    items.push(authorInText === true && !isPlain ? { ...item, authorInText } : item);
  }
  return items;
}

/**
 * Takes the space before a citation away, which Markdown has there and a brief has not: an in-text style sets it by
 * itself, and the mark of a note stands behind its word.
 */
export function withoutSpace(before: StoredNode[]): void {
  const last = before.at(-1);
  const text = last?.type === 'text' && last['format'] === 0 ? (last['text'] as string) : '';
  if (!text.endsWith(' ')) return;
  const rest = text.slice(0, -1);
  const wants = rest === '' ? wantsSpace(before.at(-2)) : partsFromCitation(rest);
  if (!wants) return;
  before.pop();
  if (rest !== '') before.push({ ...last!, text: rest });
}

function wantsSpace(node: StoredNode | undefined): boolean {
  if (node === undefined || node.type === 'linebreak') return false;
  if (node.type === 'text') return partsFromCitation(node['text'] as string);
  return node.type === 'link' ? wantsSpace(node.children?.at(-1)) : true;
}
