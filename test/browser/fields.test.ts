import { afterEach, describe, expect, test } from 'vitest';
import { NO_FACTS } from '#domain/document/fields.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { setBriefFacts } from '#editor/derived/setFacts.ts';
import { $changeField, $fieldToText, $insertField, $mayInsertField } from '#editor/field/actions.ts';
import { OPEN_FIELD_COMMAND } from '#editor/field/FieldExtension.ts';
import { COMMAND_PRIORITY_LOW, UNDO_COMMAND } from 'lexical';
import { cdp, userEvent } from 'vitest/browser';
import {
  caret,
  citation,
  compose,
  copied,
  type EditorPage,
  openEditor,
  paragraph,
  paste,
  press,
  snippet,
  text,
  type,
} from './editorPage.ts';

let page: EditorPage;
afterEach(() => page?.close());

const field = (name: string, value = ''): StoredNode => ({
  type: 'field',
  version: 1,
  format: 0,
  field: name,
  value,
});
const shown = (): (string | null)[] =>
  [...page.root.querySelectorAll('.field')].map((element) => element.textContent);
/** The first paragraph, `#` for a field. */
const line = (): string =>
  (page.blocks()[0]!.children ?? [])
    .map((node) => (node.type === 'field' ? '#' : node.type === 'citation' ? '@' : (node['text'] as string)))
    .join('');
const keyOf = (): string => page.root.querySelector('[data-field-key]')!.getAttribute('data-field-key')!;

describe('a field', () => {
  test('reads what the brief says, in its language, and follows it outside of undo and storage', () => {
    page = openEditor([paragraph('On ', field('date'), ' by ', field('author'), ': ', field('mood'))]);
    expect(shown()).toEqual(['[Date]', '[Author]', '[mood]']);
    const before = JSON.stringify(page.blocks());
    setBriefFacts(page.editor, { title: 'T', author: 'Amt', date: '2026-05-09', language: 'de-DE' });
    expect(shown()).toEqual(['9. Mai 2026', 'Amt', '[mood]']);
    setBriefFacts(page.editor, { title: 'T', author: '', date: '2026-05-09', language: 'ko' });
    expect(shown()).toEqual(['2026년 5월 9일', '[작성자]', '[mood]']);
    page.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(JSON.stringify(page.blocks())).toBe(before);
  });

  test('with a date of its own keeps that', () => {
    page = openEditor([paragraph(field('date', '2026-11-22'))]);
    setBriefFacts(page.editor, { ...NO_FACTS, date: '2020-01-01', language: 'tr' });
    expect(shown()).toEqual(['22 Kasım 2026']);
    page.editor.update(() => $changeField(keyOf(), 'date'), { discrete: true });
    expect(shown()).toEqual(['1 Ocak 2020']);
    expect(page.blocks()[0]!.children![0]!['value'] ?? '').toBe('');
  });

  test('goes in at the caret with the format there, not into code or the words of a quote', async () => {
    page = openEditor([paragraph(text('bold', 1)), snippet(1, 1, paragraph('q'))]);
    await press('Control+Home', 'End');
    page.editor.update(() => $insertField('date', '2026-11-22'), { discrete: true });
    await type('!');
    expect(page.blocks()[0]!.children).toMatchObject([
      { text: 'bold', format: 1 },
      { type: 'field', field: 'date', value: '2026-11-22', format: 1 },
      { text: '!', format: 1 },
    ]);
    caret(page, [1, 0], 'end');
    expect(page.editor.read($mayInsertField)).toBe(false);
  });

  test('is one step for the caret, goes whole, and comes back', async () => {
    page = openEditor([paragraph('a', field('title'), 'b')]);
    await press('Home', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await type('x');
    expect(line()).toBe('a#xb');
    await press('ArrowLeft', 'Backspace');
    expect(line()).toBe('axb');
    page.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(line()).toBe('a#xb');
  });

  test('takes words before, behind and beside others, composed too', async () => {
    for (const place of ['Home', 'End'] as const) {
      page = openEditor([paragraph(field('title'), citation(1), field('date'))]);
      await press(place);
      await compose('ㅎ', '하', '한');
      await type(' a ');
      await compose('に', '日本');
      expect(line()).toBe(place === 'Home' ? '한 a 日本#@#' : '#@#한 a 日本');
      page.close();
    }
    page = openEditor([paragraph('ab', field('title'), 'cd')]);
    await userEvent.click(page.root.querySelector('.field')!);
    await (cdp() as unknown as { send(method: string, event: unknown): Promise<void> }).send(
      'Input.dispatchKeyEvent',
      { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process' },
    );
    await compose('ㅎ', '한');
    await expect.poll(line).toBe('ab#한cd');
  });

  test('opens by a click and by Enter, and turns into its text', async () => {
    page = openEditor([paragraph('a ', field('date', '2026-11-22'), ' b')]);
    let opened = 0;
    page.editor.registerCommand(OPEN_FIELD_COMMAND, () => ((opened += 1), true), COMMAND_PRIORITY_LOW);
    await userEvent.click(page.root.querySelector('.field')!);
    await press('Enter', 'F2');
    expect(opened).toBe(3);
    expect(page.blocks()).toHaveLength(1);
    page.editor.update(() => $fieldToText(keyOf(), page.editor), { discrete: true });
    expect(page.text()).toMatch(/^a (?:November 22, 2026|22 November 2026) b$/);
  });

  test('is copied as what it is, and as its words for others', async () => {
    page = openEditor([paragraph('a ', field('date', '2026-11-22'), ' b')]);
    await press('Control+a');
    const data = copied(page);
    expect(data['text/plain']).toMatch(/2026/);
    page.close();
    page = openEditor();
    paste(page.root, data);
    expect(line()).toBe('a # b');
    page.close();
    page = openEditor();
    paste(page.root, { 'text/html': data['text/html']! });
    expect(line()).toMatch(/2026/);
  });
});
