import { describe, expect, it } from 'vitest';
import { documentAst } from '../fromStored.ts';
import type { StoredNode } from '../stored.ts';
import { countSuggestions } from './count.ts';
import { blockBreak } from './marks.ts';
import { acceptedRoot, rejectedRoot, settleRoot } from './settle.ts';

const mark = (id: string, author = 'Ada') => ({ id, author, at: '2026-11-23T09:00:00.000Z' });
const text = (words: string): StoredNode => ({ type: 'text', version: 1, text: words });
const put = (node: StoredNode, id: string): StoredNode => ({ ...node, $: { inserted: mark(id) } });
const gone = (id: string, ...content: StoredNode[]): StoredNode => ({
  type: 'deletion',
  version: 1,
  mark: mark(id),
  content,
});
const paragraph = (...children: StoredNode[]): StoredNode => ({ type: 'paragraph', version: 1, children });
const heading = (...children: StoredNode[]): StoredNode => ({
  type: 'heading',
  tag: 'h2',
  version: 1,
  children,
});
const root = (...children: StoredNode[]): StoredNode => ({ type: 'root', version: 1, children });
const note = (id: string, words: string): StoredNode => ({
  type: 'footnoteDefinition',
  version: 1,
  id,
  children: [paragraph(text(words))],
});
const noteMark = (id: string): StoredNode => ({ type: 'footnoteReference', version: 1, id });

describe('accepting and rejecting suggestions', () => {
  it('keeps words that were put in, or takes them away, and joins the text that they parted', () => {
    const document = root(
      paragraph(text('One '), gone('a', text('two')), put(text('2'), 'a'), text(' three')),
    );
    expect(acceptedRoot(document)).toEqual(root(paragraph(text('One 2 three'))));
    expect(rejectedRoot(document)).toEqual(root(paragraph(text('One two three'))));
    expect(countSuggestions(document)).toBe(1);
  });

  it('leaves a document without suggestions the same object', () => {
    const document = root(paragraph(text('One')), { type: 'horizontalrule', version: 1 });
    expect(acceptedRoot(document)).toBe(document);
  });

  it('parts what was joined, and joins what was parted', () => {
    const joined = root(paragraph(text('One'), gone('a', blockBreak(heading())), text('Two')));
    expect(rejectedRoot(joined)).toEqual(root(paragraph(text('One')), heading(text('Two'))));
    const parted = root(heading(text('One')), put(paragraph(text(' and two')), 'a'));
    expect(rejectedRoot(parted)).toEqual(root(heading(text('One and two'))));
    expect(acceptedRoot(parted)).toEqual(root(heading(text('One')), paragraph(text(' and two'))));
  });

  it('joins what was parted where the first part has become the item of a list', () => {
    const item = (...children: StoredNode[]): StoredNode => ({ type: 'listitem', version: 1, children });
    const list = (...children: StoredNode[]): StoredNode => ({ type: 'list', version: 1, children });
    const parted = root(list(item(text('a')), item(list(item(text('On'))))), put(paragraph(text('e')), 'a'));
    expect(rejectedRoot(parted)).toEqual(root(list(item(text('a')), item(list(item(text('One')))))));
  });

  it('joins what was parted where the second part has become the first item of a list', () => {
    const item = (...children: StoredNode[]): StoredNode => ({ type: 'listitem', version: 1, children });
    const list = (...children: StoredNode[]): StoredNode => ({ type: 'list', version: 1, children });
    const parted = root(paragraph(text('On')), list(put(item(text('e')), 'a'), item(text('two'))));
    expect(rejectedRoot(parted)).toEqual(root(paragraph(text('One')), list(item(text('two')))));
    const alone = root(list(put(item(text('one')), 'a')));
    expect(rejectedRoot(alone)).toEqual(root(list(item(text('one')))));
  });

  it('gives items back as paragraphs, and paragraphs as items, where their line is no item or is one now', () => {
    const item = (...children: StoredNode[]): StoredNode => ({ type: 'listitem', version: 1, children });
    const list = (...children: StoredNode[]): StoredNode => ({ type: 'list', version: 1, children });
    const turned = root(paragraph(text('One'), gone('a', blockBreak(item()), text('two'))));
    expect(rejectedRoot(turned)).toMatchObject(root(paragraph(text('One')), paragraph(text('two'))));
    const listed = root(list(item(text('One'), gone('a', blockBreak(heading()), text('two')))));
    expect(rejectedRoot(listed)).toMatchObject(root(list(item(text('One')), item(text('two')))));
    const same = root(list(item(text('One'), gone('a', blockBreak(item()), text('two')))));
    expect(rejectedRoot(same)).toEqual(root(list(item(text('One')), item(text('two')))));
  });

  it('takes whole blocks away and brings them back', () => {
    const table = { type: 'table', version: 1, children: [{ type: 'tablerow', version: 1, children: [] }] };
    const deleted = { type: 'deletedBlocks', version: 1, mark: mark('b'), content: [heading(text('Was'))] };
    const document = root(paragraph(text('One')), put(table, 'a'), deleted);
    expect(acceptedRoot(document)).toEqual(root(paragraph(text('One')), table));
    expect(rejectedRoot(document)).toEqual(root(paragraph(text('One')), heading(text('Was'))));
    expect(settleRoot(document, ({ id }) => (id === 'a' ? 'reject' : 'keep'))).toEqual(
      root(paragraph(text('One')), deleted),
    );
  });

  it('brings the note of a mark back with it, in the order of the marks, and takes one that was put in away', () => {
    const deletion = { ...gone('a', noteMark('n1')), notes: [note('n1', 'first')] };
    const section = { type: 'footnotes', version: 1, children: [note('n2', 'second'), note('n3', 'third')] };
    const document = root(paragraph(deletion, noteMark('n2'), put(noteMark('n3'), 'b')), section);
    expect(rejectedRoot(document)).toEqual(
      root(paragraph(noteMark('n1'), noteMark('n2')), {
        ...section,
        children: [note('n1', 'first'), note('n2', 'second')],
      }),
    );
    expect(acceptedRoot(document).children!.at(-1)).toEqual(section);
  });

  it('never loses words of a block whose beginning is rejected where nothing can take them', () => {
    const document = root(put(paragraph(text('All there is')), 'a'));
    expect(rejectedRoot(document)).toEqual(root(paragraph(text('All there is'))));
    expect(rejectedRoot(root(put(paragraph(put(text('new'), 'a')), 'a'))).children).toHaveLength(1);
  });

  it('keeps what another suggested inside of what was taken out', () => {
    const theirs = { ...text('theirs'), $: { inserted: mark('x', 'Bo') } };
    const document = root(paragraph(gone('a', text('mine '), theirs)));
    expect(settleRoot(document, ({ id }) => (id === 'a' ? 'reject' : 'keep'))).toEqual(
      root(paragraph(text('mine '), theirs)),
    );
    expect(rejectedRoot(document)).toEqual(root(paragraph(text('mine '))));
  });
});

describe('the document AST', () => {
  const document = {
    docVersion: 1,
    root: root(
      paragraph(text('One '), gone('a', text('two'), blockBreak(heading())), put(text('2'), 'a'), text('.')),
    ),
  };
  const plain = (words: string) => ({ type: 'text', text: words, marks: [] });

  it('takes suggestions as accepted or as rejected', () => {
    expect(documentAst(document).children).toEqual([{ type: 'paragraph', children: [plain('One 2.')] }]);
    expect(documentAst(document, undefined, { suggestions: 'rejected' }).children).toMatchObject([
      { type: 'paragraph', children: [plain('One two')] },
      { type: 'heading', children: [plain('.')] },
    ]);
  });

  it('shows them side by side where they are asked for', () => {
    const change = { author: 'Ada', at: '2026-11-23T09:00:00.000Z' };
    const [first, second] = documentAst(document, undefined, { suggestions: 'tracked' }).children;
    expect(first).toEqual({
      type: 'paragraph',
      children: [plain('One '), { ...plain('two'), change: { kind: 'deletion', ...change } }],
    });
    expect(second).toMatchObject({
      type: 'heading',
      change: { kind: 'deletion', ...change },
      children: [{ ...plain('2'), change: { kind: 'insertion', ...change } }, plain('.')],
    });
  });
});
