/** Reads a page from the clipboard, whatever program put it there, into blocks as they are stored. */
import { NOTE_TYPE, SECTION_TYPE } from '#domain/document/footnotes.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { blocksIn } from './blocks.ts';
import { paragraphOf } from './nodes.ts';
import type { PagePictures } from './pictures.ts';
import { tidyPage } from './tidy.ts';

export interface PastedPage {
  /** The text; behind it the section of its footnotes, where it has any. */
  blocks: StoredNode[];
  pictures: PagePictures;
}

/** Nothing of the page is run, shown or fetched; `rtf` is the same as rich text, empty where there is none. */
export function readPage(html: string, rtf: string): PastedPage {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const { notes: taken, pictures } = tidyPage(document, rtf);
  const notes = taken.map(({ id, words }) => {
    const blocks = blocksIn(words);
    return { type: NOTE_TYPE, version: 1, id, children: blocks.length > 0 ? blocks : [paragraphOf([])] };
  });
  const blocks = blocksIn(document.body);
  if (notes.length > 0) blocks.push({ type: SECTION_TYPE, version: 1, children: notes });
  return { blocks, pictures };
}
