/** The command line as a shell runs it: the whole story, and what goes wrong. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');
const PROGRAM = join(ROOT, 'build/dossier.mjs');

interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

let folder: string;
let library: string;

function start(args: string[]): ChildProcess {
  return spawn(process.execPath, [PROGRAM, ...args], { cwd: folder, env: { ...process.env, NO_COLOR: '1' } });
}

async function dossier(...args: string[]): Promise<Outcome> {
  const child = start(args.includes('--library') ? args : [...args, '--library', library]);
  const outcome: Outcome = { code: null, out: '', err: '' };
  child.stdout!.setEncoding('utf8').on('data', (part: string) => (outcome.out += part));
  child.stderr!.setEncoding('utf8').on('data', (part: string) => (outcome.err += part));
  outcome.code = await new Promise((done) => child.on('close', done));
  return outcome;
}

/** Runs with `--json`, which promises one document on standard output and nothing else. */
async function json<T>(...args: string[]): Promise<T> {
  const { code, out, err } = await dossier(...args, '--json');
  expect(err).toBe('');
  expect(code).toBe(0);
  return JSON.parse(out) as T;
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-cli-'));
  library = join(folder, 'library');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the story', () => {
  it('begins with a sample, once', async () => {
    expect(await json('sample')).toEqual({ imported: 12, skipped: 0, briefId: 1 });
    expect(await json('sample')).toEqual({ imported: 0, skipped: 12, briefId: 1 });
  });

  it('imports what it can and says what it could not', async () => {
    const article = join(folder, 'harbour.txt');
    await writeFile(
      article,
      'Harbour dues in review\n\nThe port raised its dues in March.\n\nShipowners object.',
    );
    await copyFile(article, join(folder, 'copy.txt'));
    await writeFile(join(folder, 'empty.txt'), '');
    const { code, out } = await dossier(
      'import',
      'harbour.txt',
      'copy.txt',
      'empty.txt',
      'gone.txt',
      '--json',
    );
    expect(code).toBe(1);
    const report = JSON.parse(out) as {
      entries: { id?: number; title?: string; file: string; status: string; message?: string }[];
    };
    expect(report).toMatchObject({ imported: 1, skipped: 1, refused: 2, cancelled: false });
    const entry = (file: string) => report.entries.find((one) => one.file.endsWith(file));
    expect(entry('harbour.txt')).toMatchObject({
      id: 13,
      title: 'Harbour dues in review',
      status: 'imported',
    });
    const message = expect.stringMatching(/\.$/) as string;
    expect(entry('copy.txt')).toMatchObject({ id: 13, status: 'skipped', message });
    expect(entry('empty.txt')).toMatchObject({ status: 'refused', message });
    expect(entry('gone.txt')).toMatchObject({ status: 'refused', message });
  });

  it('lists articles and briefs with id and title', async () => {
    expect(await json('articles', '--trash')).toEqual([]);
    const unknown = await dossier('articles', '--collection', 'Nowhere');
    expect([unknown.code, unknown.err]).toEqual([1, 'The library has no collection named “Nowhere”.\n']);
    const articles = await json<{ id: number; title: string }[]>('articles');
    expect(articles).toHaveLength(13);
    expect(articles[0]).toMatchObject({ id: 13, title: 'Harbour dues in review' });
    const briefs = await json<{ id: number; title: string }[]>('briefs');
    expect(briefs).toMatchObject([{ id: 1, title: expect.stringContaining('Kester Strait') }]);
    expect(await json('versions', '1')).toEqual([]);
    expect((await dossier('versions', 'Nowhere')).code).toBe(1);
  });

  it('searches', async () => {
    const hits = await json<{ id: number; title: string; excerpt: string; highlights: [number, number][] }[]>(
      'search',
      'port',
      'dues',
    );
    expect(hits[0]).toMatchObject({ id: 13, title: 'Harbour dues in review' });
    const [first] = hits;
    expect(first!.highlights.map(([from, to]) => first!.excerpt.slice(from, to))).toContain('dues');
    const korean = await dossier('search', '해저케이블');
    expect(korean.out).toContain('케스터 해협');
    const none = await json('search', 'port', '--year', '1900');
    expect(none).toEqual([]);
  });

  it('shows and changes what stands around the text on the pages', async () => {
    const changed = await json('page', '1', '--reference', 'D/7', '--marking', 'us/s', '--caveat', 'NOFORN');
    expect(changed).toMatchObject({
      reference: 'D/7',
      marking: { level: 3, caveat: 'NOFORN', portions: false },
    });
    const { out } = await dossier('page', '1', '--portions', 'on', '--keywords', 'cables, ports');
    expect(out).toMatch(
      /Reference: D\/7\nKeywords: cables, ports\nMarking: SECRET\/\/NOFORN, with portion marks\nDesign: think-tank, A4, /u,
    );
    const page = await json('page', '1', '--design', 'two-page', '--paper', 'letter', '--columns', '1');
    expect(page).toMatchObject({
      page: { design: 'two-page', paper: 'letter', columns: 1, margins: 'design' },
    });
    expect((await dossier('page', '1', '--design', 'ornate')).err).toMatch(
      /think-tank, government, two-page/u,
    );
    await json('page', '1', '--design', 'think-tank', '--paper', 'a4', '--columns', 'design');
    const { code, err } = await dossier('page', '1', '--marking', 'us/severe');
    expect([code, err]).toEqual([1, expect.stringMatching(/us\/TS/u)]);
    expect(await json('page', '1', '--marking', 'none', '--keywords', '')).toMatchObject({ marking: null });
  });

  it('writes a PDF that carries the brief, and opens it in another library', async () => {
    const pdf = join(folder, 'carried.pdf');
    await json('export', '1', '--data', '--out', pdf);
    const child = start(['open', pdf, '--json', '--library', join(folder, 'other')]);
    let out = '';
    child.stdout!.setEncoding('utf8').on('data', (part: string) => (out += part));
    expect(await new Promise((done) => child.on('close', done))).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ briefId: 1, known: 0, warnings: [] });
    const plain = join(folder, 'plain.pdf');
    await json('export', '1', '--out', plain);
    const { code, err } = await dossier('open', plain);
    expect([code, err]).toEqual([1, expect.stringMatching(/carries no brief/u)]);
  });

  it('exports in the format that is named, or that the name of the file tells', async () => {
    const file = join(folder, 'brief.md');
    expect(await json('export', '1', '--format', 'md', '--out', file)).toMatchObject({
      path: file,
      format: 'md',
    });
    const markdown = await readFile(file, 'utf8');
    expect(markdown).toContain('[^1]: ');
    expect(markdown).toContain('# Sources');
    const bib = join(folder, 'sources.bib');
    expect(await json('references', '--format', 'biblatex', '--brief', '1', '--out', bib)).toMatchObject({
      path: bib,
    });
    expect(await readFile(bib, 'utf8')).toMatch(/^@\w+\{[a-z]+\d{4}[a-z]*,\n/u);
    const { out } = await dossier('export', '1', '--format', 'md', '--out', '-');
    expect(out).toBe(markdown);
    const pdf = join(folder, 'brief.pdf');
    expect(await json('export', '1', '--format', 'pdf', '--out', pdf)).toMatchObject({ warnings: [] });
    const [head] = (await createReadStream(pdf, { end: 4 }).toArray()) as Buffer[];
    expect(head!.toString('latin1')).toBe('%PDF-');
    const word = join(folder, 'brief.docx');
    expect(await json('export', '1', '--out', word)).toMatchObject({
      path: word,
      format: 'docx',
      beside: [],
    });
    expect((await readFile(word)).subarray(0, 2).toString('latin1')).toBe('PK');
  });

  it('opens what it wrote for Pandoc as a brief of another library, and writes the same again', async () => {
    const other = join(folder, 'other');
    const [first, again] = [join(folder, 'pandoc', 'brief.md'), join(folder, 'again', 'brief.md')];
    for (const path of [first, again]) await mkdir(dirname(path));
    const { beside } = await json<{ beside: string[] }>('export', '1', '--flavour', 'pandoc', '--out', first);
    expect(beside.map((path) => basename(path))).toEqual(['brief-sources.json', 'brief-style.csl']);
    const opened = ['briefs', 'import', first, '--library', other];
    const { brief, warnings } = await json<{ brief: { id: number }; warnings: string[] }>(...opened);
    expect(warnings).toEqual([]);
    await json('export', String(brief.id), '--flavour', 'pandoc', '--out', again, '--library', other);
    for (const name of ['brief.md', 'brief-sources.json', 'brief-style.csl'])
      expect(await readFile(join(dirname(again), name), 'utf8')).toBe(
        await readFile(join(dirname(first), name), 'utf8'),
      );
  });

  it('reads like text for people without --json', async () => {
    const { out, code } = await dossier('articles');
    expect(code).toBe(0);
    expect(out.split('\n')[0]).toMatch(/^13\tHarbour dues in review/);
  });
});

describe('what goes wrong', () => {
  it.each([
    ['an unknown brief', ['export', '99', '--format', 'md', '--out', 'x.md'], 1, /99/],
    [
      'an unknown version',
      ['export', '1', '--version', 'Sent', '--format', 'md', '--out', 'x.md'],
      1,
      /the number or the name .*Sent/,
    ],
    ['an unknown format', ['export', '1', '--format', 'doc', '--out', 'x.doc'], 2, /md, pdf/],
    [
      'a format that nothing tells',
      ['export', '1', '--out', 'x'],
      1,
      /--format \(md, pdf, docx, html, txt\)/,
    ],
    ['an unknown command', ['publish'], 2, /publish/],
    ['a missing argument', ['search'], 2, /query/],
    ['a number that is none', ['search', 'port', '--limit', 'many'], 2, /limit/],
    [
      'a file that cannot be written',
      ['export', '1', '--format', 'md', '--out', 'no/such/folder/x.md'],
      1,
      /no.such.folder/,
    ],
  ])('%s', async (_what, args, code, message) => {
    const text = await dossier(...args);
    expect(text).toMatchObject({ code, out: '' });
    expect(text.err).toMatch(message);
    const asJson = await dossier(...args, '--json');
    expect(asJson).toMatchObject({ code, out: '' });
    expect(JSON.parse(asJson.err)).toMatchObject({ error: { message: expect.stringMatching(message) } });
    expect(existsSync(join(folder, 'x.md'))).toBe(false);
  });

  it('a library that is not there is not made by looking into it', async () => {
    const nowhere = join(folder, 'nowhere');
    const child = start(['articles', '--library', nowhere, '--json']);
    let err = '';
    child.stderr!.setEncoding('utf8').on('data', (part: string) => (err += part));
    expect(await new Promise((done) => child.on('close', done))).toBe(1);
    expect(JSON.parse(err)).toMatchObject({ error: { code: 'library_missing' } });
    expect(existsSync(nowhere)).toBe(false);
  });

  it('a library that another Dossier has open', async () => {
    const serving = start(['serve', '--library', library, '--json']);
    const lines = createInterface(serving.stdout!);
    const [line] = await new Promise<string[]>((done) => lines.once('line', (first) => done([first])));
    expect(JSON.parse(line!)).toMatchObject({
      url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/\?open=/),
      library,
    });
    const other = start(['serve', '--library', join(folder, 'other'), '--json']);
    const [otherLine] = await new Promise<string[]>((done) =>
      createInterface(other.stdout!).once('line', (first) => done([first])),
    );
    const portOf = (announced: string): number => (JSON.parse(announced) as { port: number }).port;
    expect(portOf(otherLine!)).not.toBe(portOf(line!));
    other.kill('SIGTERM');
    const second = await dossier('articles', '--json');
    expect(second.code).toBe(1);
    expect(JSON.parse(second.err)).toMatchObject({ error: { code: 'library_locked' } });
    serving.kill('SIGTERM');
    await new Promise((done) => serving.on('close', done));
    expect((await dossier('articles')).code).toBe(0);
  });
});
