/** The same brief gives the same bytes in every format: wherever, whenever and by whatever process it is exported. */
import { execFile } from 'node:child_process';
import { cp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { EXPORT_FORMATS } from '#contract/export.ts';
import { beginThread } from '#core/comments/store.ts';
import { addPicture } from '#core/pictures/store.ts';
import { createSnippet } from '#core/snippets/store.ts';
import { PNG } from '#test/pictures.ts';
import {
  caption,
  citation,
  exportLibrary,
  type ExportLibrary,
  footnote,
  heading,
  HONG,
  KIM,
  paragraph,
  picture,
  snippet,
  table,
  text,
  YAMADA,
} from './library.ts';

const run = promisify(execFile);

let library: ExportLibrary;
let briefId: number;
beforeAll(async () => {
  library = await exportLibrary();
  const { db, folder } = library.context;
  const [kim, hong, yamada] = library.addSources(KIM, HONG, YAMADA) as [number, number, number];
  const { sha256 } = await addPicture(folder.pictures, PNG, 'a.png');
  const { id } = createSnippet(db, { articleId: kim, versionId: kim, start: 0, end: KIM.title.length });
  const change = { id: 's1', author: 'B. Reader', at: '2026-11-20T23:30:00.000Z' };
  briefId = library.addBrief(
    [
      heading('h2', 'Findings'),
      snippet({ articleId: kim, snippetId: id, locator: '115' }, paragraph(KIM.title)),
      paragraph(
        '배상',
        citation({ articleId: hong }),
        ' and',
        footnote(paragraph('See', citation({ articleId: yamada }))),
        '.',
      ),
      paragraph(
        { ...text('Noted.'), $: { comments: ['t1'] } },
        { ...text(' New.'), $: { inserted: change } },
      ),
      picture(sha256, { alt: 'A dot' }),
      caption('A dot.'),
      table([
        ['Day', 'Event'],
        ['1965', 'Treaty'],
      ]),
    ],
    { title: 'Claims of 1965', author: 'A. Analyst', date: '2026-11-23' },
  );
  beginThread(db, {
    briefId,
    threadId: 't1',
    quote: 'Noted.',
    comment: { id: 'c1', author: 'B. Reader', text: 'Why?' },
  });
});
afterAll(() => library.close());

async function render(path: string, env: Record<string, string>): Promise<Record<string, string>> {
  const script = join(import.meta.dirname, 'renderAll.ts');
  const { stdout } = await run(process.execPath, [script, path, String(briefId)], {
    env: { ...process.env, ...env },
    timeout: 170_000,
  });
  return JSON.parse(stdout) as Record<string, string>;
}

it('in another process, time zone and locale, and from a copy of the library', async () => {
  const { folder } = library.context;
  const copy = join(library.folder, 'a copy', 'of the library');
  // What is open has its last writes in files beside the library.
  library.context.db.pragma('wal_checkpoint(TRUNCATE)');
  await cp(folder.path, copy, { recursive: true });
  await rm(join(copy, 'library.lock'), { force: true });
  const here = await render(copy, { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' });
  const moved = join(library.folder, 'moved');
  await cp(copy, moved, { recursive: true });
  const there = await render(moved, { TZ: 'Asia/Kathmandu', LANG: 'ko_KR.UTF-8', LC_ALL: 'ko_KR.UTF-8' });
  expect(Object.keys(here)).toHaveLength(EXPORT_FORMATS.length * 5);
  expect(there).toEqual(here);
  for (const format of EXPORT_FORMATS) {
    expect(here[`${format} again`]).toBe(here[`${format} plain`]);
    expect(here[`${format} annex`]).not.toBe(here[`${format} plain`]);
  }
  expect(here['docx review']).not.toBe(here['docx plain']);
  expect(here['pdf data']).not.toBe(here['pdf plain']);
});
