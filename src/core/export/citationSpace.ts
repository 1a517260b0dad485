/** The space before a citation that stands in the text. */
import type { Inline } from '#domain/document/ast.ts';

/** Behind these nothing is parted: spaces, what opens, dashes, and scripts without spaces. */
const CLOSE_UP =
  /[\s([{“‘«‹„¿¡/–—-]$|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]$/u;

/**
 * Whether a space is to be put before the citation at `index`. The mark of a note stands right behind its word,
 * so that is how citations are written; in an in-text style "(Kim, 2019)" stands there instead.
 */
export function wantsSpaceBefore(siblings: Inline[], index: number): boolean {
  const before = siblings[index - 1];
  if (before === undefined || before.type === 'break') return false;
  if (before.type === 'citation') return true;
  const text = lastText(before);
  return text !== '' && !CLOSE_UP.test(text);
}

function lastText(inline: Inline | undefined): string {
  if (inline?.type === 'text') return inline.text;
  return inline?.type === 'link' ? lastText(inline.children.at(-1)) : '';
}
