import { afterEach, describe, expect, test } from 'vitest';
import { moveSection, shiftSection, stepSection } from '#editor/outline/sections.ts';
import { $getRoot, type NodeKey } from 'lexical';
import type { StoredNode } from '#domain/document/stored.ts';
import { citation, type EditorPage, heading, openEditor, paragraph, press } from './editorPage.ts';

let shown: EditorPage;
afterEach(() => shown.close());

const mark = (id: string): StoredNode => ({ type: 'footnoteReference', version: 1, id });
const notes = (...ids: string[]): StoredNode => ({
  type: 'footnotes',
  version: 1,
  direction: null,
  format: '',
  indent: 0,
  children: ids.map((id) => ({
    type: 'footnoteDefinition',
    version: 1,
    direction: null,
    format: '',
    indent: 0,
    id,
    children: [paragraph(`Note ${id}.`)],
  })),
});

/** A line a block: headings with their level, all with their words. */
const lines = (): string[] =>
  shown.blocks().map((block) => {
    const words = JSON.stringify(block).matchAll(/"text":"(.*?)"/g);
    return [(block['tag'] as string | undefined) ?? block.type, ...[...words].map((word) => word[1])].join(
      ' ',
    );
  });

const key = (words: string): NodeKey =>
  shown.editor.read(() =>
    $getRoot()
      .getChildren()
      .find((block) => block.getType() === 'heading' && block.getTextContent() === words)!
      .getKey(),
  );

const open = (...blocks: StoredNode[]): void => {
  shown = openEditor(blocks);
};

const h = (level: number, words: string): StoredNode => heading(level, words);

describe('moving a section', () => {
  test('takes what is below it along: lower sections, notes and citations', async () => {
    open(
      h(1, 'A'),
      paragraph('a', mark('n1')),
      h(1, 'B'),
      paragraph('b', mark('n2'), citation(4)),
      h(2, 'B1'),
      paragraph('b1', mark('n3')),
      h(1, 'C'),
      notes('n1', 'n2', 'n3'),
    );
    expect(moveSection(shown.editor, key('B'), key('A'))).toBe(true);
    const moved = [
      'h1 B',
      'paragraph b',
      'h2 B1',
      'paragraph b1',
      'h1 A',
      'paragraph a',
      'h1 C',
      'footnotes Note n2. Note n3. Note n1.',
    ];
    await expect.poll(lines).toEqual(moved);
    expect(shown.blocks()[1]!.children!.at(-1)).toMatchObject({ type: 'citation' });
    shown.root.focus();
    await press('Control+z');
    await expect.poll(() => lines().at(-1)).toBe('footnotes Note n1. Note n2. Note n3.');
    expect(lines()[0]).toBe('h1 A');
  });

  test('stays before the footnotes and a list of sources that has no heading before it', () => {
    const bibliography: StoredNode = {
      type: 'bibliography',
      version: 1,
      heading: '',
      byType: false,
      uncited: [],
    };
    open(h(1, 'A'), paragraph('a', mark('n1')), h(1, 'B'), paragraph('b'), bibliography, notes('n1'));
    expect(moveSection(shown.editor, key('A'), null)).toBe(true);
    expect(lines()).toEqual([
      'h1 B',
      'paragraph b',
      'h1 A',
      'paragraph a',
      'bibliography',
      'footnotes Note n1.',
    ]);
  });

  test('never goes into itself, and changes nothing where it is already', () => {
    open(h(1, 'A'), h(2, 'A1'), h(1, 'B'));
    expect(moveSection(shown.editor, key('A'), key('A1'))).toBe(false);
    expect(moveSection(shown.editor, key('A'), key('A'))).toBe(false);
    expect(moveSection(shown.editor, key('A'), key('B'))).toBe(false);
    expect(moveSection(shown.editor, key('B'), null)).toBe(false);
    expect(lines()).toEqual(['h1 A', 'h2 A1', 'h1 B']);
  });
});

describe('a step up or down', () => {
  test('goes over the section beside it, and back', () => {
    open(h(1, 'A'), h(2, 'A1'), h(1, 'B'), h(2, 'B1'));
    expect(stepSection(shown.editor, key('B'), -1)).toBe(true);
    expect(lines()).toEqual(['h1 B', 'h2 B1', 'h1 A', 'h2 A1']);
    expect(stepSection(shown.editor, key('B'), -1)).toBe(false);
    expect(stepSection(shown.editor, key('B'), 1)).toBe(true);
    expect(stepSection(shown.editor, key('B'), 1)).toBe(false);
    expect(lines()).toEqual(['h1 A', 'h2 A1', 'h1 B', 'h2 B1']);
  });

  test('out of the section around it into the one before or behind that, and back', () => {
    open(h(1, 'A'), h(2, 'A1'), h(1, 'B'), paragraph('b'), h(2, 'B1'));
    expect(stepSection(shown.editor, key('A1'), 1)).toBe(true);
    expect(lines()).toEqual(['h1 A', 'h1 B', 'paragraph b', 'h2 A1', 'h2 B1']);
    expect(stepSection(shown.editor, key('A1'), -1)).toBe(true);
    expect(lines()).toEqual(['h1 A', 'h2 A1', 'h1 B', 'paragraph b', 'h2 B1']);
  });
});

describe('a change of level', () => {
  test('is that of the whole section, and stops at the first and the last level', () => {
    open(h(1, 'A'), h(5, 'Deep'), h(1, 'B'));
    expect(shiftSection(shown.editor, key('A'), -1)).toBe(false);
    expect(shiftSection(shown.editor, key('A'), 1)).toBe(true);
    expect(lines()).toEqual(['h2 A', 'h6 Deep', 'h1 B']);
    expect(shiftSection(shown.editor, key('A'), 1)).toBe(false);
    expect(shiftSection(shown.editor, key('A'), -1)).toBe(true);
    expect(lines()).toEqual(['h1 A', 'h5 Deep', 'h1 B']);
  });
});
