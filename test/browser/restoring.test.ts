/** Blocks of an earlier version in the text again: with their notes, and as one step of undo. */
import type { StoredDocument, StoredNode } from '#domain/document/stored.ts';
import { storedBlockId } from '#domain/document/blockId.ts';
import { CitationNode } from '#editor/citation/CitationNode.ts';
import { serialiseDocument } from '#editor/document/BlocksExtension.ts';
import { removeBlock, restoreBlock, restoreDocument, restoreNote } from '#editor/document/restore.ts';
import { REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { afterEach, expect, test, vi } from 'vitest';
import { citation, documentOf, type EditorPage, openEditor, paragraph, type } from './editorPage.ts';

let page: EditorPage;
afterEach(() => {
  vi.restoreAllMocks();
  page.close();
});

const element = { version: 1, direction: null, format: '', indent: 0 };
const mark = (id: string): StoredNode => ({ type: 'footnoteReference', version: 1, id });
const notes = (...words: [id: string, words: string][]): StoredNode => ({
  type: 'footnotes',
  ...element,
  children: words.map(([id, text]) => ({
    type: 'footnoteDefinition',
    ...element,
    id,
    children: [paragraph(text)],
  })),
});
const block = (id: string, ...children: (StoredNode | string)[]): StoredNode => ({
  ...paragraph(...children),
  $: { blockId: id },
});
const unknown = { type: 'hologram', version: 9, $: { blockId: 'u' }, deep: { kept: true } };
const version: StoredDocument = documentOf([
  block('a', 'One', mark('n1'), ' cited', citation(7)),
  block('b', 'Two', mark('n2')),
  unknown,
  notes(['n1', 'first note'], ['n2', 'second note']),
]);
const present = [block('a', 'One changed', mark('n1')), block('c', 'New'), notes(['n1', 'other words'])];
const stored = (): StoredNode[] => serialiseDocument(page.editor).root.children!;
const words = (): string[] =>
  stored().map((node) => (JSON.stringify(node).match(/(?<="text":")[^"]*/gu) ?? [node.type]).join('|'));
const undo = (): void => void page.editor.dispatchCommand(UNDO_COMMAND, undefined);
const redo = (): void => void page.editor.dispatchCommand(REDO_COMMAND, undefined);

test('all of it: citations, notes, ids and what is not known here, and back', async () => {
  page = openEditor(present);
  await type('!');
  const before = stored();
  restoreDocument(page.editor, version);
  expect(words()).toEqual(['One| cited', 'Two', 'hologram', 'first note|second note']);
  expect(stored().map(storedBlockId)).toEqual(['a', 'b', 'u', null]);
  expect(stored()[2]).toEqual(unknown);
  expect(JSON.stringify(stored()[0])).toContain('"items":[{"articleId":7}]');
  undo();
  expect(stored()).toEqual(before);
  redo();
  expect(words()).toEqual(['One| cited', 'Two', 'hologram', 'first note|second note']);
});

test('one block in its place: it keeps its id, and its note as it is now', () => {
  page = openEditor(present);
  restoreBlock(page.editor, version, 0, { at: 0 });
  expect(words()).toEqual(['One| cited', 'New', 'other words']);
  expect(storedBlockId(stored()[0]!)).toBe('a');
  restoreNote(page.editor, version, 'n1');
  expect(words()).toEqual(['One| cited', 'New', 'first note']);
  undo();
  undo();
  expect(words()).toEqual(['One changed', 'New', 'other words']);
});

test('one block that is gone comes back with its note, and one that came is taken out', () => {
  page = openEditor(present);
  restoreBlock(page.editor, version, 1, { behind: 0 });
  expect(words()).toEqual(['One changed', 'Two', 'New', 'other words|second note']);
  undo();
  expect(words()).toEqual(['One changed', 'New', 'other words']);
  restoreBlock(page.editor, version, 2, { behind: -1 });
  expect(stored()[0]).toEqual(unknown);
  removeBlock(page.editor, 2);
  expect(words()).toEqual(['hologram', 'One changed', 'other words']);
});

test('the only block of a text may be taken out', () => {
  page = openEditor([block('a', 'One')]);
  removeBlock(page.editor, 0);
  expect(page.blocks().map((node) => node.type)).toEqual(['paragraph']);
});

test('what cannot be read is told, and changes nothing', () => {
  const failures: Error[] = [];
  page = openEditor(present, (error) => failures.push(error));
  const before = stored();
  vi.spyOn(CitationNode.prototype, 'updateFromJSON').mockImplementation(() => {
    throw new Error('A defect.');
  });
  const cited = { type: 'footnoteDefinition', ...element, id: 'n1', children: [paragraph(citation(7))] };
  const section = { type: 'footnotes', ...element, children: [cited] };
  expect(() => restoreNote(page.editor, documentOf([section]), 'n1')).toThrow('A defect.');
  expect(stored()).toEqual(before);
  expect(() => restoreDocument(page.editor, version)).toThrow('A defect.');
  expect(stored()).toEqual(before);
  expect(failures).toHaveLength(2);
});
