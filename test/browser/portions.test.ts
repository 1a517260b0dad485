/** Marks of portions: kept with their blocks, and drawn before the first word. */
import { afterEach, expect, test } from 'vitest';
import '#renderer/ui/theme.css';
import '#renderer/ui/base.css';
import '#renderer/features/brief/document.css';
import { setSuggesting } from '#editor/suggest/mode.ts';
import { MARKING_SCHEMES, markingIn } from '#domain/marking.ts';
import { $portion, setPortion, setPortionLevels } from '#editor/portion/portion.ts';
import { $setBlocksType } from '@lexical/selection';
import { $createHeadingNode } from '@lexical/rich-text';
import {
  $createNodeSelection,
  $getRoot,
  $getSelection,
  $setSelection,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import documentWithPortions from '../documents/v1-portions.json';
import {
  caret,
  type EditorPage,
  list,
  openEditor,
  paragraph,
  press,
  text,
  type,
  withoutBlockIds,
} from './editorPage.ts';

let page: EditorPage;
afterEach(() => page?.close());

function open(...blocks: Parameters<typeof openEditor>[0] & object): void {
  page = openEditor(blocks);
  page.root.classList.add('brief-document');
}
const settle = (): void => page.editor.read(() => undefined);
/** As drawn, in the order of the text. */
const drawn = (): string[] =>
  [...page.root.querySelectorAll<HTMLElement>('p, h1, h2, li')].map(
    ({ dataset }) => dataset['portion'] ?? '',
  );
const marked = (mark: string, ...words: string[]) => ({ ...paragraph(...words), $: { portion: mark } });

test('are loaded, drawn, and stored as they were', () => {
  open(...documentWithPortions.root.children);
  expect(drawn()).toEqual(['U', 'S', 'U', 'C', 'TLP:AMBER+STRICT', '']);
  const { children } = withoutBlockIds(documentWithPortions).root;
  expect(page.blocks()).toMatchObject(children!);
  const [first] = page.root.querySelectorAll('p');
  expect(getComputedStyle(first!, '::before').content).toContain('portion' in first!.dataset ? 'S' : '-');
});

test('are set on all selected blocks, in one step of undo, and taken away', () => {
  open(paragraph('one'), list('bullet', 'two', 'three'), paragraph('four'));
  page.editor.update(() => void $getRoot().select(0, 2), { discrete: true });
  setPortion(page.editor, 'S');
  settle();
  expect(drawn()).toEqual(['S', 'S', 'S', '']);
  expect(page.editor.read($portion)).toBe('S');
  page.editor.dispatchCommand(UNDO_COMMAND, undefined);
  settle();
  expect(drawn()).toEqual(['', '', '', '']);
  page.editor.dispatchCommand(REDO_COMMAND, undefined);
  settle();
  setPortion(page.editor, '');
  settle();
  expect(drawn()).toEqual(['', '', '', '']);
  expect(JSON.stringify(page.stored())).not.toContain('portion');
});

test('stay with the words that a block is parted into, or that become another kind of block', async () => {
  open(marked('S', 'one two'));
  caret(page, [0]);
  await press('ArrowRight', 'ArrowRight', 'ArrowRight', 'Enter');
  expect(drawn()).toEqual(['S', 'S']);
  page.editor.update(() => $setBlocksType($getSelection(), () => $createHeadingNode('h2')), {
    discrete: true,
  });
  expect(page.root.querySelector('h2')!.dataset['portion']).toBe('S');
  await press('End', 'Enter');
  await type('new');
  expect(drawn(), 'a new block is marked by nobody').toEqual(['S', 'S', '']);
});

test('go up with words that are joined to a block, and not with words that are deleted', async () => {
  open(
    marked('U', 'one'),
    marked('S', 'two'),
    list('bullet', 'three'),
    marked('C', 'four'),
    paragraph('five'),
  );
  const { levels } = markingIn(
    MARKING_SCHEMES.find(({ id }) => id === 'us')!,
    0,
  );
  setPortionLevels(page.editor, levels);
  caret(page, [1]);
  await press('Backspace');
  expect(drawn()).toEqual(['S', '', 'C', '']);
  page.editor.dispatchCommand(UNDO_COMMAND, undefined);
  settle();
  expect(drawn()).toEqual(['U', 'S', '', 'C', '']);
  caret(page, [4]);
  await press('Backspace');
  expect(drawn(), 'the higher one stays').toEqual(['U', 'S', '', 'C']);
  page.editor.update(() => $getRoot().getChildAtIndex(1)!.remove(), { discrete: true });
  expect(drawn()[0]).toBe('U');
});

test('are no suggestion, nor part of one', () => {
  open(paragraph('one'));
  setSuggesting(page.editor, 'A. Analyst');
  setPortion(page.editor, 'C');
  settle();
  expect(drawn()).toEqual(['C']);
  expect(page.root.querySelectorAll('[data-change]')).toHaveLength(0);
});

test('are set on code and pictures, drawn above them, and are no suggestion there', () => {
  const code = { type: 'code', version: 1, language: null, children: [text('x = 1')] };
  const picture = { type: 'picture', version: 1, sha256: 'a'.repeat(64), width: 3, height: 2, alt: 'A map' };
  open(code, picture, paragraph('after'));
  setSuggesting(page.editor, 'A. Analyst');
  caret(page, [0]);
  setPortion(page.editor, 'C');
  settle();
  page.editor.update(
    () => {
      const selection = $createNodeSelection();
      selection.add($getRoot().getChildAtIndex(1)!.getKey());
      $setSelection(selection);
    },
    { discrete: true },
  );
  expect(page.editor.read($portion)).toBe('');
  setPortion(page.editor, 'S');
  settle();
  const [first, second] = page.root.querySelectorAll<HTMLElement>('.code-block, .picture');
  expect([first!.dataset['portion'], second!.dataset['portion']]).toEqual(['C', 'S']);
  for (const element of [first!, second!])
    expect(getComputedStyle(element, '::before')).toMatchObject({
      display: 'block',
      content: expect.stringContaining('(') as string,
    });
  expect(page.blocks()).toMatchObject([{ $: { portion: 'C' } }, { $: { portion: 'S' } }, {}]);
  expect(page.root.querySelectorAll('[data-change]')).toHaveLength(0);
  page.editor.dispatchCommand(UNDO_COMMAND, undefined);
  settle();
  expect(second!.dataset['portion']).toBeUndefined();
});
