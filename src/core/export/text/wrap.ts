/** Breaks a line of plain text at a width. */
import { displayWidth } from '../displayWidth.ts';

/** Scripts that part no words by spaces break between any two letters. */
const BREAKS_ANYWHERE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Lines of at most `width` columns; a word that is wider stands whole on a line of its own. */
export function wrapped(line: string, width: number): string[] {
  if (displayWidth(line) <= width) return [line];
  const lines: string[] = [];
  let current = '';
  for (const piece of pieces(line)) {
    if (current !== '' && displayWidth((current + piece).trimEnd()) > width) {
      lines.push(current.trimEnd());
      current = piece.trimStart();
    } else current += piece;
  }
  return current.trim() === '' && lines.length > 0 ? lines : [...lines, current.trimEnd()];
}

/** What is not broken: words with the space behind them, and letters that stand for themselves. */
function pieces(line: string): string[] {
  return (line.match(/\S+\s*|\s+/gu) ?? []).flatMap((word) =>
    BREAKS_ANYWHERE.test(word) ? [...clusters.segment(word)].map(({ segment }) => segment) : [word],
  );
}

const clusters = new Intl.Segmenter();
