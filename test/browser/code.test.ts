import { afterEach, expect, test } from 'vitest';
import { setBlockType } from '#editor/blocks/blockType.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { caret, type EditorPage, openEditor, paragraph, paste, press, text, type } from './editorPage.ts';

let page: EditorPage;
afterEach(() => page?.close());

const code = (lines: string, language?: string): StoredNode => ({
  ...paragraph(lines),
  type: 'code',
  ...(language === undefined ? {} : { language }),
});
/** The text of a block with its line breaks. */
const lines = (block: StoredNode): string =>
  (block.children ?? [])
    .map((node) => (node.type === 'linebreak' ? '\n' : node.type === 'tab' ? '\t' : (node['text'] as string)))
    .join('');
const types = (): string[] => page.blocks().map((block) => block.type);

test('Tab indents code, Enter keeps the indent, and Shift+Tab takes it back', async () => {
  page = openEditor([code('if a')]);
  await press('End', 'Enter', 'Tab');
  await type('b');
  await press('Enter');
  await type('c');
  const [block] = page.blocks();
  expect(lines(block!)).toMatch(/^if a\n(\t| {2})b\n\1c$/);
  await press('Shift+Tab');
  expect(lines(page.blocks()[0]!)).toMatch(/\nc$/);
  await type('d');
  expect(lines(page.blocks()[0]!)).toMatch(/\ncd$/);
  await press('Backspace');
  await press('Control+Home', 'Shift+ArrowDown', 'Tab');
  expect(lines(page.blocks()[0]!)).toBe('  if a\n    b\nc');
  await press('Shift+Tab', 'Shift+Tab');
  expect(lines(page.blocks()[0]!)).toBe('if a\nb\nc');
});

test('code is left by Enter on a second empty line, and by the arrow below it', async () => {
  page = openEditor([code('a')]);
  await press('End', 'Enter', 'Enter', 'Enter');
  await type('after');
  expect(types()).toEqual(['code', 'paragraph']);
  expect(lines(page.blocks()[0]!).trim()).toBe('a');
  page.close();
  page = openEditor([code('a')]);
  await press('End', 'ArrowDown');
  await type('after');
  expect(types()).toEqual(['code', 'paragraph']);
});

test('what is pasted into code stays as it is, line by line', () => {
  page = openEditor([code('')]);
  paste(page.root, {
    'text/html': '<p><b>bold</b></p>',
    'text/plain': 'for (;;) {\n\treturn "**a**";\n\n}',
  });
  expect(types()).toEqual(['code']);
  expect(lines(page.blocks()[0]!)).toBe('for (;;) {\n\treturn "**a**";\n\n}');
});

test('code pasted from a page is a block of code', () => {
  page = openEditor();
  paste(page.root, { 'text/html': '<pre><code>a\n  b</code></pre>', 'text/plain': 'a\n  b' });
  expect(types()).toContain('code');
  expect(lines(page.blocks().find((block) => block.type === 'code')!)).toBe('a\n  b');
});

test('a block becomes code and back without losing a line', async () => {
  page = openEditor([paragraph('a'), paragraph(text('b', 1))]);
  await press('Control+a');
  setBlockType(page.editor, 'code');
  await expect.poll(() => types()[0]).toBe('code');
  caret(page, [0], 'end');
  setBlockType(page.editor, 'code');
  await expect.poll(() => types()[0]).toBe('paragraph');
  expect(page.text()).toMatch(/a\s+b/);
});

test('a list, a quote and the words behind inline code are left as one expects', async () => {
  page = openEditor();
  await type('a `b` c');
  expect(page.blocks()[0]!.children).toMatchObject([
    { text: 'a ' },
    { text: 'b', format: 16 },
    { text: ' c', format: 0 },
  ]);
  await press('Enter');
  await type('> quoted');
  await press('Enter');
  await type('after');
  expect(types()).toEqual(['paragraph', 'quote', 'paragraph']);
});
