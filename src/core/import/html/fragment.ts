/** Reads HTML that is an article's text and nothing else, as feeds and dumps hold it. */
import { BIDI_CONTROLS } from '../content/characters.ts';
import { blockText, type DraftBlock } from '../content/draft.ts';
import { linkMarkers, recogniseNoteBlocks } from '../content/notes.ts';
import { blocksOf } from './blocks.ts';
import { parseDocument } from './dom.ts';
import { takeFootnotes, withoutTokens } from './footnotes.ts';

const REMOVED = 'script,rt,rp,form,nav';

/**
 * Everything in it is taken for the article: nothing is looked for or left out as furniture. Relative links
 * are resolved against `base`.
 */
export function readFragment(html: string, base?: string): DraftBlock[] {
  const source = withoutTokens(html);
  const document = parseDocument(source);
  for (const element of document.querySelectorAll(REMOVED)) element.remove();
  const notes = takeFootnotes(document, base);
  const { body } = document;
  return linkMarkers(recogniseNoteBlocks([...(body === null ? [] : blocksOf(body, base)), ...notes]));
}

/** A title or a name that may be HTML, as one line of text. */
export function inlineText(text: string): string {
  const plain = /[<&]/u.test(text) ? readFragment(text).map(blockText).join(' ') : text;
  return plain.replace(BIDI_CONTROLS, '').replace(/\s+/gu, ' ').trim();
}
