/** A brief that is written as Markdown and opened again is written as the same bytes. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MARKDOWN_FLAVOURS, type MarkdownFlavour } from '#contract/export.ts';
import { besideInMemory } from '#core/briefs/markdown/beside.ts';
import { readBrief } from '#core/briefs/markdown/read.ts';
import { createBrief } from '#core/briefs/store.ts';
import { articleOfKey } from '#core/citations/keys/keys.ts';
import { addPicture } from '#core/pictures/store.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { PNG } from '#test/pictures.ts';
import { documents, runs } from './generate.ts';
import {
  citation,
  exportLibrary,
  type ExportLibrary,
  HONG,
  KIM,
  node,
  paragraph,
  text,
  YAMADA,
} from './library.ts';

const LINE_END: StoredNode = { type: 'linebreak', version: 1 };

let library: ExportLibrary;
let drawn: string;
beforeAll(async () => {
  library = await exportLibrary();
  library.addSources(KIM, HONG, YAMADA);
  drawn = (await addPicture(library.context.folder.pictures, PNG, 'a.png')).sha256;
});
afterAll(() => library.close());

interface Written {
  text: string;
  beside: { path: string; bytes: Uint8Array }[];
}

async function write(briefId: number, flavour: MarkdownFlavour): Promise<Written> {
  const { bytes, beside } = await library.exporter.handlers['export.render']({
    briefId,
    format: 'md',
    flavour,
    fileName: 'Brief.md',
  });
  return { text: new TextDecoder().decode(bytes), beside };
}

async function open({ text, beside }: Written): Promise<{ id: number; warnings: string[] }> {
  const { db, folder } = library.context;
  const ofKey = articleOfKey(db);
  const { settings, document, warnings } = await readBrief(text, 'Brief.md', besideInMemory(beside), {
    citations: library.citations,
    picturesFolder: folder.pictures,
    addReferences: async (items) => items.map(({ csl }) => ofKey(csl['citation-key'] ?? '')),
    articleOfKey: ofKey,
  });
  return { id: createBrief(db, { ...settings, document }).id, warnings };
}

/** What is written of a brief, and of the brief that this is opened as. */
async function twice(
  briefId: number,
  flavour: MarkdownFlavour,
): Promise<{ first: Written; again: Written; warnings: string[] }> {
  const first = await write(briefId, flavour);
  const { id, warnings } = await open(first);
  return { first, again: await write(id, flavour), warnings };
}

describe.each(MARKDOWN_FLAVOURS)('%s', (flavour) => {
  it.each(['chicago-notes', 'apa'])(
    'any document, in the style %s',
    { timeout: 300_000 },
    async (styleId) => {
      await fc.assert(
        fc.asyncProperty(documents, async (nodes) => {
          const { first, again, warnings } = await twice(library.addBrief(nodes, { styleId }), flavour);
          expect(again.text).toBe(first.text);
          expect(again.beside).toEqual(first.beside);
          expect(warnings).toEqual([]);
        }),
        { numRuns: runs(8) },
      );
    },
  );

  it('lines that could be fences of a div, or dashes of a table', async () => {
    const lines = ['A   B', '--- ---', '1   2', '--- ---'].flatMap((line) => [text(line), LINE_END]);
    const briefId = library.addBrief([
      paragraph('::: {.note}'),
      paragraph('Words.'),
      paragraph(':::'),
      paragraph(...lines.slice(0, -1)),
      node('code', lines.slice(0, -1)),
      paragraph('--- ---'),
    ]);
    const { first, again, warnings } = await twice(briefId, flavour);
    expect(again.text).toBe(first.text);
    expect(warnings).toEqual([]);
    expect(first.text.replaceAll('\\', '')).toContain('::: {.note}\n\nWords.\n\n:::\n\n');
  });

  it('control characters, which are no text, beside emphasis', async () => {
    const briefId = library.addBrief([paragraph(text('a\u000E'), text('*b', 2), text('\u0007c'))]);
    const { first, again } = await twice(briefId, flavour);
    expect(again.text).toBe(first.text);
    expect(first.text).not.toContain('&#xE;');
  });

  it('a quote whose last paragraph is a citation', async () => {
    const cited = paragraph(citation({ articleId: 1, locator: '4' }));
    const briefId = library.addBrief([node('quote', [paragraph('Words.'), cited])]);
    const { first, again } = await twice(briefId, flavour);
    expect(again.text).toBe(first.text);
  });

  const folder = join(import.meta.dirname, '../documents');
  it.each(readdirSync(folder).filter((name) => name.endsWith('.json')))('%s', async (name) => {
    // The library holds one picture: each is that.
    const text = readFileSync(join(folder, name), 'utf8').replaceAll(
      /"sha256": "\w+"/gu,
      `"sha256": "${drawn}"`,
    );
    const { docVersion, root } = JSON.parse(text) as {
      docVersion: number;
      root: StoredNode;
    };
    const document = { docVersion, root };
    const { id } = createBrief(library.context.db, {
      title: name,
      author: 'A. B.',
      date: '2026-11-23',
      document,
    });
    const { first, again, warnings } = await twice(id, flavour);
    expect(again.text).toBe(first.text);
    expect(again.beside).toEqual(first.beside);
    expect(warnings).toEqual([]);
  });
});
