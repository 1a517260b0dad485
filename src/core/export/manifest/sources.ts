/** The sources of a brief as its manifest names them. */
import { join } from 'node:path';
import type { Manifest } from '#contract/manifest.ts';
import type { CitationItem } from '#domain/citation.ts';
import { uncitedSources } from '#domain/document/bibliography.ts';
import { citationClusters } from '#domain/document/clusters.ts';
import { getArticle } from '../../articles/store.ts';
import type { CoreContext } from '../../context.ts';
import { getSnippets } from '../../snippets/store.ts';
import type { ExportDocument } from '../exportDocument.ts';
import { canonicalJson } from '#domain/canonicalJson.ts';
import { fileHash, sha256Of } from '../../disk/sha256.ts';

type Source = Manifest['sources'][number];
type Version = Source['versions'][number];

/** By the numbers of articles; what was merged is one source. */
export async function manifestSources(
  context: CoreContext,
  { document }: Pick<ExportDocument, 'document'>,
): Promise<Source[]> {
  const { db } = context;
  const items: CitationItem[] = [
    ...citationClusters(document).flat(),
    ...uncitedSources(document).map((articleId) => ({ articleId })),
  ];
  const snippets = new Map(
    getSnippets(db, [...new Set(items.flatMap(({ snippetId }) => snippetId ?? []))]).map((each) => [
      each.id,
      each,
    ]),
  );
  const sources = new Map<number, Source>();
  for (const item of items) {
    const snippet = snippets.get(item.snippetId ?? 0);
    const article = getArticle(db, snippet?.articleId ?? item.articleId, snippet?.versionId);
    if (article === null) continue;
    const { id, title, csl, trashed, versionId, content, originalName, originalSha256 } = article;
    const source = sources.get(id) ?? { id, title, metadata: metadataHash(csl), trashed, versions: [] };
    sources.set(id, source);
    if (source.versions.some((version) => version.id === versionId)) continue;
    const found = await originalHash(context, originalSha256);
    source.versions.push({
      id: versionId,
      text: sha256Of(content.text),
      original: { name: originalName, sha256: originalSha256, kept: found === originalSha256 },
    });
  }
  const byId = (one: { id: number }, other: { id: number }): number => one.id - other.id;
  return [...sources.values()]
    .map((source): Source => ({ ...source, versions: source.versions.toSorted(byId) }))
    .toSorted(byId);
}

export function metadataHash(csl: object): string {
  return sha256Of(canonicalJson(csl));
}

/** What the original is now; null where it is gone. */
export function originalHash(
  { folder }: CoreContext,
  sha256: Version['original']['sha256'],
): Promise<string | null> {
  return fileHash(join(folder.originals, sha256));
}
