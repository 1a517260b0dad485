import { afterEach, describe, expect, test } from 'vitest';
import type { StoredNode } from '#domain/document/stored.ts';
import { citation, documentOf, openEditor, paragraph, snippet, text, type EditorPage } from './editorPage.ts';
import { createBriefEditor } from '#editor/briefEditor.ts';

let page: EditorPage;
afterEach(() => page?.close());

const element = { version: 1, direction: null, format: '', indent: 0 };

describe('round trip', () => {
  const blocks: Record<string, StoredNode> = {
    paragraph: paragraph(
      'plain ',
      text('bold', 1),
      text('italic underlined', 2 | 8),
      text('x', 64),
      text('code', 16),
    ),
    heading: { type: 'heading', ...element, tag: 'h2', children: [text('A heading')] },
    quote: { type: 'quote', ...element, children: [text('Said somebody')] },
    list: {
      type: 'list',
      ...element,
      listType: 'number',
      start: 3,
      tag: 'ol',
      children: [
        { type: 'listitem', ...element, value: 3, children: [text('three')] },
        {
          type: 'listitem',
          ...element,
          value: 4,
          children: [
            {
              type: 'list',
              ...element,
              listType: 'bullet',
              start: 1,
              tag: 'ul',
              children: [{ type: 'listitem', ...element, indent: 1, value: 1, children: [text('inner')] }],
            },
          ],
        },
      ],
    },
    link: paragraph({
      type: 'link',
      ...element,
      url: 'https://example.org/a?b=1&c=2',
      rel: null,
      target: null,
      title: null,
      children: [text('a link')],
    }),
    rule: { type: 'horizontalrule', version: 1 },
    citation: paragraph('Stated', citation(3, 4), ' again'),
    snippet: snippet(3, 9, paragraph('First part.'), paragraph('Second part.')),
    table: {
      type: 'table',
      ...element,
      children: [
        {
          type: 'tablerow',
          ...element,
          children: [
            {
              type: 'tablecell',
              ...element,
              colSpan: 1,
              rowSpan: 1,
              headerState: 1,
              backgroundColor: null,
              children: [paragraph('Cell')],
            },
          ],
        },
      ],
    },
    code: {
      type: 'code',
      ...element,
      language: 'js',
      children: [text('let a = 1;'), { type: 'linebreak', version: 1 }, text('b')],
    },
  };

  test.each(Object.entries(blocks))('%s', (_name, block) => {
    page = openEditor([block]);
    expect(page.blocks()).toHaveLength(1);
    expect(page.blocks()[0]).toMatchObject(block);
    const again = openEditor(page.blocks());
    expect(again.blocks()).toEqual(page.blocks());
    again.close();
  });
});

test('a citation is stored with exactly its type, version and items', () => {
  page = openEditor([paragraph('a', citation(3))]);
  const stored = page.blocks()[0]!.children![1];
  expect(stored).toEqual({ type: 'citation', version: 1, items: [{ articleId: 3 }] });
});

test('members of a citation item that this version does not know are kept', () => {
  const items = [{ articleId: 3, locator: '12', label: 'page', laterMember: { a: 1 } }];
  page = openEditor([paragraph({ type: 'citation', version: 1, items })]);
  expect(page.blocks()[0]!.children![0]).toMatchObject({ items });
});

describe('what this version does not know', () => {
  const blockNode = { type: 'chart', version: 7, data: [1, { x: null }], children: [paragraph('inside')] };
  const inlineNode = { type: 'comment-mark', version: 2, ids: ['a'] };
  const brokenCitation = { type: 'citation', version: 1, items: [] };

  test('is written back as it came, wherever it stands', () => {
    const blocks = [
      paragraph('before ', inlineNode, ' after', brokenCitation),
      blockNode,
      { type: 'quote', ...element, children: [inlineNode] },
    ];
    page = openEditor(blocks);
    const stored = page.blocks();
    expect(stored[0]!.children![1]).toEqual(inlineNode);
    expect(stored[0]!.children![3]).toEqual(brokenCitation);
    expect(stored[1]).toEqual(blockNode);
    expect(stored[2]!.children![0]).toEqual(inlineNode);
    expect(page.root.textContent).toContain('chart');
  });

  test('survives two versions that do not know it', () => {
    page = openEditor([blockNode]);
    const again = openEditor(page.blocks());
    expect(again.blocks()[0]).toEqual(blockNode);
    again.close();
  });
});

test('a document of a newer format is refused with a message', () => {
  expect(() => createBriefEditor({ ...documentOf([paragraph()]), docVersion: 99 })).toThrow(/newer Dossier/);
});

test('a document that cannot be parsed throws instead of being cut short', () => {
  const misplaced: StoredNode = { type: 'root', version: 1, children: [] };
  expect(() => createBriefEditor(documentOf([paragraph('kept'), misplaced, paragraph('also kept')]))).toThrow(
    /append/,
  );
});
