import * as fc from 'fast-check';
import type { Nodes, Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfm } from 'micromark-extension-gfm';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { FormattedCitations } from '#domain/citation.ts';
import type { Align, Block, Inline, Mark, TableCell } from '#domain/document/ast.ts';
import { printable } from '#domain/document/characters.ts';
import { type ExportDocument, withCitations } from '../exportDocument.ts';
import { writeMarkdown } from './markdown.ts';

const t = (text: string, ...marks: Mark[]): Inline => ({ type: 'text', text, marks });
const p = (...children: (Inline | string)[]): Block => ({
  type: 'paragraph',
  children: children.map((child) => (typeof child === 'string' ? t(child) : child)),
});
const cite = (articleId: number): Inline => ({ type: 'citation', items: [{ articleId }] });
const cell = (children: Block[], header = false): TableCell => ({ header, colSpan: 1, rowSpan: 1, children });

const settings = { title: 'A title: with colon', author: 'A. Analyst', date: '2026-05-09', language: 'en' };

function brief(children: Block[], formatted: Partial<FormattedCitations> = {}): ExportDocument {
  return withCitations(
    settings,
    { children },
    {
      styleClass: 'note',
      clusters: [],
      footnotes: [],
      bibliography: [],
      missing: [],
      ...formatted,
    },
  );
}

const write = (children: Block[], formatted?: Partial<FormattedCitations>): string =>
  writeMarkdown(brief(children, formatted), { flavour: 'gfm', folder: 'pictures' });
const body = (children: Block[], formatted?: Partial<FormattedCitations>): string =>
  write(children, formatted).replace(/^---\n[^]*?\n---\n+/, '');

function read(markdown: string): Root {
  return fromMarkdown(markdown, {
    extensions: [gfm({ singleTilde: false }), frontmatter(['yaml'])],
    mdastExtensions: [gfmFromMarkdown(), frontmatterFromMarkdown(['yaml'])],
  });
}

function textOf(node: Nodes): string {
  if (node.type === 'break' || (node.type === 'html' && node.value === '<br>')) return ' ';
  if (node.type === 'yaml' || node.type === 'html') return '';
  if ('value' in node) return node.value;
  return 'children' in node ? node.children.map(textOf).join(node.type === 'tableRow' ? ' ' : '') : '';
}

const notes = (...texts: string[]): Partial<FormattedCitations> => ({
  clusters: texts.map((text, index) => ({ inText: null, content: [{ text }], noteNumber: index + 1 })),
});

const link = (url: string): Block => p({ type: 'link', url, children: [t('x')] });
const flat = (value: string): string => value.replaceAll(/\s+/g, ' ').trim();
const bare = (value: string): string => value.replaceAll(/[\s\0\uFFFD]+/g, '');

describe('front matter', () => {
  it('carries title, author, date and language', () => {
    const [yaml] = read(write([p('x')])).children;
    expect(yaml).toMatchObject({ type: 'yaml' });
    expect(parseYaml((yaml as { value: string }).value)).toEqual({
      title: 'A title: with colon',
      author: 'A. Analyst',
      date: '2026-05-09',
      lang: 'en',
    });
  });

  it('cannot be ended by what stands in it', () => {
    const document = brief([p('x')]);
    document.settings = { title: '---\nauthor: me\n---', author: '', date: null, language: 'ko' };
    const [yaml, paragraph] = read(writeMarkdown(document, { flavour: 'gfm', folder: 'pictures' })).children;
    expect(parseYaml((yaml as { value: string }).value)).toEqual({
      title: '---\nauthor: me\n---',
      lang: 'ko',
    });
    expect(paragraph).toMatchObject({ type: 'paragraph' });
  });
});

describe('notes', () => {
  it('stand at the end under the numbers of their marks', () => {
    const markdown = body([p('First', cite(1), ' and', cite(2), '.')], notes('Note one.', 'Note *two*.'));
    expect(markdown).toBe('First[^1] and[^2].\n\n[^1]: Note one.\n\n[^2]: Note \\*two\\*.\n');
  });

  it('follow the last words of a quote', () => {
    const quote: Block = { type: 'quote', children: [p('One.'), p('Two.')], source: [{ articleId: 1 }] };
    expect(body([quote], notes('Source.'))).toBe('> One.\n>\n> Two.[^1]\n\n[^1]: Source.\n');
  });

  it('follow a quote that ends in a list', () => {
    const list: Block = {
      type: 'list',
      ordered: false,
      start: 1,
      items: [{ checked: null, children: [p('a')] }],
    };
    const quote: Block = { type: 'quote', children: [list], source: [{ articleId: 1 }] };
    expect(body([quote], notes('Source.'))).toContain('> - a\n>\n> [^1]\n');
  });
});

describe('citations in the text', () => {
  it('stand where they are cited, and behind a quote', () => {
    const formatted = {
      styleClass: 'in-text',
      clusters: [
        { inText: null, content: [{ text: '(Kim, 2019)' }], noteNumber: null },
        { inText: null, content: [{ text: '(Lee, 2020)' }], noteNumber: null },
      ],
    } as const satisfies Partial<FormattedCitations>;
    const quote: Block = { type: 'quote', children: [p('Quoted.')], source: [{ articleId: 2 }] };
    expect(
      body([p('As shown ', cite(1), '.'), quote], { ...formatted, clusters: [...formatted.clusters] }),
    ).toBe('As shown (Kim, 2019).\n\n> Quoted. (Lee, 2020)\n');
  });
});

describe('an author who is named in the text', () => {
  const named = (text: string, noteNumber: number | null) => ({
    clusters: [{ inText: [{ text: 'Kim and Roe' }], content: [{ text }], noteNumber }],
  });

  it('stands before the mark of the note', () => {
    expect(body([p('As', cite(1), ' shows.')], named('Marie Kim, Claims.', 1))).toBe(
      'As Kim and Roe[^1] shows.\n\n[^1]: Marie Kim, Claims.\n',
    );
  });

  it('stands before the parenthesis', () => {
    expect(body([p(cite(1), ' show.')], named('(2004, p. 5)', null))).toBe(
      'Kim and Roe (2004, p. 5) show.\n',
    );
  });
});

describe('sources', () => {
  it('are a list beside the main sections, with italics and links', () => {
    const bibliography = [
      {
        articleId: 1,
        content: [
          { text: 'Kim. ' },
          { text: 'Law Review', marks: ['italic' as const] },
          { text: '. ' },
          { text: 'https://doi.org/10.1/x_y_z', url: 'https://doi.org/10.1/x_y_z' },
        ],
      },
    ];
    const heading: Block = { type: 'heading', level: 3, children: [t('Findings')] };
    expect(body([heading], { bibliography })).toBe(
      '### Findings\n\n### Sources\n\n- Kim. *Law Review*. <https://doi.org/10.1/x_y_z>\n',
    );
  });
});

describe('blocks', () => {
  it('writes nested lists, numbers and boxes', () => {
    const inner: Block = {
      type: 'list',
      ordered: true,
      start: 3,
      items: [{ checked: null, children: [p('three')] }],
    };
    const list: Block = {
      type: 'list',
      ordered: false,
      start: 1,
      items: [
        { checked: true, children: [p('done'), inner] },
        { checked: false, children: [p('open')] },
      ],
    };
    expect(body([list])).toBe('- [x] done\n\n  3. three\n- [ ] open\n');
  });

  it('keeps two lists in a row apart', () => {
    const list: Block = {
      type: 'list',
      ordered: false,
      start: 1,
      items: [{ checked: null, children: [p('a')] }],
    };
    expect(read(body([list, list])).children.filter((child) => child.type === 'list')).toHaveLength(2);
  });

  it('writes tables with heads, several blocks in a cell, and spans', () => {
    const table: Block = {
      type: 'table',
      rows: [
        [cell([p('a | b')], true), cell([p('c')], true)],
        [cell([p('one'), p('two')]), cell([{ type: 'code', language: null, text: 'x | y' }])],
        [{ ...cell([p('wide')]), colSpan: 2 }],
      ],
    };
    expect(body([table])).toBe('| a \\| b | c |\n| - | - |\n| one<br>two | `x \\| y` |\n| wide | |\n');
  });

  it('aligns columns as most of their cells are, below the head', () => {
    const row = (header: boolean, ...aligns: (Align | undefined)[]): TableCell[] =>
      aligns.map((align) => ({ ...cell([p('a')], header), ...(align === undefined ? {} : { align }) }));
    const table: Block = {
      type: 'table',
      rows: [
        row(true, undefined, 'center', 'left', 'center'),
        row(false, undefined, 'right', 'left', 'center'),
        row(false, 'center', 'end', 'left', 'center'),
        row(false, undefined, 'right', 'left', undefined),
        row(false, undefined, 'left', 'left', 'center'),
      ],
    };
    expect(body([table]).split('\n')[1]).toBe('| - | -: | :- | :-: |');
  });

  it('gives a table without headers an empty head', () => {
    const table: Block = { type: 'table', rows: [[cell([p('a')])]] };
    expect(body([table])).toBe('| |\n| - |\n| a |\n');
  });

  it('writes code with fences that it does not hold', () => {
    expect(body([{ type: 'code', language: 'md', text: '```\ninner\n```' }])).toBe(
      '````md\n```\ninner\n```\n````\n',
    );
  });
});

describe('inlines', () => {
  it('writes marks, those without signs as HTML', () => {
    expect(
      body([p(t('a', 'bold', 'italic'), t('b', 'underline'), t('c', 'superscript'), t('d', 'code'))]),
    ).toBe('**_a_**<u>b</u><sup>c</sup>`d`\n');
  });

  it('joins runs of one mark', () => {
    expect(body([p(t('a', 'bold'), t('b', 'bold', 'italic'), t('c', 'bold'))])).toBe('**a*b*c**\n');
  });

  it('links to the web and mail only', () => {
    expect(body([link('https://example.org/a b')])).toBe('[x](<https://example.org/a b>)\n');
    expect(body([link('javascript:alert(1)')])).toBe('x\n');
  });
});

describe('text that looks like markup', () => {
  it.each([
    '*not emphasis*',
    '[^1]: not a note',
    '[^1]',
    '<script>alert(1)</script>',
    '# not a heading',
    '1. not a list',
    '- [ ] not a task',
    '| a | b |',
    '---',
    '`code` ``` ~~~',
    '~~gone~~ ~x~',
    '[x](y) ![x](y)',
    'https://example.org/a_b_c and a@b.example www.example.org',
    '&amp; &lt; \\*',
    '    indented',
    '\ttab',
    '$a$ {{x}} :::',
    '> quote',
    '==x==',
    'line\nbreak',
  ])('%j comes back as text', (text) => {
    const inCell: Block = { type: 'table', rows: [[cell([p(text)])]] };
    const tree = read(body([p(text), { type: 'quote', children: [p(text)], source: null }, inCell]));
    expect(tree.children.map((child) => flat(textOf(child)))).toEqual([flat(text), flat(text), flat(text)]);
    expect(tree.children.map((child) => child.type)).toEqual(['paragraph', 'blockquote', 'table']);
  });

  it('comes back whole from any document', () => {
    // As all text of the AST is: a reference to a control character is read as U+FFFD.
    const hostile = fc
      .oneof(
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.string({ unit: fc.constantFrom(...Array.from('*_`~[]()<>#!|\\&^:-+=.1a \n\t')), maxLength: 12 }),
      )
      .map(printable);
    const marks = fc.subarray<Mark>(['bold', 'italic', 'strikethrough', 'underline', 'superscript']);
    const inline = fc.oneof(
      fc.tuple(hostile, marks).map(([text, list]) => t(text, ...list)),
      fc
        .tuple(hostile)
        .map(([text]): Inline => ({ type: 'link', url: 'https://example.org', children: [t(text)] })),
    );
    const breaking = fc.oneof({ weight: 5, arbitrary: inline }, fc.constant<Inline>({ type: 'break' }));
    const { block } = fc.letrec<{ block: Block }>((tie) => ({
      block: fc.oneof(
        { maxDepth: 3 },
        fc.array(breaking, { maxLength: 4 }).map((children): Block => ({ type: 'paragraph', children })),
        fc
          .array(inline, { maxLength: 3 })
          .map((children): Block => ({ type: 'heading', level: 2, children })),
        hostile.map((text): Block => ({ type: 'code', language: null, text })),
        fc
          .array(tie('block'), { maxLength: 3 })
          .map((children): Block => ({ type: 'quote', children, source: null })),
        fc
          .tuple(
            fc.boolean(),
            fc.array(fc.array(tie('block'), { maxLength: 2 }), { minLength: 1, maxLength: 3 }),
          )
          .map(([ordered, items]): Block => ({
            type: 'list',
            ordered,
            start: 1,
            items: items.map((children) => ({ checked: null, children })),
          })),
      ),
    }));
    const astText = (blocks: Block[]): string =>
      blocks
        .map((node): string => {
          if (node.type === 'code') return node.text;
          if (node.type === 'quote') return astText(node.children);
          if (node.type === 'list') return node.items.map((item) => astText(item.children)).join('');
          if (node.type === 'paragraph' || node.type === 'heading') return inlineText(node.children);
          return '';
        })
        .join('');
    const inlineText = (inlines: Inline[]): string =>
      inlines
        .map((node) =>
          node.type === 'text' ? node.text : node.type === 'link' ? inlineText(node.children) : '',
        )
        .join('');
    // Markdown folds white space, ends lines by \n, and has no NUL.
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
        const markdown = body(blocks);
        expect({ markdown, text: bare(textOf(read(markdown))) }).toEqual({
          markdown,
          text: bare(astText(blocks)),
        });
      }),
      { numRuns: 500 },
    );
  });
});

describe('callouts and page breaks', () => {
  const callout = (kind: string, confidence: string | null, ...children: Block[]): Block => ({
    type: 'callout',
    kind,
    confidence,
    children,
  });

  it('are quotes under a bold label in the language of the brief', () => {
    const list: Block = {
      type: 'list',
      ordered: false,
      start: 1,
      items: [{ checked: null, children: [p('b')] }],
    };
    const children = [callout('judgment', 'high', p('a', cite(1)), list), callout('gap', 'high', p('c'))];
    expect(body(children, notes('Source.'))).toBe(
      '> **Key judgment** · High confidence\n>\n> a[^1]\n>\n> - b\n\n> **Information gap**\n>\n> c\n\n[^1]: Source.\n',
    );
    const korean = brief([callout('gap', null, p('c'))]);
    korean.settings = { ...korean.settings, language: 'ko-KR' };
    expect(writeMarkdown(korean, { flavour: 'gfm', folder: 'pictures' })).toContain(
      '> **정보 공백**\n>\n> c\n',
    );
  });

  it('keep their label in a table', () => {
    const table: Block = { type: 'table', rows: [[cell([callout('caution', null, p('a'))], true)]] };
    expect(body([table])).toContain('| **Caution**<br>a |');
  });

  it('break the page where there are pages, and show nothing elsewhere', () => {
    const markdown = body([p('a'), { type: 'pageBreak' }, p('b')]);
    expect(markdown).toBe('a\n\n<div style="break-after: page"></div>\n\nb\n');
    expect(flat(textOf(read(markdown)))).toBe('ab');
  });

  it('say nothing of alignment', () => {
    const [paragraph] = [p('a')];
    expect(body([{ ...paragraph, align: 'center' } as Block])).toBe('a\n');
  });
});
