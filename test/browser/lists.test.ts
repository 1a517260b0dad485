import { afterEach, describe, expect, test } from 'vitest';
import { $moveSelected } from '#editor/blocks/move.ts';
import { $continuedStart, $numberedList, $toggleChecked } from '#editor/blocks/numbering.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import '#renderer/features/brief/document.css';
import type { ListItemNode, ListNode } from '@lexical/list';
import { $getRoot, UNDO_COMMAND } from 'lexical';
import { userEvent } from 'vitest/browser';
import {
  caret,
  type EditorPage,
  list,
  openEditor,
  paragraph,
  paste,
  press,
  type,
  words,
} from './editorPage.ts';

let page: EditorPage;
afterEach(() => page?.close());

/** The document in short: `number3[a b bullet[c]] paragraph:d`. */
function shape(nodes: StoredNode[] = page.blocks()): string {
  return nodes
    .map((node) => {
      if (node.type !== 'list') return `${node.type}:${words(node)}`;
      const start = node['start'] === 1 ? '' : String(node['start']);
      const items = (node.children ?? []).map((item) => {
        const tick = item['checked'] === true ? '*' : '';
        return (
          tick +
          ((item.children ?? []).some(({ type: kind }) => kind === 'list')
            ? shape(item.children)
            : words(item))
        );
      });
      return `${node['listType'] as string}${start}[${items.join(' ')}]`;
    })
    .join(' ');
}

describe('a list', () => {
  test('is left by Enter on an empty item, level by level', async () => {
    page = openEditor();
    await type('1. a');
    await press('Enter', 'Tab');
    await type('b');
    await press('Enter', 'Enter');
    await type('c');
    await press('Enter', 'Enter');
    await type('d');
    expect(shape()).toBe('number[a number[b] c] paragraph:d');
  });

  test('goes on with its numbers behind a paragraph in its middle', async () => {
    page = openEditor([list('number', 'a', 'b', 'c')]);
    caret(page, [0, 0], 'end');
    await press('Enter', 'Enter');
    await type('x');
    expect(shape()).toBe('number[a] paragraph:x number2[b c]');
  });

  test('loses a mark and no word by Backspace at the beginning of an item', async () => {
    page = openEditor([list('number', 'a', 'b', 'c')]);
    caret(page, [0, 1]);
    await press('Backspace');
    expect(shape()).toBe('number[a] paragraph:b number2[c]');
    await press('Backspace');
    expect(shape().replaceAll('|', '')).toBe('number[ab c]');
  });

  test('nests kinds in each other, and keeps its depth within bounds', async () => {
    page = openEditor();
    await type('- a');
    await press('Enter', 'Tab');
    await type('1. b');
    for (let level = 0; level < 12; level += 1) await press('Enter', 'Tab');
    await type('c');
    expect(words(page.blocks()[0]!)).toContain('c');
    const depth = JSON.stringify(page.blocks()).split('"type":"list"').length - 1;
    expect(depth).toBeLessThanOrEqual(8);
  });

  test('changes its kind where it is, ticks and all', async () => {
    page = openEditor();
    await type('- [x] done');
    await press('Enter');
    await type('to do');
    expect(shape()).toBe('check[*done to do]');
    page.editor.update(() => void $toggleChecked(), { discrete: true });
    expect(shape()).toBe('check[*done *to do]');
    await press('Control+a');
    page.editor.update(() => void $toggleChecked(), { discrete: true });
    expect(shape()).toBe('check[done to do]');
  });

  test('has boxes that the mouse ticks, and the space key where the box has the focus', async () => {
    page = openEditor([list('check', 'a', 'b')]);
    page.root.className = 'brief-document';
    const item = page.root.querySelectorAll('li')[1]!;
    const y = item.offsetHeight / 2;
    await userEvent.click(item, { position: { x: 5, y } });
    await expect.poll(() => shape()).toBe('check[a *b]');
    await userEvent.click(item, { position: { x: 40, y } });
    expect(shape()).toBe('check[a *b]');
    caret(page, [0, 0]);
    await press('ArrowLeft', 'Space');
    await expect.poll(() => shape()).toBe('check[*a *b]');
  });

  test('says where its numbers may go on', () => {
    page = openEditor([list('number', 'a', 'b'), paragraph('x'), list('bullet', 'y'), list('number', 'c')]);
    caret(page, [3, 0]);
    page.editor.update(
      () => {
        const current = $numberedList()!;
        current.setStart($continuedStart(current)!);
      },
      { discrete: true },
    );
    expect(shape()).toBe('number[a b] paragraph:x bullet[y] number3[c]');
    caret(page, [0, 0]);
    expect(page.editor.read(() => $continuedStart($numberedList()!))).toBeNull();
  });

  test.each([
    ['amid it', 1, 'number[a number[b c]] heading:X paragraph:Y number2[d e]'],
    ['at its end', 2, 'number[a number[b c d]] heading:X paragraph:Y number2[e]'],
  ])('is parted by blocks that come into a list in it, %s', (_place, item, wanted) => {
    page = openEditor([list('number', 'a', list('number', 'b', 'c', 'd'), 'e'), paragraph('z')]);
    const before = page.stored();
    caret(page, [0, 1, 0, item], 'end');
    paste(page.root, { 'text/html': '<hr><h2>X</h2><p>Y' });
    expect(shape()).toBe(`${wanted.replace('heading', 'horizontalrule: heading')} paragraph:z`);
    const again = openEditor(page.blocks());
    expect(again.stored(), 'reads as it was stored').toEqual(page.stored());
    again.close();
    page.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(page.stored()).toEqual(before);
  });

  test.each([
    [
      '<p>w</p>v<p class=MsoListParagraph style="mso-list:l0 level2 lfo1"><br style="page-break-before:always">x</p><ol start=3><li>y</ol>z',
      'bullet[a bullet[bw]] paragraph:v bullet[x number3[y]] paragraph:z pageBreak:',
    ],
    [
      '<ol><li>x</ol><table><td>y</table><ul><li>z</ul>',
      'bullet[a bullet[b] number[x]] paragraph:y bullet[z]',
    ],
    ['<ol><li>x</ol><ul><li>y</ul>', 'bullet[a bullet[b] number[x] bullet[y]]'],
  ])('loses no list that comes into a list in it: %s', (html, wanted) => {
    page = openEditor([list('bullet', 'a', list('bullet', 'b')), paragraph('end')]);
    caret(page, [0, 1, 0, 0], 'end');
    paste(page.root, { 'text/html': html });
    expect(shape()).toBe(`${wanted} paragraph:end`);
    const again = openEditor(page.blocks());
    expect(again.stored(), 'reads as it was stored').toEqual(page.stored());
    again.close();
  });

  test.each([
    [0, 'bullet[a bullet[|x1b]]'],
    [1, 'bullet[a bullet[b||x1]]'],
  ])('has no words of the item around it: at %i they are written into it', async (offset, wanted) => {
    page = openEditor([list('bullet', 'a', list('bullet', 'b'))]);
    page.editor.update(
      () => {
        const item = $getRoot().getFirstChildOrThrow<ListNode>().getLastChildOrThrow<ListItemNode>();
        item.select(offset, offset);
      },
      { discrete: true },
    );
    await press('Shift+Enter');
    await type('x1');
    expect(shape()).toBe(wanted);
  });

  test('is pasted with its nesting and its numbers', () => {
    page = openEditor();
    paste(page.root, { 'text/html': '<ol start="3"><li>a<ul><li>b</li></ul></li><li>c</li></ol><p>d</p>' });
    expect(shape()).toBe('number3[a bullet[b] c] paragraph:d');
  });
});

describe('moving', () => {
  const move = (step: -1 | 1): boolean => {
    let moved = false;
    page.editor.update(() => void (moved = $moveSelected(step)), { discrete: true });
    return moved;
  };

  test('takes an item over its neighbours with what is nested in it', async () => {
    page = openEditor();
    await type('- a');
    await press('Enter');
    await type('b');
    await press('Enter', 'Tab');
    await type('c');
    await press('Enter', 'Shift+Tab');
    await type('d');
    expect(shape()).toBe('bullet[a b bullet[c] d]');
    expect(move(-1)).toBe(true);
    expect(shape()).toBe('bullet[a d b bullet[c]]');
    await type('!');
    expect([move(-1), move(-1)]).toEqual([true, false]);
    expect(shape()).toBe('bullet[d! a b bullet[c]]');
    caret(page, [0, 2]);
    move(-1);
    expect(shape()).toBe('bullet[d! b bullet[c] a]');
  });

  test('takes the selected blocks, one step of undo each', async () => {
    page = openEditor([paragraph('a'), paragraph('b'), list('bullet', 'c'), paragraph('d')]);
    caret(page, [0]);
    await press('Shift+ArrowDown');
    expect(move(1)).toBe(true);
    expect(shape()).toBe('bullet[c] paragraph:a paragraph:b paragraph:d');
    expect([move(1), move(1)]).toEqual([true, false]);
    expect(shape()).toBe('bullet[c] paragraph:d paragraph:a paragraph:b');
    page.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(shape()).toBe('bullet[c] paragraph:a paragraph:b paragraph:d');
  });

  test('keeps to the callout that the block stands in, and brings a page break along', () => {
    page = openEditor([
      paragraph('a'),
      { type: 'callout', version: 1, kind: 'gap', children: [paragraph('b'), paragraph('c')] },
      { type: 'pageBreak', version: 1 },
    ]);
    caret(page, [1, 1]);
    expect([move(-1), move(-1)]).toEqual([true, false]);
    expect(shape()).toBe('paragraph:a callout:c|b pageBreak:');
    caret(page, [0]);
    move(1);
    move(1);
    expect(shape()).toBe('callout:c|b pageBreak: paragraph:a');
  });
});
