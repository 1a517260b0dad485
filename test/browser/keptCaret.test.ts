/** What is selected while another element has the focus, and when it comes back. */
import { afterEach, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { caret, openEditor, paragraph, press, type, type EditorPage } from './editorPage.ts';
import { goTo, table, words } from './tablePage.ts';

let page: EditorPage;
let field: HTMLInputElement;
afterEach(() => {
  page.close();
  field.remove();
});

/** As a dialog does: its field takes the focus, then the text gets it back. */
async function lookAway(): Promise<void> {
  field = document.createElement('input');
  document.body.append(field);
  await userEvent.click(field);
  await expect.poll(() => document.activeElement).toBe(field);
  page.root.focus({ preventScroll: true });
}

test('the caret stays where it was', async () => {
  page = openEditor([paragraph('one'), paragraph('two'), paragraph('three')]);
  caret(page, [1], 'end');
  await lookAway();
  await type('!');
  expect(page.text()).toBe('one\n\ntwo!\n\nthree');
});

test('selected words stay selected', async () => {
  page = openEditor([paragraph('one'), paragraph('two words')]);
  caret(page, [1], 'end');
  await press('Control+Shift+ArrowLeft');
  await lookAway();
  await type('ways');
  expect(page.text()).toBe('one\n\ntwo ways');
});

test('selected cells stay selected', async () => {
  page = openEditor([
    paragraph('before'),
    table([
      ['a', 'b'],
      ['c', 'd'],
    ]),
  ]);
  goTo(page, 0, 1, 1, 1);
  await lookAway();
  await press('Delete');
  expect(words(page)).toEqual([
    ['a', ''],
    ['c', ''],
  ]);
  expect(page.text()).toMatch(/^before/);
});

test('the focus comes to selected cells', async () => {
  page = openEditor([table([['a', 'b']])]);
  goTo(page, 0, 0, 0, 0);
  field = document.createElement('input');
  document.body.append(field);
  await userEvent.click(field);
  page.editor.focus();
  await expect.poll(() => document.activeElement).toBe(page.root);
  await press('Delete');
  expect(words(page)).toEqual([['', 'b']]);
});

test('a page break stays selected', async () => {
  page = openEditor([paragraph('one'), { type: 'pageBreak', version: 1 }, paragraph('two')]);
  await userEvent.click(page.root.querySelector('[role=separator]')!);
  await lookAway();
  await press('Delete');
  expect(page.blocks().map(({ type: kind }) => kind)).toEqual(['paragraph', 'paragraph']);
  expect(page.text()).toBe('one\n\ntwo');
});

test('a press of the pointer puts the caret where it is', async () => {
  page = openEditor([paragraph('one'), paragraph('two')]);
  caret(page, [0], 'end');
  field = document.createElement('input');
  document.body.append(field);
  await userEvent.click(field);
  const second = page.root.querySelectorAll('p')[1]!;
  await userEvent.click(second, { position: { x: 300, y: 5 } });
  await type('!');
  expect(page.text()).toBe('one\n\ntwo!');
});
