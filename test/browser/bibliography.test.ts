/** The block of the list of sources: placed, moved, deleted and undone. */
import { $changeBibliography, $insertBibliography, $moveBibliography } from '#editor/bibliography/actions.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { $insertFootnote } from '#editor/footnote/actions.ts';
import { $getRoot, COPY_COMMAND, UNDO_COMMAND } from 'lexical';
import { afterEach, expect, test } from 'vitest';
import { type EditorPage, openEditor, paragraph, paste, press, type } from './editorPage.ts';

let page: EditorPage;
afterEach(() => page.close());

const bibliography = (members: Record<string, unknown> = {}): StoredNode => ({
  type: 'bibliography',
  version: 1,
  ...members,
});
const kinds = (): string[] => page.blocks().map(({ type: kind }) => kind);
const update = (change: () => void): void => page.editor.update(change, { discrete: true });
const undo = (): void => void page.editor.dispatchCommand(UNDO_COMMAND, undefined);

test('stands behind the block with the caret, takes an empty one, and the caret goes on behind it', async () => {
  page = openEditor([paragraph('One'), paragraph('two')]);
  await press('Control+Home');
  update($insertBibliography);
  expect(kinds()).toEqual(['paragraph', 'bibliography', 'paragraph']);
  await type('x');
  expect(page.text()).toContain('xtwo');
  update(() => void $getRoot().getLastChild()!.selectEnd());
  await press('Enter');
  update($insertBibliography);
  expect(kinds()).toEqual(['paragraph', 'paragraph', 'bibliography', 'paragraph']);
  await type('behind');
  expect(page.text()).toContain('behind');
});

test('goes before the notes where the caret is in one, and not into tables', () => {
  page = openEditor([paragraph('One')]);
  update(() => void $insertFootnote());
  update($insertBibliography);
  expect(kinds().filter((kind) => kind !== 'paragraph')).toEqual(['bibliography', 'footnotes']);
  expect(kinds().at(-1)).toBe('footnotes');
});

test('moves over blocks, and no further than the text goes', () => {
  page = openEditor([paragraph('One'), bibliography({ heading: 'Works' }), paragraph('two')]);
  update(() => void $moveBibliography(-1));
  expect(kinds()).toEqual(['bibliography', 'paragraph', 'paragraph']);
  update(() => expect($moveBibliography(-1)).toBe(false));
  update(() => void $moveBibliography(1));
  update(() => void $moveBibliography(1));
  update(() => expect($moveBibliography(1)).toBe(false));
  expect(kinds()).toEqual(['paragraph', 'paragraph', 'bibliography']);
  expect(page.blocks()[2]).toMatchObject({ heading: 'Works' });
});

test('is made at the end for what is listed, and stores what was set and nothing else', () => {
  page = openEditor([paragraph('One')]);
  update(() => $changeBibliography(({ uncited }) => ({ uncited: [...uncited, 4] })));
  update(() => $changeBibliography(({ uncited }) => ({ uncited: [...uncited, 4, 2] })));
  expect(page.blocks()[1]).toEqual({ type: 'bibliography', version: 1, uncited: [4, 2] });
  update(() => $changeBibliography(() => ({ byType: true, uncited: [2] })));
  expect(page.blocks()[1]).toEqual({ type: 'bibliography', version: 1, byType: true, uncited: [2] });
  undo();
  expect(page.blocks()[1]).toEqual({ type: 'bibliography', version: 1, uncited: [4, 2] });
});

test('is deleted as a whole by a key once a click has selected it, and comes back', async () => {
  page = openEditor([paragraph('One'), bibliography({ uncited: [3] }), paragraph('two')]);
  page.root.querySelector<HTMLElement>('.bibliography')!.click();
  await press('Backspace');
  expect(kinds()).toEqual(['paragraph', 'paragraph']);
  undo();
  expect(page.blocks()[1]).toMatchObject({ type: 'bibliography', uncited: [3] });
});

test('Enter and words typed while it is selected go behind it', async () => {
  page = openEditor([bibliography()]);
  const block = page.root.querySelector<HTMLElement>('.bibliography')!;
  block.click();
  await press('Enter');
  await type('one');
  block.click();
  await type('two');
  expect(kinds()).toEqual(['bibliography', 'paragraph', 'paragraph']);
  expect(page.text()).toMatch(/two\s+one/u);
});

test('there is one: a pasted one takes over what the other lists', async () => {
  page = openEditor([paragraph('One'), bibliography({ uncited: [3] }), paragraph('two')]);
  await press('Control+a');
  const clipboardData = new DataTransfer();
  page.editor.dispatchCommand(COPY_COMMAND, new ClipboardEvent('copy', { clipboardData }));
  const json = clipboardData.getData('application/x-lexical-editor');
  page.close();
  page = openEditor([bibliography({ uncited: [5] }), paragraph('other ')]);
  paste(page.root, { 'application/x-lexical-editor': json });
  expect(kinds().filter((kind) => kind === 'bibliography')).toHaveLength(1);
  expect(page.blocks().find(({ type: kind }) => kind === 'bibliography')!['uncited']).toEqual([3, 5]);
  expect(page.text()).toMatch(/other One[^]*two/u);
});
