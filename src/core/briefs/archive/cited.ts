/** The ids of articles and snippets in a stored document. */
import { articleIdSchema } from '#domain/article.ts';
import { citationClusterSchema } from '#domain/citation.ts';
import { BIBLIOGRAPHY_TYPE } from '#domain/document/bibliography.ts';
import type { StoredNode } from '#domain/document/stored.ts';

/** What an id becomes; null where what it names is not there. */
export interface NewIds {
  article: (id: number) => number;
  snippet: (id: number) => number | null;
}

/** The node with other ids; a citation loses the words that it is anchored to where those are not there. */
export function withIds(node: StoredNode, ids: NewIds): StoredNode {
  const items = citationClusterSchema.safeParse(node['items']);
  const cluster = !items.success
    ? {}
    : {
        items: items.data.map(({ snippetId, articleId, ...item }) => {
          const snippet = snippetId === undefined ? null : ids.snippet(snippetId);
          return {
            ...item,
            articleId: ids.article(articleId),
            ...(snippet !== null && { snippetId: snippet }),
          };
        }),
      };
  const listed =
    node.type === BIBLIOGRAPHY_TYPE && Array.isArray(node['uncited'])
      ? { uncited: articleIds(node['uncited']).map(ids.article) }
      : {};
  const children = node.children?.map((child) => withIds(child, ids));
  return { ...node, ...cluster, ...listed, ...(children !== undefined && { children }) };
}

/** Each once, in the order of the text. */
export function idsIn(root: StoredNode): { articles: number[]; snippets: number[] } {
  const articles = new Set<number>();
  const snippets = new Set<number>();
  withIds(root, {
    article: (id) => (articles.add(id), id),
    snippet: (id) => (snippets.add(id), id),
  });
  return { articles: [...articles], snippets: [...snippets] };
}

function articleIds(given: unknown[]): number[] {
  return given.filter((id): id is number => articleIdSchema.safeParse(id).success);
}
