/** Documents of every shape that the editor can make. */
import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import type { StoredNode } from '#domain/document/stored.ts';
import { PNG } from '#test/pictures.ts';
import { citation, footnote, node, picture, table, text } from './library.ts';

/** The articles that they cite. */
const ARTICLES = [1, 2, 3];
const DRAWN = createHash('sha256').update(PNG).digest('hex');
const FORMATS = [0, 1, 2, 3, 4, 8, 12, 16, 32, 64, 128];
const SIGNS = [
  '*a*',
  '_b_',
  '`c`',
  '<br>',
  '[d]',
  '#',
  '1.',
  '-',
  '+',
  '>',
  '|',
  '&amp;',
  '~~',
  '$x$',
  '한국어',
  '日本語',
  // What is markup to one of the formats, or to one that they are made with.
  '#import "x"',
  '#let(a)',
  '<script>',
  '</p>',
  '<!-- c -->',
  '[^1]:',
  '[^1]',
  '@kim2019',
  '[@kim2019, p. 3]',
  '{#id}',
  ':::',
  '^2^',
  '~2~',
  '==m==',
  '\\newpage',
  '\\*',
  '"q"',
  "it's",
  '---',
  '...',
  'https://example.org/a_b_c',
  'a@b.example',
  '](x)',
  '{{x}}',
  '%PDF',
  ']]>',
  'שלום',
  'مرحبا',
  'Ελλάδα',
];

/** A word that is found again by its number: only these are compared. */
const words = fc
  .tuple(fc.nat(1e9), fc.array(fc.constantFrom(...SIGNS), { maxLength: 4 }))
  .map(([number, signs]) => ` q${number}q ${signs.join(' ')} `);
const cited = fc
  .record({ articleId: fc.constantFrom(...ARTICLES), locator: fc.constantFrom('4', '5') })
  .map((item) => citation(item));
const inline: fc.Arbitrary<StoredNode> = fc.oneof(
  {
    arbitrary: fc.tuple(words, fc.constantFrom(...FORMATS)).map(([value, format]) => text(value, format)),
    weight: 4,
  },
  cited,
  fc.constant({ type: 'linebreak', version: 1 }),
  words.map((value) => node('link', [value], { url: 'https://example.org/a_b' })),
);
const plainInlines = fc.array(inline, { maxLength: 4 });
const noteBlock = fc.oneof(
  plainInlines.map((children) => node('paragraph', children)),
  words.map((value) => node('list', [node('listitem', [value])], { listType: 'bullet' })),
);
const note = fc.array(noteBlock, { minLength: 1, maxLength: 3 }).map((blocks) => footnote(...blocks));
const inlines = fc.array(fc.oneof({ arbitrary: inline, weight: 6 }, note), { maxLength: 4 });
const paragraph = inlines.map((children) => node('paragraph', children));
const { block } = fc.letrec<{ block: StoredNode }>((tie) => {
  const item = fc
    .tuple(inlines, fc.option(tie('block')))
    .map(([children, inner]) => node('listitem', inner === null ? children : [...children, inner]));
  return {
    block: fc.oneof(
      { depthSize: 'small' },
      paragraph,
      fc
        .tuple(inlines, fc.integer({ min: 1, max: 6 }))
        .map(([children, level]) => node('heading', children, { tag: `h${level}` })),
      words.map((value) => node('code', [text(value)])),
      fc
        .tuple(fc.array(item, { minLength: 1, maxLength: 3 }), fc.constantFrom('bullet', 'number', 'check'))
        .map(([items, listType]) => node('list', items, { listType })),
      fc.tuple(paragraph, tie('block')).map((children) => node('quote', children)),
      fc.tuple(tie('block'), tie('block')).map((children) => node('callout', children, { kind: 'gap' })),
      fc.constant({ type: 'pageBreak', version: 1 }),
      fc.constantFrom(picture(DRAWN, { alt: 'Drawn' }), picture(DRAWN, { decorative: true })),
      inlines.map((children) => node('caption', children)),
      fc.tuple(paragraph, cited).map(([child, { items }]) => node('snippet', [child], { items })),
      fc
        .array(fc.array(tie('block'), { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 })
        .map((rows) => table(rows)),
    ),
  };
});

/** How many documents are tried: as many as usual, or what `DOSSIER_EXPORT_RUNS` says. `DOSSIER_SEED` draws others. */
export const runs = (usual: number): number => Number(process.env['DOSSIER_EXPORT_RUNS'] ?? usual);

/** The numbered words of a text. */
export const numbered = (value: string): string[] => value.match(/q\d+q/gu) ?? [];

/** A list of `depth` levels, with a word on each. */
function nested(depth: number, seed: number): StoredNode {
  const inner = depth > 1 ? [node('listitem', [nested(depth - 1, seed)])] : [];
  return node('list', [node('listitem', [` q${seed}${depth}q `]), ...inner], { listType: 'bullet' });
}

/** What comes seldom and is hard: 30 levels, and a word of 3,000 letters. */
const hard = fc.oneof(
  { arbitrary: block, weight: 20 },
  fc.nat(1e6).map((seed) => nested(30, seed)),
  fc.nat(1e6).map((seed) => node('paragraph', [text(` q${seed}q ${'x'.repeat(3000)} `)])),
);

/** The blocks of a document. The library has to hold the articles 1 to 3, and the picture `PNG`. */
export const documents = fc.array(hard, { minLength: 1, maxLength: 12 });
