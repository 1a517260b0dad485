import { afterEach, describe, expect, test } from 'vitest';
import { align, $alignment } from '#editor/blocks/alignment.ts';
import { $insertPageBreak, $mayBreakPage } from '#editor/pageBreak/PageBreakExtension.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { $getRoot, $getSelection, $isElementNode, $isRangeSelection, UNDO_COMMAND } from 'lexical';
import { cdp, userEvent } from 'vitest/browser';
import {
  caret,
  compose,
  copied,
  type EditorPage,
  list,
  openEditor,
  paragraph,
  paste,
  press,
  snippet,
  type,
  words,
} from './editorPage.ts';

let page: EditorPage;
afterEach(() => page?.close());

const BREAK: StoredNode = { type: 'pageBreak', version: 1 };
const types = (): string[] => page.blocks().map((block) => block.type);
describe('a page break', () => {
  test('parts the paragraph at the caret, in one step of undo', async () => {
    page = openEditor([paragraph('onetwo')]);
    await press('Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'Control+Enter');
    await type('-');
    expect(page.blocks().map((block) => `${block.type}:${words(block)}`)).toEqual([
      'paragraph:one',
      'pageBreak:',
      'paragraph:-two',
    ]);
    page.editor.dispatchCommand(UNDO_COMMAND, undefined);
    page.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(types()).toEqual(['paragraph']);
  });

  test('stands before an empty paragraph, and behind a quote has a paragraph to go on', async () => {
    page = openEditor([paragraph('a'), paragraph()]);
    await press('Control+Enter');
    await type('b');
    expect(types()).toEqual(['paragraph', 'pageBreak', 'paragraph']);
    page.close();
    page = openEditor([list('number', 'a', 'b')]);
    await press('Control+Enter');
    expect(types()).toContain('pageBreak');
    expect(page.text()).toMatch(/a\s+b/);
  });

  test('is not made in a callout or a quote, and goes behind one that it is pasted into', async () => {
    page = openEditor([
      { type: 'callout', version: 1, kind: 'gap', children: [paragraph('a')] },
      paragraph('b'),
    ]);
    caret(page, [0], 'end');
    expect(page.editor.read($mayBreakPage)).toBe(false);
    await press('Control+Enter');
    page.editor.update($insertPageBreak, { discrete: true });
    expect(types()).toEqual(['callout', 'paragraph']);
    paste(page.root, { 'text/html': '<p>x</p><p><br style="page-break-before:always"></p><p>y</p>' });
    expect(types().slice(0, 2)).toEqual(['callout', 'pageBreak']);
    expect(words(page.blocks()[0]!)).toMatch(/a.*x.*y/);
  });

  test('is selected by a click and by keys, goes by Delete, and lets nothing typed be lost', async () => {
    page = openEditor([paragraph('a'), BREAK, paragraph('b')]);
    await userEvent.click(page.root.querySelector('.page-break')!);
    await type('x');
    expect(page.text()).toMatch(/a\s+x\s+b/);
    await userEvent.click(page.root.querySelector('.page-break')!);
    await (cdp() as unknown as { send(method: string, event: unknown): Promise<void> }).send(
      'Input.dispatchKeyEvent',
      { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Process' },
    );
    await compose('ㅎ', '하');
    expect(page.text()).toMatch(/a\s+하\s+x\s+b/);
    await userEvent.click(page.root.querySelector('.page-break')!);
    await press('Delete');
    expect(types()).not.toContain('pageBreak');
  });

  test('is copied, as other programs understand it too', async () => {
    page = openEditor([paragraph('a'), BREAK, paragraph('b')]);
    await press('Control+a');
    const data = copied(page);
    expect(data['text/html']).toContain('page-break-before:');
    page.close();
    for (const kinds of [data, { 'text/html': data['text/html']! }]) {
      page = openEditor();
      paste(page.root, kinds);
      expect(types()).toEqual(['paragraph', 'pageBreak', 'paragraph']);
      page.close();
    }
    page = openEditor();
  });
});

describe('alignment', () => {
  const formats = (): unknown[] => page.blocks().map((block) => block['format']);

  test('is of all selected paragraphs and headings, and is taken back', async () => {
    page = openEditor([
      paragraph('a'),
      { ...paragraph('b'), type: 'heading', tag: 'h2' },
      list('bullet', 'c'),
      snippet(1, 1, paragraph('d')),
    ]);
    await press('Control+a');
    align(page.editor, 'center');
    await expect.poll(formats).toEqual(['center', 'center', '', '']);
    expect(getComputedStyle(page.root.firstElementChild!).textAlign).toBe('center');
    align(page.editor, 'left');
    await expect.poll(formats).toEqual(['', '', '', '']);
  });

  test('goes on in the next paragraph, and is told of the block at the caret', async () => {
    page = openEditor([paragraph('a')]);
    align(page.editor, 'right');
    await press('End', 'Enter');
    await type('b');
    expect(formats()).toEqual(['right', 'right']);
    const told = (): unknown =>
      page.editor.read(() => {
        const selection = $getSelection();
        return $isRangeSelection(selection) ? $alignment(selection.anchor.getNode()) : undefined;
      });
    expect(told()).toBe('right');
    align(page.editor, 'justify');
    await expect.poll(told).toBe('justify');
  });

  test('to the right is what text from right to left has by itself', async () => {
    page = openEditor([paragraph('مرحبا')]);
    align(page.editor, 'right');
    await expect.poll(formats).toEqual(['']);
    align(page.editor, 'left');
    await expect.poll(formats).toEqual(['left']);
    expect(page.editor.read(() => $isElementNode($getRoot().getFirstChild()))).toBe(true);
  });
});
