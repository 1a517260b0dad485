/** The ids of blocks: they stay with the words, whatever is done to them. */
import { storedBlockId } from '#domain/document/blockId.ts';
import { $blockById, $blockIdOf, $ensureBlockId } from '#editor/document/blockId.ts';
import { serialiseDocument } from '#editor/document/BlocksExtension.ts';
import { $createHeadingNode } from '@lexical/rich-text';
import { $setBlocksType } from '@lexical/selection';
import {
  $copyNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  COPY_COMMAND,
  CUT_COMMAND,
  type ElementNode,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { compose, type EditorPage, openEditor, paragraph, paste, press, text, type } from './editorPage.ts';

let page: EditorPage;
afterEach(() => page.close());

/** Blocks as they are stored, with their ids: `words: id`. */
const ids = (): Record<string, string | null> =>
  Object.fromEntries(
    serialiseDocument(page.editor).root.children!.map((block) => [wordsOf(block), storedBlockId(block)]),
  );
const wordsOf = (block: { children?: unknown }): string =>
  (JSON.stringify(block.children ?? []).match(/(?<="text":")[^"]*/gu) ?? []).join('');
const undo = (): void => void page.editor.dispatchCommand(UNDO_COMMAND, undefined);
const redo = (): void => void page.editor.dispatchCommand(REDO_COMMAND, undefined);
const select = (index: number, whole = false): void =>
  page.editor.update(
    () => {
      const block = $getRoot().getChildAtIndex<ElementNode>(index)!;
      if (whole) block.select(0, block.getChildrenSize());
      else block.selectStart();
    },
    { discrete: true },
  );
const clipboard = (command: typeof COPY_COMMAND): Record<string, string> => {
  const clipboardData = new DataTransfer();
  page.editor.dispatchCommand(command, new ClipboardEvent('copy', { clipboardData }));
  return Object.fromEntries([...clipboardData.types].map((kind) => [kind, clipboardData.getData(kind)]));
};
/** How many blocks have an id of their own. */
const unique = (): number =>
  new Set(
    serialiseDocument(page.editor)
      .root.children!.map(storedBlockId)
      .filter((id) => id !== null),
  ).size;

describe('a document of two paragraphs', () => {
  let first: string;
  let second: string;
  beforeEach(() => {
    page = openEditor([paragraph('One two'), paragraph('Three')]);
    ({ 'One two': first, Three: second } = ids() as { 'One two': string; Three: string });
  });

  test('has ids without having been edited, which typing and composing leave alone', async () => {
    expect(unique()).toBe(page.blocks().length);
    select(0);
    await type('A ');
    await compose('ㅎ', '하', '한');
    expect(ids()).toEqual({ 'A 한One two': first, Three: second });
  });

  test('parts: what comes first keeps the id, also where Enter stands before the first word', async () => {
    select(0);
    await press('ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter');
    expect(ids()).toMatchObject({ One: first, Three: second });
    expect(unique()).toBe(page.blocks().length);
    undo();
    expect(ids()).toEqual({ 'One two': first, Three: second });
    redo();
    expect(ids()).toMatchObject({ One: first, Three: second });
    undo();
    select(0);
    await press('Enter');
    expect(ids()).toMatchObject({ 'One two': first, Three: second });
    expect(unique()).toBe(page.blocks().length);
  });

  test('joins again: the block that the words join keeps its id, and an empty one takes theirs', async () => {
    select(1);
    await press('Backspace');
    expect(ids()).toEqual({ 'One twoThree': first });
    undo();
    expect(ids()).toEqual({ 'One two': first, Three: second });
    select(1);
    await press('Enter', 'Backspace');
    expect(ids()).toEqual({ 'One two': first, Three: second });
  });

  test('copies: the copy gets a new one, wherever it is put', () => {
    select(1, true);
    const copied = clipboard(COPY_COMMAND);
    expect(copied['application/x-lexical-editor']).toBeDefined();
    page.editor.update(
      () => {
        const block = $getRoot().getFirstChildOrThrow<ElementNode>();
        block.insertBefore($copyNode(block));
      },
      { discrete: true },
    );
    expect(unique()).toBe(page.blocks().length);
    undo();
    page.editor.update(
      () => {
        const block = $getRoot().getFirstChildOrThrow<ElementNode>();
        const twin = $copyNode(block, true);
        block.insertBefore(twin);
      },
      { discrete: true },
    );
    expect(unique()).toBe(page.blocks().length);
    expect(page.editor.read(() => $blockIdOf($getRoot().getLastChild()!))).toBe(second);
    expect(page.editor.read(() => $blockIdOf($getRoot().getChildAtIndex(1)!))).toBe(first);
  });

  test('pastes: a copy is new, what was cut stays itself', async () => {
    await userEvent.keyboard('{Control>}a{/Control}');
    const copied = clipboard(COPY_COMMAND);
    await press('Control+End', 'Enter');
    paste(page.root, copied);
    await expect.poll(() => page.blocks().length).toBe(4);
    expect(unique()).toBe(page.blocks().length);
    expect(serialiseDocument(page.editor).root.children!.map(storedBlockId).slice(0, 2)).toEqual([
      first,
      second,
    ]);
    undo();
    undo();
    await userEvent.keyboard('{Control>}a{/Control}');
    const cut = clipboard(CUT_COMMAND);
    paste(page.root, cut);
    await expect.poll(() => page.blocks().length).toBe(2);
    expect(ids()).toEqual({ 'One two': first, Three: second });
  });

  test('keeps them where blocks are moved and turned into others, and back by undo', async () => {
    page.editor.update(
      () => {
        const [one, two] = $getRoot().getChildren();
        one!.insertBefore(two!);
        two!.selectStart();
        $setBlocksType($getSelection(), () => $createHeadingNode('h2'));
      },
      { discrete: true },
    );
    expect(page.blocks().map((block) => block.type)).toEqual(['heading', 'paragraph']);
    expect(ids()).toEqual({ 'One two': first, Three: second });
    select(1);
    await type('- ');
    expect(page.blocks().map((block) => block.type)).toEqual(['heading', 'list']);
    expect(ids()).toEqual({ 'One two': first, Three: second });
    undo();
    undo();
    undo();
    expect(ids()).toEqual({ 'One two': first, Three: second });
  });

  test('names each paragraph of a list that is taken apart by an id of its own', () => {
    page.editor.update(
      () => {
        const list = {
          type: 'list',
          version: 1,
          listType: 'bullet',
          start: 1,
          tag: 'ul',
          children: ['a', 'b'].map((words, index) => ({
            type: 'listitem',
            version: 1,
            value: index + 1,
            children: [text(words)],
          })),
        };
        page.editor.setEditorState(
          page.editor.parseEditorState({
            root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children: [list] },
          } as never),
        );
      },
      { discrete: true },
    );
    page.editor.update(
      () => {
        const list = $getRoot().getFirstChildOrThrow<ElementNode>();
        list.selectStart();
        const selection = $getRoot().select(0, 1);
        $setBlocksType(selection, () => $createHeadingNode('h2'));
      },
      { discrete: true },
    );
    expect(unique()).toBe(page.blocks().length);
  });

  test('finds a block by its id, and gives one where it is asked for', () => {
    expect(page.editor.read(() => $blockById(second)?.getTextContent())).toBe('Three');
    expect(page.editor.read(() => $blockById('nothing'))).toBeNull();
    page.editor.update(
      () => {
        const block = $getRoot().getFirstChildOrThrow();
        const word = $isElementNode(block) ? block.getFirstDescendant()! : block;
        expect($ensureBlockId(word)).toBe(first);
      },
      { discrete: true },
    );
  });
});

test('stored ids are kept, and of two that are alike the first', () => {
  page = openEditor([
    { ...paragraph('One'), $: { blockId: 'a' } },
    { ...paragraph('Two'), $: { blockId: 'a', other: 1 } },
    { type: 'from-the-future', version: 1, $: { blockId: 'z' } },
  ]);
  const [one, two, unknown] = serialiseDocument(page.editor).root.children!;
  expect(storedBlockId(one!)).toBe('a');
  expect(two!['$']).toEqual({ blockId: expect.stringMatching(/^[0-9a-z]{10}$/u), other: 1 });
  expect(unknown).toEqual({ type: 'from-the-future', version: 1, $: { blockId: 'z' } });
  expect(page.editor.read(() => $blockById('z')?.getType())).toBe('unknown');
});
