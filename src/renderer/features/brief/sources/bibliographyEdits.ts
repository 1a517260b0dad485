/** Changes of the list of sources. Each is one step of undo, and none takes the focus into the text. */
import {
  $bibliography,
  $changeBibliography,
  $insertBibliography,
  $moveBibliography,
  $removeBibliography,
} from '#editor/bibliography/actions.ts';
import type { BibliographySettings } from '#editor/bibliography/BibliographyNode.ts';
import { type LexicalEditor, SKIP_DOM_SELECTION_TAG } from 'lexical';

const OUTSIDE = { discrete: true, tag: SKIP_DOM_SELECTION_TAG } as const;

export function changeBibliography(
  editor: LexicalEditor,
  change: (settings: BibliographySettings) => Partial<BibliographySettings>,
): void {
  editor.update(() => $changeBibliography(change), OUTSIDE);
}

/** Lists articles without citing them; returns how many of them were not listed so before. */
export function listSources(editor: LexicalEditor, articleIds: readonly number[]): number {
  const before = editor.read(() => $bibliography()?.getSettings().uncited ?? []);
  const added = articleIds.filter((id) => !before.includes(id));
  if (added.length > 0) changeBibliography(editor, ({ uncited }) => ({ uncited: [...uncited, ...added] }));
  return added.length;
}

export function unlistSources(editor: LexicalEditor, articleIds: readonly number[]): void {
  changeBibliography(editor, ({ uncited }) => ({
    uncited: uncited.filter((id) => !articleIds.includes(id)),
  }));
}

export function moveBibliography(editor: LexicalEditor, step: -1 | 1): void {
  editor.update(() => void $moveBibliography(step), OUTSIDE);
}

export function removeBibliography(editor: LexicalEditor): void {
  editor.update($removeBibliography, OUTSIDE);
}

/** Puts the list where the caret is, from wherever it was. */
export function insertBibliography(editor: LexicalEditor): void {
  editor.update($insertBibliography, { discrete: true });
}
