/** The bundle holds packages that the sources load as they are installed: it must read files of all kinds as they do. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { getArticle } from '#core/articles/store.ts';
import { openReadOnly } from '#core/db/connect.ts';
import type { Article } from '#domain/article.ts';
import { isStale } from '../../build/bundle.ts';
import { ROOT } from '../../build/node24.mjs';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-bundle-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** One file of each kind. */
async function fixtures(): Promise<string[]> {
  const found = await readdir(join(ROOT, 'test/fixtures'), { recursive: true });
  const sources = found.filter((path) => basename(path).startsWith('source.')).toSorted();
  return [...new Map(sources.map((path) => [extname(path), join(ROOT, 'test/fixtures', path)])).values()];
}

interface Imported {
  entries: { id?: number }[];
  articles: Omit<Article, 'addedAt'>[];
}

async function imported(program: string, files: string[]): Promise<Imported> {
  const library = join(folder, basename(program));
  const args = [join(ROOT, program), 'import', ...files, '--library', library, '--json'];
  const report = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, (_refused, stdout) => resolve(stdout));
  });
  const { entries } = JSON.parse(report) as Imported;
  const db = openReadOnly(join(library, 'library.sqlite'));
  try {
    const ids = entries.flatMap(({ id }) => id ?? []);
    const articles = ids.map((id) => {
      const { addedAt: _addedAt, ...article } = getArticle(db, id)!;
      return article;
    });
    return { entries, articles };
  } finally {
    db.close();
  }
}

it.skipIf(isStale())('reads files of all kinds as the sources do', async () => {
  const files = await fixtures();
  const [bundle, sources] = await Promise.all([
    imported('out/main/cli.js', files),
    imported('src/cli/index.ts', files),
  ]);
  expect(bundle).toEqual(sources);
  expect(bundle.articles.length).toBeGreaterThan(files.length);
});
