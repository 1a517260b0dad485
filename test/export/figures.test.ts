/** Pictures and captions in both formats, with what can be wrong with them. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ExportFormat } from '#contract/export.ts';
import { addPicture } from '#core/pictures/store.ts';
import type { BriefSettings } from '#domain/brief.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { GIF, JPEG, PNG, svg, turnedJpeg, WEBP } from '#test/pictures.ts';
import {
  caption,
  citation,
  exportLibrary,
  type ExportLibrary,
  footnote,
  heading,
  KIM,
  paragraph,
  picture,
  table,
} from './library.ts';
import { readPdf } from './readPdf.ts';

let library: ExportLibrary;
let kim: number;
let png: string;
let jpg: string;
beforeAll(async () => {
  library = await exportLibrary();
  [kim] = library.addSources(KIM) as [number];
  const { pictures } = library.context.folder;
  ({ sha256: png } = await addPicture(pictures, PNG, 'a.png'));
  ({ sha256: jpg } = await addPicture(pictures, JPEG, 'a.jpg'));
});
afterAll(() => library.close());

const exported = (nodes: StoredNode[], format: ExportFormat, settings: Partial<BriefSettings> = {}) =>
  library.exporter.handlers['export.render']({ briefId: library.addBrief(nodes, settings), format });
const words = (bytes: Uint8Array): string => new TextDecoder().decode(bytes).split('---\n\n')[1]!;
const pdfText = async (bytes: Uint8Array): Promise<string> =>
  (await readPdf(bytes)).pages.map(({ text }) => text).join(' ');

/** Descriptions of the figures in the tags of a PDF. */
async function descriptions(bytes: Uint8Array): Promise<string[]> {
  interface Tag {
    role?: string;
    alt?: string;
    children?: Tag[];
  }
  const task = getDocument({ data: bytes.slice(), verbosity: 0 });
  const document = await task.promise;
  const found: string[] = [];
  const visit = (tag: Tag): void => {
    if (tag.role === 'Figure') found.push(tag.alt ?? '');
    tag.children?.forEach(visit);
  };
  for (let number = 1; number <= document.numPages; number += 1)
    visit((await (await document.getPage(number)).getStructTree()) as Tag);
  await task.destroy();
  return found;
}

const rows = [
  ['Port', 'Ships'],
  ['Busan', '4'],
];

describe('Markdown', () => {
  it('refers to the pictures in a folder beside it, with captions as text under them', async () => {
    const { bytes, beside, warnings } = await exported(
      [
        picture(png, { alt: 'A map of [the] strait' }),
        caption('Traffic in 2024', citation({ articleId: kim })),
        caption('Ships by port'),
        table(rows),
        picture(jpg, { decorative: true, alt: 'not read' }),
        picture(png, { alt: 'The map again' }),
        caption(),
      ],
      'md',
      { title: 'Straits #1 (draft)' },
    );
    expect(words(bytes)).toBe(
      [
        '![A map of \\[the\\] strait](Straits-1-draft--pictures/picture-1.png)',
        '**Figure\u00a01.** Traffic in 2024[^1]',
        '**Table\u00a01.** Ships by port',
        '| Port | Ships |\n| - | - |\n| Busan | 4 |',
        '![](Straits-1-draft--pictures/picture-2.jpg)',
        '![The map again](Straits-1-draft--pictures/picture-1.png)',
        '**Figure\u00a02**',
        '## Sources',
        '- Kim, Marie. “Forced Labor Compensation.” *Asian Law Review* 3 (2019): 112–19.',
        '[^1]: Marie Kim, “Forced Labor Compensation,” *Asian Law Review* 3 (2019): 112–19.\n',
      ].join('\n\n'),
    );
    expect(beside.map(({ path }) => path)).toEqual([
      'Straits-1-draft--pictures/picture-1.png',
      'Straits-1-draft--pictures/picture-2.jpg',
    ]);
    expect(beside[0]!.bytes).toEqual(PNG);
    expect(warnings).toEqual([]);
  });

  it('is saved with its pictures, named after the file that was chosen', async () => {
    const briefId = library.addBrief([picture(png, { alt: 'a' })]);
    library.savePath = join(library.folder, 'chosen name.md');
    await library.exporter.handlers['export.save']({ briefId, format: 'md' });
    expect(await readFile(library.savePath, 'utf8')).toContain('![a](chosen-name-pictures/picture-1.png)');
    expect(
      new Uint8Array(await readFile(join(library.folder, 'chosen-name-pictures/picture-1.png'))),
    ).toEqual(PNG);
    library.savePath = join(library.folder, 'blocked.md');
    await writeFile(join(library.folder, 'blocked-pictures'), 'in the way');
    await expect(library.exporter.handlers['export.save']({ briefId, format: 'md' })).rejects.toMatchObject({
      code: 'file_unwritable',
    });
    await expect(readFile(library.savePath)).rejects.toThrow(/ENOENT/);
  });

  it('is one ZIP where a browser is to save it, the same each time', async () => {
    const render = async (nodes: StoredNode[]) => {
      const briefId = library.addBrief(nodes, { title: 'Straits' });
      return library.exporter.handlers['export.render']({ briefId, format: 'md', packed: true });
    };
    const file = await render([picture(png, { alt: 'a' })]);
    expect([file.fileName, file.mediaType, file.beside]).toEqual(['Straits.zip', 'application/zip', []]);
    const entries = unzipSync(file.bytes);
    expect(Object.keys(entries)).toEqual(['Straits.md', 'Straits-pictures/picture-1.png']);
    expect(new Uint8Array(entries['Straits-pictures/picture-1.png']!)).toEqual(PNG);
    expect((await render([picture(png, { alt: 'a' })])).bytes).toEqual(file.bytes);
    expect((await render([paragraph('a')])).fileName).toBe('Straits.md');
  });
});

describe('a PDF', () => {
  it('has every format of picture, with its description for who does not see it', async () => {
    const { pictures } = library.context.folder;
    const ids = [png, jpg];
    for (const bytes of [GIF, WEBP, svg(), turnedJpeg(6)])
      ids.push((await addPicture(pictures, bytes, 'a')).sha256);
    const { bytes, warnings } = await exported(
      [
        ...ids.map((sha256, index) => picture(sha256, { alt: `Picture ${index}` })),
        picture(png, { decorative: true }),
      ],
      'pdf',
    );
    expect(warnings).toEqual([]);
    expect(await descriptions(bytes)).toEqual(ids.map((_sha256, index) => `Picture ${index}`));
  });

  it('numbers captions by kind, in the language of the brief, notes and all', async () => {
    const nodes = [
      picture(png, { alt: 'Karte' }),
      caption('Verkehr', citation({ articleId: kim })),
      table(rows),
      caption('Häfen', footnote(paragraph('Stand 2024.'))),
      picture(png),
      caption('Noch einmal'),
    ];
    const { bytes, warnings } = await exported(nodes, 'pdf', { language: 'de-DE' });
    const text = await pdfText(bytes);
    for (const found of [
      'Abbildung 1: Verkehr',
      'Tabelle 1: Häfen',
      'Abbildung 2: Noch einmal',
      'Stand 2024.',
    ])
      expect(text).toContain(found);
    expect(await descriptions(bytes)).toEqual(['Karte', 'Abbildung\u00a02']);
    expect((await readPdf(bytes)).pages[0]!.roles.filter((role) => role === 'Caption')).toHaveLength(3);
    expect(warnings).toEqual([expect.stringMatching(/^A picture at the beginning has no alternative text/)]);
  });

  it('keeps the caption of a long table at its beginning, and its notes on their pages', async () => {
    const long = Array.from({ length: 120 }, (_row, index) => [`Row ${index}`, 'x']);
    const nodes = [
      ...Array.from({ length: 30 }, () => paragraph('Filling.')),
      caption('Long', footnote(paragraph('About all of it.'))),
      table([['Port', 'Ships'], ...long]),
    ];
    const pdf = await readPdf((await exported(nodes, 'pdf')).bytes);
    const page = pdf.pages.find(({ text }) => text.includes('Table 1. Long'))!;
    expect(page.text).toContain('Row 0');
    expect(page.text).toContain('About all of it.');
    expect(pdf.pages.at(-1)!.text).toContain('Row 119');
  });

  it('comes out without a picture that is missing or damaged, and says where', async () => {
    const { pictures } = library.context.folder;
    const { sha256: damaged } = await addPicture(pictures, svg('<rect/>', 'width="9" height="9"'), 'a.svg');
    await mkdir(pictures, { recursive: true });
    await writeFile(join(pictures, damaged), PNG.subarray(0, 50));
    const nodes = [
      heading('h2', 'Traffic ', footnote(paragraph('n'))),
      picture('0'.repeat(64), { alt: 'The strait' }),
      caption('Gone'),
      picture(damaged, { alt: 'A port' }),
      caption('Broken 😀'),
      paragraph('After.'),
    ];
    const { bytes, warnings } = await exported(nodes, 'pdf');
    const text = await pdfText(bytes);
    for (const found of [
      '[Missing picture: The strait]',
      'Figure 1. Gone',
      '[Missing picture: A port]',
      'Broken',
      'After.',
    ])
      expect(text).toContain(found);
    expect(warnings.slice(0, 2)).toEqual([
      expect.stringMatching(/^The picture “The strait” under “Traffic” is missing from the library:/),
      expect.stringMatching(/^The picture “A port” under “Traffic” is damaged:/),
    ]);
    const markdown = await exported(nodes, 'md');
    expect(words(markdown.bytes)).toContain('\\[Missing picture: The strait]\n\n**Figure\u00a01.** Gone');
    expect(markdown.beside).toHaveLength(1);
  });
});

it('a caption beside nothing is a paragraph, and a picture that is none leaves its description', async () => {
  const { bytes } = await exported(
    [
      caption('Alone'),
      paragraph('x'),
      picture('../../etc/passwd', { alt: 'What it was' }),
      caption('Under it'),
    ],
    'md',
  );
  expect(words(bytes)).toBe('Alone\n\nx\n\nWhat it was\n\n**Figure\u00a01.** Under it\n');
});
