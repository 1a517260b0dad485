/** The evidence annex: what stands in it, in every format, and its links. */
import { createHash } from 'node:crypto';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addArticles, createArticleWriter, type NewArticle } from '#core/articles/add.ts';
import { createSnippet } from '#core/snippets/store.ts';
import type { CslItem } from '#domain/csl.ts';
import type { ExportFormat } from '#contract/export.ts';
import { MARKING_SCHEMES, markingIn } from '#domain/marking.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import {
  citation,
  exportLibrary,
  type ExportLibrary,
  footnote,
  heading,
  KIM,
  paragraph,
  snippet,
} from './library.ts';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { docxParts, readDocx, readHtml, readText } from './readers.ts';
import { readPdf } from './readPdf.ts';

let library: ExportLibrary;
beforeAll(async () => {
  library = await exportLibrary();
});
afterAll(() => library.close());

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The paragraphs of a source, as a version of it. */
function version(paragraphs: string[]): Omit<NewArticle, 'metadata'> {
  const text = paragraphs.join('\n\n');
  let start = 0;
  const blocks = paragraphs.map((words) => {
    const block = { start, end: start + words.length, role: 'paragraph' as const };
    start = block.end + 2;
    return block;
  });
  return {
    content: { text, blocks, noteRefs: [], marks: [], pages: [{ offset: 0, label: '115' }] },
    original: { sha256: sha256(text), name: 'kim <2019>.pdf' },
  };
}

interface Source {
  articleId: number;
  versionId: number;
  text: string;
}

/** A source at 14:03 UTC on 2 November 2026. */
function source(paragraphs: string[], csl: Partial<CslItem> = {}): Source {
  const { db } = library.context;
  const [added] = addArticles(db, [
    {
      ...version(paragraphs),
      metadata: { csl: { ...KIM, ...csl }, unconfirmed: [], issuedNotBefore: null, excerpt: false },
    },
  ]) as [{ articleId: number; versionId: number }];
  db.prepare('UPDATE article_version SET created_at = ? WHERE id = ?').run(
    '2026-11-02T14:03:09.000Z',
    added.versionId,
  );
  return { ...added, text: paragraphs.join('\n\n') };
}

/** Anchors words of a source. */
function anchor(
  { articleId, versionId, text }: Source,
  words: string,
): { articleId: number; snippetId: number } {
  const start = text.indexOf(words);
  const { id } = createSnippet(library.context.db, {
    articleId,
    versionId,
    start,
    end: start + words.length,
  });
  return { articleId, snippetId: id };
}

async function render(
  nodes: StoredNode[],
  format: ExportFormat,
  { styleId = 'chicago-notes', annex = true, language = 'en-US' } = {},
) {
  const briefId = library.addBrief(nodes, { styleId, language });
  return library.exporter.handlers['export.render']({ briefId, format, annex });
}

async function markdown(nodes: StoredNode[], options = {}): Promise<{ text: string; warnings: string[] }> {
  const { bytes, warnings } = await render(nodes, 'md', options);
  return { text: new TextDecoder().decode(bytes), warnings };
}

const READ: Record<ExportFormat, (bytes: Uint8Array) => Promise<string>> = {
  md: async (bytes) => new TextDecoder().decode(bytes),
  html: async (bytes) => readHtml(bytes).text,
  txt: async (bytes) => readText(bytes).text,
  docx: async (bytes) => readDocx(bytes).text,
  pdf: async (bytes) => (await readPdf(bytes)).pages.map(({ text }) => text).join(' '),
};
const FORMATS = Object.keys(READ) as ExportFormat[];
const flat = (text: string): string => text.replaceAll(/[\s>]+/gu, ' ');

const PARAGRAPHS = [
  'The court had been asked in 2012.',
  'It waited six years. The claim survived the treaty. Nobody was paid at once.',
  'Then came the next case.',
];

describe.each(FORMATS)('the annex of a %s file', (format) => {
  it('shows the passage, where it comes from, and the hash of the original', async () => {
    const found = source(PARAGRAPHS.with(2, `Then came ${format}.`));
    library.context.db
      .prepare("UPDATE article SET reliability = 'B', credibility = 2 WHERE id = ?")
      .run(found.articleId);
    const quote = snippet(
      anchor(found, 'The claim survived the treaty.'),
      paragraph('The claim survived the treaty.'),
    );
    const { bytes, warnings } = await render([heading('h2', 'Findings'), quote], format);
    expect(warnings).toEqual([]);
    const text = flat(await READ[format](bytes));
    expect(text).toContain('Evidence annex');
    const words = {
      md: '<mark The claim survived the treaty.</mark',
      txt: '**The claim survived the treaty.**',
    };
    const marked =
      (words as Partial<Record<ExportFormat, string>>)[format] ?? 'The claim survived the treaty.';
    const context = `The court had been asked in 2012. It waited six years. ${marked} Nobody was paid at once.`;
    expect(text).toContain(context);
    expect(text).toContain('B2: usually reliable, probably true');
    expect(text).toContain('November 2, 2026, 14:03 UTC');
    expect(text.replaceAll(/[\s`]/gu, '')).toContain(sha256(found.text));
    expect(text.indexOf('Evidence annex')).toBeGreaterThan(text.indexOf('Sources'));
  });

  it('takes what a source says for text', async () => {
    const hostile = '<script>alert(1)</script> #import "x" $a$ [^1]: {{x}} & | \\end';
    const found = source(['Before.', `${hostile} ${format}`, 'After.'], { title: hostile });
    const { bytes } = await render([paragraph('x', citation(anchor(found, format)))], format);
    const text = flat(await READ[format](bytes)).replaceAll('**', '');
    // Markdown escapes it.
    const shown = format === 'md' ? text.replaceAll(/\\(?=[<*[#&|\\$:])/gu, '') : text;
    expect(shown).toContain(flat(hostile));
  });
});

it('runs nothing of a source in HTML and Markdown', async () => {
  const hostile = '<script>alert(1)</script> <img src=x onerror=alert(1)>';
  const found = source(['Before.', hostile], { title: hostile });
  const nodes = [paragraph('x', citation(anchor(found, hostile)))];
  const { bytes } = await render(nodes, 'html');
  const { document } = parseHTML(new TextDecoder().decode(bytes));
  expect(document.querySelectorAll('script, img')).toHaveLength(0);
  expect((await markdown(nodes)).text).not.toMatch(/(?<!\\)<(?:script|img)/u);
});

/** The addresses of links within a file that lead nowhere; throws where there are none at all. */
function broken(links: string[], names: string[]): string[] {
  expect(links.length).toBeGreaterThan(0);
  expect(new Set(names).size).toBe(names.length);
  return links.filter((link) => !names.includes(link));
}

describe('links between the text and its evidence', () => {
  const nodes = (): StoredNode[] => {
    const found = source([...PARAGRAPHS, String(Math.random())]);
    const first = anchor(found, 'The claim survived the treaty.');
    const second = anchor(found, 'Nobody was paid at once.');
    return [
      snippet(first, paragraph('The claim survived the treaty.')),
      paragraph('As shown', citation(first, second), ', it did.'),
      paragraph('And', footnote(paragraph('See', citation(second), ', again.')), ' so on.'),
    ];
  };
  const styles = ['chicago-notes', 'apa'];

  it.each(styles)('lead both ways in HTML: %s', async (styleId) => {
    const { bytes } = await render(nodes(), 'html', { styleId });
    const { document } = parseHTML(new TextDecoder().decode(bytes));
    const links = [...document.querySelectorAll('a[href^="#"]')].map((a) => a.getAttribute('href')!.slice(1));
    const names = [...document.querySelectorAll('[id]')].map((element) => element.id);
    expect(broken(links, names)).toEqual([]);
    expect(links.filter((link) => link.startsWith('evidence'))).toEqual(
      expect.arrayContaining([
        'evidence-1',
        'evidence-2',
        'evidence-1-1',
        'evidence-1-2',
        'evidence-2-1',
        'evidence-2-2',
      ]),
    );
  });

  it.each(styles)('lead both ways in Word documents: %s', async (styleId) => {
    const { bytes } = await render(nodes(), 'docx', { styleId });
    const parts = docxParts(bytes);
    const all = parts['word/document.xml']! + parts['word/footnotes.xml']!;
    const links = [...all.matchAll(/w:anchor="([^"]*)"/gu)].map(([, name]) => name!);
    const names = [...all.matchAll(/<w:bookmarkStart [^>]*w:name="([^"]*)"/gu)].map(([, name]) => name!);
    const ids = [...all.matchAll(/<w:bookmarkStart w:id="([^"]*)"/gu)].map(([, id]) => id!);
    expect(broken(links, names)).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(links.filter((link) => link.includes('_evidence_'))).toHaveLength(8);
  });

  it.each(styles)('lead both ways in Markdown: %s', async (styleId) => {
    const { text } = await markdown(nodes(), { styleId });
    const links = [...text.matchAll(/\]\(#([^)]*)\)/gu)].map(([, name]) => name!);
    const names = [...text.matchAll(/<a id="([^"]*)">/gu)].map(([, name]) => name!);
    expect(broken(links, names)).toEqual([]);
    expect(links).toHaveLength(8);
  });

  it.each(styles)('lead both ways in PDFs: %s', async (styleId) => {
    const { bytes } = await render(nodes(), 'pdf', { styleId });
    const task = getDocument({ data: bytes.slice(), verbosity: 0 });
    const pdf = await task.promise;
    const ends: [from: number, to: number][] = [];
    for (let number = 1; number <= pdf.numPages; number += 1)
      for (const { dest } of (await (await pdf.getPage(number)).getAnnotations()) as { dest?: unknown }[]) {
        const place = typeof dest === 'string' ? await pdf.getDestination(dest) : (dest as unknown[] | null);
        if (place) ends.push([number, (await pdf.getPageIndex(place[0] as never)) + 1]);
      }
    const last = pdf.numPages;
    await task.destroy();
    expect(last).toBe(2);
    const count = (from: number, to: number): number =>
      ends.filter(([a, b]) => a === from && b === to).length;
    expect([count(1, 2), count(2, 1)]).toEqual([4, 4]);
  });

  it('name the note or the text in which the evidence is used', async () => {
    const inNotes = (await markdown(nodes())).text;
    expect(inNotes).toContain('**Evidence 1** · Used in [note 1](#evidence-1-1), [note 2](#evidence-1-2)');
    expect(inNotes).toContain('**Evidence 2** · Used in [note 2](#evidence-2-1), [note 3](#evidence-2-2)');
    const inText = (await markdown(nodes(), { styleId: 'apa' })).text;
    expect(inText).toContain('Used in [the text](#evidence-1-1), [the text (2)](#evidence-1-2)');
    expect(inText).toContain('Used in [the text](#evidence-2-1), [note 1](#evidence-2-2)');
    expect(inText).toMatch(
      /\(Kim, 2019\) \\\[<a id="evidence-2-2"><\/a>\[Evidence 2\]\(#evidence-2\)\], again\./u,
    );
  });
});

it('is one entry for words that were taken twice', async () => {
  const found = source([...PARAGRAPHS, 'twice']);
  const [one, other] = [anchor(found, 'It waited six years.'), anchor(found, 'It waited six years.')];
  const { text } = await markdown([
    paragraph('x', citation(one)),
    snippet(other, paragraph('It waited a year.')),
    paragraph('y', citation(one)),
  ]);
  expect(text).toContain('Used in [note 1](#evidence-1-1), [note 2](#evidence-1-2), [note 3](#evidence-1-3)');
  expect(text).not.toContain('Evidence 2');
  expect(text).toContain('does not give these words exactly');
});

it('names the authors of each source, whom the list of sources does not repeat', async () => {
  const sources = ['One work', 'Another work'].map((title) => source([...PARAGRAPHS, title], { title }));
  const nodes = sources.map((each) => paragraph('x', citation(anchor(each, 'It waited six years.'))));
  const { text } = await markdown(nodes);
  expect(text).toContain('- ———. “One Work.”');
  expect(text).toContain('**Source:** Kim, Marie. “One Work.” *Asian Law Review*');
  expect(text).toContain('**Source:** Kim, Marie. “Another Work.” *Asian Law Review*');
});

describe('what is wrong with evidence', () => {
  const annexOf = async (nodes: StoredNode[]): Promise<{ text: string; warnings: string[] }> => {
    const { text, warnings } = await markdown(nodes);
    return { text: text.slice(text.indexOf('# Evidence annex'), text.indexOf('[^1]:')), warnings };
  };
  const WORDS = 'The claim survived the treaty.';

  it('is told where the brief changed the words, which are shown as the source has them', async () => {
    const found = source([...PARAGRAPHS, 'altered']);
    const { text, warnings } = await annexOf([snippet(anchor(found, WORDS), paragraph('The claim died.'))]);
    expect(text).toContain(`<mark>${WORDS}</mark>`);
    expect(text).toContain('**Caution**');
    expect(text).toContain('does not give these words exactly');
    expect(warnings).toEqual([expect.stringContaining('is not what its source says')]);
  });

  it('is told where a newer version of the source lacks them; the version that was quoted is shown', async () => {
    const found = source([...PARAGRAPHS, 'superseded']);
    const item = anchor(found, WORDS);
    const brief = [snippet(item, paragraph(WORDS))];
    const { db } = library.context;
    const add = (paragraphs: string[]): number =>
      db.transaction(() =>
        createArticleWriter(db).addVersion(found.articleId, { ...version(paragraphs), excerpt: false }),
      )();
    add([...PARAGRAPHS, 'superseded, with more']);
    const still = await annexOf(brief);
    expect(still.text).not.toContain('Caution');
    expect(still.text).toContain('2026, 14:03 UTC (version 1 of 2)');
    expect(still.text).toContain(sha256(found.text));
    add(['The court changed its page.']);
    const { text, warnings } = await annexOf(brief);
    expect(text).toMatch(
      /The newest version of the source, imported on \w+ \d+, \d+, no longer has these words\./u,
    );
    expect(text).toContain(`<mark>${WORDS}</mark>`);
    expect(warnings).toEqual(['Evidence 1 is not in the newest version of its source any more.']);
  });

  it('is told where the library lost the passage, unless its words are found', async () => {
    const found = source([...PARAGRAPHS, 'lost']);
    const lost = { articleId: found.articleId, snippetId: 999_999 };
    const here = await annexOf([snippet(lost, paragraph(WORDS))]);
    expect(here.text).toContain(`<mark>${WORDS}</mark>`);
    expect(here.text).not.toContain('Caution');
    const { text, warnings } = await annexOf([
      snippet(lost, paragraph('It was all different.')),
      paragraph('x', citation(lost)),
    ]);
    expect(text).toContain('> <mark>It was all different.</mark>');
    expect(text).toContain('names no passage that the library holds');
    expect(warnings).toEqual([expect.stringMatching(/^Evidence 1, 2 rest on no passages/u)]);
  });

  it('is told where the words stand elsewhere, and where the source is gone', async () => {
    const found = source([...PARAGRAPHS, 'moved']);
    const item = anchor(found, WORDS);
    library.context.db.prepare("UPDATE snippet SET exact = 'Other words.' WHERE id = ?").run(item.snippetId);
    const moved = await annexOf([snippet(item, paragraph('Other words.'))]);
    expect(moved.text).toContain('> <mark>Other words.</mark>');
    expect(moved.text).toContain('do not stand at the place');
    const gone = await annexOf([snippet({ articleId: 4711, snippetId: 4711 }, paragraph('Words.'))]);
    expect(gone.text).toContain('> <mark>Words.</mark>');
    expect(gone.text).toContain('The library does not hold this source.');
    expect(gone.text).not.toContain('SHA-256');
  });

  it('is told where there is none', async () => {
    const { text, warnings } = await markdown([paragraph('Nothing is cited here.')]);
    expect(warnings).toEqual([expect.stringMatching(/^There is no evidence annex/u)]);
    expect(text).not.toContain('Evidence');
  });
});

it('is that of the text as its suggestions are taken; for review that of both', async () => {
  const found = source([...PARAGRAPHS, 'suggested']);
  const [gone, kept] = [anchor(found, 'It waited six years.'), anchor(found, 'Nobody was paid at once.')];
  const mark = { id: 's', author: 'B. Reader', at: '2026-11-20T08:00:00.000Z' };
  const deletion = { type: 'deletion', version: 1, mark, content: [citation(gone)] };
  const briefId = library.addBrief([paragraph('x', deletion, { ...citation(kept), $: { inserted: mark } })]);
  const handler = library.exporter.handlers['export.render'];
  const annexed = async (choice: object): Promise<string> =>
    readDocx((await handler({ briefId, format: 'docx', annex: true, ...choice })).bytes).text;
  const has = (text: string): boolean[] => [
    text.includes('Evidence 1'),
    text.includes('Evidence 2'),
    text.includes('Used in note 2'),
  ];
  expect(has(await annexed({}))).toEqual([true, false, false]);
  expect(has(await annexed({ suggestions: 'rejected' }))).toEqual([true, false, false]);
  expect(has(await annexed({ review: true }))).toEqual([true, true, true]);
});

it('has no portion marks, says so, and leaves those of the brief alone', async () => {
  const found = source([...PARAGRAPHS, 'marked']);
  const item = anchor(found, 'It waited six years.');
  const quote = snippet(item, { ...paragraph('It waited six years.'), $: { portion: 'U' } });
  const marking = {
    ...markingIn(
      MARKING_SCHEMES.find(({ id }) => id === 'us')!,
      0,
    ),
    portions: true,
  };
  const briefId = library.addBrief([quote, { ...paragraph('x', citation(item)), $: { portion: 'U' } }], {
    marking,
  });
  const { bytes, warnings } = await library.exporter.handlers['export.render']({
    briefId,
    format: 'md',
    annex: true,
  });
  expect(warnings).toEqual([expect.stringMatching(/^The evidence annex has no portion marks/u)]);
  const text = new TextDecoder().decode(bytes);
  expect(text).toContain('> (U) It waited six years.');
  expect(text).toContain('<mark>It waited six years.</mark>');
  expect(text).not.toContain('Caution');
});

it('is in the language of the brief', async () => {
  const found = source([...PARAGRAPHS, 'deutsch'], {
    accessed: { 'date-parts': [[2026, 11, 1]] },
    URL: 'https://kim.example/1',
  });
  const nodes = [paragraph('x', citation(anchor(found, 'Nobody was paid at once.')))];
  const { text } = await markdown(nodes, { language: 'de-DE' });
  expect(text).toContain('## Beleganhang');
  expect(text).toContain('**Beleg 1** · Verwendet in [Anmerkung 1](#evidence-1-1)');
  expect(text).toContain('**Importiert:** 2. November 2026, 14:03 UTC');
  expect(text).toContain('**Abgerufen:** 1. November 2026 (nur Datum, ohne Zeitzone erfasst)');
  expect(text).toContain('**Seite:** 115');
  expect(text).toContain('https://kim.example/1');
});

it('leaves a brief as it is where it is not asked for', async () => {
  const found = source([...PARAGRAPHS, 'off']);
  const nodes = [snippet(anchor(found, 'It waited six years.'), paragraph('It waited six years.'))];
  const { text } = await markdown(nodes, { annex: false });
  expect(text).not.toContain('vidence');
});
