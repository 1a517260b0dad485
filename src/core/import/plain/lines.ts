/** Plain text as lines, each a unit of its own: hard-wrapped paragraphs are put together again. */
import { tidyCharacters } from '../content/characters.ts';

export interface Line {
  /** Without white space at its ends. */
  text: string;
  /** A blank line stands before it, or nothing does. */
  gapBefore: boolean;
  gapAfter: boolean;
}

/** Lines longer than this were not wrapped by a person or a mail program. */
const WIDEST_WRAP = 100;
const NARROWEST_WRAP = 40;
const STARTS_UNIT = /^(?:\[\d{1,3}\]|[•▪◦‣*–—-]\s|\d{1,2}[.)]\s|>|https?:\/\/)/u;

export function splitLines(text: string): Line[] {
  const groups = tidyCharacters(text)
    .split(/\n(?:[^\S\n]*\n)+/u)
    .map((group) => group.split(/[\n\f]/u).filter((line) => line.trim() !== ''))
    .filter((group) => group.length > 0);
  const width = wrapWidth(groups);
  return groups.flatMap((group) => {
    const texts = (width === null ? group : rejoin(group, width)).map((line) => line.trim());
    return texts.map((line, index) => ({
      text: line,
      gapBefore: index === 0,
      gapAfter: index === texts.length - 1,
    }));
  });
}

/** The width that the text was wrapped at, null where its paragraphs are single lines. */
function wrapWidth(groups: string[][]): number | null {
  const lengths = groups.flat().map((line) => line.trimEnd().length);
  const width = Math.max(...lengths, 0);
  if (width > WIDEST_WRAP || width < NARROWEST_WRAP) return null;
  const wrapped = groups.filter((group) => group.length >= 2 && group[0]!.length > width * 0.75).length;
  return wrapped >= 2 ? width : null;
}

/** Joins a line to the next where the next one's first word would not have fitted on it. */
function rejoin(group: string[], width: number): string[] {
  const joined: string[] = [];
  let lastLength = 0;
  for (const line of group) {
    const firstWord = /^\s*(\S+)/u.exec(line)?.[1] ?? '';
    const wrapped =
      joined.length > 0 && lastLength + 1 + firstWord.length > width && !STARTS_UNIT.test(line.trim());
    if (wrapped) joined[joined.length - 1] += ` ${line.trim()}`;
    else joined.push(line.trimEnd());
    lastLength = line.trimEnd().length;
  }
  return joined;
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** Length in words, where two Han or Kana characters count as one: they are not parted by spaces. */
export function weigh(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  return (text.replace(WIDE, ' ').match(/\S+/gu)?.length ?? 0) + wide / 2;
}

/** Whether the text ends as a sentence does, note markers apart. */
export function endsSentence(text: string): boolean {
  return /[.!?…:;。！？][”"’'»)\]」』]*(?:\s?\[\d{1,3}\]|[¹²³⁰⁴-⁹]+)*$/u.test(text);
}

/** A paragraph of running text, too long for a title, a byline or a caption's first half. */
export function isLong(text: string): boolean {
  return weigh(text) >= (endsSentence(text) ? 20 : 45);
}
