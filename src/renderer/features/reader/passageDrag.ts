/** Dragging a passage out of the reader or the list of hits: into the brief, or as its words into other programs. */
import type { DragEvent } from 'react';
import { selectedPlace, selectedWords, type TextPlace } from './readerSelection.ts';

/** What a drag carries, as a type of its data: other programs do not know it. */
const PASSAGE = 'application/x-dossier-passage';

export function carriesPassage(data: DataTransfer | null): boolean {
  return data?.types.includes(PASSAGE) === true;
}

/** `words` are what other programs get. */
export function startPassageDrag(data: DataTransfer, place: TextPlace, words: string): void {
  const { articleId, versionId, start, end } = place;
  data.clearData();
  data.setData(PASSAGE, JSON.stringify({ articleId, versionId, start, end }));
  data.setData('text/plain', words);
  data.effectAllowed = 'copyLink';
}

/** Null where something else was dropped. */
export function droppedPassage(data: DataTransfer | null): TextPlace | null {
  const json = data?.getData(PASSAGE) ?? '';
  return json === '' ? null : (JSON.parse(json) as TextPlace);
}

/** What is selected in the reader is what is dragged out of it. A picture or a link goes as it is. */
export function dragSelection({ dataTransfer, nativeEvent: { target } }: DragEvent): void {
  // Words are dragged by their text node, which React gives as its parent.
  const place = selectedPlace();
  const words = selectedWords();
  if (target instanceof Element || place === null || words === null) return;
  startPassageDrag(dataTransfer, place, words);
}
