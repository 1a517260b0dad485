/** The title as it fits one line above the text. */

/** Letters of the running head's size that fit the line; those of East Asian scripts are twice as wide. */
const LINE = 84;
const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uFF00-\uFF60]/u;

/** The whole title, or as many of its words as fit a share of the line, with an ellipsis. */
export function runningTitle(title: string, share = 1): string {
  const room = LINE * share;
  let kept = '';
  let width = 0;
  for (const { segment } of new Intl.Segmenter().segment(title.replaceAll(/\s+/g, ' '))) {
    width += WIDE.test(segment) ? 2 : 1;
    if (width > room) return `${kept.replace(/(?<=.{12}) [^ ]*$/u, '').trimEnd()}…`;
    kept += segment;
  }
  return kept;
}
