import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Inline } from './ast.ts';
import { COMMENTS, newThreadId, storedThreadIds, withoutThreads } from './comments.ts';
import { documentAst } from './fromStored.ts';
import type { StoredNode } from './stored.ts';

const [A, B] = [newThreadId(), newThreadId()];
const text = (words: string, format = 0, ...threads: string[]): StoredNode => ({
  type: 'text',
  version: 1,
  text: words,
  format,
  ...(threads.length > 0 && { $: { [COMMENTS]: threads } }),
});
const paragraph = (...children: StoredNode[]): StoredNode => ({ type: 'paragraph', version: 1, children });

it('reads the ids that a leaf names, and leaves out what is none', () => {
  expect(storedThreadIds(text('x', 0, A, B))).toEqual([A, B]);
  expect(storedThreadIds({ type: 'text', $: { [COMMENTS]: [A, 3, 'no id', null] } })).toEqual([A]);
  expect(storedThreadIds({ type: 'text', $: { [COMMENTS]: A } })).toEqual([]);
  expect(storedThreadIds({ type: 'text', $: null })).toEqual([]);
});

it('a document without comments is as if there had never been any', () => {
  const words = fc.array(fc.tuple(fc.string({ minLength: 1, maxLength: 4 }), fc.constantFrom(0, 1)), {
    maxLength: 5,
  });
  const ids = fc.uniqueArray(fc.constantFrom(A, B), { minLength: 1 });
  const cuts = fc.array(fc.tuple(fc.nat(5), ids), { maxLength: 4 });
  fc.assert(
    fc.property(words, cuts, (texts, marks) => {
      // Texts beside each other differ in their format, as the editor has them.
      const plain = texts.map(([value], index) => text(value, index % 2));
      const commented = plain.flatMap((leaf, index) => {
        const mark = marks.find(([place]) => place === index);
        const value = String(leaf['text']);
        const format = index % 2;
        if (mark === undefined) return [leaf];
        const half = value.length >> 1;
        const parts = [text(value.slice(0, half), format, ...mark[1]), text(value.slice(half), format)];
        return parts.filter((part) => part['text'] !== '');
      });
      const root = paragraph(paragraph(...plain));
      expect(withoutThreads(root)).toBe(root);
      expect(withoutThreads(paragraph(paragraph(...commented)))).toEqual(root);
    }),
  );
});

it('other states of a leaf stay, and texts that differ stay apart', () => {
  const state = { ...text('a', 0), $: { other: 1, [COMMENTS]: [A] } };
  expect(withoutThreads(paragraph(state, text('b')))).toEqual(
    paragraph({ ...text('a'), $: { other: 1 } }, text('b')),
  );
  const apart = paragraph(text('a'), text('b'));
  expect(withoutThreads(apart), 'parted by something else than a comment').toBe(apart);
});

it('the AST names threads where they are asked for, and is otherwise the same as without them', () => {
  const items = [{ articleId: 3 }];
  const inline = (...threads: string[]): StoredNode[] => {
    const $ = threads.length > 0 ? { $: { [COMMENTS]: threads } } : {};
    return [
      { type: 'citation', items, ...$ },
      { type: 'crossReference', target: 'x', last: '', ...$ },
      { type: 'field', field: 'title', ...$ },
      { type: 'footnoteReference', id: 'n', ...$ },
    ];
  };
  const note: StoredNode = {
    type: 'footnotes',
    children: [{ type: 'footnoteDefinition', id: 'n', children: [paragraph(text('note', 0, B))] }],
  };
  const stored = (...children: StoredNode[]) => ({ docVersion: 1, root: paragraph(...children, note) });
  const commented = stored(paragraph(text('one '), text('two', 0, A, B), text(' three'), ...inline(A)));
  const bare = stored(paragraph(text('one two three'), ...inline()));
  expect(documentAst(commented)).toEqual(documentAst({ ...bare, root: withoutThreads(bare.root) }));
  const [block] = documentAst(commented, undefined, { comments: true }).children;
  const inlines: Inline[] = block?.type === 'paragraph' ? block.children : [];
  expect(inlines.map((each) => ('comments' in each ? each.comments : []))).toEqual([
    [],
    [A, B],
    [],
    [A],
    [A],
    [A],
    [A],
  ]);
  expect(JSON.stringify(inlines)).toContain(`"text":"note","marks":[],"comments":["${B}"]`);
});
