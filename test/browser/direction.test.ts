/** Text that is read from right to left, drawn with the styles of the app. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import '#renderer/ui/theme.css';
import '#renderer/ui/base.css';
import '#renderer/features/brief/document.css';
import '#renderer/features/brief/table/table.css';
import { $alignment, align } from '#editor/blocks/alignment.ts';
import { $directionChoice, setDirection } from '#editor/blocks/direction.ts';
import { $runTableAction } from '#editor/table/actions.ts';
import { $getRoot, $getSelection, type ElementNode, UNDO_COMMAND } from 'lexical';
import { userEvent } from 'vitest/browser';
import documentWithDirections from '../documents/v1-directions.json';
import {
  caret,
  citation,
  type EditorPage,
  list,
  openEditor,
  paragraph,
  press,
  snippet,
  type,
} from './editorPage.ts';
import { act, goTo, table, words as cells } from './tablePage.ts';

let page: EditorPage;
beforeEach(() => document.documentElement.removeAttribute('dir'));
afterEach(() => page?.close());

function open(...blocks: Parameters<typeof openEditor>[0] & object): void {
  page = openEditor(blocks);
  page.root.classList.add('brief-document');
}
const directions = (selector: string): string[] =>
  [...page.root.querySelectorAll(selector)].map((element) => getComputedStyle(element).direction);

test('is loaded and stored as it was', () => {
  const { children } = documentWithDirections.root;
  open(...children);
  expect(page.blocks()).toMatchObject(children);
  expect(directions('.brief-document > *').join(' ')).toBe('rtl rtl ltr rtl rtl rtl rtl ltr');
});

test('words say how they are read, without the citations among them', async () => {
  open(
    paragraph('שלום Roe'),
    paragraph('Roe שלום'),
    paragraph(citation(3), 'مرحبا'),
    list('bullet', 'שלום'),
    paragraph(),
  );
  page.root.querySelector('.citation')!.textContent = 'Roe 2020';
  expect(directions('.brief-document > *')).toEqual(['rtl', 'ltr', 'rtl', 'rtl', 'ltr']);
  expect(directions('.citation')).toEqual(['ltr']);
  page.root.dir = 'rtl';
  expect(directions('.brief-document > :last-child')).toEqual(['rtl']);
  await type('a');
  expect(directions('.brief-document > :last-child')).toEqual(['ltr']);
});

test('what holds blocks begins where the first of them does', async () => {
  open(
    { type: 'callout', version: 1, kind: 'gap', children: [paragraph('שלום'), paragraph('a')] },
    snippet(3, 1, paragraph('مرحبا')),
    { type: 'callout', version: 1, kind: 'gap', children: [paragraph()] },
  );
  expect(directions('.brief-document > *')).toEqual(['rtl', 'rtl', 'ltr']);
  caret(page, [2, 0]);
  await type('ש');
  expect(directions('.brief-document > *')).toEqual(['rtl', 'rtl', 'rtl']);
  page.root.dir = 'rtl';
  await press('Backspace');
  await type('a');
  expect(directions('.brief-document > *')).toEqual(['rtl', 'rtl', 'ltr']);
});

describe('a direction that is chosen', () => {
  const chosen = (): unknown => page.editor.read(() => $directionChoice($getSelection()!.getNodes()[0]!));
  const aligned = (): unknown => page.editor.read(() => $alignment($getSelection()!.getNodes()[0]!));

  test('is stored with the block, for a list as a whole, and undone', () => {
    open(paragraph('one'), list('bullet', 'two', 'three'));
    page.editor.update(() => void $getRoot().select(0, 2), { discrete: true });
    setDirection(page.editor, 'rtl');
    page.editor.read(() => {});
    expect(page.blocks().map(({ direction }) => direction)).toEqual(['rtl', 'rtl']);
    expect(directions('p, li')).toEqual(['rtl', 'rtl', 'rtl']);
    page.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(page.blocks().map(({ direction }) => direction)).toEqual([null, null]);
  });

  test('tells the alignment that follows from it', () => {
    open(paragraph('one'));
    expect([chosen(), aligned()]).toEqual(['auto', 'left']);
    setDirection(page.editor, 'rtl');
    expect([chosen(), aligned()]).toEqual(['rtl', 'right']);
    align(page.editor, 'left');
    expect([page.blocks()[0]!['format'], aligned()]).toEqual(['left', 'left']);
    align(page.editor, 'right');
    expect([page.blocks()[0]!['format'], aligned()]).toEqual(['', 'right']);
  });

  test('may come from the browser', () => {
    open(paragraph('one'));
    const event = new InputEvent('beforeinput', {
      inputType: 'formatSetBlockTextDirection',
      data: 'rtl',
      bubbles: true,
      cancelable: true,
    });
    page.root.dispatchEvent(event);
    expect(event.defaultPrevented).toBe(true);
    expect(chosen()).toBe('rtl');
  });

  test('turns a table whose cells are all selected; left and right are those that are seen', () => {
    open(table([['a', 'b']]), paragraph());
    goTo(page, 0, 0, 0, 1);
    setDirection(page.editor, 'rtl');
    page.editor.read(() => {});
    const [a, b] = [...page.root.querySelectorAll('td')].map((cell) => cell.getBoundingClientRect().left);
    expect(a).toBeGreaterThan(b!);
    goTo(page, 0, 0);
    act(page, 'columnRight');
    expect(cells(page)).toEqual([['', 'a', 'b']]);
    page.editor.update(() => void $runTableAction('deleteTable'), { discrete: true });
  });
});

test('arrows go the way they point, also over a citation', async () => {
  open(paragraph('אב', citation(3), 'גד'));
  page.editor.update(() => void $getRoot().getFirstChild<ElementNode>()!.selectStart(), { discrete: true });
  await press('ArrowLeft', 'ArrowLeft', 'ArrowLeft', 'ArrowLeft');
  await type('ש');
  expect(page.blocks()[0]!.children!.map((node) => node['text'] ?? '@')).toEqual(['אב', '@', 'שגד']);
  await press('ArrowRight', 'ArrowRight', 'ArrowRight');
  await type('ש');
  expect(page.blocks()[0]!.children!.map((node) => node['text'] ?? '@')).toEqual(['אבש', '@', 'שגד']);
});

test('a box at the right is ticked by a click on it', async () => {
  open(list('check', 'שלום'));
  const item = page.root.querySelector('li')!;
  const { width, height } = item.getBoundingClientRect();
  await userEvent.click(item, { position: { x: 5, y: height / 2 } });
  expect(item.getAttribute('aria-checked')).toBe('false');
  await userEvent.click(item, { position: { x: width - 5, y: height / 2 } });
  expect(item.getAttribute('aria-checked')).toBe('true');
});
