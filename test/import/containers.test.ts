/** Files of many items on their way into a real library. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TableMapping } from '#contract/importTables.ts';
import type { ImportReport } from '#contract/import.ts';
import { getArticle } from '#core/articles/store.ts';
import { type OpenLibrary, openLibrary } from '#core/db/open.ts';
import { createImport, type Importer } from '#core/import/import.ts';
import { createJournal } from '#core/organise/journal.ts';
import { coreContext } from '../coreContext.ts';

let folder: string;
let library: OpenLibrary;
let importer: Importer;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-containers-'));
  library = openLibrary({ path: join(folder, 'library'), create: true });
  const context = coreContext(library);
  importer = createImport(context, createJournal(), { onChanged: () => undefined });
});

afterEach(async () => {
  await importer.close();
  library.close();
  await rm(folder, { recursive: true });
});

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

let jobs = 0;
async function run(path: string, mapping?: TableMapping): Promise<ImportReport> {
  jobs += 1;
  const mappings = mapping === undefined ? {} : { [path]: mapping };
  return importer.handlers['import.run']({ jobId: `j${jobs}`, paths: [path], mappings });
}
const titles = (): string[] =>
  library.db.prepare<[], string>(`SELECT csl ->> '$.title' FROM article ORDER BY id DESC`).pluck().all();

const ROWS = 'k1,k2,k3\nPilots ask for more,The pilots of the harbour ask for a second icebreaker.,Hale\n';
const MAPPING: TableMapping = {
  columns: [
    { name: 'k1', field: 'title' },
    { name: 'k2', field: 'text' },
    { name: 'k3', field: 'author' },
  ],
  header: true,
  dates: 'auto',
  textFormat: 'auto',
};

describe('a dump', () => {
  it('becomes articles, each with its row as its original, once', async () => {
    const source = await readFile(resolve('test/fixtures/items/table-nested/source.jsonl'));
    const path = await file('news.jsonl', source);
    const report = await run(path);
    expect(report).toMatchObject({ imported: 3, refused: 2 });
    expect(report.entries.map((entry) => entry.file.slice(path.length))).toEqual([
      ' › row 1',
      ' › row 2',
      ' › row 3',
      ' › row 5',
      ' › row 6',
    ]);
    const article = getArticle(library.db, report.entries[0]!.articleId!)!;
    expect(article).toMatchObject({ title: 'Two cables, one anchor', tags: ['anchors', 'cables'] });
    const original = await readFile(join(library.folder.originals, article.originalSha256), 'utf8');
    expect(JSON.parse(original)).toMatchObject({ headline: 'Two cables, one anchor' });
    expect(await run(path)).toMatchObject({ imported: 0, skipped: 3, refused: 2 });
  });

  it('waits for its columns where they cannot be told, and is remembered', async () => {
    const path = await file('odd.csv', ROWS);
    const report = await run(path);
    expect(report.entries).toMatchObject([{ status: 'refused', table: path }]);

    const inspected = await importer.handlers['import.inspectTable']({ path });
    expect(inspected).toMatchObject({ name: 'odd.csv', rows: 1, mayHaveHeader: true, sure: false });
    expect(inspected.columns[2]).toEqual({ name: 'k3', samples: ['Hale'] });
    const preview = await importer.handlers['import.previewTable']({ path, mapping: MAPPING });
    expect(preview).toMatchObject([{ row: 2, csl: { title: 'Pilots ask for more' }, message: null }]);
    expect(titles()).toEqual([]);

    expect(await run(path, MAPPING)).toMatchObject({ imported: 1, refused: 0 });
    await importer.handlers['import.rememberTable']({ columns: ['k1', 'k2', 'k3'], mapping: MAPPING });
    const next = await file('next.csv', ROWS.replace('Pilots', 'Captains'));
    expect(await run(next)).toMatchObject({ imported: 1, refused: 0 });
    expect(titles()).toEqual(['Captains ask for more', 'Pilots ask for more']);
  });

  it('in an archive, or in one in it, waits for its columns as well and is imported alone', async () => {
    const mail = `From: a@b.example\nContent-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Disposition: attachment; filename="k.csv"\n\n${ROWS}--b--\n`;
    const path = await file(
      'saved.zip',
      zipSync({
        'page.md': strToU8('# A page\n\nThe page has words of its own.\n'),
        '2023/odd.csv': strToU8(ROWS),
        'inner.zip': zipSync({ 'deep/rows.csv': strToU8(ROWS.replace('Pilots', 'Captains')) }),
        'm.eml': strToU8(mail),
      }),
    );
    const report = await run(path);
    expect(report.entries.at(-1)!.file).toBe(`${path} › m.eml/k.csv`);
    const tables = [`${path}/2023/odd.csv`, `${path}/inner.zip/deep/rows.csv`];
    expect(report).toMatchObject({ imported: 1, refused: 3 });
    expect(report.entries.flatMap(({ table }) => table ?? [])).toEqual(tables);
    for (const table of tables) {
      const inspected = await importer.handlers['import.inspectTable']({ path: table });
      expect(inspected).toMatchObject({ rows: 1, columns: [{ name: 'k1' }, { name: 'k2' }, { name: 'k3' }] });
      const preview = await importer.handlers['import.previewTable']({ path: table, mapping: MAPPING });
      expect(preview).toMatchObject([{ row: 2, message: null }]);
      expect(await run(table, MAPPING)).toMatchObject({
        imported: 1,
        skipped: 0,
        refused: 0,
        entries: [{ file: `${table} › row 2` }],
      });
    }
    expect(titles()).toEqual(['Captains ask for more', 'Pilots ask for more', 'A page']);

    const nowhere = `${path}/2024/odd.csv`;
    expect(await run(nowhere)).toMatchObject({
      entries: [{ status: 'refused', message: 'There is no “odd.csv” in “saved.zip”.' }],
    });
  });

  it('can be read with its first row as a row', async () => {
    const path = await file('bare.csv', ROWS);
    const inspected = await importer.handlers['import.inspectTable']({ path, header: false });
    expect(inspected).toMatchObject({ rows: 2, guess: { header: false } });
    expect(inspected.columns.map(({ name }) => name)).toEqual(['Column 1', 'Column 2', 'Column 3']);
  });

  it('of a kind that holds no rows is refused by its name', async () => {
    const path = await file('numbers.json', '[1, 2, 3]');
    const inspect = async (): Promise<unknown> => importer.handlers['import.inspectTable']({ path });
    await expect(inspect()).resolves.toMatchObject({ columns: [], rows: 0 });
    await expect(
      importer.handlers['import.inspectTable']({ path: await file('text.json', 'no JSON at all') }),
    ).rejects.toThrow('“text.json” is not JSON');
  });
});

it('files a note under the tags of its front matter', async () => {
  const path = await file('note.md', '---\ntitle: A note\ntags: [ports, sea law]\n---\n\nWords of it.\n');
  const report = await run(path);
  expect(getArticle(library.db, report.entries[0]!.articleId!)).toMatchObject({ tags: ['ports', 'sea law'] });
});

describe('references', () => {
  it('complete the article that they name, and are sources without text otherwise', async () => {
    const page = `<html lang="en"><head><title>The answer to broken cables</title>
      <meta name="citation_doi" content="10.5555/JSS.2021.12"><meta name="citation_title" content="The answer to broken cables"></head>
      <body><article><p>${'Repairs take longer than they did, and we count them in this article. '.repeat(12)}</p></article></body></html>`;
    const { entries } = await run(await file('page.html', page));
    const bib = await file(
      'sources.bib',
      `@article{a, title={The Answer to Broken Cables}, author={{\\"O}zt{\\"u}rk, {\\c S}ule}, journal={Journal of Seabed Studies}, volume=12, doi={10.5555/jss.2021.12}, keywords={cables}}
       @book{b, title={After the Break}, author={Lindqvist, Astrid}, year=2020}`,
    );
    const report = await run(bib);
    expect(report.entries).toMatchObject([
      { status: 'updated', articleId: entries[0]!.articleId, file: `${bib} › a` },
      { status: 'imported', title: 'After the Break', file: `${bib} › b` },
    ]);
    const article = getArticle(library.db, entries[0]!.articleId!)!;
    expect(article.csl).toMatchObject({
      title: 'The answer to broken cables',
      volume: '12',
      'container-title': 'Journal of Seabed Studies',
      author: [{ family: 'Öztürk', given: 'Şule' }],
    });
    expect(article.tags).toEqual(['cables']);
    expect(article.content.text).toContain('Repairs take longer');
    expect(await run(bib)).toMatchObject({ imported: 0, updated: 0, refused: 0 });
  });
});

describe('an archive', () => {
  it('is read like a folder, archives in it too, to the second', async () => {
    const inner = zipSync({
      'deep.txt': strToU8('Deep words\n\nThe text lies two archives deep in this one.'),
    });
    const third = zipSync({ 'third.zip': zipSync({ 'x.txt': strToU8('words') }) });
    const path = await file(
      'saved.zip',
      zipSync({
        '2023/page.md': strToU8('# A page\n\nIts text is short, and it lies in a folder.'),
        'inner.zip': inner,
        'more/third.zip': third,
        'bad.csv': strToU8('a,b\n1,2\n'),
        '__MACOSX/._page.md': strToU8('x'),
        'picture.xyz': strToU8('x'),
        'other.xyz': strToU8('y'),
      }),
    );
    const report = await run(path);
    expect(report.entries.map(({ file: name, status }) => [name.slice(path.length), status])).toEqual([
      [' › 2023/page.md', 'imported'],
      [' › inner.zip/deep.txt', 'imported'],
      [' › more/third.zip/third.zip', 'refused'],
      [' › bad.csv', 'refused'],
      ['', 'refused'],
    ]);
    expect(report.entries.at(-1)!.message).toBe('2 files in “saved.zip” cannot be imported (2 .xyz).');
    expect(report.entries.flatMap(({ table }) => table ?? [])).toEqual([`${path}/bad.csv`]);
    expect(titles()).toEqual(['Deep words', 'A page']);
  });
});
