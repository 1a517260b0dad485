/** Finds words again that were pasted a moment ago. Only inside an update. */
import { $isTextNode, $setSelection, $createRangeSelection, $getNodeByKey } from 'lexical';
import { findPattern } from './find/pattern.ts';
import { $findMatches, type TextMatch } from './find/matches.ts';

/** Words at each end by which they are found. */
const WORDS = 6;

/** Selects pasted text where it still stands in the document; the last such place where there are several. */
export function $selectPasted(text: string): boolean {
  const words = text.trim().split(/\s+/u);
  const start = $last(words.slice(0, WORDS));
  const end = $last(words.slice(-WORDS));
  if (start === null || end === null || end.quoted) return false;
  if (!$isTextNode($getNodeByKey(start.start.key)) || !$isTextNode($getNodeByKey(end.end.key))) return false;
  const selection = $createRangeSelection();
  selection.anchor.set(start.start.key, start.start.offset, 'text');
  selection.focus.set(end.end.key, end.end.offset, 'text');
  if (selection.isBackward()) return false;
  $setSelection(selection);
  return true;
}

function $last(words: string[]): TextMatch | null {
  const options = { matchCase: true, wholeWord: false, regex: false };
  return $findMatches(findPattern(words.join(' '), options)).matches.at(-1) ?? null;
}
