/** What citations are called where two versions are compared: by author and year, whatever the style. */
import { citationClusterSchema, type CitationItem } from '#domain/citation.ts';
import type { CitationLabel } from '#domain/compare/units.ts';
import type { CslItem } from '#domain/csl.ts';
import type { StoredDocument, StoredNode } from '#domain/document/stored.ts';
import { printLocator } from '#domain/locators.ts';
import { client } from '../../../api/client.ts';

/** UTF-16 units of a title that stands for an author. */
const TITLE = 40;

/** Asks for what the sources of both documents are called. */
export async function citationNames(documents: readonly StoredDocument[]): Promise<CitationLabel> {
  const ids = new Set<number>();
  for (const { root } of documents) collect(root, ids);
  const summaries =
    ids.size === 0 ? [] : await client.call('articles.summaries', { ids: [...ids].slice(0, 5000) });
  const names = new Map(summaries.map(({ id, csl }) => [id, sourceName(csl)]));
  return (items) => items.map((item) => itemName(item, names)).join('; ');
}

function collect(node: StoredNode, into: Set<number>): void {
  const items = citationClusterSchema.safeParse(node['items']);
  if (items.success) for (const { articleId } of items.data) into.add(articleId);
  for (const child of node.children ?? []) collect(child, into);
}

function itemName(
  { articleId, locator, label = 'page', prefix, suffix }: CitationItem,
  names: Map<number, string>,
): string {
  const name = names.get(articleId) ?? `source ${articleId}`;
  const place = locator === undefined || locator === '' ? '' : `, ${printLocator({ label, locator })}`;
  return [prefix, `${name}${place}`, suffix].filter((part) => part !== undefined && part !== '').join(' ');
}

function sourceName({ author = [], title, issued }: CslItem): string {
  const [first, ...others] = author;
  const person = first?.literal ?? first?.family ?? first?.given;
  const short = title !== undefined && title.length > TITLE ? `${title.slice(0, TITLE).trimEnd()}…` : title;
  const name =
    person === undefined ? (short ?? 'untitled') : `${person}${others.length > 0 ? ' et al.' : ''}`;
  const year = issued?.['date-parts']?.[0]?.[0];
  return year === undefined ? name : `${name} ${year}`;
}
