import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { citationClusters } from '#domain/document/clusters.ts';
import { documentAst } from '#domain/document/fromStored.ts';
import type { ArticleSummary } from '#domain/article.ts';
import { createLists } from '../articles/lists/lists.ts';
import { getSummaries } from '../articles/store.ts';
import { getBrief, listBriefs, removeBrief } from '../briefs/store.ts';
import type { CoreContext } from '../context.ts';
import { type OpenLibrary, openLibrary } from '../db/open.ts';
import { createImport, type Importer } from '../import/import.ts';
import { createJournal } from '../organise/journal.ts';
import { getSnippets } from '../snippets/store.ts';
import { sampleHandlers } from './handlers.ts';
import { NO_WINDOWS } from '#test/ports.ts';

const resources = resolve(import.meta.dirname, '../../../resources');

let folder: string;
let library: OpenLibrary;
let importer: Importer;
let addSample: () => Promise<{ imported: number; skipped: number; briefId: number }>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-sample-'));
  library = openLibrary({ path: join(folder, 'library'), create: true });
  const context: CoreContext = {
    db: library.db,
    folder: library.folder,
    ports: NO_WINDOWS,
    emit: () => undefined,
    appVersion: '0.0.0',
    resources,
  };
  importer = createImport(context, createJournal(), { onChanged: () => undefined });
  const handlers = sampleHandlers(context, importer);
  addSample = async () => handlers['library.addSample']({});
});

afterEach(async () => {
  await importer.close();
  library.close();
  await rm(folder, { recursive: true });
});

const allArticles = (): ArticleSummary[] =>
  getSummaries(library.db, [...createLists(library.db).list({ view: 'all', sort: 'issued', keep: [] })]);

describe('the sample library', () => {
  it('brings a dozen articles and a brief whose citations all lead to their words', async () => {
    const { imported, skipped, briefId } = await addSample();
    expect({ imported, skipped }).toEqual({ imported: 12, skipped: 0 });
    expect(await readdir(library.folder.originals)).toHaveLength(12);

    const articles = allArticles();
    expect(new Set(articles.map((article) => article.csl.language?.slice(0, 2)))).toEqual(
      new Set(['en', 'fr', 'ko', 'ja']),
    );
    expect(
      articles.every((article) => article.csl.issued !== undefined && article.csl.author !== undefined),
    ).toBe(true);

    const clusters = citationClusters(documentAst(getBrief(library.db, briefId).document));
    expect(clusters.length).toBeGreaterThanOrEqual(10);
    expect(clusters.some((cluster) => cluster.length === 2)).toBe(true);
    const items = clusters.flat();
    const snippets = getSnippets(
      library.db,
      items.flatMap((item) => item.snippetId ?? []),
    );
    const languageOf = new Map(articles.map((article) => [article.id, article.csl.language]));
    expect(items.every((item) => languageOf.has(item.articleId))).toBe(true);
    expect(snippets).toHaveLength(items.filter((item) => item.snippetId !== undefined).length);
    const cited = new Set(items.map((item) => languageOf.get(item.articleId)));
    expect([...cited]).toEqual(expect.arrayContaining(['ko', 'ja', 'fr', 'en']));
  });

  it('doubles neither articles nor brief, and brings back a brief that was removed', async () => {
    const first = await addSample();
    expect(await addSample()).toEqual({ imported: 0, skipped: 12, briefId: first.briefId });
    expect(listBriefs(library.db)).toHaveLength(1);
    removeBrief(library.db, first.briefId);
    expect((await addSample()).briefId).toBe(first.briefId);
    expect(listBriefs(library.db)).toHaveLength(1);
    expect(allArticles()).toHaveLength(12);
  });
});
