/** How long a text is. */
import { countWords } from './article.ts';

export interface TextCounts {
  words: number;
  /** Unicode code points; the breaks of lines are none. */
  characters: number;
  charactersWithoutSpaces: number;
}

export const NO_COUNTS: TextCounts = { words: 0, characters: 0, charactersWithoutSpaces: 0 };

export function countText(text: string): TextCounts {
  let characters = 0;
  let spaces = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === LINE_FEED || unit === CARRIAGE_RETURN || isLowSurrogate(unit)) continue;
    characters += 1;
    if (unit === SPACE || unit === TAB || (unit > ASCII && OTHER_SPACE.test(text[at]!))) spaces += 1;
  }
  return { words: countWords(text), characters, charactersWithoutSpaces: characters - spaces };
}

export function addCounts(one: TextCounts, other: TextCounts): TextCounts {
  return {
    words: one.words + other.words,
    characters: one.characters + other.characters,
    charactersWithoutSpaces: one.charactersWithoutSpaces + other.charactersWithoutSpaces,
  };
}

/**
 * Silent reading of English prose that is no fiction, in words a minute: Brysbaert, "How many words do we read per
 * minute?", Journal of Memory and Language 109 (2019).
 */
const WORDS_A_MINUTE = 238;

/** In whole minutes, at least one where there is anything to read. */
export function readingMinutes(words: number): number {
  return words === 0 ? 0 : Math.max(1, Math.round(words / WORDS_A_MINUTE));
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const TAB = 0x09;
const SPACE = 0x20;
const ASCII = 0x7f;
const OTHER_SPACE = /\s/u;

/** The second half of a character that takes two UTF-16 units. */
function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
