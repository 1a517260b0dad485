/** Pandoc formats the citations of its Markdown as Dossier does. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString } from 'mdast-util-to-string';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFiles } from '#core/export/writeFile.ts';
import {
  bibliography,
  citation,
  type ExportLibrary,
  exportLibrary,
  footnote,
  HONG,
  heading,
  KIM,
  paragraph,
  snippet,
  YAMADA,
} from './library.ts';
import { isInstalled } from './readers.ts';

let library: ExportLibrary;
beforeAll(async () => {
  library = await exportLibrary();
  library.addSources(KIM, HONG, YAMADA, {
    type: 'report',
    title: 'A "strange" report: second thoughts',
    author: [{ literal: 'Institute for Peace' }],
    publisher: 'Institute for Peace',
    issued: { 'date-parts': [[2021, 5]] },
    URL: 'https://example.org/a_b',
  });
});
afterAll(() => library.close());

const DOCUMENT = [
  heading('h1', 'Findings & $costs$'),
  paragraph('As shown', citation({ articleId: 1, locator: '112-13' }), ', and so on.'),
  paragraph('Again', citation({ articleId: 1, locator: '114' }), ' and', citation({ articleId: 2 }), '.'),
  paragraph(
    'Several',
    citation(
      { articleId: 3, prefix: 'see', locator: '5', label: 'chapter' },
      { articleId: 4, suffix: ', emphasis -- added' },
    ),
    '.',
  ),
  paragraph('An own note', footnote(paragraph('Compare ', citation({ articleId: 2 }), '.')), ' here.'),
  snippet({ articleId: 4, locator: '7' }, paragraph('Quoted *words*.')),
  paragraph('Late', citation({ articleId: 3, locator: '9' }), '.'),
  bibliography({ heading: 'The sources' }),
];

const run = promisify(execFile);
const hasPandoc = await isInstalled('pandoc');
if (!hasPandoc)
  process.stderr.write('Pandoc is not installed: how it formats our citations is not tested.\n');

type Node = { t: string; c?: unknown };

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).join('');
  if (typeof value !== 'object' || value === null) return '';
  const { t, c } = value as Node;
  if (t === 'Str') return c as string;
  if (t === 'Space' || t === 'SoftBreak' || t === 'LineBreak') return ' ';
  if (t === 'Code') return (c as [unknown, string])[1];
  if (t === 'Note') return '';
  if (t === 'Cite') return textOf((c as unknown[])[1]);
  if (t === 'Quoted') {
    const [kind, inside] = c as [Node, unknown];
    const [open, close] = kind.t === 'DoubleQuote' ? '“”' : '‘’';
    return `${open}${textOf(inside)}${close}`;
  }
  return Object.values(value).map(textOf).join('');
}

function notesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(notesIn);
  if (typeof value !== 'object' || value === null) return [];
  const { t, c } = value as Node;
  // A citation holds its source again before what it prints.
  if (t === 'Cite') return notesIn((c as unknown[])[1]);
  return t === 'Note' ? [tidy(textOf(c))] : Object.values(value).flatMap(notesIn);
}

const tidy = (text: string): string => text.replaceAll(/\s+/gu, ' ').trim();

async function byPandoc(briefId: number): Promise<unknown> {
  const file = await library.exporter.handlers['export.render']({
    briefId,
    format: 'md',
    flavour: 'pandoc',
  });
  const folder = await mkdtemp(join(tmpdir(), 'dossier-pandoc-'));
  try {
    await writeFiles(join(folder, 'brief.md'), file.bytes, file.beside);
    const { stdout, stderr } = await run('pandoc', ['--citeproc', '-t', 'json', 'brief.md'], { cwd: folder });
    expect(stderr).toBe('');
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true });
  }
}

/** The notes and the text of the same brief as GFM, in which our own engine has formatted them. */
async function byDossier(briefId: number): Promise<{ notes: string[]; text: string }> {
  const { bytes } = await library.exporter.handlers['export.render']({ briefId, format: 'md' });
  const tree = fromMarkdown(new TextDecoder().decode(bytes), {
    extensions: [gfm(), frontmatter()],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown()],
  });
  const words = (node: Nodes): string => tidy(toString(node));
  const blocks = tree.children.filter(({ type }) => type !== 'yaml' && type !== 'footnoteDefinition');
  return {
    notes: tree.children.filter(({ type }) => type === 'footnoteDefinition').map(words),
    text: blocks.map(words).join(' '),
  };
}

/** Each processor has spaces and an order of the sources of its own. */
const unspaced = (text: string): string => text.replaceAll(/\s+/gu, '');
const untilSources = (text: string): string => unspaced(text.split('The sources')[0]!);

describe.skipIf(!hasPandoc)('Pandoc sets the notes and the text of a brief as they are', () => {
  it.each([
    ['chicago-notes', 'en-US'],
    ['chicago-notes', 'de-DE'],
    ['chicago-notes', 'ko-KR'],
    ['chicago-fullnote-bibliography-with-ibid', 'en-GB'],
    ['briefing-endnotes', 'en-US'],
    ['apa', 'en-US'],
    ['harvard-cite-them-right', 'fr-FR'],
  ])('%s in %s', { timeout: 60_000 }, async (styleId, language) => {
    const briefId = library.addBrief(DOCUMENT, { styleId, language });
    const wanted = await byDossier(briefId);
    const { blocks } = (await byPandoc(briefId)) as { blocks: unknown };
    expect(notesIn(blocks).map(unspaced)).toEqual(wanted.notes.map(unspaced));
    expect(untilSources(textOf(blocks))).toBe(untilSources(wanted.text));
    const listed = textOf(blocks).split('The sources')[1];
    for (const word of ['Forced', '강제동원', '歴史', 'Institute']) expect(listed).toContain(word);
  });
});
