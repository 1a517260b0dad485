/** Cross references in both formats: links to what they name, and words where that is gone. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ExportFormat } from '#contract/export.ts';
import { addPicture } from '#core/pictures/store.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { PNG } from '#test/pictures.ts';
import {
  called,
  caption,
  exportLibrary,
  type ExportLibrary,
  footnote,
  heading,
  paragraph,
  picture,
  reference,
  table,
} from './library.ts';
import { readPdf } from './readPdf.ts';

let library: ExportLibrary;
let png: string;
beforeAll(async () => {
  library = await exportLibrary();
  ({ sha256: png } = await addPicture(library.context.folder.pictures, PNG, 'a.png'));
});
afterAll(() => library.close());

const exported = (nodes: StoredNode[], format: ExportFormat, language = 'en-US') =>
  library.exporter.handlers['export.render']({ briefId: library.addBrief(nodes, { language }), format });

const story = (): StoredNode[] => [
  called('h1', heading('h2', 'Ports and ', reference('f1'))),
  paragraph('See ', reference('f1'), ', ', reference('t1'), ' and “', reference('h1'), '”.'),
  called('p1', picture(png, { alt: 'A map' })),
  called('f1', caption('Traffic', footnote(paragraph('As in ', reference('t1'), '.')))),
  called('t1', caption('Ships')),
  table([
    ['Port', reference('h1')],
    ['Busan', '4'],
  ]),
  called('h2', heading('h2', 'Unused')),
];

it('Markdown links them within the file', async () => {
  const { bytes, warnings } = await exported(story(), 'md');
  const text = new TextDecoder().decode(bytes).split('---\n\n')[1]!;
  expect(text).toContain(
    '## <a id="ref-h1"></a>Ports and [Figure\u00a01](#ref-f1)\n\nSee [Figure\u00a01](#ref-f1), [Table\u00a01](#ref-t1) and “[Ports and](#ref-h1)”.',
  );
  expect(text).toContain(
    '<a id="ref-f1"></a>**Figure\u00a01.** Traffic[^1]\n\n<a id="ref-t1"></a>**Table\u00a01.** Ships',
  );
  expect(text).toContain('## Unused\n');
  expect(text).toContain('[^1]: As in [Table\u00a01](#ref-t1).');
  expect(warnings).toEqual([]);
});

it('a PDF links them to their places, in the language of the brief', async () => {
  const { bytes } = await exported(story(), 'pdf', 'de-DE');
  const [page] = (await readPdf(bytes)).pages;
  expect(page!.text).toContain('See Abbildung 1, Tabelle 1 and “Ports and”.');
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const document = await task.promise;
  const links = (await (await document.getPage(1)).getAnnotations()) as { dest?: unknown }[];
  expect(links.filter(({ dest }) => dest !== undefined && dest !== null).length).toBeGreaterThanOrEqual(5);
  await task.destroy();
});

it.each(['md', 'pdf'] as const)(
  'what is gone keeps the words that it had, and is warned of: %s',
  async (format) => {
    const { bytes, warnings } = await exported(
      [
        called('h1', heading('h2', 'Ports')),
        paragraph(
          'See ',
          reference('gone', 'Figure\u00a03'),
          ', ',
          reference('never'),
          ', ',
          reference('p1', 'Table\u00a02'),
        ),
        called('p1', paragraph('Not a caption any more.')),
        called('h3', heading('h2', footnote(paragraph('n')))),
        paragraph('Also ', reference('h3', 'Old words'), '.'),
      ],
      format,
    );
    const text =
      format === 'md'
        ? new TextDecoder().decode(bytes)
        : (await readPdf(bytes)).pages.map((page) => page.text).join(' ');
    expect(text.replaceAll('\u00a0', ' ').replaceAll('\\', '')).toMatch(/See Figure 3, \[\?\], Table 2/);
    expect(text).toContain('Also Old words.');
    expect(warnings).toEqual([
      expect.stringMatching(
        /^4 cross references, the first of them under “Ports”, refer to .* “Figure\u00a03”/,
      ),
    ]);
  },
);
