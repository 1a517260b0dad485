import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { describe, expect, it } from 'vitest';
import { USUAL_DESIGN } from '../design/design.ts';
import type { Block, Inline } from '#domain/document/ast.ts';
import { createCompiler } from './compiler.ts';
import { type TypstDocument, typstDocument } from './typstData.ts';

const resources = resolve(import.meta.dirname, '../../../../resources');
const words = (seed: number): string =>
  `Paragraph ${seed} ${'says what it has to say. '.repeat(12 + (seed % 7))}`;
const text = (value: string): Inline => ({ type: 'text', text: value, marks: [] });
const paragraph = (...children: Inline[]): Block => ({ type: 'paragraph', align: 'justify', children });
const heading = (title: string): Block => ({ type: 'heading', level: 1, children: [text(title)] });
const note = (value: string): Inline => ({ type: 'footnote', children: [paragraph(text(value))] });

/** Ten pages under headings, with a note in every fifth paragraph. */
const PAGES: Block[] = Array.from({ length: 90 }, (_unused, index) => {
  if (index % 10 === 0) return heading(`Section ${index / 10 + 1}`);
  const end = index % 5 === 2 ? [note(`Note at ${index}.`), text(' And so on.')] : [];
  return paragraph(text(words(index)), ...end);
});

function document(children: Block[]): TypstDocument {
  return typstDocument({
    settings: { title: 'Ten pages', author: 'A. Author', date: '2026-11-23', language: 'en' },
    document: { children },
    banner: null,
    design: USUAL_DESIGN,
    citation: () => ({ inText: null, content: [], noteNumber: null }),
    footnote: () => 1,
    threads: new Map(),
    evidence: () => [],
    annex: null,
    sources: { place: null, heading: 'Sources', sections: [] },
    reference: () => ({ text: '', to: null }),
    referredTo: new Set(),
    pictures: new Map(),
    altered: [],
    missing: [],
  });
}

const EDITS: [what: string, after: Block[]][] = [
  ['a word in the middle', PAGES.with(45, paragraph(text(`Now ${words(45)}`)))],
  [
    'a note in the middle, which renumbers the others',
    PAGES.with(45, paragraph(text(words(45)), note('New.'))),
  ],
  ['a section less, and with it a page', PAGES.toSpliced(40, 10)],
  ['another heading', PAGES.with(30, heading('Now called otherwise'))],
  ['a page break', PAGES.toSpliced(37, 0, { type: 'pageBreak' })],
];

describe('createCompiler', () => {
  it.each(EDITS)('gives the bytes of a first run after an edit: %s', (_what, after) => {
    const compiler = createCompiler(resources, resolve(import.meta.dirname, 'none'));
    const sha256 = (blocks: Block[]): string =>
      createHash('sha256')
        .update(compiler.pdf(document(blocks)).bytes)
        .digest('hex');
    const before = sha256(PAGES);
    const edited = sha256(after);
    forget();
    expect(sha256(after)).toBe(edited);
    expect(edited).not.toBe(before);
  });
});

/** What Typst remembers is the process's, not a compiler's. */
function forget(): void {
  NodeCompiler.create({ workspace: resources }).evictCache(0);
}
