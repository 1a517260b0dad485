/** Documents of every shape that the editor can make, in both formats and both kinds of styles. */
import * as fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPicture } from '#core/pictures/store.ts';
import { PNG } from '#test/pictures.ts';
import { MARKING_SCHEMES, markingIn } from '#domain/marking.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { exportLibrary, type ExportLibrary, HONG, KIM, YAMADA } from './library.ts';
import { straysTold } from './checkPdf.ts';
import { documents, numbered, runs } from './generate.ts';
import { readPdf } from './readPdf.ts';

const MARKING = markingIn(MARKING_SCHEMES[0]!, 1);

let library: ExportLibrary;
beforeAll(async () => {
  library = await exportLibrary();
  library.addSources(KIM, HONG, YAMADA);
  await addPicture(library.context.folder.pictures, PNG, 'a.png');
});
afterAll(() => library.close());

async function render(nodes: StoredNode[], format: 'md' | 'pdf', styleId: string): Promise<Uint8Array> {
  const briefId = library.addBrief(nodes, { styleId, marking: MARKING });
  const { bytes, warnings } = await library.exporter.handlers['export.render']({ briefId, format });
  expect(warnings.filter((warning) => straysTold([warning]).size === 0)).toEqual([]);
  return bytes;
}

it.each(['chicago-notes', 'apa'])('keep all their words: %s', { timeout: 240_000 }, async (styleId) => {
  await fc.assert(
    fc.asyncProperty(documents, async (nodes) => {
      const wanted = new Set(numbered(JSON.stringify(nodes)));
      const markdown = new TextDecoder().decode(await render(nodes, 'md', styleId));
      const tree = fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
      expect(new Set(numbered(toString(tree)))).toEqual(wanted);
      const pdf = await readPdf(await render(nodes, 'pdf', styleId));
      expect(new Set(numbered(pdf.pages.map((page) => page.text).join(' ')))).toEqual(wanted);
    }),
    { numRuns: runs(25) },
  );
});
