/** Plain text whose lines end where a page did, as PDF viewers and mails give it. */

export interface WrappedText {
  /** Each paragraph on one line; hyphens at the ends of lines stay, as some are the words' own. */
  joined: string;
  /** How many words are parted by a hyphen at the end of a line. */
  hyphens: number;
  /** As `joined`, with those words put together without their hyphens. */
  withoutHyphens: string;
}

/** Shortest width of a page, in characters; of those of Chinese, Japanese and Korean each is as wide as two. */
const NARROWEST = 40;
const WIDEST = 160;
/** The part of the width that a line fills where its paragraph goes on. */
const FULL = 0.7;
/** The part of the lines that go on: others are headings and the last lines of paragraphs. */
const MOST = 0.6;
const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\u3000-\u303F\uFF00-\uFFEF]/gu;
/** Of these no space parts the lines. */
const UNSPACED_END = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFF00-\uFFEF]$/u;
const UNSPACED_START = /^[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\uFF00-\uFFEF]/u;
const SENTENCE_END = /[.!?:;…。！？]["'”’»)\]]*$/u;
const ITEM = /^(?:[-*•▪◦‣–]|\(?\d{1,3}[.)]|[a-z][.)])\s/iu;
const HYPHEN = /\p{L}[-\u2010\u00AD]$/u;

/** Null where lines are lines: verses, lists, addresses, code, or paragraphs of one line each. */
export function readWrapped(text: string): WrappedText | null {
  const lines = text
    .replaceAll(/\r\n?/gu, '\n')
    .split('\n')
    .map((line) => line.trimEnd());
  const width = Math.max(...lines.map(widthOf));
  if (width < NARROWEST || width > WIDEST || lines.some((line) => line.includes('\t'))) return null;
  const isFollowed = (at: number): boolean => {
    const next = lines[at + 1] ?? '';
    return lines[at] !== '' && next !== '' && !ITEM.test(next.trimStart());
  };
  const isInside = (at: number): boolean =>
    isFollowed(at) && (widthOf(lines[at]!) >= width * FULL || HYPHEN.test(lines[at]!));
  const places = lines.map((_line, at) => at);
  const followed = places.filter(isFollowed);
  const inside = places.filter(isInside);
  const ends = inside.filter((at) => SENTENCE_END.test(lines[at]!));
  const indented = lines.filter((line) => /^\s{2,}\S/u.test(line));
  if (inside.length < 2 || inside.length < followed.length * MOST || ends.length > inside.length / 2)
    return null;
  if (indented.length > lines.length / 4) return null;
  let hyphens = 0;
  const write = (keepHyphens: boolean): string => {
    let out = '';
    for (const [at, line] of lines.entries()) {
      const next = lines[at + 1]?.trimStart() ?? '';
      const own = at > 0 && isInside(at - 1) ? line.trimStart() : line;
      if (!isInside(at)) out += own + (next === '' || line === '' ? '\n' : '\n\n');
      else if (HYPHEN.test(own) && /^\p{Ll}/u.test(next)) {
        if (keepHyphens) hyphens += own.endsWith('\u00AD') ? 0 : 1;
        out += keepHyphens && !own.endsWith('\u00AD') ? own : own.slice(0, -1);
      } else if (HYPHEN.test(own)) out += own;
      else out += UNSPACED_END.test(own) && UNSPACED_START.test(next) ? own : `${own} `;
    }
    return out.trim();
  };
  const joined = write(true);
  return { joined, hyphens, withoutHyphens: write(false) };
}

function widthOf(line: string): number {
  return line.length + (line.match(WIDE)?.length ?? 0);
}
