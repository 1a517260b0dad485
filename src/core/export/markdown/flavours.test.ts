import { expect, it } from 'vitest';
import type { MarkdownFlavour } from '#contract/export.ts';
import type { FormattedCitations } from '#domain/citation.ts';
import type { Block, Inline, Mark, TableCell } from '#domain/document/ast.ts';
import { placeTerms } from '#domain/pandocCitation.ts';
import { withCitations } from '../exportDocument.ts';
import { writeMarkdown } from './markdown.ts';

const t = (text: string, ...marks: Mark[]): Inline => ({ type: 'text', text, marks });
const p = (...children: (Inline | string)[]): Block => ({
  type: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? t(child) : child)),
});
const cell = (children: Block[], header = false): TableCell => ({ header, colSpan: 1, rowSpan: 1, children });
const note = (...children: Block[]): Inline => ({ type: 'footnote', children });
const list = (...items: [boolean | null, string][]): Block => ({
  type: 'list',
  ordered: false,
  start: 1,
  items: items.map(([checked, text]) => ({ checked, children: [p(text)] })),
});

function body(
  flavour: MarkdownFlavour,
  children: Block[],
  formatted: Partial<FormattedCitations> = {},
): string {
  const none = { styleClass: 'note', clusters: [], footnotes: [], bibliography: [], missing: [] } as const;
  const settings = { title: 'T', author: '', date: null, language: 'en' };
  const document = withCitations(settings, { children }, { ...none, ...formatted } as FormattedCitations);
  const keyed = {
    keys: new Map([[1, 'kim2019']]),
    inNotes: true,
    terms: placeTerms({}),
    bibliography: 'b.json',
    csl: 's.csl',
  };
  return writeMarkdown(document, { flavour, folder: 'pictures', keyed }).replace(/^---\n.*?\n---\n\n/su, '');
}

it('CommonMark links to notes, which are a list at the end', () => {
  const markdown = body('commonmark', [p('One', note(p('Words.'), p('More.')), '.')], { footnotes: [1] });
  expect(markdown).toBe(
    'One<sup>[1](#note-1)</sup>.\n\n## Notes\n\n1. <a id="note-1"></a>Words.\n\n   More.\n',
  );
});

it('CommonMark has tables of HTML with Markdown in their cells, and boxes as letters', () => {
  const table: Block = {
    type: 'table',
    rows: [
      [cell([p('a')], true), cell([], true)],
      [
        { ...cell([p(t('b', 'bold')), list([true, 'c'])]), align: 'right' },
        { ...cell([p('d')]), rowSpan: 1 },
      ],
    ],
  };
  expect(body('commonmark', [table, list([false, 'open']), p(t('gone', 'strikethrough'))])).toBe(
    '<table>\n<tr>\n<th>\n\na\n\n</th>\n<th></th>\n</tr>\n<tr>\n<td align="right">\n\n**b**\n\n- ☑ c\n\n</td>\n<td>\n\nd\n\n</td>\n</tr>\n</table>\n\n- ☐ open\n\n<del>gone</del>\n',
  );
});

const CITED = {
  clusters: [{ inText: null, content: [{ text: 'Kim, 12.' }], noteNumber: 1 }],
  footnotes: [],
} as const;

it('Pandoc is given the key, the place and the words around it', () => {
  const items = [{ articleId: 1, locator: '12', prefix: 'see ', suffix: ' *and* passim' }];
  expect(body('pandoc', [p('One', { type: 'citation', items }, ': two.')], { ...CITED } as never)).toBe(
    'One [see @kim2019, p. 12 \\*and\\* passim]\\: two.\n',
  );
});

it('Pandoc sets no parentheses around citations in notes', () => {
  const words = p('Compare', { type: 'citation', items: [{ articleId: 1, locator: '12' }] }, '.');
  const clusters = [{ inText: null, content: [{ text: 'Kim, 12.' }], noteNumber: null }];
  expect(body('pandoc', [p('One', note(words))], { clusters, footnotes: [4] })).toBe(
    'One[^1]\n\n[^1]: Compare @kim2019 [p. 12].\n',
  );
});

it('a source that is not there is cited by its words', () => {
  const items = [{ articleId: 9 }];
  expect(body('pandoc', [p('One', { type: 'citation', items }, '.')], { ...CITED } as never)).toBe(
    'One[^1].\n\n[^1]: Kim, 12.\n',
  );
});

it('Pandoc reads what is meant as text as text', () => {
  const text = 'x^2^ H~2~O $a$ @kim [@kim] "q" it\'s a --- b ... {#id} \\alpha';
  expect(body('pandoc', [p(text), p(': a'), p('Table: b'), p('a. c'), p('(1) d'), p('| e')])).toBe(
    String.raw`x\^2\^ H\~2\~O \$a\$ \@kim \[\@kim] \"q\" it\'s a \-\-- b \.\.. \{#id} \\alpha

\: a

Table\: b

a\. c

\(1) d

\| e
`,
  );
});

it('Pandoc has signs for what is raised and lowered, and grids for cells of several blocks', () => {
  const table: Block = {
    type: 'table',
    rows: [[cell([p('a')], true)], [cell([p('한국'), list([null, 'c'])])]],
  };
  expect(body('pandoc', [p(t('a b', 'superscript'), t('c', 'subscript'), t('d', 'underline')), table])).toBe(
    '^a&#x20;b^~c~<span class="underline">d</span>\n\n+------+\n| a    |\n+======+\n| 한국 |\n|      |\n| - c  |\n+------+\n',
  );
});

it('Pandoc has a grid for code with a pipe, which it cannot escape', () => {
  const table: Block = { type: 'table', rows: [[cell([p(t('a | b', 'code'))])]] };
  expect(body('pandoc', [table])).toBe('+---------+\n| `a | b` |\n+---------+\n');
  expect(body('gfm', [table])).toBe('| |\n| - |\n| `a \\| b` |\n');
});
