/** Plain text as lines, each a unit of its own: hard-wrapped paragraphs are put together again. */
import { countTokens } from '#domain/article.ts';
import { tidyCharacters } from '../content/characters.ts';

export interface Line {
  /** Without white space at its ends. */
  text: string;
  /** A blank line stands before it, or nothing does. */
  gapBefore: boolean;
  gapAfter: boolean;
  /** Its length as {@link weigh} counts. */
  words: number;
}

/**
 * Columns beyond which a line was not wrapped by a person or a mail program; Han, Kana and Hangul take two.
 */
const WIDEST_WRAP = 100;
const NARROWEST_WRAP = 40;
/** Share of the lines that may be wider: titles, and what was pasted in. */
const WIDER = 0.05;
/** Share of the lines inside paragraphs that are as full as they can be where a text was wrapped. */
const FULL = 0.6;
const FEWEST_FULL = 3;
const STARTS_UNIT = /^(?:\[\d{1,3}\]|[•▪◦‣*–—-]\s|\d{1,2}[.)]\s|>|https?:\/\/)/u;

export function splitLines(text: string): Line[] {
  const groups = groupsOf(tidyCharacters(text));
  const width = wrapWidth(groups);
  // Without any blank line, every line is a unit that stands by itself.
  const alone = groups.length === 1 && width === null && !groups[0]!.some((line) => /\t|^\|/u.test(line));
  return groups.flatMap((group) => {
    const texts = (width === null ? group : rejoin(group, width)).map((line) => line.trim());
    return texts.map((line, index) => ({
      text: line,
      gapBefore: alone || index === 0,
      gapAfter: alone || index === texts.length - 1,
      words: weigh(line),
    }));
  });
}

/** Lines with something in them, apart where a blank line stands between. A form feed ends a line, too. */
function groupsOf(text: string): string[][] {
  const groups: string[][] = [];
  let isApart = true;
  for (const whole of text.split('\n')) {
    if (whole.trim() === '') {
      isApart = true;
      continue;
    }
    const lines = whole.includes('\f') ? whole.split('\f').filter((line) => line.trim() !== '') : [whole];
    if (isApart) groups.push(lines);
    else groups.at(-1)!.push(...lines);
    isApart = false;
  }
  return groups;
}

/** The columns that the text was wrapped at, null where its paragraphs are single lines. */
function wrapWidth(groups: string[][]): number | null {
  // How much wider than that a line is does not matter.
  const widths = groups
    .flat()
    .map((line) => (isBreakable(line) ? (line.length > WIDEST_WRAP ? line.length : columns(line)) : 0));
  const narrow = widths.filter((width) => width <= WIDEST_WRAP).toSorted((a, b) => a - b);
  if (narrow.length < widths.length * (1 - WIDER)) return null;
  const pairs = groups.flatMap((group) =>
    group.slice(1).map((line, index) => [group[index]!, line] as const),
  );
  const isWidth = (width: number): boolean => {
    const full = pairs.filter(([line, next]) => isFull(line, next, width)).length;
    return width >= NARROWEST_WRAP && full >= FEWEST_FULL && full >= pairs.length * FULL;
  };
  const candidates = [narrow.at(-1) ?? 0, narrow[Math.floor(narrow.length * (1 - WIDER))] ?? 0];
  return candidates.find(isWidth) ?? null;
}

/** An address cannot be wrapped, however wide it is. */
function isBreakable(line: string): boolean {
  return /\S\s/u.test(line.trimEnd()) || line.search(TWO_COLUMNS) !== -1;
}

/** Whether the first word of `next` would not have fitted on `line`. */
function isFull(line: string, next: string, width: number): boolean {
  const [word = ''] = FIRST_WORD.exec(next.trimStart()) ?? [];
  return columns(line.trimEnd()) + (isWide(word) ? 0 : 1) + columns(word) > width;
}

/** Joins a line to the next where the next one's first word would not have fitted on it. */
function rejoin(group: string[], width: number): string[] {
  const joined: string[] = [];
  for (const [index, line] of group.entries()) {
    const before = group[index - 1];
    const wrapped =
      before !== undefined &&
      isFull(before, line, width) &&
      !STARTS_UNIT.test(line.trim()) &&
      !isIndentedAnew(before, line);
    if (!wrapped) joined.push(line.trimEnd());
    else {
      const last = joined.at(-1)!;
      const space = isWide(before.trimEnd().slice(-1)) && isWide(line.trimStart()) ? '' : ' ';
      const isHyphenated = /\p{Ll}{2}-$/u.test(last.slice(-4)) && /^\p{Ll}{2}/u.test(line.trimStart());
      joined[joined.length - 1] = isHyphenated ? last.slice(0, -1) + line.trim() : last + space + line.trim();
    }
  }
  return joined;
}

/** The first line of a paragraph is indented where no blank line parts them; a list item's other lines are too. */
function isIndentedAnew(before: string, line: string): boolean {
  return /^(?:\s{2}|\t)/u.test(line) && !/^\s/u.test(before) && !STARTS_UNIT.test(before);
}

/** Chinese and Japanese break a line between any two characters. */
const FIRST_WORD = /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。「」『』（）]|\S+)/u;

function isWide(text: string): boolean {
  return /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー、。「」『』（）]/u.test(text);
}

/** How wide a line is in letters of a fixed-width font. */
function columns(text: string): number {
  return text.length + (MAYBE_TWO_COLUMNS.test(text) ? (text.match(TWO_COLUMNS)?.length ?? 0) : 0);
}
const MAYBE_TWO_COLUMNS = /[\u1100-\u1FFF\u2E80-\uFFFF]/;
const TWO_COLUMNS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF01-\uFF60]/gu;

/** Han and Kana lie among these, the halves of surrogate pairs too. */
const MAYBE_WIDE = /[\u2E80-\uFFFF]/;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu;

/** Length in words, where two Han or Kana characters count as one: they are not parted by spaces. */
export function weigh(text: string): number {
  if (!MAYBE_WIDE.test(text)) return countTokens(text);
  let wide = 0;
  const others = text.replace(WIDE, () => {
    wide += 1;
    return ' ';
  });
  return countTokens(others) + wide / 2;
}

/** The end of a text that quotation marks, brackets and note markers may take up behind its last stop. */
const LAST_UNITS = 60;

/** Whether the text ends as a sentence does, note markers apart. */
export function endsSentence(text: string): boolean {
  return /[.!?…:;。！？؟۔][”"’'»)\]」』]*(?:\s?\[\d{1,3}\]|[¹²³⁰⁴-⁹])*$/u.test(text.slice(-LAST_UNITS));
}

/** A paragraph of running text, too long for a title, a byline or a caption's first half. */
export function isLong(text: string): boolean {
  // A word of Korean says what takes two in other languages.
  const share = /[가-힣]{2}/u.test(text) ? 0.6 : 1;
  return weigh(text) >= (endsSentence(text) ? 20 : 45) * share;
}
