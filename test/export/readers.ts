/** Reads exported files with as little of our own as can be: their text, in the order in which it stands. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { strFromU8, unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import { micromark } from 'micromark';
import { frontmatter, frontmatterHtml } from 'micromark-extension-frontmatter';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import type { ExportedBrief } from '#contract/export.ts';
import { writeFiles } from '#core/export/writeFile.ts';
import { readPdf } from './readPdf.ts';

const run = promisify(execFile);

export interface ReadFile {
  /** Without notes; blocks are lines. */
  text: string;
  /** The words of the notes, in the order of their marks. */
  notes: string[];
}

/** The parts of a Word document by their paths; throws where one is not well-formed. */
export function docxParts(bytes: Uint8Array): Record<string, string> {
  const files = Object.entries(unzipSync(bytes)).filter(([path]) => /\.(?:xml|rels)$/u.test(path));
  return Object.fromEntries(
    files.map(([path, part]) => {
      const text = strFromU8(part);
      const valid = XMLValidator.validate(text);
      if (valid !== true) throw new Error(`${path} is not well-formed: ${valid.err.msg}`);
      return [path, text];
    }),
  );
}

type Xml = Record<string, unknown>;

/** Text, tabs, line ends and the marks of notes, by walking through the elements. */
export function readDocx(bytes: Uint8Array): ReadFile {
  const parts = docxParts(bytes);
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    trimValues: false,
    htmlEntities: true,
  });
  const marks: string[] = [];
  const textOf = (nodes: Xml[]): string =>
    nodes
      .map((node): string => {
        const name = Object.keys(node).find((key) => key !== ':@')!;
        const children = node[name] as Xml[];
        if (name === '#text') return '';
        if (name === 'w:t') return children.map((child) => child['#text'] as string).join('');
        if (name === 'w:tab') return '\t';
        if (name === 'w:br') return '\n';
        if (name === 'w:instrText' || name === 'w:pPr') return '';
        if (name === 'w:footnoteReference') marks.push(String((node[':@'] as Xml)['@_w:id']));
        return textOf(children) + (name === 'w:p' ? '\n' : '');
      })
      .join('');
  const text = textOf(parser.parse(parts['word/document.xml']!) as Xml[]);
  const notes = new Map<string, string>();
  const visit = (nodes: Xml[]): void => {
    for (const node of nodes) {
      const name = Object.keys(node).find((key) => key !== ':@')!;
      if (name === 'w:footnote')
        notes.set(String((node[':@'] as Xml)['@_w:id']), textOf(node[name] as Xml[]));
      else if (Array.isArray(node[name])) visit(node[name] as Xml[]);
    }
  };
  visit(parser.parse(parts['word/footnotes.xml']!) as Xml[]);
  return { text, notes: marks.map((mark) => notes.get(mark) ?? '') };
}

/** Without the table of contents, which says again what the headings say. */
export function readHtml(bytes: Uint8Array): ReadFile {
  const { document } = parseHTML(new TextDecoder().decode(bytes));
  for (const element of document.querySelectorAll('style, nav, .back, [role=doc-noteref]')) element.remove();
  for (const element of document.querySelectorAll('br')) element.replaceWith('\n');
  const notes = [...document.querySelectorAll('[role=doc-footnote]')].map((note) => note.textContent);
  document.querySelector('[role=doc-endnotes]')?.remove();
  return { text: document.querySelector('main')!.textContent, notes };
}

/** What a page is made of by micromark, as GitHub reads it or as CommonMark has it. */
export function readMarkdown(bytes: Uint8Array, flavour: 'gfm' | 'commonmark'): ReadFile {
  const isGfm = flavour === 'gfm';
  const html = micromark(new TextDecoder().decode(bytes), {
    allowDangerousHtml: true,
    extensions: [frontmatter(), ...(isGfm ? [gfm({ singleTilde: false })] : [])],
    htmlExtensions: [frontmatterHtml(), ...(isGfm ? [gfmHtml()] : [])],
  });
  const { document } = parseHTML(`<main>${html}</main>`);
  const main = document.querySelector('main')!;
  for (const mark of main.querySelectorAll(
    'sup > a[href^="#note-"], [data-footnote-ref], [data-footnote-backref]',
  ))
    mark.remove();
  for (const element of main.querySelectorAll('br')) element.replaceWith('\n');
  const list = isGfm ? main.querySelector('[data-footnotes] ol') : noteList(main);
  const notes = [...(list?.children ?? [])].map(({ textContent }) => textContent);
  if (isGfm) main.querySelector('[data-footnotes]')?.remove();
  list?.remove();
  return { text: main.textContent, notes };
}

function noteList(main: Element): Element | null {
  const last = main.lastElementChild;
  const first = last?.querySelector(':scope > li a[id="note-1"]') ?? null;
  return first === null ? null : last;
}

/** The notes stand behind the last line that heads them. */
export function readText(bytes: Uint8Array, heading = 'Notes'): ReadFile {
  const [text = '', ...rest] = new TextDecoder().decode(bytes).split(`\n${heading}\n-----\n`);
  return {
    text,
    notes: rest
      .join('')
      .split(/\n(?=\[\d+\] )/u)
      .slice(1),
  };
}

export async function isInstalled(program: string): Promise<boolean> {
  return run(program, ['--version']).then(
    () => true,
    () => false,
  );
}

/** What Pandoc reads in a Word document, with the notes behind. */
export async function pandocText(bytes: Uint8Array): Promise<string> {
  return inFolder(async (folder) => {
    await writeFile(join(folder, 'brief.docx'), bytes);
    const { stdout } = await run('pandoc', ['-t', 'plain', '--wrap=none', join(folder, 'brief.docx')]);
    return stdout;
  });
}

/** What Pandoc makes of its Markdown, with the files that lie beside it. */
export async function pandocMarkdown(bytes: Uint8Array, beside: ExportedBrief['beside']): Promise<ReadFile> {
  return inFolder(async (folder) => {
    await writeFiles(join(folder, 'brief.md'), bytes, beside);
    const options = ['--citeproc', '--wrap=none', '-t', 'html', 'brief.md'];
    const { stdout } = await run('pandoc', options, { cwd: folder });
    const { document } = parseHTML(`<main>${stdout}</main>`);
    for (const element of document.querySelectorAll('.footnote-ref, .footnote-back')) element.remove();
    for (const element of document.querySelectorAll('br')) element.replaceWith('\n');
    const notes = [...document.querySelectorAll('.footnotes > ol > li')].map((note) => note.textContent);
    document.querySelector('.footnotes')?.remove();
    return { text: document.querySelector('main')!.textContent, notes };
  });
}

/** The pages that LibreOffice makes of a Word document, as text. */
export async function officePages(bytes: Uint8Array): Promise<string> {
  return inFolder(async (folder) => {
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    await writeFile(join(folder, 'brief.docx'), bytes);
    const options = ['--headless', '--convert-to', 'pdf', '--outdir', folder];
    await run('soffice', [profile, ...options, join(folder, 'brief.docx')]);
    const { pages } = await readPdf(new Uint8Array(await readFile(join(folder, 'brief.pdf'))));
    return pages.map((page) => page.text).join(' ');
  });
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-readers-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
