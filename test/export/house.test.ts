/** House designs: what they may set, what they may not reach, and what is said of their errors. */
import { existsSync } from 'node:fs';
import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BriefSettings } from '#domain/brief.ts';
import { MARKING_SCHEMES, markingIn } from '#domain/marking.ts';
import { DEFAULT_PAGE } from '#domain/page.ts';
import { PNG } from '#test/pictures.ts';
import { drawnPage } from './drawPdf.ts';
import { exportLibrary, type ExportLibrary, heading, paragraph } from './library.ts';
import { docxParts } from './readers.ts';
import { readPdf } from './readPdf.ts';

let library: ExportLibrary;
let folders = 0;
beforeAll(async () => {
  library = await exportLibrary();
});
afterAll(() => library.close());

const FACTS = { title: 'House', size: 12, margins: { top: 30, bottom: 30, side: 40 } };
const DESIGN = `#import "/designs/standard.typ": about
#import "parts/colours.typ": brand
#let look(pt) = (fonts: (text: "Source Code Pro"), accent: brand)
#let title-block(brief, look, pt) = {
  image("logo.png", width: 20mm, alt: "House")
  brief.title
  [OUR HOUSE]
  about(brief, look, pt)
}
`;

/** A folder in `templates` with these files; gives its id. */
async function house(design: string, files: Record<string, string | Uint8Array> = {}): Promise<string> {
  const name = `house-${(folders += 1)}`;
  const folder = join(library.context.folder.templates, name);
  const all = {
    'design.json': JSON.stringify(FACTS),
    'design.typ': design,
    'parts/colours.typ': '#let brand = rgb("#aa0000")\n',
    'parts/pages.txt': '#let bare(it) = { set page(foreground: none); it }\n',
    'logo.png': PNG,
    ...files,
  };
  for (const [path, content] of Object.entries(all)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  }
  return `house:${name}`;
}

async function exported(design: string, settings: Partial<BriefSettings> = {}) {
  const briefId = library.addBrief([heading('h1', 'Findings'), paragraph('Words of the brief.')], {
    title: 'Strait',
    author: 'A. Analyst',
    page: { ...DEFAULT_PAGE, design },
    ...settings,
  });
  const file = await library.exporter.handlers['export.render']({ briefId, format: 'pdf' });
  return { ...file, briefId, pdf: await readPdf(file.bytes) };
}

describe('a house design', () => {
  it('sets the title, type and colours, with its logo and fonts, and stands among the designs', async () => {
    const id = await house(DESIGN);
    const designs = await library.exporter.handlers['export.designs']({});
    expect(designs.map((design) => design.id).slice(0, 3)).toEqual(['think-tank', 'government', 'two-page']);
    expect(designs).toContainEqual({ id, title: 'House', columns: 1, problem: null });
    const { warnings, pdf, briefId, bytes } = await exported(id);
    expect(warnings).toEqual([]);
    expect(pdf.pages[0]!.text).toMatch(/Strait ?OUR HOUSE ?A\. Analyst/u);
    expect(pdf.pages[0]!.runs.find(({ text }) => text.includes('Words'))!.x).toBeCloseTo((40 * 72) / 25.4, 0);
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/SourceCodePro/u);
    const again = await library.exporter.handlers['export.render']({ briefId, format: 'pdf' });
    expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true);
  });

  it('says its colours for Word and the pages alike', async () => {
    const colours = { ink: '#102030', accent: '#aa0000' };
    const id = await house(
      '#let title-block(b, look, pt) = { rect(width: 100%, height: 40mm, fill: look.ink); b.title }\n',
      { 'design.json': JSON.stringify({ title: 'H', colours }) },
    );
    const { bytes, briefId } = await exported(id);
    const { width, colourAt } = await drawnPage(bytes);
    expect(colourAt(width / 2, 120)).toEqual([0x10, 0x20, 0x30]);
    const word = await library.exporter.handlers['export.render']({ briefId, format: 'docx' });
    const styles = docxParts(word.bytes)['word/styles.xml']!;
    expect(styles).toMatch(/w:styleId="Title".*?w:val="102030".*?w:styleId="Hyperlink".*?w:val="AA0000"/u);
    const wrong = { title: 'H', colours: { ink: 'black' } };
    const broken = await house('#let x = 1\n', { 'design.json': JSON.stringify(wrong) });
    expect((await exported(broken)).warnings).toEqual([
      expect.stringMatching(/colours\.ink: has to be a colour/u),
    ]);
  });

  it('brings fonts of its own, which no other design has', async () => {
    const { resolve } = createRequire(import.meta.url);
    const font = join(
      dirname(resolve('@expo-google-fonts/source-sans-3/package.json')),
      '900Black/SourceSans3_900Black.ttf',
    );
    expect(existsSync(font)).toBe(true);
    const id = await house(
      '#let look(pt) = (headings: ((size: pt(15), weight: 900, above: 1em, below: 1em),))\n#let x = 1',
    );
    const folder = join(library.context.folder.templates, id.slice('house:'.length));
    await mkdir(join(folder, 'fonts'));
    const named = async (): Promise<boolean> =>
      /SourceSans3-Black/u.test(Buffer.from((await exported(id)).bytes).toString('latin1'));
    await writeFile(
      join(folder, 'design.typ'),
      '#let look(pt) = (fonts: (headings: "Source Sans 3"), headings: ((size: pt(15), weight: 900, above: 1em, below: 1em),))\n',
    );
    expect(await named()).toBe(false);
    await copyFile(font, join(folder, 'fonts', 'black.ttf'));
    expect(await named()).toBe(true);
  });

  it('with an error gives way to the usual one, and its file and line are told', async () => {
    const cases: [string, RegExp][] = [
      [
        '#let look(pt) = (:)\n\n#let title-block(brief, look, pt) = unknown(brief)\n',
        /design\.typ, line 3: unknown variable/u,
      ],
      ['#let look(pt) = (\n', /design\.typ, line 1: unclosed delimiter/u],
      ['#import "missing.typ": x\n', /design\.typ, line 1: file not found/u],
    ];
    for (const [design, told] of cases) {
      const id = await house(design);
      const { warnings, pdf, briefId } = await exported(id);
      expect(warnings).toEqual([expect.stringMatching(told)]);
      expect(warnings[0]).toMatch(/set in the design “Think tank” instead/u);
      expect(pdf.pages[0]!.text).toContain('Words of the brief.');
      const sample = library.exporter.handlers['export.sample']({ briefId, settings: {} });
      await expect(sample).rejects.toThrow(told);
    }
  });

  it('that is not there, or whose facts are wrong, is named as well', async () => {
    expect((await exported('house:nowhere')).warnings).toEqual([
      expect.stringMatching(/“nowhere” is not in/u),
    ]);
    expect((await exported('house:../../etc')).warnings).toEqual([expect.stringMatching(/is not in/u)]);
    const id = await house(DESIGN, {
      'design.json': '{"title":"H","margins":{"top":1,"bottom":30,"side":30}}',
    });
    expect((await exported(id)).warnings).toEqual([expect.stringMatching(/design\.json: margins\.top/u)]);
    const designs = await library.exporter.handlers['export.designs']({});
    expect(designs.find((design) => design.id === id)!.problem).toMatch(/margins\.top/u);
  });
});

describe('what a house design cannot do', () => {
  it.each([
    ['read a file of the computer', '#let secret = read("/etc/passwd")', /file not found/u],
    ['leave the workspace', '#let secret = read("../../../../../../etc/passwd")', /access denied/u],
    ['import from outside', '#import "../../../etc/x.typ": y', /access denied|not found/u],
    ['load a package', '#import "@preview/cetz:0.3.0": canvas', /line 1: “import” takes the path/u],
    [
      'load a package under a name that is put together',
      '#import ("@pre" + "view/cetz:0.3.0") as x',
      /line 1/u,
    ],
    ['run text as code', '#let x = eval("1")', /“eval” and “std” are not allowed/u],
    ['find its way to eval', '#let x = dictionary(std).at("ev" + "al")', /“eval” and “std”/u],
    [
      'take the marking off its pages',
      '#let title-block(b, l, p) = { set page(background: none) }',
      /“page” is not/u,
    ],
    [
      'hide behind what looks like a comment',
      '#let title-block(b, l, p) = { let x = "//"; set page(foreground: none) }',
      /“page” is not/u,
    ],
    ['include a package', '#let f() = include "@preview/a:0.1.0"', /“include” takes the path/u],
    ['import what is not looked through', '#import "parts/pages.txt": bare', /“import” takes the path/u],
  ])('%s', async (_what, design, told) => {
    const { warnings, pdf } = await exported(await house(`${design}\n`));
    expect(warnings).toEqual([expect.stringMatching(told)]);
    expect(pdf.pages[0]!.text).toContain('Words of the brief.');
  });

  it('paint over the marking', async () => {
    const cover =
      'place(top + left, dx: -100mm, dy: -100mm, rect(width: 500mm, height: 500mm, fill: rgb("#123456")))';
    const id = await house(
      `#let title-block(b, l, p) = { b.title; ${cover} }\n#let page-footer(..all) = ${cover}\n`,
    );
    const scheme = MARKING_SCHEMES.find((each) => each.id === 'us')!;
    const { bytes, warnings } = await exported(id, { marking: markingIn(scheme, 2) });
    expect(warnings).toEqual([]);
    const { height, colourAt } = await drawnPage(bytes);
    // In points: 45 mm from the left, and 10 mm, the middle of a band, from the top and the bottom.
    const colours = [28.3, height / 2, height - 28.3].map((y) => colourAt(127.6, y));
    const band = [0x00, 0x33, 0xa0];
    expect(colours).toEqual([band, [0x12, 0x34, 0x56], band]);
  });

  it('follow a link out of its folder', async () => {
    const id = await house(DESIGN);
    const folder = join(library.context.folder.templates, id.slice('house:'.length));
    await symlink('/etc/hostname', join(folder, 'link.txt'));
    expect((await exported(id)).warnings).toEqual([expect.stringMatching(/link\.txt is a link/u)]);
  });
});
