import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, DocumentAst, Inline } from './ast.ts';
import { uncitedSources } from './bibliography.ts';
import { citationClusters, readingOrder } from './clusters.ts';
import { blocksInside } from './inside.ts';
import { documentAst } from './fromStored.ts';
import type { StoredNode } from './stored.ts';

const text = (value: string, format = 0): StoredNode => ({ type: 'text', version: 1, text: value, format });
const node = (type: string, children: StoredNode[], members: Record<string, unknown> = {}): StoredNode => ({
  type,
  version: 1,
  children,
  ...members,
});
const read = (...children: StoredNode[]): DocumentAst =>
  documentAst({ docVersion: 1, root: node('root', children) });
const item = (...children: StoredNode[]): StoredNode => node('listitem', children);
const paragraph = (value: string): Block => ({
  type: 'paragraph',
  children: [{ type: 'text', text: value, marks: [] }],
});

/** The text of the AST in reading order, without breaks. */
function textOf(blocks: Block[]): string {
  return blocks
    .map((block) => {
      if (block.type === 'code') return block.text.replaceAll('\n', '');
      if (block.type === 'paragraph' || block.type === 'heading') return inlineText(block.children);
      return textOf(blocksInside(block));
    })
    .join('');
}
function inlineText(inlines: Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.type === 'text') return inline.text;
      if (inline.type === 'footnote') return textOf(inline.children);
      return inline.type === 'link' ? inlineText(inline.children) : '';
    })
    .join('');
}
function storedText(stored: StoredNode): string {
  const own = typeof stored['text'] === 'string' ? stored['text'] : '';
  const kept = stored.type === 'unknown' ? storedText(stored['raw'] as StoredNode) : '';
  return own + kept + (stored.children ?? []).map(storedText).join('');
}

const marks = (format: number): unknown =>
  (read(node('paragraph', [text('x', format)])).children[0] as { children: { marks: string[] }[] })
    .children[0]!.marks;
const sorted = (value: string): string =>
  Array.from(value)
    .filter((letter) => letter !== '\n')
    .toSorted()
    .join('');

describe('documentAst', () => {
  it('reads the marks of text', () => {
    expect(marks(0)).toEqual([]);
    expect(marks(1 | 2)).toEqual(['bold', 'italic']);
    expect(marks(4 | 8 | 16 | 32 | 128)).toEqual([
      'underline',
      'strikethrough',
      'subscript',
      'code',
      'highlight',
    ]);
    expect(marks(64)).toEqual(['superscript']);
    // Letter case formats are a matter of display.
    expect(marks(256)).toEqual([]);
  });

  it('reads headings, breaks, tabs, rules and links', () => {
    const link = { url: 'https://example.org' };
    expect(
      read(
        node('heading', [text('H')], { tag: 'h3' }),
        node('paragraph', [
          text('a'),
          { type: 'linebreak' },
          { type: 'tab', text: '\t', format: 0 },
          node('link', [text('b')], link),
          node('autolink', [text('c')], { ...link, isUnlinked: true }),
        ]),
        { type: 'horizontalrule' },
      ).children,
    ).toEqual([
      { type: 'heading', level: 3, children: [{ type: 'text', text: 'H', marks: [] }] },
      {
        type: 'paragraph',
        children: [
          { type: 'text', text: 'a', marks: [] },
          { type: 'break' },
          { type: 'text', text: '\t', marks: [] },
          { type: 'link', url: 'https://example.org', children: [{ type: 'text', text: 'b', marks: [] }] },
          { type: 'text', text: 'c', marks: [] },
        ],
      },
      { type: 'rule' },
    ]);
  });

  it('puts a nested list into the item before it', () => {
    const nested = node('list', [item(text('two'))], { listType: 'number', start: 4 });
    expect(
      read(node('list', [item(text('one')), item(nested), item(text('three'))], { listType: 'bullet' })),
    ).toEqual({
      children: [
        {
          type: 'list',
          ordered: false,
          start: 1,
          items: [
            {
              checked: null,
              children: [
                paragraph('one'),
                {
                  type: 'list',
                  ordered: true,
                  start: 4,
                  items: [{ checked: null, children: [paragraph('two')] }],
                },
              ],
            },
            { checked: null, children: [paragraph('three')] },
          ],
        },
      ],
    });
  });

  it('keeps a list that is nested in nothing', () => {
    const nested = node('list', [item(text('two'))], { listType: 'bullet' });
    const [list] = read(node('list', [item(nested)], { listType: 'check' })).children;
    expect(list).toMatchObject({ items: [{ checked: null, children: [{ type: 'list' }] }] });
  });

  it('reads check lists', () => {
    const [list] = read(
      node('list', [{ ...item(text('a')), checked: true }, item(text('b'))], { listType: 'check' }),
    ).children;
    expect(list).toMatchObject({ items: [{ checked: true }, { checked: false }] });
  });

  it('reads the widths of columns and where their text stands', () => {
    const row = node('tablerow', [
      node('tablecell', [], { format: 'right', headerState: 1 }),
      node('tablecell', [], { format: '' }),
    ]);
    const readWidths = (colWidths: unknown): Block => read(node('table', [row], { colWidths })).children[0]!;
    expect(readWidths([25, 75])).toMatchObject({
      type: 'table',
      widths: [25, 75],
      rows: [[{ header: true, align: 'right' }, { header: false }]],
    });
    for (const broken of [undefined, 'wide', [], [10, 'x'], [10, -1], [10, null]])
      expect(readWidths(broken)).not.toHaveProperty('widths');
  });

  it('reads tables with heads and spans', () => {
    const cell = (value: string, members: object): StoredNode =>
      node('tablecell', [node('paragraph', [text(value)])], { ...members });
    expect(
      read(
        node('table', [
          node('tablerow', [cell('h', { headerState: 1, colSpan: 2 })]),
          node('tablerow', [cell('a', { headerState: 0, rowSpan: 2 }), cell('b', { headerState: 2 })]),
        ]),
      ).children,
    ).toEqual([
      {
        type: 'table',
        rows: [
          [{ header: true, colSpan: 2, rowSpan: 1, children: [paragraph('h')] }],
          [
            { header: false, colSpan: 1, rowSpan: 2, children: [paragraph('a')] },
            { header: true, colSpan: 1, rowSpan: 1, children: [paragraph('b')] },
          ],
        ],
      },
    ]);
  });

  it('reads code with its lines', () => {
    const code = node('code', [{ type: 'code-highlight', text: 'a' }, { type: 'linebreak' }, text('b')], {
      language: 'js',
    });
    expect(read(code).children).toEqual([{ type: 'code', language: 'js', text: 'a\nb' }]);
  });

  it('reads snippets as quotes with their source, and citations in the order of reading', () => {
    const document = read(
      node('paragraph', [text('See'), { type: 'citation', version: 1, items: [{ articleId: 2 }] }]),
      node(
        'snippet',
        [node('paragraph', [text('quoted'), { type: 'citation', version: 1, items: [{ articleId: 4 }] }])],
        { items: [{ articleId: 1, snippetId: 7, locator: '3' }] },
      ),
      node('quote', [text('plain')]),
    );
    expect(document.children[1]).toMatchObject({ type: 'quote', source: [{ articleId: 1, snippetId: 7 }] });
    expect(document.children[2]).toEqual({ type: 'quote', children: [paragraph('plain')], source: null });
    expect(citationClusters(document).map((cluster) => cluster[0]!.articleId)).toEqual([2, 4, 1]);
  });

  it('reads callouts with whatever they hold, and keeps kinds that it does not know', () => {
    const callout = node('callout', [node('paragraph', [text('a')]), node('quote', [text('b')])], {
      kind: 'judgment',
      confidence: 'high',
    });
    expect(read(callout, node('callout', [text('c')], { kind: 'risk' })).children).toEqual([
      {
        type: 'callout',
        kind: 'judgment',
        confidence: 'high',
        children: [paragraph('a'), { type: 'quote', children: [paragraph('b')], source: null }],
      },
      { type: 'callout', kind: 'risk', confidence: null, children: [paragraph('c')] },
    ]);
  });

  it('reads page breaks and the alignment of paragraphs and headings', () => {
    expect(
      read(
        node('paragraph', [text('a')], { format: 'center' }),
        { type: 'pageBreak', version: 1 },
        node('heading', [text('b')], { tag: 'h2', format: 'right' }),
        node('paragraph', [text('c')], { format: '' }),
        node('paragraph', [text('d')], { format: 'sideways' }),
      ).children,
    ).toEqual([
      { ...paragraph('a'), align: 'center' },
      { type: 'pageBreak' },
      { ...paragraph('b'), type: 'heading', level: 2, align: 'right' },
      paragraph('c'),
      paragraph('d'),
    ]);
  });

  it('reads fields as the text that they show, wherever they stand', () => {
    const field = (name: string, value = '', format = 0): StoredNode => ({
      type: 'field',
      version: 1,
      field: name,
      value,
      format,
    });
    const stored = node('root', [
      node('heading', [field('title'), text(': '), field('date', '2026-11-22', 1)], { tag: 'h2' }),
      node('list', [item(field('date')), item({ type: 'unknown', raw: field('author') })]),
    ]);
    const ast = documentAst(
      { docVersion: 1, root: stored },
      { title: 'Lage', author: '', date: '2026-05-09', language: 'de' },
    );
    expect(textOf(ast.children)).toBe('Lage: 22. November 20269. Mai 2026[Verfasser]');
    expect((ast.children[0] as { children: Inline[] }).children.at(-1)).toMatchObject({ marks: ['bold'] });
  });

  it('reads where the sources are listed, and leaves out what is no article', () => {
    const document = read(
      { type: 'bibliography', version: 1, uncited: [4, 'x', -1, 4.5], byType: true, heading: ' Works ' },
      node('quote', [{ type: 'bibliography', version: 1, uncited: [5, 4] }]),
    );
    expect(document.children[0]).toEqual({
      type: 'bibliography',
      heading: 'Works',
      byType: true,
      uncited: [4],
    });
    expect(uncitedSources(document)).toEqual([4, 5]);
  });

  describe('footnotes', () => {
    const mark = (id: string): StoredNode => ({ type: 'footnoteReference', version: 1, id });
    const note = (id: string, ...children: StoredNode[]): StoredNode =>
      node('footnoteDefinition', [node('paragraph', children)], { id });
    const cite = (articleId: number): StoredNode => ({
      type: 'citation',
      version: 1,
      items: [{ articleId }],
    });

    it('stand at their marks, and their citations are read there', () => {
      const document = read(
        node('paragraph', [cite(1), mark('b'), cite(3)]),
        node('table', [
          node('tablerow', [node('tablecell', [node('heading', [text('h'), mark('a')], { tag: 'h2' })])]),
        ]),
        node('footnotes', [note('a', text('last')), note('b', text('see '), cite(2))]),
      );
      expect(document.children).toHaveLength(2);
      const { places, footnotes } = readingOrder(document);
      expect(places.map(({ items, text: words }) => [items[0]!.articleId, words])).toEqual([
        [1, ''],
        [2, 'see '],
        [3, ''],
      ]);
      expect(footnotes.map(({ node: { children }, at, count }) => [textOf(children), at, count])).toEqual([
        ['see ', 1, 1],
        ['last', 3, 0],
      ]);
    });

    it('whose mark is gone, or has another note already, keep their words at the end', () => {
      const document = read(
        node('paragraph', [text('body'), mark('a'), mark('a'), mark('none')]),
        node('footnotes', [
          note('a', text('first'), mark('b')),
          note('b', text('nested')),
          note('c', text('lost')),
        ]),
      );
      expect(textOf(document.children)).toBe('bodyfirstnestedlost');
      expect(readingOrder(document).footnotes).toHaveLength(3);
    });
  });

  it('says where a citation cannot be read', () => {
    const broken = { type: 'citation', version: 1, items: [{ articleId: 'x' }] };
    expect(textOf(read(node('paragraph', [text('a '), broken])).children)).toBe('a [unreadable citation]');
    expect(textOf(read(node('snippet', [node('paragraph', [text('q')])])).children)).toBe(
      'q[unreadable citation]',
    );
  });

  it('keeps the text of nodes that it does not know, kept raw or not', () => {
    const future = node('panel', [node('paragraph', [text('inside')]), node('panel-title', [text('title')])]);
    expect(read(future, { type: 'unknown', version: 1, raw: future })).toEqual({
      children: [paragraph('inside'), paragraph('title'), paragraph('inside'), paragraph('title')],
    });
    const mention = { type: 'mention', text: '@somebody' };
    expect(read(node('paragraph', [text('by '), { type: 'unknown', raw: mention }]))).toEqual({
      children: [
        {
          type: 'paragraph',
          children: [
            { type: 'text', text: 'by ', marks: [] },
            { type: 'text', text: '@somebody', marks: [] },
          ],
        },
      ],
    });
  });

  it('loses no text, whatever stands in what', () => {
    const types = [
      'paragraph',
      'heading',
      'quote',
      'snippet',
      'list',
      'listitem',
      'table',
      'tablerow',
    ].concat(['tablecell', 'link', 'autolink', 'code', 'callout']);
    const leaf = fc.oneof(
      fc.string().map((value) => text(value, 3)),
      fc.constant({ type: 'linebreak' }),
      fc.constant({ type: 'tab', text: '\t' }),
    );
    const { tree } = fc.letrec<{ tree: StoredNode }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 5 },
        leaf,
        fc
          .tuple(fc.constantFrom(...types), fc.array(tie('tree'), { maxLength: 4 }))
          .map(([type, children]) =>
            node(type, children, { url: 'https://example.org', items: [{ articleId: 1 }] }),
          ),
        tie('tree').map((raw) => ({ type: 'unknown', raw })),
      ),
    }));
    // Code is text by itself: what is marked up inside it counts without its breaks.
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 5 }), (children) => {
        const root = node('root', children);
        const ast = documentAst({ docVersion: 1, root });
        expect(sorted(textOf(ast.children))).toBe(sorted(storedText(root)));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the order of the text', () => {
    const { tree } = fc.letrec<{ tree: StoredNode }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.string().map((value) => text(value)),
        fc
          .tuple(
            fc.constantFrom('paragraph', 'quote', 'list', 'listitem', 'callout', 'link'),
            fc.array(tie('tree')),
          )
          .map(([type, children]) => node(type, children)),
      ),
    }));
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 5 }), (children) => {
        const root = node('root', children);
        expect(textOf(documentAst({ docVersion: 1, root }).children)).toBe(storedText(root));
      }),
    );
  });
});
