import { afterEach, describe, expect, test } from 'vitest';
import { $currentCallout, $toggleCallout, $unwrapCallout } from '#editor/callout/actions.ts';
import { OPEN_CALLOUT_COMMAND } from '#editor/callout/CalloutExtension.ts';
import { setBriefFacts } from '#editor/derived/setFacts.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { COMMAND_PRIORITY_LOW, UNDO_COMMAND } from 'lexical';
import { userEvent } from 'vitest/browser';
import {
  caret,
  citation,
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

const callout = (kind: string, ...children: StoredNode[]): StoredNode => ({
  type: 'callout',
  version: 1,
  kind,
  children,
});

/** The document in short: `callout(paragraph paragraph) paragraph`. */
function shape(nodes: StoredNode[] = page.blocks()): string {
  return nodes
    .map((node) =>
      node.type === 'callout'
        ? `${(node['kind'] as string | undefined) ?? 'judgment'}(${shape(node.children)})`
        : `${node.type}:${words(node)}`,
    )
    .join(' ');
}

const toggle = (kind: string): void => page.editor.update(() => $toggleCallout(kind), { discrete: true });

describe('a callout', () => {
  test('is made of the selected blocks, changed and taken away, each in one step of undo', async () => {
    page = openEditor([paragraph('a'), list('bullet', 'b'), snippet(1, 1, paragraph('c')), paragraph('d')]);
    caret(page, [0]);
    await press('Shift+ArrowDown', 'Shift+ArrowDown');
    toggle('assumption');
    expect(shape()).toBe('assumption(paragraph:a list:b snippet:c) paragraph:d');
    toggle('gap');
    expect(shape()).toBe('gap(paragraph:a list:b snippet:c) paragraph:d');
    toggle('gap');
    expect(shape()).toBe('paragraph:a list:b snippet:c paragraph:d');
    for (let step = 0; step < 3; step += 1) page.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(shape()).toBe('paragraph:a list:b snippet:c paragraph:d');
  });

  test('of the last paragraph has one behind it, and is left by Enter on an empty line', async () => {
    page = openEditor();
    toggle('judgment');
    await type('One.');
    await press('Enter');
    await type('Two.');
    await press('Enter', 'Enter');
    await type('After.');
    expect(shape()).toBe('judgment(paragraph:One. paragraph:Two.) paragraph:After. paragraph:');
  });

  test('that is empty goes by Enter and by Backspace', async () => {
    page = openEditor([paragraph('a'), paragraph()]);
    toggle('gap');
    await press('Enter');
    expect(shape()).toBe('paragraph:a paragraph: paragraph:');
    toggle('gap');
    await press('Backspace');
    expect(shape()).toBe('paragraph:a paragraph: paragraph:');
  });

  test('keeps an empty line in its middle', async () => {
    page = openEditor([callout('gap', paragraph('a'), paragraph(), paragraph('b'))]);
    caret(page, [0, 1]);
    await press('Enter');
    expect(shape()).toContain('gap(paragraph:a paragraph: paragraph: paragraph:b)');
  });

  test('loses its frame and no word by Backspace at its start; a list in it becomes a paragraph first', async () => {
    page = openEditor([paragraph('x'), callout('gap', list('bullet', 'a'), paragraph('b')), paragraph('y')]);
    caret(page, [1]);
    await press('Backspace');
    expect(shape()).toBe('paragraph:x gap(paragraph:a paragraph:b) paragraph:y');
    await press('Backspace');
    expect(shape()).toBe('paragraph:x paragraph:a paragraph:b paragraph:y');
  });

  test('is joined with text by deleting across its end, and with nothing else', async () => {
    page = openEditor([callout('gap', paragraph('a')), paragraph('b')]);
    caret(page, [1]);
    await press('Backspace');
    await type('-');
    expect(shape()).toMatch(/^gap\(paragraph:a-\|?b\)/);
    page.close();
    page = openEditor([callout('gap', paragraph('a')), paragraph('b')]);
    caret(page, [0], 'end');
    await press('Delete');
    await type('-');
    expect(shape()).toMatch(/^gap\(paragraph:a-\|?b\)/);
    page.close();
    page = openEditor([callout('gap', paragraph('a')), snippet(1, 1, paragraph('b')), paragraph('c')]);
    caret(page, [0], 'end');
    await press('Delete', 'Control+Delete');
    expect(shape()).toBe('gap(paragraph:a) snippet:b paragraph:c');
    page.close();
    page = openEditor([paragraph('x'), callout('gap', paragraph('a')), paragraph('c')]);
    caret(page, [0], 'end');
    await press('Delete');
    expect(shape()).toBe('paragraph:x gap(paragraph:a) paragraph:c');
  });

  test('of which a part is deleted with words around it keeps what was not selected', async () => {
    page = openEditor([
      paragraph('one'),
      callout('gap', paragraph('two'), paragraph('three')),
      paragraph('four'),
    ]);
    caret(page, [0], 'end');
    await press('ArrowLeft', 'Shift+ArrowDown', 'Backspace');
    const left = shape().replaceAll(/[^a-z]*(?:paragraph|gap)[^a-z]*/g, ' ');
    expect(left).toMatch(/three/);
    expect(left).toMatch(/four/);
    await type('!');
    page.editor.dispatchCommand(UNDO_COMMAND, undefined);
    page.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(shape()).toBe('paragraph:one gap(paragraph:two paragraph:three) paragraph:four');
  });

  test('takes Korean and Japanese at its edges', async () => {
    page = openEditor([paragraph('x'), callout('gap', paragraph()), paragraph('y')]);
    caret(page, [1]);
    await compose('ㅎ', '하', '한');
    await press('Enter');
    await compose('に', 'にほ', '日本');
    expect(shape()).toBe('paragraph:x gap(paragraph:한 paragraph:日本) paragraph:y');
  });

  test('says its kind in the language of the brief, and opens its menu by its label', async () => {
    page = openEditor([callout('judgment', paragraph('a')), callout('risk', paragraph('b'))]);
    const names = (): (string | null)[] =>
      [...page.root.querySelectorAll('.callout')].map((element) => element.getAttribute('aria-label'));
    expect(names()).toEqual(['Key judgment', 'risk']);
    setBriefFacts(page.editor, { title: '', author: '', date: null, language: 'fr-FR' });
    caret(page, [0]);
    page.editor.update(() => void $currentCallout()?.setConfidence('low'));
    await expect.poll(names).toEqual(['Jugement clé, Confiance faible', 'risk']);
    const opened: string[] = [];
    page.editor.registerCommand(OPEN_CALLOUT_COMMAND, (key) => opened.push(key) > 0, COMMAND_PRIORITY_LOW);
    await userEvent.click(page.root.querySelector('.callout button')!);
    expect(opened).toHaveLength(1);
    expect(page.blocks()[1]).toMatchObject({ kind: 'risk' });
  });

  test('is unwrapped wherever the caret is', () => {
    page = openEditor([callout('gap', paragraph('a'), list('number', 'b', 'c'))]);
    caret(page, [0, 1], 'end');
    page.editor.update(() => $unwrapCallout($currentCallout()!), { discrete: true });
    expect(shape()).toBe('paragraph:a list:b|c');
  });

  test('is typed as [!gap], in a quote as well', async () => {
    page = openEditor();
    await type('[!gap] a');
    expect(shape()).toBe('gap(paragraph:a) paragraph:');
    page.close();
    page = openEditor();
    await type('> [!judgment] b');
    expect(shape()).toBe('judgment(paragraph:b) paragraph:');
    page.close();
    page = openEditor();
    await type('[!other] c');
    expect(shape()).toBe('paragraph:[!other] c');
  });
});

describe('copying', () => {
  test('a callout brings it whole, a part of it its words alone', async () => {
    page = openEditor([
      paragraph('x'),
      callout('gap', paragraph('a'), paragraph('b', citation(1))),
      paragraph('y'),
    ]);
    await press('Control+a');
    const all = copied(page);
    expect(all['text/plain']).toBe('x\n\nInformation gap\n\na\n\nb…\n\ny');
    caret(page, [1, 1]);
    await press('Shift+End');
    const part = copied(page);
    page.close();
    page = openEditor();
    paste(page.root, all);
    expect(shape()).toBe('paragraph:x gap(paragraph:a paragraph:b|) paragraph:y');
    page.close();
    page = openEditor([paragraph('z')]);
    paste(page.root, part);
    expect(shape()).not.toContain('gap');
  });

  test('goes through HTML, with the label as its words and without doubling it', async () => {
    page = openEditor([paragraph('x'), callout('gap', paragraph('a'), list('bullet', 'b')), paragraph('y')]);
    await press('Control+a');
    const html = copied(page)['text/html']!;
    expect(html).toContain('<b>Information gap</b>');
    page.close();
    page = openEditor();
    paste(page.root, { 'text/html': html, 'text/plain': 'fallback' });
    expect(shape()).toBe('paragraph:x gap(paragraph:a list:b) paragraph:y');
  });
});
