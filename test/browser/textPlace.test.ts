/** Places in the text that the pages name: from the caret, and back to it. */
import { $ownBlockId } from '#editor/document/blockId.ts';
import { $caretPlace, $selectPlace, type TextPlace } from '#editor/document/textPlace.ts';
import { $getRoot, $getSelection, $isRangeSelection, type ElementNode } from 'lexical';
import { afterEach, expect, test } from 'vitest';
import { citation, type EditorPage, list, openEditor, paragraph } from './editorPage.ts';

let page: EditorPage;
afterEach(() => page.close());

const open = (): string[] => {
  page = openEditor([
    paragraph('one two ', citation(1), 'three four'),
    paragraph(),
    list('bullet', 'first item', 'second item'),
  ]);
  return page.editor.read(() =>
    $getRoot()
      .getChildren()
      .map((block) => $ownBlockId(block)!),
  );
};
const place = (knows: (id: string) => boolean = () => true): TextPlace | null =>
  page.editor.read(() => $caretPlace(knows));
const select = (path: number[], at: number): void =>
  page.editor.update(
    () => {
      let node: ElementNode = $getRoot();
      for (const index of path.slice(0, -1)) node = node.getChildAtIndex<ElementNode>(index)!;
      const leaf = node.getChildAtIndex<ElementNode>(path.at(-1)!)!;
      leaf.select(at, at);
    },
    { discrete: true },
  );
/** The words before the caret in its own piece of text. */
const caret = (): string =>
  page.editor.read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return '';
    return selection.focus.getNode().getTextContent().slice(0, selection.focus.offset);
  });
const goTo = (to: TextPlace, words = { text: '', offset: 0 }): void =>
  page.editor.update(() => void $selectPlace(to, words), { discrete: true });

test('the caret is told by its block and the share of the words before it', () => {
  const [first, , items] = open();
  select([0, 0], 4);
  expect(place()).toEqual({ blockId: first, share: 4 / 18 });
  select([0, 2], 5);
  expect(place()).toEqual({ blockId: first, share: 13 / 18 });
  select([2, 1, 0], 0);
  expect(place()).toEqual({ blockId: items, share: 10 / 21 });
});

test('a block that is not on the pages gives way to the one before it', () => {
  const [first, , items] = open();
  select([1], 0);
  expect(place((id) => id === first)).toEqual({ blockId: first, share: 1 });
  expect(place((id) => id === items)).toEqual({ blockId: items, share: 0 });
  expect(place(() => false)).toBeNull();
});

test('a block whose id is not stored yet is known by where it stands', () => {
  open();
  select([0, 0], 0);
  expect(place((id) => id === '#0')).toEqual({ blockId: '#0', share: 0 });
  goTo({ blockId: '#2', share: 0 });
  expect(place((id) => id === '#2')).toEqual({ blockId: '#2', share: 0 });
});

test('the caret goes to the words that are named, nearest to the share, else to the share', () => {
  const [first, , items] = open();
  goTo({ blockId: items!, share: 0.9 }, { text: 'item', offset: 2 });
  expect(caret()).toBe('second it');
  goTo({ blockId: items!, share: 0 }, { text: 'item', offset: 2 });
  expect(caret()).toBe('first it');
  goTo({ blockId: first!, share: 4 / 18 }, { text: 'not there', offset: 2 });
  expect(caret()).toBe('one ');
});
