import { createHash } from 'node:crypto';
import { chmod, mkdir, mkdtemp, open, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventName } from '#contract/events.ts';
import { createHighlight, removeHighlight } from '../annotations/highlights.ts';
import { createArticleWriter } from '../articles/add.ts';
import { getArticle } from '../articles/store.ts';
import { type OpenLibrary, openLibrary } from '../db/open.ts';
import { createImport, type Importer } from './import.ts';
import { createJournal, type Journal } from '../organise/journal.ts';
import { coreContext } from '#test/coreContext.ts';

const STORY = `Harbour pilots ask for a second icebreaker

By Mara Lindqvist
3 February 2024

Pilots at the northern harbour say that one icebreaker is no longer enough for the winter, and that two convoys had to wait for more than a day outside the breakwater in January.

The port authority answered that a decision would be taken in spring, once the season's figures are known and the ministry has replied to the letter that the pilots sent it.
`;

let folder: string;
let library: OpenLibrary;
let importer: Importer;
let journal: Journal;
let events: { name: EventName; payload: unknown }[];
let added: number[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-import-'));
  library = openLibrary({ path: join(folder, 'library'), create: true });
  events = [];
  added = [];
  journal = createJournal();
  importer = makeImporter();
});

afterEach(async () => {
  await importer.close();
  library.close();
  await rm(folder, { recursive: true });
});

function makeImporter(readLimit?: number): Importer {
  const context = coreContext(library, (name, payload) => void events.push({ name, payload }));
  const hooks = { onChanged: (ids: number[]) => void added.push(...ids) };
  return createImport(context, journal, hooks, readLimit === undefined ? {} : { readLimit });
}

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
  return path;
}

describe('importing into a library', () => {
  it('adds the article, keeps the original byte for byte, and tells of it', async () => {
    const path = await file('story.txt', STORY);
    const report = await importer.handlers['import.run']({ jobId: 'j', paths: [path], mappings: {} });
    expect(report).toMatchObject({ imported: 1, skipped: 0, refused: 0, cancelled: false });
    const [entry] = report.entries;
    expect(entry).toMatchObject({
      file: path,
      status: 'imported',
      title: 'Harbour pilots ask for a second icebreaker',
    });
    expect(added).toEqual([entry!.articleId]);
    const article = getArticle(library.db, entry!.articleId!)!;
    expect(article.csl).toMatchObject({
      author: [{ family: 'Lindqvist', given: 'Mara' }],
      issued: { 'date-parts': [[2024, 2, 3]] },
    });
    expect(article.originalName).toBe('story.txt');
    const sha256 = createHash('sha256').update(STORY).digest('hex');
    expect(article.originalSha256).toBe(sha256);
    expect(await readdir(library.folder.originals)).toEqual([sha256]);
    expect(await readFile(join(library.folder.originals, sha256), 'utf8')).toBe(STORY);
    expect(events).toContainEqual({ name: 'articles.changed', payload: {} });
    expect(events.at(-1)).toMatchObject({
      name: 'import.progress',
      payload: { jobId: 'j', done: 1, total: 1, items: 1, state: 'done', current: 'story.txt' },
    });
  });

  it('skips what is there already, by content and not by name', async () => {
    const first = await importer.importPaths([await file('a.txt', STORY)]);
    const again = await importer.importPaths([await file('b.txt', STORY)]);
    expect(again.entries).toEqual([
      {
        file: join(folder, 'b.txt'),
        status: 'skipped',
        articleId: first.entries[0]!.articleId,
        title: 'Harbour pilots ask for a second icebreaker',
        message: 'Already in the library as “Harbour pilots ask for a second icebreaker”.',
      },
    ]);
  });

  it('imports two copies in one batch once', async () => {
    await file('in/a.txt', STORY);
    await file('in/b.txt', STORY);
    const report = await importer.importPaths([join(folder, 'in')]);
    expect(report).toMatchObject({ imported: 1, skipped: 1 });
    expect(report.entries[1]).toMatchObject({ articleId: report.entries[0]!.articleId });
    expect(report.entries[1]!.message).toContain('Already in the library as');
  });

  it('walks folders, passes over hidden files, counts other kinds, and survives a loop of links', async () => {
    await file('in/deep/er/story.txt', STORY);
    await file('in/.hidden.txt', `${STORY} hidden`);
    await file('in/.git/story.txt', `${STORY} hidden too`);
    await file('in/one.jpg', 'x');
    await file('in/two.jpg', 'x');
    await file('in/deep/three', 'x');
    await symlink(join(folder, 'in'), join(folder, 'in/deep/loop'));
    const report = await importer.importPaths([join(folder, 'in')]);
    expect(report).toMatchObject({ imported: 1, skipped: 1, refused: 0 });
    expect(report.entries).toContainEqual({
      file: join(folder, 'in'),
      status: 'skipped',
      message: '3 files of other kinds were left out (no ending, .jpg).',
    });
  });

  it('refuses what it cannot read, says why, and goes on', async () => {
    const sparse = join(folder, 'huge.txt');
    const handle = await open(sparse, 'w');
    await handle.truncate(50 * 1024 * 1024 + 1);
    await handle.close();
    const paths = [
      await file('empty.txt', ''),
      await file('blank.md', ' \n\n '),
      await file('binary.txt', new Uint8Array([1, 2, 0, 3, 0, 0, 0, 9, 200, 201])),
      await file('paper.txt', '%PDF-1.7 and so on'),
      await file('picture.png', 'x'),
      sparse,
      join(folder, 'missing.txt'),
      await file('story.txt', STORY),
    ];
    const report = await importer.importPaths(paths);
    expect(report).toMatchObject({ imported: 1, refused: 7, skipped: 0 });
    const message = (name: string): string | undefined =>
      report.entries.find((entry) => entry.file.endsWith(name))?.message;
    expect(message('empty.txt')).toBe('“empty.txt” is empty.');
    expect(message('blank.md')).toBe('“blank.md” holds no text.');
    expect(message('binary.txt')).toContain('is a binary file');
    expect(message('paper.txt')).toContain('is a PDF document');
    expect(message('picture.png')).toContain('of a kind that cannot be imported');
    expect(message('huge.txt')).toContain('larger than 50 MB');
    expect(message('missing.txt')).toContain('There is no file');
    expect(await readdir(library.folder.originals)).toHaveLength(1);
  });

  it.skipIf(process.getuid?.() === 0)('says that it may not read a file', async () => {
    const path = await file('locked.txt', STORY);
    await chmod(path, 0);
    const report = await importer.importPaths([path]);
    expect(report.entries[0]!.message).toContain('may not read “locked.txt”');
  });

  it('gives up on a file that takes too long, and goes on with the others', async () => {
    // Long enough to load what reads the first file on a busy machine; the slow one takes far longer.
    const hasty = makeImporter(3000);
    const paths = [
      await file('one.txt', STORY),
      await file('slow.md', `# Slow\n\n${'word 12 and more of it '.repeat(400_000)}`),
      await file('two.txt', `${STORY} two`),
    ];
    const report = await hasty.importPaths(paths);
    await hasty.close();
    expect(report).toMatchObject({ imported: 2, refused: 1 });
    expect(report.entries.map(({ status }) => status)).toEqual(['imported', 'refused', 'imported']);
    expect(report.entries[1]!.message).toContain('took longer than');
  });

  it('reads a page however deep it is nested, refuses one without words, and goes on', async () => {
    const deep = await file('deep.html', `${'<div>'.repeat(300_000)}${STORY}`);
    const empty = await file('empty.html', '<div>'.repeat(300_000));
    const report = await importer.importPaths([empty, deep, await file('story.txt', STORY)]);
    expect(report).toMatchObject({ imported: 2, refused: 1 });
    expect(report.entries[0]!.message).toBe('No text of an article was found in “empty.html”.');
  });

  it('keeps what it has read where the disk fails', async () => {
    const [one, two] = [await file('one.txt', STORY), await file('two.txt', `${STORY} two`)];
    const sha256 = createHash('sha256').update(`${STORY} two`).digest('hex');
    await mkdir(join(library.folder.originals, sha256, 'in-the-way'), { recursive: true });
    await expect(importer.importPaths([one, two])).rejects.toMatchObject({
      code: expect.stringMatching(/^E(ISDIR|NOTEMPTY|PERM)$/),
    });
    expect(added).toHaveLength(1);
    expect(await importer.importPaths([one])).toMatchObject({ skipped: 1 });
  });

  it('closes without a file that takes long to read', async () => {
    const slow = await file('slow.md', `# Slow\n\n${'word 12 and more of it '.repeat(400_000)}`);
    const running = importer.handlers['import.run']({ jobId: 'j', paths: [slow], mappings: {} });
    const atHand = expect.objectContaining({ payload: expect.objectContaining({ current: 'slow.md' }) });
    await vi.waitFor(() => expect(events).toContainEqual(atHand), { timeout: 30_000 });
    await importer.close();
    expect(await running).toMatchObject({ imported: 0, cancelled: true });
  });

  it('stops when it is cancelled and keeps what it has', async () => {
    for (let n = 0; n < 30; n += 1) await file(`in/${n}.txt`, `${STORY}\n\nNumber ${n} ends here.`);
    const running = importer.handlers['import.run']({
      jobId: 'j',
      paths: [join(folder, 'in')],
      mappings: {},
    });
    const cancelling = setInterval(() => {
      if (events.some((event) => event.name === 'import.progress'))
        void importer.handlers['import.cancel']({ jobId: 'j' });
    }, 1);
    const report = await running;
    clearInterval(cancelling);
    expect(report.cancelled).toBe(true);
    expect(report.imported).toBeLessThan(30);
    expect(added).toHaveLength(report.imported);
    expect(await importer.handlers['import.cancel']({ jobId: 'j' })).toEqual({ cancelled: false });
  });
});

describe('attaching a text', () => {
  const reference =
    'TY  - RPRT\nTI  - Second icebreakers for northern harbours\nAU  - Lindqvist, Mara\nER  - \n';
  const attach = (articleId: number, path: string) => importer.handlers['import.attach']({ articleId, path });

  it('gives a reference its words, and leaves its details as they are', async () => {
    const report = await importer.importPaths([await file('list.ris', reference)]);
    const { articleId } = report.entries[0]!;
    expect(getArticle(library.db, articleId!)).toMatchObject({ words: 0, content: { text: '' } });
    added = [];
    const entry = await attach(articleId!, await file('story.txt', STORY));
    expect(entry).toMatchObject({ status: 'updated', articleId, file: 'story.txt' });
    expect(added).toEqual([articleId]);
    const article = getArticle(library.db, articleId!)!;
    expect(article).toMatchObject({
      title: 'Second icebreakers for northern harbours',
      originalName: 'story.txt',
      csl: { type: 'report', issued: { 'date-parts': [[2024, 2, 3]] } },
    });
    expect(article.content.text).toContain('icebreaker');
    expect(article.unconfirmed).toEqual(['language']);
    expect(await readdir(library.folder.originals)).toContain(article.originalSha256);
  });

  it('can be taken back, with all that came with it and nothing else', async () => {
    const report = await importer.importPaths([await file('list.ris', reference)]);
    const articleId = report.entries[0]!.articleId!;
    const before = getArticle(library.db, articleId)!;
    const tagged = `${JSON.stringify({ title: 'Harbours', text: STORY, tags: ['ice', 'harbours'] })}\n`;
    const { undo } = await attach(articleId, await file('story.jsonl', tagged));
    const attached = getArticle(library.db, articleId)!;
    expect(attached).toMatchObject({ tags: ['harbours', 'ice'] });
    createArticleWriter(library.db).addTags(articleId, ['mine']);
    added = [];
    await journal.undo(undo);
    expect(added).toEqual([articleId]);
    expect(getArticle(library.db, articleId)).toEqual({ ...before, tags: ['mine'] });
    await vi.waitFor(async () =>
      expect(await readdir(library.folder.originals)).toEqual([before.originalSha256]),
    );
    expect((await attach(articleId, join(folder, 'story.jsonl'))).status).toBe('updated');
  });

  it('stays where its words were quoted or highlighted, and leaves what was edited since', async () => {
    const report = await importer.importPaths([await file('list.ris', reference)]);
    const articleId = report.entries[0]!.articleId!;
    const { undo } = await attach(articleId, await file('story.txt', STORY));
    const { versionId, csl } = getArticle(library.db, articleId)!;
    const place = { articleId, versionId, start: 0, end: 7, colour: 'yellow' as const, note: '' };
    const { id } = createHighlight(library.db, place);
    await expect(journal.undo(undo)).rejects.toMatchObject({ code: 'conflict' });
    expect(getArticle(library.db, articleId)!.versionId).toBe(versionId);

    removeHighlight(library.db, id);
    createArticleWriter(library.db).setMetadata(articleId, { ...csl, title: 'Edited' }, []);
    await journal.undo(undo);
    expect(getArticle(library.db, articleId)).toMatchObject({ title: 'Edited', words: 0 });
  });

  it('refuses a file that is another article, that holds none or several, and keeps nothing of it', async () => {
    const report = await importer.importPaths([
      await file('list.ris', reference),
      await file('a.txt', STORY),
    ]);
    const [articleId, other] = report.entries.map((entry) => entry.articleId!) as [number, number];
    const before = await readdir(library.folder.originals);
    await expect(attach(articleId, await file('again.txt', STORY))).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Harbour pilots ask for a second icebreaker'),
    });
    await expect(attach(other, join(folder, 'again.txt'))).rejects.toThrow(/already/u);
    const refused = expect.objectContaining({ code: 'file_unreadable' });
    await expect(attach(articleId, await file('empty.txt', ''))).rejects.toEqual(refused);
    await expect(attach(articleId, join(folder, 'nowhere.txt'))).rejects.toEqual(refused);
    const several = '{"title":"One","text":"First words."}\n{"title":"Two","text":"Second words."}\n';
    await expect(attach(articleId, await file('two.jsonl', several))).rejects.toEqual(refused);
    await expect(attach(99, await file('new.txt', `${STORY} new`))).rejects.toMatchObject({
      code: 'not_found',
    });
    await vi.waitFor(async () => expect(await readdir(library.folder.originals)).toEqual(before));
    expect(getArticle(library.db, articleId)!.words).toBe(0);
  });
});
