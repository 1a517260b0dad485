/**
 * What holds for every PDF that is written: it is well-formed, tagged, carries its fonts, has an outline that is its
 * headings, and each note on the page of its mark. Read by qpdf and poppler, where they are installed, and pdf.js.
 */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const run = promisify(execFile);

/** The notes that a warning says to be on other pages than their marks, by their numbers. */
export function straysTold(warnings: readonly string[]): Set<string> {
  const told = warnings.flatMap((warning) => STRAYS.exec(warning)?.[1]?.split(', ') ?? []);
  return new Set(told);
}
const STRAYS = /^Notes? ([\d, ]+) stands? on (?:another page than its mark|other pages than their marks)/u;

/** The faults of a PDF as sentences; none where it is as it should be, but for the notes that were told as `strays`. */
export async function pdfFaults(bytes: Uint8Array, strays: ReadonlySet<string>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-pdf-'));
  try {
    const path = join(folder, 'brief.pdf');
    await writeFile(path, bytes);
    return [...(await malformed(path)), ...(await withoutFonts(path)), ...(await misread(bytes, strays))];
  } finally {
    await rm(folder, { recursive: true });
  }
}

const known = new Map<string, boolean>();

function isHere(program: string): boolean {
  let here = known.get(program);
  if (here === undefined) {
    here = spawnSync(program, ['--version']).error === undefined;
    if (!here) console.log(`${program} is not installed: PDFs are not checked by it.`);
    known.set(program, here);
  }
  return here;
}

async function malformed(path: string): Promise<string[]> {
  if (!isHere('qpdf')) return [];
  try {
    await run('qpdf', ['--check', path]);
    return [];
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return [`qpdf: ${stdout}${stderr}`];
  }
}

/** The sixth column of poppler's list from the right says whether a font is embedded. */
async function withoutFonts(path: string): Promise<string[]> {
  if (!isHere('pdffonts')) return [];
  const { stdout } = await run('pdffonts', [path]);
  return stdout
    .split('\n')
    .slice(2)
    .filter((line) => line !== '' && line.trim().split(/\s+/u).at(-5) !== 'yes')
    .map((line) => `a font is not embedded: ${line}`);
}

interface Tag {
  role?: string;
  type?: string;
  id?: string;
  children?: Tag[];
}
interface Bookmark {
  title: string;
  items: Bookmark[];
}

async function misread(bytes: Uint8Array, strays: ReadonlySet<string>): Promise<string[]> {
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const pdf = await task.promise;
  try {
    const faults: string[] = [];
    const marked = (await pdf.getMarkInfo()) as Map<string, boolean> | null;
    if (marked?.get('Marked') !== true) faults.push('it is not tagged');
    const headings: string[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const page = await pdf.getPage(number);
      const tree = (await page.getStructTree()) as Tag | null;
      const words = hasNames(tree) ? await wordsById(page) : new Map<string, string>();
      const found = walk(tree, words);
      headings.push(...found.headings);
      const [marks, notes] = [found.marks, found.notes].map((numbers) =>
        numbers.filter((each) => !strays.has(each)).join(),
      );
      if (marks !== notes) faults.push(`page ${number} has the marks ${marks} and the notes ${notes}`);
    }
    const outline = titles(await pdf.getOutline());
    if (plain(outline) !== plain(headings))
      faults.push(`the outline is ${JSON.stringify(outline)}, the headings ${JSON.stringify(headings)}`);
    return faults;
  } finally {
    await task.destroy();
  }
}

/** Whether there are headings or numbers of notes: to read the words takes most of the time. */
function hasNames(tag: Tag | null): boolean {
  return (
    tag !== null &&
    (/^(?:H\d|Lbl)$/u.test(tag.role ?? '') || (tag.children ?? []).some((child) => hasNames(child)))
  );
}

const plain = (parts: string[]): string => parts.map(lettersOf).join('\n');

/**
 * A page has its letters in the order in which they are seen. In which order those to the left of others are read,
 * where both directions mix with signs and numbers, is a guess of the reader's: only which they are is compared. What a
 * sign reads that is turned among them is said by `ActualText`, which pdf.js passes over: those signs are left out.
 */
function lettersOf(part: string): string {
  const letters = part.replaceAll(/[\s()[\]{}<>«»‹›]+/gu, '');
  return RIGHT_TO_LEFT.test(letters) ? Array.from(letters).toSorted().join('') : letters;
}
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}]/u;

function titles(bookmarks: Bookmark[] | null): string[] {
  return (bookmarks ?? []).flatMap(({ title, items }) => [title, ...titles(items)]);
}

/** The words of each piece of marked content. */
async function wordsById(page: {
  getTextContent(options: object): Promise<{ items: object[] }>;
}): Promise<Map<string, string>> {
  const { items } = await page.getTextContent({ includeMarkedContent: true });
  const words = new Map<string, string>();
  const open: (string | undefined)[] = [];
  for (const item of items as { type?: string; id?: string; str?: string }[]) {
    if (item.type === 'endMarkedContent') open.pop();
    else if (item.type !== undefined) open.push(item.id);
    else {
      const id = open.findLast((each) => each !== undefined);
      if (id !== undefined) words.set(id, (words.get(id) ?? '') + (item.str ?? ''));
    }
  }
  return words;
}

interface Found {
  headings: string[];
  /** The numbers of marks and of notes. */
  marks: string[];
  notes: string[];
}

/** `Lbl` is the number of a note, where it is marked and where it stands, but also that of an item of a list. */
function walk(tree: Tag | null, words: ReadonlyMap<string, string>): Found {
  const found: Found = { headings: [], marks: [], notes: [] };
  const textOf = (tag: Tag, without: readonly string[] = []): string => {
    if (tag.role !== undefined && without.includes(tag.role)) return '';
    if (tag.type === 'content') return words.get(tag.id ?? '') ?? '';
    return (tag.children ?? []).map((child) => textOf(child, without)).join('');
  };
  const visit = (tag: Tag, parent: string, isNote: boolean, next?: Tag): void => {
    const { role = '' } = tag;
    // The heading of the contents is no part of them.
    if (/^H\d$/u.test(role) && next?.role !== 'TOC') {
      const title = textOf(tag, ['Lbl', 'Note']);
      if (title.trim() !== '') found.headings.push(title);
    }
    if (role === 'Lbl' && parent !== 'LI') {
      const number = textOf(tag).trim();
      if (number !== '') (isNote ? found.notes : found.marks).push(number);
    }
    const { children = [] } = tag;
    for (const [index, child] of children.entries())
      visit(child, role === '' ? parent : role, isNote || role === 'Note', children[index + 1]);
  };
  if (tree !== null) visit(tree, '', false);
  return found;
}
