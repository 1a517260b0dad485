/** The annex of sources that say anything: every format shows the same passages, and the same words as the ones quoted. */
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { parseHTML } from 'linkedom';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ExportFormat } from '#contract/export.ts';
import { addArticles } from '#core/articles/add.ts';
import { createSnippet } from '#core/snippets/store.ts';
import type { ArticleBlock } from '#domain/article.ts';
import { numbered, runs } from './generate.ts';
import { citation, exportLibrary, type ExportLibrary, KIM, paragraph } from './library.ts';
import { docxParts, readDocx, readHtml, readText } from './readers.ts';
import { readPdf } from './readPdf.ts';

let library: ExportLibrary;
beforeAll(async () => {
  library = await exportLibrary();
});
afterAll(() => library.close());

const SIGNS = [
  '<mark>',
  '</mark>',
  '<script>x</script>',
  '**',
  '*a*',
  '_b_',
  '`c`',
  '[^1]:',
  '[d](#evidence-1)',
  '#import "x"',
  '$x$',
  '~~',
  '&amp;',
  '|',
  '\\',
  '\t',
  '\n',
  '> ',
  '{{x}}',
  '\u0000\u0007',
  '\u202Eabc\u202C',
  '한국어',
  '日本語の文。',
  'نص عربي',
  'x'.repeat(300),
  '. ',
  'A sentence ends here. ',
];
/** Words that are found again by their numbers, among signs that mean something somewhere. */
const words = fc
  .tuple(fc.nat(1e9), fc.array(fc.constantFrom(...SIGNS), { maxLength: 4 }))
  .map(([number, signs]) => ` q${number}q ${signs.join(' ')} `);
const block = fc.array(words, { minLength: 1, maxLength: 30 }).map((parts) =>
  parts
    .join('')
    .replaceAll(/\n{2,}/gu, '\n')
    .trim(),
);
const role = fc.constantFrom<ArticleBlock['role']>(
  'paragraph',
  'heading',
  'list-item',
  'quote',
  'table',
  'code',
  'note',
);
const blocks = fc.array(fc.tuple(role, block), { minLength: 1, maxLength: 4 });

/** A brief that cites a range of the source; the range begins and ends with words. */
function brief(
  source: [ArticleBlock['role'], string][],
  from: number,
  to: number,
): { briefId: number; quoted: string[] } {
  const made: ArticleBlock[] = [];
  let whole = '';
  for (const [each, text] of source) {
    if (whole !== '') whole += '\n\n';
    made.push({ role: each, start: whole.length, end: whole.length + text.length });
    whole += text;
  }
  const places = [...whole.matchAll(/q\d+q/gu)].map(
    ({ index, 0: word }) => [index, index + word.length] as const,
  );
  const [first, last] = [from % places.length, to % places.length].toSorted((a, b) => a - b) as [
    number,
    number,
  ];
  const [start, end] = [places[first]![0], places[last]![1]];
  const sha256 = createHash('sha256').update(`${whole} ${Math.random()}`).digest('hex');
  const [{ articleId, versionId }] = addArticles(library.context.db, [
    {
      metadata: { csl: KIM, unconfirmed: [], issuedNotBefore: null, excerpt: false },
      content: { text: whole, blocks: made, noteRefs: [], marks: [] },
      original: { sha256, name: 'source.txt' },
    },
  ]) as [{ articleId: number; versionId: number }];
  const { id } = createSnippet(library.context.db, { articleId, versionId, start, end });
  const briefId = library.addBrief([paragraph('x', citation({ articleId, snippetId: id }))]);
  return { briefId, quoted: numbered(whole.slice(start, end)) };
}

interface Read {
  all: string[];
  /** Null where the reader cannot tell. */
  quoted: string[] | null;
}
const READ: Record<ExportFormat, (bytes: Uint8Array) => Promise<Read>> = {
  async html(bytes) {
    const { document } = parseHTML(new TextDecoder().decode(bytes));
    const marks = [...document.querySelectorAll('mark')].map((mark) => mark.textContent);
    return { all: numbered(readHtml(bytes).text), quoted: numbered(marks.join(' ')) };
  },
  async docx(bytes) {
    const runs =
      docxParts(bytes)['word/document.xml']!.match(/<w:r>(?:(?!<\/w:r>).)*<w:highlight(?:(?!<\/w:r>).)*/gu) ??
      [];
    return { all: numbered(readDocx(bytes).text), quoted: numbered(runs.join(' ')) };
  },
  async md(bytes) {
    const text = new TextDecoder().decode(bytes);
    const tree = fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
    const marked = [...text.matchAll(/(?<!\\)<mark>(.*?)(?<!\\)<\/mark>/gsu)].map(([, inside]) => inside!);
    return { all: numbered(toString(tree)), quoted: numbered(marked.join(' ')) };
  },
  async txt(bytes) {
    return { all: numbered(readText(bytes).text), quoted: null };
  },
  async pdf(bytes) {
    const { pages } = await readPdf(bytes);
    return { all: numbered(pages.map(({ text }) => text).join(' ')), quoted: null };
  },
};

it('is the same in every format, with the same words highlighted', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(blocks, fc.nat(), fc.nat(), async (source, from, to) => {
      const { briefId, quoted } = brief(source, from, to);
      const read: [ExportFormat, Read][] = [];
      for (const format of Object.keys(READ) as ExportFormat[]) {
        const { bytes } = await library.exporter.handlers['export.render']({ briefId, format, annex: true });
        read.push([format, await READ[format](bytes)]);
      }
      const [, { all }] = read[0]!;
      for (const [format, found] of read) {
        expect([format, found.all.toSorted()]).toEqual([format, all.toSorted()]);
        expect([format, found.quoted ?? quoted]).toEqual([format, quoted]);
      }
      expect(all).toEqual(expect.arrayContaining(quoted));
    }),
    { numRuns: runs(10) },
  );
});
