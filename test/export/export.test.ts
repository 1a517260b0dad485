import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '#contract/index.ts';
import { citedIn } from '#core/briefs/citedIn.ts';
import { sourcesOf } from '#core/briefs/sources.ts';
import { mergeArticles } from '#core/import/duplicates/merge.ts';
import { mayReveal } from '#core/app/writtenFiles.ts';
import { changedList } from '#domain/listChanges.ts';
import {
  bibliography,
  citation,
  exportLibrary,
  type ExportLibrary,
  footnote,
  heading,
  KIM,
  paragraph,
  snippet,
  table,
  YAMADA,
} from './library.ts';

let library: ExportLibrary;
let kim: number;
beforeAll(async () => {
  library = await exportLibrary();
  [kim] = library.addSources(KIM) as [number];
});
afterAll(() => library.close());

const story = () => [
  heading('h2', 'Findings'),
  paragraph('As shown', citation({ articleId: kim, locator: '115' }), '.'),
  snippet({ articleId: kim, locator: '4', label: 'paragraph' }, paragraph('The exact words.')),
  table([
    ['Day', 'Event'],
    ['1965', 'Treaty'],
  ]),
];
const MARKDOWN = `---
title: Claims of 1965
author: A. Analyst
date: 2026-05-09
lang: en-US
---

## Findings

As shown[^1].

> The exact words.[^2]

| Day | Event |
| - | - |
| 1965 | Treaty |

## Sources

- Kim, Marie. “Forced Labor Compensation.” *Asian Law Review* 3 (2019): 112–19.

[^1]: Marie Kim, “Forced Labor Compensation,” *Asian Law Review* 3 (2019): 115.

[^2]: Kim, para. 4.
`;
const settings = { title: 'Claims of 1965', author: 'A. Analyst', date: '2026-05-09' };

const save = async (briefId: number) => library.exporter.handlers['export.save']({ briefId, format: 'md' });

describe('export.render', () => {
  it('gives Markdown with notes, sources and front matter', async () => {
    const briefId = library.addBrief(story(), settings);
    const file = await library.exporter.handlers['export.render']({ briefId, format: 'md' });
    expect(new TextDecoder().decode(file.bytes)).toBe(MARKDOWN);
    expect(file).toMatchObject({ fileName: 'Claims of 1965.md', warnings: [] });
  });

  it.each(['md', 'pdf'] as const)('gives what the contract promises: %s', async (format) => {
    const briefId = library.addBrief(story(), { title: 'A/B: "C"?' });
    const file = await library.exporter.handlers['export.render']({ briefId, format });
    expect(() => contract['export.render'].output.parse(file)).not.toThrow();
    expect(file.fileName).toBe(`A-B- C.${format}`);
  });

  it('warns of sources that are not in the library', async () => {
    const briefId = library.addBrief([paragraph('x', citation({ articleId: 4711 }))]);
    const file = await library.exporter.handlers['export.render']({ briefId, format: 'md' });
    expect(file.warnings).toEqual([
      expect.stringContaining('Source 4711 is cited but is not in the library'),
    ]);
    expect(new TextDecoder().decode(file.bytes)).toContain('[^1]: \\[source 4711 is not in the library]');
  });

  it('warns of a source that is only listed and is not there', async () => {
    const briefId = library.addBrief([paragraph('x'), bibliography({ uncited: [4711] })]);
    const file = await library.exporter.handlers['export.render']({ briefId, format: 'md' });
    expect(file.warnings).toEqual([expect.stringContaining('Take it out of the list of sources')]);
  });

  it('refuses a brief that is not there', async () => {
    const render = library.exporter.handlers['export.render'];
    await expect(render({ briefId: 4711, format: 'pdf' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('sets a brief whose style is missing in another one, and says so', async () => {
    const render = library.exporter.handlers['export.render'];
    const file = await render({ briefId: library.addBrief(story(), { styleId: 'nope' }), format: 'md' });
    expect(file.warnings).toEqual([expect.stringContaining('The citation style nope is not installed here')]);
    const inNotes = await render({ briefId: library.addBrief(story()), format: 'md' });
    expect(new TextDecoder().decode(file.bytes)).toBe(new TextDecoder().decode(inNotes.bytes));
  });
});

describe("an author's footnotes", () => {
  const markdownOf = async (styleId: string): Promise<string> => {
    const briefId = library.addBrief(
      [
        paragraph('As shown', citation({ articleId: kim, locator: '115' }), ', it holds.'),
        paragraph(
          'But',
          footnote(
            paragraph('See', citation({ articleId: kim, locator: '4' }), ', and no more.'),
            paragraph('It goes on.'),
          ),
          ' no.',
        ),
        paragraph('Last', citation({ articleId: kim })),
      ],
      { ...settings, styleId },
    );
    const { bytes } = await library.exporter.handlers['export.render']({ briefId, format: 'md' });
    return new TextDecoder()
      .decode(bytes)
      .replace(/^---[^]*?---\n\n/, '')
      .replace(/## Sources\n\n- .*\n\n/, '');
  };

  it('are numbered with the notes of citations in a note style', async () => {
    expect(await markdownOf('chicago-notes')).toBe(`As shown[^1], it holds.

But[^2] no.

Last[^3]

[^1]: Marie Kim, “Forced Labor Compensation,” *Asian Law Review* 3 (2019): 115.

[^2]: See Kim, 4, and no more.

    It goes on.

[^3]: Kim, “Forced Labor Compensation.”
`);
  });

  it('are numbered by themselves in a style that cites in the text', async () => {
    expect(await markdownOf('apa')).toBe(`As shown (Kim, 2019, p. 115), it holds.

But[^1] no.

Last (Kim, 2019)

[^1]: See (Kim, 2019, p. 4), and no more.

    It goes on.
`);
  });
});

describe('the list of sources', () => {
  const listOf = async (members: Record<string, unknown>): Promise<string> => {
    const briefId = library.addBrief([
      heading('h1', 'Before'),
      bibliography(members),
      paragraph('After', citation({ articleId: kim })),
    ]);
    const { bytes } = await library.exporter.handlers['export.render']({ briefId, format: 'md' });
    return new TextDecoder()
      .decode(bytes)
      .replace(/^---[^]*?---\n\n/, '')
      .replace(/\n\n\[\^1\][^]*/, '');
  };
  const KIM_ENTRY = '- Kim, Marie. “Forced Labor Compensation.” *Asian Law Review* 3 (2019): 112–19.';

  it('stands where its block does, under a heading of its own, beside the main sections', async () => {
    expect(await listOf({ heading: 'Works cited' })).toBe(
      `# Before\n\n# Works cited\n\n${KIM_ENTRY}\n\nAfter[^1]`,
    );
  });

  it('lists sources that are not cited, sorted, and in sections by type', async () => {
    const [yamada] = library.addSources(YAMADA) as [number];
    expect(await listOf({ uncited: [yamada, 4711] })).toBe(
      `# Before\n\n# Sources\n\n${KIM_ENTRY}\n- 山田太郎. 歴史の記憶. 岩波書店, 2010.\n\nAfter[^1]`,
    );
    expect(await listOf({ uncited: [yamada], byType: true })).toBe(
      `# Before\n\n# Sources\n\n## Books\n\n- 山田太郎. 歴史の記憶. 岩波書店, 2010.\n\n` +
        `## Journal articles and papers\n\n${KIM_ENTRY}\n\nAfter[^1]`,
    );
  });
});

it('an article that a brief lists without citing it is one of its sources', () => {
  const [yamada] = library.addSources({ ...YAMADA, title: '別の本' }) as [number];
  const briefId = library.addBrief([
    bibliography({ uncited: [yamada] }),
    paragraph(citation({ articleId: kim })),
  ]);
  expect(sourcesOf(library.context.db, briefId).toSorted((a, b) => a - b)).toEqual([kim, yamada]);
  expect(citedIn(library.context.db, yamada)).toMatchObject([{ briefId, places: [] }]);
});

describe('export.save', () => {
  it('writes the file where the analyst says, over one that is there, and leaves nothing beside it', async () => {
    const folder = join(library.folder, 'out');
    await mkdir(folder);
    library.savePath = join(folder, 'brief.md');
    await writeFile(library.savePath, 'older and longer '.repeat(500));
    const briefId = library.addBrief(story(), settings);
    expect(await save(briefId)).toEqual({ path: library.savePath, warnings: [] });
    expect(await readFile(library.savePath, 'utf8')).toBe(MARKDOWN);
    expect(await readdir(folder)).toEqual(['brief.md']);
    expect(library.suggested.at(-1)).toBe('Claims of 1965.md');
    expect(mayReveal(library.context, library.savePath)).toBe(true);
  });

  it('writes under a name that is as long as the system allows', async () => {
    library.savePath = join(library.folder, `${'가'.repeat(83)}.md`);
    const briefId = library.addBrief(story(), settings);
    expect(await save(briefId)).toMatchObject({ path: library.savePath });
  });

  it('writes nothing where the analyst cancels', async () => {
    library.savePath = null;
    expect(await save(library.addBrief(story()))).toBeNull();
  });

  it.each([
    ['a folder that is not there', join('nowhere', 'brief.md'), 'there is no such folder'],
    ['the name of a folder', 'taken', /folder of that name|open|not permitted/],
  ])('says why it cannot write to %s', async (_what, name, reason) => {
    await mkdir(join(library.folder, 'taken'), { recursive: true });
    library.savePath = join(library.folder, name);
    const failure: unknown = await save(library.addBrief(story())).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: 'file_unwritable' });
    expect(String(failure)).toContain(library.savePath);
    expect(String(failure)).toMatch(reason);
    expect((await readdir(library.folder)).filter((file) => file.endsWith('.tmp'))).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)('says that it may not write', async () => {
    const folder = join(library.folder, 'closed');
    await mkdir(folder);
    await chmod(folder, 0o555);
    library.savePath = join(folder, 'brief.md');
    await expect(save(library.addBrief(story()))).rejects.toThrow(/you may not write there/);
    await chmod(folder, 0o755);
  });
});

describe('formatted citations', () => {
  it('reads the metadata from the library and answers equal requests at once', async () => {
    const clusters = [[{ articleId: kim, locator: '7' }]];
    const request = { styleId: 'apa', language: 'en', clusters, footnotes: [], uncited: [] };
    const [first, second] = await Promise.all([
      library.citations.format(request),
      library.citations.format(request),
    ]);
    expect(first.clusters[0]!.content).toEqual([{ text: '(Kim, 2019, p. 7)' }]);
    expect(second).toEqual(first);
  });

  it('tells under which numbers a source is listed that nothing cites, those from before a merge among them', async () => {
    const [kept, other] = library.addSources(
      { type: 'book', title: 'Kept' },
      { type: 'book', title: 'Merged' },
    ) as [number, number];
    const { db } = library.context;
    db.transaction(() => mergeArticles(db, kept, other, 'keep'))();
    const request = { styleId: 'apa', language: 'en', footnotes: [] };
    const clusters = [[{ articleId: kim }]];
    const listed = await library.citations.format({ ...request, clusters, uncited: [other, kim] });
    expect(listed.bibliography.map(({ articleId, listedAs }) => [articleId, listedAs])).toEqual([
      [kept, [other]],
      [kim, undefined],
    ]);
    const cited = await library.citations.format({
      ...request,
      clusters: [[{ articleId: kept }]],
      uncited: [other],
    });
    expect(cited.bibliography.map(({ listedAs }) => listedAs)).toEqual([undefined]);
  });

  it('can answer in parts, what is in view first', async () => {
    const clusters = Array.from({ length: 60 }, (_unused, index) => [
      { articleId: kim, locator: String(index) },
    ]);
    const request = { styleId: 'chicago-notes', language: 'de', clusters, footnotes: [], uncited: [] };
    const { 'citations.formatSoon': soon, 'citations.formatMore': more } = library.citations.handlers;
    let part = await soon({ ...request, clusters: [{ items: clusters }], first: [40], known: null });
    let formatted = changedList([], part.clusters);
    expect(formatted[40]).not.toBeNull();
    while (part.bibliography === null) {
      part = await more({ answer: part.answer, first: [] });
      formatted = changedList(formatted, part.clusters);
    }
    const { clusters: whole, bibliography } = await library.citations.format(request);
    expect(whole).toEqual(formatted.map((text, at) => ({ ...text, noteNumber: at + 1 })));
    expect(changedList([], part.bibliography)).toEqual(bibliography);

    // One more citation at the top: what stays is not sent again.
    const added = [{ articleId: kim, locator: '99' }];
    const inserted = [{ items: [added] }, { from: 0, count: clusters.length }];
    const { answer, clusters: changes } = await soon({
      ...request,
      clusters: inserted,
      first: [0],
      known: part.answer,
    });
    expect(changes.flatMap((change) => ('items' in change ? change.items : []))).toHaveLength(2);
    let last = await soon({ ...request, clusters: [{ from: 0, count: 61 }], first: [], known: answer });
    let told = changedList(changedList(formatted, changes), last.clusters);
    while (last.bibliography === null) {
      last = await more({ answer: last.answer, first: [] });
      told = changedList(told, last.clusters);
    }
    const again = await library.citations.format({ ...request, clusters: [added, ...clusters] });
    expect(again.clusters).toEqual(told.map((text, at) => ({ ...text, noteNumber: at + 1 })));

    await expect(more({ answer: 'another', first: [] })).rejects.toMatchObject({ code: 'not_found' });
    const wrong = { ...request, clusters: [{ from: 60, count: 2 }], first: [] };
    await expect(soon({ ...wrong, known: answer })).rejects.toMatchObject({ code: 'invalid_input' });
    await expect(soon({ ...wrong, known: 'another' })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('lists its styles', () => {
    const styles = contract['citations.styles'].output.parse(
      library.citations.handlers['citations.styles']({}),
    );
    const classes = new Map(styles.map((style) => [style.id, style.class]));
    expect([classes.get('chicago-notes'), classes.get('apa')]).toEqual(['note', 'in-text']);
  });
});
