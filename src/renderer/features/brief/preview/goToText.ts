import { $selectPlace } from '#editor/document/textPlace.ts';
import type { LexicalEditor } from 'lexical';
import { reveal } from '../reveal.ts';
import type { Pages } from './livePages.ts';
import { inText, type PagePoint } from './places.ts';

const NO_WORDS = { text: '', offset: 0 };

/** Puts the caret at the place in the text that is printed there, which `words` say more exactly, and brings it into view. */
export function goToText(
  editor: LexicalEditor,
  { places, sheet }: Pages,
  point: PagePoint,
  words = NO_WORDS,
): void {
  const place = inText(places, point, sheet);
  if (place === null) return;
  let key: string | null = null;
  editor.update(
    () => {
      key = $selectPlace(place, words);
    },
    { discrete: true },
  );
  if (key === null) return;
  editor.focus();
  reveal(editor, key, 'center');
}
