/** What is cited where in the document that an editor shows, in the order in which a reader meets it. */
import type { LexicalEditor, NodeKey } from 'lexical';
import { CITATIONS, keyOfCitation } from '../citation/view.ts';
import { idOf, MARKS, NOTES } from './view.ts';

export interface CitedPlaces {
  /** The keys of all citations and quotes; those in a footnote come where its mark stands. */
  keys: NodeKey[];
  /** The author's footnotes in the order of their marks: `count` of `keys` from `at` on stand in their words. */
  footnotes: { at: number; count: number }[];
  /** The ids of `footnotes`. */
  ids: string[];
}

/**
 * The order is the one of `readingOrder` in the domain: a quote draws its attribution behind its text, and what
 * stands in notes without a mark comes last.
 */
export function citedPlaces(editor: LexicalEditor): CitedPlaces {
  const places: CitedPlaces = { keys: [], footnotes: [], ids: [] };
  const root = editor.getRootElement();
  if (root === null) return places;
  const notes = new Map([...root.querySelectorAll(NOTES)].map((note) => [idOf(note), note]));
  const hasNotes = notes.size > 0;
  const read = (note: Element | undefined): number => {
    const cited = [...(note?.querySelectorAll(CITATIONS) ?? [])].map(keyOfCitation);
    places.keys.push(...cited);
    return cited.length;
  };
  for (const element of root.querySelectorAll(`${MARKS},${CITATIONS}`)) {
    if (hasNotes && element.closest(NOTES) !== null) continue;
    if (!element.matches(MARKS)) {
      places.keys.push(keyOfCitation(element));
      continue;
    }
    const id = idOf(element);
    const at = places.keys.length;
    places.footnotes.push({ at, count: read(notes.get(id)) });
    places.ids.push(id);
    notes.delete(id);
  }
  for (const note of notes.values()) read(note);
  return places;
}
