import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { REFERENCE_FORMATS as FORMATS } from '#contract/references.ts';
import type { CslItem } from '#domain/csl.ts';
import { makeArticle, temporaryFolder } from '#test/contract/library.ts';
import { coreContext } from '#test/coreContext.ts';
import { addArticles } from '../articles/add.ts';
import { createLists } from '../articles/lists/lists.ts';
import { getSummaries } from '../articles/store.ts';
import { createBrief } from '../briefs/store.ts';
import { keysOf } from '../citations/keys/keys.ts';
import { type OpenLibrary, openLibrary } from '../db/open.ts';
import { createImport } from '../import/import.ts';
import { createOrganiser } from '../organise/organise.ts';
import { createJournal } from '../organise/journal.ts';
import { referenceHandlers } from './references.ts';

let library: OpenLibrary;
let folder: string;
let savePath: string | null;
beforeEach(() => {
  folder = temporaryFolder();
  savePath = join(folder, 'saved');
  library = openLibrary({ path: join(folder, 'library'), create: true });
});
afterEach(() => library.close());

const SOURCES: Partial<CslItem>[] = [
  {
    title: 'A short title',
    author: [{ family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van den' }],
    issued: { 'date-parts': [[2023, 5, 9]] },
    DOI: '10.1000/182',
  },
  { title: 'Straits', author: [{ literal: 'World Bank' }], issued: { 'date-parts': [[2023]] } },
  { title: 'A title that is long enough to tell works apart', type: 'webpage', URL: 'https://example.org/a' },
  { title: '강제노동 배상', author: [{ family: '김', given: '철수' }], type: 'article-newspaper' },
];

function fill(): number[] {
  const articles = SOURCES.map((csl) => ({ ...makeArticle(['Text.'], csl), tags: ['Türkiye', 'R&D'] }));
  return addArticles(library.db, articles).map(({ articleId }) => articleId);
}

function handlers() {
  const context = coreContext(library);
  const ports = {
    ...context.ports,
    capabilities: { ...context.ports.capabilities, nativeDialogs: true },
    chooseSavePath: async () => savePath,
  };
  return referenceHandlers({ ...context, ports }, createOrganiser(context, createLists(library.db)));
}
const target = (ids: number[]) => ({ target: { ids } });

it('writes what a brief cites, with keys that stay', async () => {
  const [first, , third] = fill();
  const cite = (articleId: number) => ({ type: 'citation', version: 1, items: [{ articleId }] });
  const paragraph = { type: 'paragraph', version: 1, children: [cite(third!), cite(first!)] };
  const { id } = createBrief(library.db, {
    title: 'The straits: 2023',
    document: { docVersion: 1, root: { type: 'root', version: 1, children: [paragraph] } },
  });
  const file = await handlers()['references.render']({ of: { briefId: id }, format: 'biblatex' });
  expect(file).toMatchObject({ fileName: 'The straits- 2023.bib', count: 2, warnings: [] });
  const text = new TextDecoder().decode(file.bytes);
  expect(text).toBe(`@report{berg2023,
  author = {van den Berg, Jan},
  title = {A short title},
  date = {2023-05-09},
  doi = {10.1000/182},
  keywords = {R\\&D, Türkiye},
  options = {useprefix=true},
}

@online{titlend,
  title = {A title that is long enough to tell works apart},
  url = {https://example.org/a},
  keywords = {R\\&D, Türkiye},
}
`);
});

it('writes whole files, or none', async () => {
  const ids = fill();
  const saved = await handlers()['references.save']({ of: target([...ids, 99]), format: 'csl-json' });
  expect(saved).toEqual({ path: savePath, count: 4 });
  const items = JSON.parse(readFileSync(savePath!, 'utf8')) as { id: string }[];
  expect(items.map(({ id }) => id)).toEqual([...keysOf(library.db, ids).values()]);
  const before = readFileSync(savePath!, 'utf8');
  library.db.exec("UPDATE article SET csl = 'null' WHERE id = 4");
  await expect(handlers()['references.save']({ of: target(ids), format: 'ris' })).rejects.toThrow(TypeError);
  expect(readFileSync(savePath!, 'utf8')).toBe(before);
  expect(readdirSync(folder).toSorted()).toEqual(['library', 'saved']);
  savePath = null;
  expect(await handlers()['references.save']({ of: target(ids), format: 'csl-json' })).toBeNull();
});

it('makes a file of nothing, too', async () => {
  for (const format of FORMATS) {
    const { bytes, count } = await handlers()['references.render']({ of: target([]), format });
    expect([count, new TextDecoder().decode(bytes).replaceAll(/\s/gu, '')]).toEqual([
      0,
      format === 'csl-json' ? '[]' : '',
    ]);
  }
});

async function importAgain(files: { bytes: Uint8Array; fileName: string }[]) {
  const paths = files.map(({ bytes, fileName }) => {
    writeFileSync(join(folder, fileName), bytes);
    return join(folder, fileName);
  });
  const importer = createImport(coreContext(library), createJournal(), { onChanged: () => undefined });
  const { entries } = await importer.importPaths(paths);
  await importer.close();
  return entries;
}

it('finds the same articles when the files are imported again, and adds none', async () => {
  const ids = fill();
  const before = getSummaries(library.db, ids);
  const files = [];
  for (const format of FORMATS)
    files.push(await handlers()['references.render']({ of: target(ids), format }));
  const entries = await importAgain(files);
  expect(entries.map(({ articleId }) => articleId)).toEqual([...ids, ...ids, ...ids]);
  expect(new Set(entries.map(({ status }) => status))).toEqual(new Set(['skipped']));
  expect(getSummaries(library.db, ids)).toEqual(before);
});

it('brings keys, details and tags to another library', async () => {
  const ids = fill();
  const file = await handlers()['references.render']({ of: target(ids), format: 'biblatex' });
  const [keys, before] = [[...keysOf(library.db, ids).values()], getSummaries(library.db, ids)];
  library.close();
  library = openLibrary({ path: join(folder, 'other'), create: true });
  const entries = await importAgain([file]);
  expect(entries.map(({ status }) => status)).toEqual(ids.map(() => 'imported'));
  const there = entries.map(({ articleId }) => articleId!);
  expect([...keysOf(library.db, there).values()]).toEqual(keys);
  const told = ({ csl, tags }: { csl: CslItem; tags: string[] }) => ({ csl, tags });
  expect(getSummaries(library.db, there).map(told)).toEqual(before.map(told));
});
