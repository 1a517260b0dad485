/** How many columns text takes where every letter is as wide as another, and those of East Asia twice that. */

/** What Unicode's East Asian Width (UAX 11) calls wide or full, and emoji. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303E\uFF01-\uFF60\uFFE0-\uFFE6\p{Emoji_Presentation}]/u;
/** Takes no column of its own: marks, joiners, and the second half of an emoji. */
const NONE = /^[\p{M}\p{Cf}]+$/u;

export function displayWidth(text: string): number {
  // eslint-disable-next-line no-control-regex
  if (/^[\u0000-\u02FF]*$/u.test(text)) return text.length;
  let width = 0;
  for (const { segment } of clusters.segment(text))
    width += NONE.test(segment) ? 0 : WIDE.test(segment) ? 2 : 1;
  return width;
}

const clusters = new Intl.Segmenter();
