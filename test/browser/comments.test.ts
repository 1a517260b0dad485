/** Comments in the text: what they are on, and how they stay with it. */
import { afterEach, expect, test } from 'vitest';
import { newThreadId, storedThreadIds } from '#domain/document/comments.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { setCurrentThread, setThreadLooks } from '#editor/comments/CommentsExtension.ts';
import { $markSelection } from '#editor/comments/threads.ts';
import { restoreBlock, restoreDocument } from '#editor/document/restore.ts';
import { $insertCitation } from '#editor/insert.ts';
import documentWithComments from '../documents/v1-comments.json';
import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isTextNode,
  HISTORY_PUSH_TAG,
  type LexicalNode,
  REDO_COMMAND,
  type TextNode,
  UNDO_COMMAND,
} from 'lexical';
import {
  citation,
  compose,
  copied,
  documentOf,
  type EditorPage,
  heading,
  list,
  openEditor,
  paragraph,
  paste,
  press,
  text,
  type,
  words,
} from './editorPage.ts';

let page: EditorPage;
afterEach(() => page.close());

const A = newThreadId();
const B = newThreadId();

/** Selects from one text (counted in the document) and offset to another. */
function select(from: [number, number], to: [number, number]): void {
  page.editor.update(
    () => {
      const texts = $texts($getRoot());
      const [first, last] = [texts[from[0]]!, texts[to[0]]!];
      const selection = first.select(from[1], from[1]);
      selection.focus.set(last.getKey(), to[1], 'text');
    },
    { discrete: true },
  );
}

function $texts(node: LexicalNode): TextNode[] {
  if ($isTextNode(node)) return [node];
  return $isElementNode(node) ? node.getChildren().flatMap($texts) : [];
}

function comment(id: string): void {
  page.editor.update(() => void $markSelection(id), { discrete: true, tag: HISTORY_PUSH_TAG });
  known.add(id);
  setThreadLooks(
    page.editor,
    new Map([...known].map((each) => [each, { resolved: false, description: `Comment ${each}` }])),
  );
}
const known = new Set<string>();

/** The words of each leaf; those of a thread in its name's brackets, e.g. `plain A[words]`. */
function marked(): string[] {
  const names = new Map([
    [A, 'A'],
    [B, 'B'],
  ]);
  const read = (node: StoredNode): string => {
    const ids = storedThreadIds(node).map((id) => names.get(id) ?? '?');
    const own = typeof node['text'] === 'string' ? node['text'] : node.type === 'citation' ? '@' : '';
    const all = own + (node.children ?? []).map(read).join('');
    return ids.length === 0 ? all : `${ids.join('')}[${all}]`;
  };
  return page.blocks().map(read);
}

const undo = (): void => {
  page.editor.dispatchCommand(UNDO_COMMAND, undefined);
  page.editor.update(() => undefined, { discrete: true });
};
const redo = (): void => {
  page.editor.dispatchCommand(REDO_COMMAND, undefined);
  page.editor.update(() => undefined, { discrete: true });
};

test('a comment is on the words selected, over formats, citations and blocks, and is undone and redone', () => {
  page = openEditor([
    heading(2, 'A heading'),
    paragraph('Some ', text('bold', 1), ' words ', citation(3), ' here.'),
    list('bullet', 'One', 'Two'),
  ]);
  select([0, 2], [4, 5]);
  comment(A);
  expect(marked()).toEqual(['A A[heading]', 'A[Some ]A[bold]A[ words ]A[@]A[ here].', 'OneTwo']);
  select([2, 1], [2, 3]);
  comment(B);
  expect(marked()[1]).toBe('A[S]AB[om]A[e ]A[bold]A[ words ]A[@]A[ here].');
  undo();
  undo();
  expect(marked()).toEqual(['A heading', 'Some bold words @ here.', 'OneTwo']);
  expect(page.root.querySelector('[data-comments]')).toBeNull();
  redo();
  expect(marked()[0]).toBe('A A[heading]');
  expect(page.root.querySelectorAll('[data-comments]')).toHaveLength(6);
});

test('words typed at either edge are not commented on, words typed inside are', async () => {
  page = openEditor([paragraph('one two three'), paragraph('four')]);
  select([0, 4], [0, 7]);
  comment(A);
  expect(marked()[0]).toBe('one A[two] three');
  caretAt(1, 3);
  await type('xy z');
  expect(marked()[0]).toBe('one A[two]xy z three');
  caretAt(1, 0);
  await type('ab');
  expect(marked()[0]).toBe('one abA[two]xy z three');
  caretAt(1, 1);
  await type('hh');
  expect(marked()[0]).toBe('one abA[thhwo]xy z three');
  select([1, 0], [1, 5]);
  await type('new');
  expect(marked()[0]).toBe('one abA[new]xy z three');
});

test('typing at the edges of a commented paragraph, and in new paragraphs inside a comment', async () => {
  page = openEditor([paragraph('first'), paragraph('second')]);
  select([0, 0], [1, 6]);
  comment(A);
  caretAt(0, 0);
  await type('x');
  caretAt(2, 6);
  await type('y');
  expect(marked()).toEqual(['xA[first]', 'A[second]y']);
  caretAt(1, 5);
  await type('-');
  await press('Enter');
  await type('between');
  await press('Enter');
  page.editor.update(() => void $insertCitation({ articleId: 4 }, true), { discrete: true });
  expect(marked()).toEqual(['xA[first-]', 'A[between]', 'A[@]', 'A[second]y']);
});

test.each(['한국어', '日本語'])(
  'what an input method composes at the end of a comment is not in it: %s',
  async (composed) => {
    page = openEditor([paragraph('one two three')]);
    select([0, 4], [0, 7]);
    comment(A);
    caretAt(1, 3);
    await compose(composed[0]!, composed.slice(0, 2), composed);
    expect(marked()[0]).toBe(`one A[two]${composed} three`);
    await type(' and');
    expect(marked()[0]).toBe(`one A[two]${composed} and three`);
    caretAt(1, 1);
    await compose(composed[0]!, composed);
    expect(marked()[0]).toBe(`one A[t${composed}wo]${composed} and three`);
  },
);

test('a comment stays with words that are split, formatted, deleted in part and brought back', async () => {
  page = openEditor([paragraph('one two three four')]);
  select([0, 4], [0, 13]);
  comment(A);
  caretAt(1, 3);
  await press('Enter');
  expect(marked()).toEqual(['one A[two]', 'A[ three] four']);
  await press('Backspace');
  expect(marked()).toEqual(['one A[two three] four']);
  select([0, 2], [1, 9]);
  await press('Delete');
  expect(marked()).toEqual(['on four']);
  undo();
  expect(marked()).toEqual(['one A[two three] four']);
  select([1, 4], [1, 9]);
  await press('Control+b');
  expect(marked()).toEqual(['one A[two ]A[three] four']);
});

test('cut and paste keeps the comment, also of a part; a copy has none', async () => {
  page = openEditor([paragraph('one two three'), paragraph('end')]);
  select([0, 4], [0, 7]);
  comment(A);
  select([0, 2], [2, 2]);
  const copy = copied(page);
  caretAt(3, 3);
  paste(page.root, copy);
  expect(marked()).toEqual(['one A[two] three', 'ende two t']);
  select([1, 1], [1, 3]);
  const part = await cut();
  caretAt(3, 0);
  paste(page.root, part);
  expect(marked()).toEqual(['one A[t] three', 'A[wo]ende two t']);
  caretAt(1, 0);
  paste(page.root, part);
  expect(marked()).toEqual(['one woA[t] three', 'A[wo]ende two t']);
});

test('words cut here and pasted in another brief leave their comment behind', async () => {
  const other = openEditor([paragraph('other')]);
  page = openEditor([paragraph('one two')]);
  select([0, 4], [0, 7]);
  comment(A);
  const data = await cut();
  const mine = page;
  page = other;
  page.root.focus();
  caretAt(0, 0);
  paste(page.root, data);
  expect(marked()).toEqual(['twoother']);
  mine.close();
});

test('the marks are told to a screen reader, and a resolved comment is not marked unless it is shown', () => {
  page = openEditor([paragraph('one two ', citation(3))]);
  select([0, 4], [0, 8]);
  comment(A);
  page.editor.update(
    () => {
      const [paragraphNode] = $getRoot().getChildren();
      if ($isElementNode(paragraphNode)) paragraphNode.select(2, 3);
      $markSelection(A);
    },
    { discrete: true },
  );
  const element = (): HTMLElement => page.root.querySelector<HTMLElement>('span:nth-of-type(2)')!;
  expect(element().textContent).toBe('two ');
  expect(element().getAttribute('role')).toBe('mark');
  expect(element().getAttribute('aria-description')).toBe(`Comment ${A}`);
  const mark = page.root.querySelector('[role=doc-noteref]')!;
  expect(mark.getAttribute('data-comments')).toBe(A);
  setThreadLooks(page.editor, new Map([[A, { resolved: true, description: '' }]]));
  expect(element().hasAttribute('role')).toBe(false);
  expect(mark.hasAttribute('data-comments')).toBe(false);
  setCurrentThread(page.editor, A);
  expect(element().hasAttribute('data-comments-current')).toBe(true);
  setThreadLooks(page.editor, new Map());
  setCurrentThread(page.editor, null);
  expect(page.root.querySelector('[data-comments]')).toBeNull();
});

test('a triple click and selected cells are commented on without what follows them', () => {
  page = openEditor([paragraph('first'), paragraph('second')]);
  page.editor.update(
    () => {
      const [first, second] = $getRoot().getChildren();
      if (!$isElementNode(first) || !$isElementNode(second)) return;
      const selection = first.selectStart();
      selection.focus.set(second.getKey(), 0, 'element');
    },
    { discrete: true },
  );
  comment(A);
  expect(marked()).toEqual(['A[first]', 'second']);
});

test('words in cells, captions and notes are commented on', () => {
  const cell = (content: string): StoredNode => ({
    type: 'tablecell',
    version: 1,
    headerState: 0,
    children: [paragraph(content)],
  });
  page = openEditor([
    paragraph('One', { type: 'footnoteReference', version: 1, id: 'aaaa' }),
    {
      type: 'table',
      version: 1,
      children: [{ type: 'tablerow', version: 1, children: [cell('left'), cell('right')] }],
    },
    { type: 'caption', version: 1, children: [text('Ports')] },
    paragraph('after'),
    {
      type: 'footnotes',
      version: 1,
      children: [{ type: 'footnoteDefinition', version: 1, id: 'aaaa', children: [paragraph('Its words.')] }],
    },
  ]);
  const before = page.blocks();
  select([2, 1], [2, 3]);
  comment(A);
  select([5, 0], [5, 4]);
  comment(B);
  select([8, 4], [8, 9]);
  comment(A);
  expect(marked()).toEqual(['One', 'leftrA[ig]ht', 'B[Port]s', 'after', 'Its A[words].']);
  undo();
  undo();
  undo();
  expect(page.blocks()).toEqual(before);
});

function caretAt(place: number, offset: number): void {
  page.editor.update(() => void $texts($getRoot())[place]!.select(offset, offset), { discrete: true });
}

async function cut(): Promise<Record<string, string>> {
  const clipboardData = new DataTransfer();
  page.root.dispatchEvent(new ClipboardEvent('cut', { clipboardData, bubbles: true, cancelable: true }));
  await expect.poll(() => page.editor.read(() => $getSelection()?.isCollapsed())).toBe(true);
  return Object.fromEntries(clipboardData.types.map((kind) => [kind, clipboardData.getData(kind)]));
}

test('a stored document with comments is read and stored as it was', () => {
  page = openEditor(documentWithComments.root.children);
  expect(marked()[1]).toBe('?[The claim ]??[was settled]?[ in 1965]?[@].');
  expect(page.blocks().map((block) => words(block))).toEqual(
    documentWithComments.root.children.map((block) => words(block as StoredNode)),
  );
  expect(JSON.stringify(page.blocks()).match(/"comments"/gu)).toHaveLength(6);
});

test('an earlier version takes over the comments that were made since, where their words stand in it', () => {
  const block = (id: string, ...children: (StoredNode | string)[]): StoredNode => ({
    ...paragraph(...children),
    $: { blockId: id },
  });
  page = openEditor([
    block('a', 'two, then one two, ', text('bold', 1), citation(3), ' end'),
    block('b', 'These words are new'),
    block('c', 'Moved'),
  ]);
  select([0, 14], [2, 2]);
  comment(A);
  select([5, 6], [5, 11]);
  comment(B);
  const before = marked();
  expect(before).toEqual(['two, then one A[two, ]A[bold]A[@]A[ e]nd', 'These B[words] are new', 'Moved']);
  const version = documentOf([
    block('c', 'Moved'),
    block('a', 'two, or not one two, ', text('bold', 1), citation(3), ' end of it'),
    block('b', 'These were old'),
  ]);
  restoreDocument(page.editor, version);
  expect(marked()).toEqual(['Moved', 'two, or not one A[two, ]A[bold]A[@]A[ e]nd of it', 'These were old']);
  undo();
  expect(marked()).toEqual(before);
  restoreBlock(page.editor, version, 1, { at: 0 });
  expect(marked()[0]).toBe('two, or not one A[two, ]A[bold]A[@]A[ e]nd of it');
  expect(marked()[1]).toBe('These B[words] are new');
});
