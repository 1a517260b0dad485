import type { ArticleFilter, QueryNode, WordsNode } from './ast.ts';

/** A tree as a query that reads back to it. */
export function print(node: QueryNode): string {
  if (node.kind === 'words') return printWords(node);
  if (node.kind === 'near') return node.of.map(printWords).join(` NEAR/${node.distance} `);
  if (node.kind === 'filter') return printFilter(node.filter);
  if (node.kind === 'not')
    return node.of.kind === 'words' || node.of.kind === 'filter'
      ? `-${print(node.of)}`
      : `-(${print(node.of)})`;
  if (node.kind === 'any') return node.of.map(print).join(' OR ');
  return node.of.map((part) => (part.kind === 'any' ? `(${print(part)})` : print(part))).join(' ');
}

function printWords({ terms, prefix, field }: WordsNode): string {
  const words = terms.length === 1 ? terms[0]! : `"${terms.join(' ')}"`;
  return `${field === undefined ? '' : `${field}:`}${words}${prefix ? '*' : ''}`;
}

function printFilter(filter: ArticleFilter): string {
  if (filter.field === 'collection') return `in:"${filter.value}"`;
  if (filter.field === 'publisher' || filter.field === 'tag') return `${filter.field}:"${filter.value}"`;
  if (filter.field === 'language') return `lang:${filter.value}`;
  if (filter.field === 'type') return `type:${filter.value}`;
  if (filter.field === 'date') return `date:${filter.from ?? ''}..${filter.to ?? ''}`;
  if (filter.field === 'cited') return `cited:${filter.value ? 'yes' : 'no'}`;
  if (filter.field === 'read') return filter.value ? 'is:read' : 'is:unread';
  if (filter.field !== 'grade') return `is:${filter.field}`;
  const [from, to] = ([0, 1] as const).map(
    (at) => `${filter.reliability?.[at] ?? ''}${filter.credibility?.[at] ?? ''}`,
  );
  return `grade:${from}..${to}`;
}
