import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ImportEntry } from '#contract/import.ts';
import { coreContext } from '#test/coreContext.ts';
import { getArticle } from '../articles/store.ts';
import { type OpenLibrary, openLibrary } from '../db/open.ts';
import { createSnippet, getSnippets } from '../snippets/store.ts';
import { createImport, type Importer } from './import.ts';
import { createJournal } from '../organise/journal.ts';
import type { ReadResult } from './read/fileReader.ts';
import { createLibraryWriter } from './write.ts';

let folder: string;
let library: OpenLibrary;
let importer: Importer;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-write-'));
  library = openLibrary({ path: join(folder, 'library'), create: true });
  importer = createImport(coreContext(library), createJournal(), { onChanged: () => undefined });
});
afterEach(async () => {
  await importer.close();
  library.close();
  await rm(folder, { recursive: true });
});

const FIRST =
  'Pilots at the northern harbour say that one icebreaker is no longer enough for the winter, and that two convoys had to wait for more than a day outside the breakwater in January.';
const SECOND =
  'The port authority answered that a decision would be taken in spring, once the figures of the season are known and the ministry has replied to the letter that the pilots sent it.';

const page = (url: string, ...paragraphs: string[]): string =>
  `---\ntitle: Pilots ask for an icebreaker\nurl: ${url}\n---\n\n${paragraphs.join('\n\n')}\n`;

async function importText(name: string, text: string): Promise<ImportEntry> {
  const path = join(folder, name);
  await writeFile(path, text);
  return (await importer.importPaths([path])).entries[0]!;
}

it('makes the changed form of a page a new version; quotes stay with the text they are from', async () => {
  const old = await importText('a.md', page('https://www.example.org/story?utm_source=x', FIRST));
  const before = getArticle(library.db, old.articleId!)!;
  const quote = createSnippet(library.db, {
    articleId: before.id,
    versionId: before.versionId,
    start: 0,
    end: 6,
  });
  const changed = await importText('b.md', page('http://example.org/story/', FIRST, SECOND));
  expect(changed).toMatchObject({ status: 'updated', articleId: old.articleId });
  expect(changed.message).toContain('A new version of “Pilots ask for an icebreaker”.');
  const after = getArticle(library.db, old.articleId!)!;
  expect(after.content.text).toBe(`${FIRST}\n\n${SECOND}`);
  expect(getSnippets(library.db, [quote.id])).toMatchObject([
    { versionId: before.versionId, exact: 'Pilots' },
  ]);
  expect(getArticle(library.db, before.id, before.versionId)!.content.text).toBe(FIRST);
});

it('follows its latest version in whether it is an excerpt', async () => {
  const url = 'https://example.org/story';
  const { articleId } = await importText(
    'a.txt',
    `Pilots ask\n\n${url}\n\n${FIRST}\n\n${SECOND.slice(0, 60)} ...\n`,
  );
  expect(getArticle(library.db, articleId!)!.excerpt).toBe(true);
  expect(await importText('b.md', page(url, FIRST, SECOND))).toMatchObject({ status: 'updated', articleId });
  expect(getArticle(library.db, articleId!)!.excerpt).toBe(false);
});

it('says that a page is saved already, and keeps no second original', async () => {
  const old = await importText('a.md', page('https://example.org/story', FIRST));
  const again = await importText('b.md', `${page('https://example.org/story#top', FIRST)}\n\n`);
  expect(again).toMatchObject({ status: 'skipped', articleId: old.articleId });
  expect(again.message).toContain('Already saved');
  expect(await readdir(library.folder.originals)).toHaveLength(1);
});

it('keeps a page with another text at the same address, and offers the two', async () => {
  const old = await importText('a.md', page('https://example.org/live', FIRST));
  const other = await importText('b.md', page('https://example.org/live', SECOND));
  expect(other.status).toBe('imported');
  expect(other.articleId).not.toBe(old.articleId);
  expect(library.db.prepare('SELECT article_id, other_id, reason FROM duplicate').raw().all()).toEqual([
    [old.articleId, other.articleId, 'address'],
  ]);
});

it('attaches a reference to its article, and takes one without as a source without text', async () => {
  const { articleId = 0 } = await importText('a.md', page('https://example.org/story', FIRST));
  const writer = createLibraryWriter(library.db);
  const write = (result: ReadResult) => library.db.transaction(() => writer(result))();
  const reference = (sha256: string, csl: Parameters<typeof Object.assign>[0]) =>
    write({
      file: 0,
      item: 0,
      name: 'r',
      kind: 'reference',
      csl: { type: 'article-newspaper', title: 'Pilots ask for an icebreaker', ...csl },
      original: { sha256, name: 'r' },
      messages: [],
      tags: ['Sea'],
    });
  const attached = reference('aa', { URL: 'https://example.org/story', publisher: 'Northern Ledger' });
  expect(attached.entry).toMatchObject({ status: 'updated', articleId });
  expect(getArticle(library.db, articleId)).toMatchObject({
    csl: { publisher: 'Northern Ledger' },
    tags: ['Sea'],
  });
  expect(reference('bb', { URL: 'https://example.org/story' }).entry.status).toBe('skipped');
  const alone = reference('cc', { title: 'Another work', DOI: '10.1000/x' });
  expect(alone.entry.status).toBe('imported');
  expect(getArticle(library.db, alone.changed!)!.content.text).toBe('');
});

it('says where a file is that lies in the trash', async () => {
  const { articleId } = await importText('a.md', page('https://example.org/story', FIRST));
  library.db.exec(`UPDATE article SET trashed_at = 'x'`);
  expect(await importText('b.md', page('https://example.org/story', FIRST))).toMatchObject({
    status: 'skipped',
    articleId,
    message: 'Already in the trash as “Pilots ask for an icebreaker”.',
  });
});
