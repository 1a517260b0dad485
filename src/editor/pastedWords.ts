/** Finds words again that were pasted a moment ago. Only inside an update. */
import { squeeze } from '#domain/quotation.ts';
import { $createRangeSelection, $setSelection } from 'lexical';
import { findPattern } from './find/pattern.ts';
import { $findMatches, type TextMatch } from './find/matches.ts';

/** Words at each end by which they are found. */
const WORDS = 6;
/** Places of the same words that are looked at. */
const PLACES = 5;

/** Selects pasted text where it still stands in the document as it was; the last such place where there are several. */
export function $selectPasted(text: string): boolean {
  const wanted = squeeze(text);
  const words = wanted.split(' ');
  const starts = $lastMatches(words.slice(0, WORDS));
  const ends = $lastMatches(words.slice(-WORDS));
  for (const { end, quoted } of ends)
    for (const { start } of quoted ? [] : starts) {
      const selection = $createRangeSelection();
      selection.anchor.set(start.key, start.offset, 'text');
      selection.focus.set(end.key, end.offset, 'text');
      // What was written between two such ends since is nobody's to replace.
      if (selection.isBackward() || squeeze(selection.getTextContent()) !== wanted) continue;
      $setSelection(selection);
      return true;
    }
  return false;
}

/** The last first. */
function $lastMatches(words: string[]): TextMatch[] {
  const options = { matchCase: true, wholeWord: false, regex: false };
  return $findMatches(findPattern(words.join(' '), options))
    .matches.slice(-PLACES)
    .toReversed();
}
