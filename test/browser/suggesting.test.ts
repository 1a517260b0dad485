/** Suggesting mode: what is written, deleted, pasted and undone, and what is accepted and rejected. */
import { afterEach, expect, test } from 'vitest';
import { insertedMark } from '#domain/document/suggestions/marks.ts';
import { acceptedRoot, rejectedRoot } from '#domain/document/suggestions/settle.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { settleChanges } from '#editor/suggest/actions.ts';
import { changesAtSelection, nextChange, pendingChanges, selectChange } from '#editor/suggest/changes.ts';
import { setSuggesting } from '#editor/suggest/mode.ts';
import { $findMatches, replaceMatches } from '#editor/find/matches.ts';
import { findPattern, replacementFor } from '#editor/find/pattern.ts';
import { $marks } from '#editor/footnote/section.ts';
import { $getRoot, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import documentWithSuggestions from '../documents/v1-suggestions.json';
import {
  caret,
  citation,
  compose,
  copied,
  type EditorPage,
  heading,
  list,
  openEditor,
  paragraph,
  paste,
  press,
  text,
  type,
} from './editorPage.ts';

let page: EditorPage;
afterEach(() => page.close());

function open(...blocks: StoredNode[]): void {
  page = openEditor(blocks);
  setSuggesting(page.editor, 'Ada');
}

/** Blocks as words: `+` what was put in, `-` what was taken out, `¶` for the beginning of a block. */
function marked(): string {
  const of = (node: StoredNode): string => {
    if (node.type === 'deletion' || node.type === 'deletedBlocks')
      return `{-${(node['content'] as StoredNode[]).map(of).join('')}}`;
    if (node.type === 'blockBreak') return '¶';
    if (node.type === 'citation') return wrap(node, '@');
    if (typeof node['text'] === 'string') return wrap(node, node['text']);
    const inside = (node.children ?? []).map(of).join('');
    if (['paragraph', 'heading', 'listitem'].includes(node.type))
      return `${insertedMark(node) === null ? '' : '+'}¶${inside}`;
    return inside;
  };
  const wrap = (node: StoredNode, words: string): string =>
    insertedMark(node) === null ? words : `{+${words}}`;
  return page.blocks().map(of).join('');
}

const rejected = (): unknown => plain(rejectedRoot(page.stored().root).children ?? []);

/** Without what follows from the place of a block, and the ids of blocks. */
function plain(blocks: StoredNode[]): unknown {
  return JSON.parse(
    JSON.stringify(blocks, (name, value: unknown) => (name === 'value' || name === '$' ? undefined : value)),
  );
}
const accepted = (): string =>
  (acceptedRoot(page.stored().root).children ?? []).map((block) => wordsOf(block)).join('|');

function wordsOf(node: StoredNode): string {
  return typeof node['text'] === 'string' ? node['text'] : (node.children ?? []).map(wordsOf).join('');
}

test('typed words are put in, deleted ones stay struck through', async () => {
  open(paragraph('One two three'));
  const before = plain(page.blocks());
  await type(' four');
  expect(marked()).toBe('¶One two three{+ four}');
  caret(page, [0], 'start');
  await press('Delete', 'Delete', 'Delete');
  expect(marked()).toBe('¶{-One} two three{+ four}');
  expect(accepted()).toBe(' two three four');
  expect(page.text()).toBe(' two three four');
  expect(rejected()).toEqual(before);
  await type('1');
  expect(marked()).toBe('¶{-One}{+1} two three{+ four}');
});

test('Backspace goes on behind what it has struck through, and takes its own words back for good', async () => {
  open(paragraph('abcd'));
  await press('Backspace', 'Backspace');
  expect(marked()).toBe('¶ab{-cd}');
  await type('xy');
  expect(marked()).toBe('¶ab{-cd}{+xy}');
  await press('Backspace', 'Backspace', 'Backspace');
  expect(marked()).toBe('¶a{-bcd}');
});

test('what replaces words stands behind them, as one change', async () => {
  open(paragraph('Say yes now'));
  caret(page, [0], 'start');
  await press(
    'ArrowRight',
    'ArrowRight',
    'ArrowRight',
    'ArrowRight',
    'Shift+ArrowRight',
    'Shift+ArrowRight',
    'Shift+ArrowRight',
  );
  await type('no');
  expect(marked()).toBe('¶Say {-yes}{+no} now');
  const [block] = page.blocks();
  const [, gone, come] = block!.children!;
  expect((gone!['mark'] as { id: string }).id).toBe(insertedMark(come!)!.id);
});

test('a paragraph is parted and joined', async () => {
  open(paragraph('One two'), heading(2, 'Three'), paragraph('Four'));
  const before = plain(page.blocks());
  caret(page, [1], 'start');
  await press('Backspace');
  expect(marked()).toBe('¶One two{-¶}Three¶Four');
  expect(rejected()).toEqual(before);
  caret(page, [1], 'end');
  await press('Enter');
  await type('Five');
  expect(marked()).toBe('¶One two{-¶}Three¶Four+¶{+Five}');
  expect(rejected()).toEqual(before);
  caret(page, [1], 'start');
  await press('ArrowRight', 'ArrowRight', 'Enter');
  expect(marked()).toBe('¶One two{-¶}Three¶Fo+¶ur+¶{+Five}');
  expect(rejected()).toEqual(before);
  await press('Backspace');
  expect(marked()).toBe('¶One two{-¶}Three¶Four+¶{+Five}');
  settleChanges(page.editor, 'reject', 'all');
  expect(plain(page.blocks())).toEqual(before);
  page.editor.dispatchCommand(UNDO_COMMAND, undefined);
  expect(marked()).toBe('¶One two{-¶}Three¶Four+¶{+Five}');
  settleChanges(page.editor, 'accept', 'all');
  expect(marked()).toBe('¶One twoThree¶Four¶Five');
});

test('lists, pasted blocks and citations are tracked', async () => {
  open(paragraph('Start', citation(3), ' end'), list('bullet', 'one', 'two'));
  const before = plain(page.blocks());
  caret(page, [1, 0], 'end');
  await press('Enter');
  await type('new');
  expect(marked()).toBe('¶Start@ end¶one+¶{+new}¶two');
  await press('Delete');
  expect(marked()).toBe('¶Start@ end¶one+¶{+new}{-¶}two');
  expect(rejected()).toEqual(before);
  caret(page, [0], 'start');
  await press('Shift+End', 'Backspace');
  expect(marked()).toBe('¶{-Start@ end}¶one+¶{+new}{-¶}two');
  paste(page.root, { 'text/html': '<p>a</p><table><tr><td>b</td></tr></table><p>c</p>' });
  expect(rejected()).toEqual(before);
});

test('lists in lists that change beside each other are told once each', async () => {
  open(
    list('check', 'one', list('check', 'two')),
    list('bullet', 'three', list('bullet', 'four'), 'five'),
    paragraph('end'),
  );
  const before = plain(page.blocks());
  caret(page, [0, 0], 'start');
  await press('Shift+ArrowDown', 'Shift+ArrowDown', 'Shift+ArrowRight');
  await type('x');
  expect(marked()).toBe('{-¶one¶¶two}¶xhree{-¶three¶¶four¶five}¶four¶five¶end');
  expect(rejected()).toEqual(before);
});

test('lines pasted into an item are told once the list is whole again', () => {
  open(list('bullet', 'one', 'two'), paragraph('end'));
  const before = plain(page.blocks());
  page.editor.update(() => void $getRoot().getAllTextNodes()[0]!.select(2, 3), { discrete: true });
  paste(page.root, { 'text/plain': 'a\nb' });
  expect(marked()).toBe('¶on{-e}{+a}+¶{+b}¶two¶end');
  expect(rejected()).toEqual(before);
});

test('what this version does not know is suggested as other blocks are', () => {
  const hologram: StoredNode = { type: 'hologram', version: 9, deep: { kept: true } };
  open(paragraph('one'), hologram, paragraph('two'));
  const before = plain(page.blocks());
  page.editor.update(
    () => {
      const selection = $getRoot().getFirstDescendant()!.selectStart();
      selection.focus.set($getRoot().getLastDescendant()!.getKey(), 3, 'text');
    },
    { discrete: true },
  );
  const data = copied(page);
  caret(page, [2], 'end');
  paste(page.root, data);
  const copy = page.blocks().findLast(({ type: kind }) => kind === 'hologram')!;
  expect(insertedMark(copy), marked()).not.toBeNull();
  expect(rejected()).toEqual(before);
  const again = openEditor(page.blocks());
  expect(again.blocks()).toEqual(page.blocks());
  again.close();
  settleChanges(page.editor, 'accept', 'all');
  expect(page.blocks().filter(({ type: kind }) => kind === 'hologram')).toEqual([hologram, hologram]);
});

test('blocks pasted before the first word of a paragraph leave what stands before it alone', () => {
  const blocks = [paragraph('one'), { type: 'horizontalrule', version: 1 }, paragraph('two')];
  open(...blocks);
  const before = plain(page.blocks());
  caret(page, [2], 'start');
  paste(page.root, { 'text/html': '<p>a</p><p>b</p>' });
  expect(page.blocks().slice(0, 2).map(insertedMark)).toEqual([null, null]);
  expect(marked()).toBe('¶one{-¶two}+¶{+a}+¶{+btwo}');
  expect(rejected()).toEqual(before);
});

test('words that are replaced all at once are tracked, in one step of undo', async () => {
  open(
    paragraph('The port and the ', text('por', 1), text('t of call'), ', the airport.'),
    paragraph('No port'),
  );
  const before = plain(page.blocks());
  const options = { matchCase: false, wholeWord: true, regex: false };
  const { matches } = page.editor.read(() => $findMatches(findPattern('port', options)));
  replaceMatches(page.editor, matches, (found) => replacementFor(found, 'harbour', options));
  expect(marked()).toBe(
    '¶The {-port}{+harbour} and the {-port}{+harbour} of call, the airport.¶No {-port}{+harbour}',
  );
  expect(rejected()).toEqual(before);
  expect(accepted()).toBe('The harbour and the harbour of call, the airport.|No harbour');
  page.editor.dispatchCommand(UNDO_COMMAND, undefined);
  await expect.poll(() => plain(page.blocks())).toEqual(before);
});

test('words in cells, captions and notes are tracked', async () => {
  const cell = (words: string): StoredNode => ({
    type: 'tablecell',
    version: 1,
    headerState: 0,
    children: [paragraph(words)],
  });
  open(
    paragraph('One', { type: 'footnoteReference', version: 1, id: 'aaaa' }),
    {
      type: 'table',
      version: 1,
      children: [{ type: 'tablerow', version: 1, children: [cell('left'), cell('right')] }],
    },
    { type: 'caption', version: 1, children: [text('Ports')] },
    {
      type: 'footnotes',
      version: 1,
      children: [{ type: 'footnoteDefinition', version: 1, id: 'aaaa', children: [paragraph('Its words.')] }],
    },
  );
  const before = plain(page.blocks());
  for (const path of [[1, 0, 1, 0], [2], [3, 0, 0]]) {
    caret(page, path, 'end');
    await press('Backspace');
    await type('!');
  }
  expect(marked()).toContain('left¶righ{-t}{+!}');
  expect(marked()).toContain('Port{-s}{+!}');
  expect(marked()).toContain('Its words{-.}{+!}');
  expect(rejected()).toEqual(before);
  settleChanges(page.editor, 'reject', 'all');
  expect(plain(page.blocks())).toEqual(before);
});

test('a picture that is taken out leaves its caption what it is until that is accepted', () => {
  const words = (type: string, ...children: StoredNode[]): StoredNode => ({ type, version: 1, children });
  open(
    heading(1, 'Title'),
    paragraph('Before.'),
    { type: 'picture', version: 1, sha256: 'a'.repeat(64), width: 4, height: 2, share: 100, alt: '' },
    words('caption', text('Its caption')),
    paragraph('Behind.'),
  );
  const before = plain(page.blocks());
  page.editor.update(
    () => {
      $getRoot().getChildAtIndex(2)!.remove();
    },
    { discrete: true },
  );
  const kinds = (): string[] => page.blocks().map(({ type: kind }) => kind);
  expect(kinds()).toEqual(['heading', 'paragraph', 'deletedBlocks', 'caption', 'paragraph']);
  settleChanges(page.editor, 'reject', 'all');
  expect(plain(page.blocks())).toEqual(before);
  page.editor.dispatchCommand(UNDO_COMMAND, undefined);
  settleChanges(page.editor, 'accept', 'all');
  expect(kinds()).toEqual(['heading', 'paragraph', 'paragraph', 'paragraph']);
});

test('a composed character comes once, and is put in', async () => {
  open(paragraph('가나'));
  await compose('ㄷ', '다');
  await compose('ㄹ', '라');
  expect(marked()).toBe('¶가나{+다라}');
  caret(page, [0], 'start');
  await compose('ㅎ', '하');
  expect(marked()).toBe('¶{+하}가나{+다라}');
  page.editor.dispatchCommand(UNDO_COMMAND, undefined);
  page.editor.dispatchCommand(REDO_COMMAND, undefined);
  expect(marked()).toBe('¶{+하}가나{+다라}');
});

test('words written at once into a suggestion are no part of it, and what is pending stays', async () => {
  open(paragraph('One'));
  await type(' two');
  setSuggesting(page.editor, null);
  await press('ArrowLeft', 'ArrowLeft');
  await type('X');
  expect(marked()).toBe('¶One{+ t}X{+wo}');
  await press('Home', 'Delete');
  expect(marked()).toBe('¶ne{+ t}X{+wo}');
  settleChanges(page.editor, 'reject', 'all');
  expect(marked()).toBe('¶neX');
});

test('what another has put in stays theirs when it is taken out', async () => {
  open(paragraph('One'));
  await type(' two');
  setSuggesting(page.editor, 'Bo');
  await press('Backspace');
  await type('X');
  expect(marked()).toBe('¶One{+ tw}{-{+o}}{+X}');
  const [ada, bo] = pendingChanges(page.editor);
  expect([ada!.author, bo!.author]).toEqual(['Ada', 'Bo']);
  settleChanges(page.editor, 'reject', new Set([bo!.id]));
  expect(marked()).toBe('¶One{+ two}');
});

test('one change is found, accepted and rejected by itself, with the caret at its words', async () => {
  open(paragraph('One two'), paragraph('Three'));
  await type(' four');
  caret(page, [0], 'start');
  await press('Delete', 'Delete', 'Delete');
  await type('1');
  const [first, second] = pendingChanges(page.editor);
  expect(first).toMatchObject({
    author: 'Ada',
    parts: [
      { kind: 'deletion', of: 'words', text: 'One' },
      { kind: 'insertion', of: 'words', text: '1' },
    ],
  });
  expect(changesAtSelection(page.editor)).toEqual(new Set([first!.id]));
  expect(nextChange(page.editor, 1)).toBe(second!.id);
  selectChange(page.editor, second!.id);
  expect(changesAtSelection(page.editor)).toEqual(new Set([second!.id]));
  expect(nextChange(page.editor, -1)).toBe(first!.id);
  settleChanges(page.editor, 'accept', new Set([second!.id]));
  expect(marked()).toBe('¶{-One}{+1} two¶Three four');
  settleChanges(page.editor, 'reject', new Set([first!.id]));
  expect(marked()).toBe('¶One two¶Three four');
  page.editor.dispatchCommand(UNDO_COMMAND, undefined);
  page.editor.dispatchCommand(UNDO_COMMAND, undefined);
  expect(marked()).toBe('¶{-One}{+1} two¶Three{+ four}');
});

test('a change says the words of its blocks one behind the other', () => {
  open(paragraph('One'));
  paste(page.root, { 'text/html': '<p>a</p><table><tr><td>b</td><td>c</td></tr></table><p>d</p>' });
  const parts = pendingChanges(page.editor).flatMap((change) => change.parts);
  expect(parts.find(({ of }) => of === 'block')?.text).toBe('b c');
});

test('a copy reads as the text does once all is accepted, and is a suggestion where it is pasted', async () => {
  open(paragraph('One two'));
  caret(page, [0], 'start');
  await press('Delete', 'Delete', 'Delete');
  await type('1');
  await press('ControlOrMeta+a');
  const data = copied(page);
  expect(data['text/plain']).toBe('1 two');
  expect(data['text/html']).not.toContain('One');
  expect(data['application/x-lexical-editor']).not.toContain('Ada');
  caret(page, [0], 'end');
  paste(page.root, data);
  expect(marked()).toBe('¶{-One}{+1} two{+1 two}');
});

test('blocks that are struck through are stepped over, and come back', async () => {
  open(paragraph('One'), { type: 'horizontalrule', version: 1 }, paragraph('Two'));
  const before = plain(page.blocks());
  page.editor.update(() => $getRoot().getChildAtIndex(1)!.remove(), { discrete: true });
  expect(page.blocks().map(({ type: kind }) => kind)).toEqual(['paragraph', 'deletedBlocks', 'paragraph']);
  caret(page, [2], 'start');
  await press('Backspace');
  expect(rejected()).toEqual(before);
  await type('!');
  expect(accepted()).toBe('One!|Two');
  expect(rejected()).toEqual(before);
});

test('a footnote that is taken out comes back with its words', () => {
  open(paragraph('One', { type: 'footnoteReference', version: 1, id: 'aaaa' }, ' two'), {
    type: 'footnotes',
    version: 1,
    children: [{ type: 'footnoteDefinition', version: 1, id: 'aaaa', children: [paragraph('Its words.')] }],
  });
  const before = plain(page.blocks());
  page.editor.update(() => $marks()[0]!.remove(), { discrete: true });
  expect(page.text()).not.toContain('Its words.');
  expect(rejected()).toEqual(before);
  settleChanges(page.editor, 'reject', 'all');
  expect(plain(page.blocks())).toEqual(before);
});

test('a stored document with suggestions opens and is stored as it is', () => {
  page = openEditor(documentWithSuggestions.root.children);
  const stored = (blocks: unknown): unknown => JSON.parse(JSON.stringify(blocks));
  expect(stored(page.blocks().map((block) => ({ ...block, $: undefined })))).toEqual(
    stored(
      (documentWithSuggestions.root.children as StoredNode[]).map((block) => ({ ...block, $: undefined })),
    ),
  );
  expect(page.blocks().map(insertedMark)).toEqual(
    (documentWithSuggestions.root.children as StoredNode[]).map(insertedMark),
  );
  const [first] = pendingChanges(page.editor);
  expect(first!.parts.map(({ text }) => text)).toEqual(['is', 'was']);
  expect(page.root.querySelector('[role=insertion]')?.textContent).toBe('was');
});
