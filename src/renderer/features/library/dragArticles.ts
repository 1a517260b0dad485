/** Dragging: articles of the list onto collections, tags and views; collections into each other. */
import type { DragEvent } from 'react';

/** What a drag carries, as types of its data: other programs and the editor know neither. */
const ARTICLES = 'application/x-dossier-articles';
const COLLECTION = 'application/x-dossier-collection';

export function carriesArticles(event: DragEvent): boolean {
  return event.dataTransfer.types.includes(ARTICLES);
}

export function carriesCollection(event: DragEvent): boolean {
  return event.dataTransfer.types.includes(COLLECTION);
}

/** The selected articles are what is dragged; `label` is what the pointer carries. */
export function startArticleDrag(event: DragEvent, label: string): void {
  start(event, ARTICLES, '', label);
}

export function startCollectionDrag(event: DragEvent, id: number, label: string): void {
  start(event, COLLECTION, String(id), label);
}

/** The collection that is dropped; null where it is something else. */
export function droppedCollection(event: DragEvent): number | null {
  const id = event.dataTransfer.getData(COLLECTION);
  return id === '' ? null : Number(id);
}

function start({ dataTransfer }: DragEvent, type: string, value: string, label: string): void {
  dataTransfer.setData(type, value);
  dataTransfer.effectAllowed = 'copyMove';
  const image = document.createElement('div');
  image.className = 'drag-image';
  image.textContent = label;
  document.body.append(image);
  dataTransfer.setDragImage(image, 12, 12);
  // The browser has drawn it once this turn is over.
  setTimeout(() => image.remove());
}
