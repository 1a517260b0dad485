/** Whether words of a passage stand in a text already. */

/** Words in a row that are no chance. */
const RUN = 6;

/** `excerpt` is a part of the passage, with `…` where it was cut. */
export function isQuotedIn(text: string, excerpt: string): boolean {
  const written = ` ${wordsOf(text).join(' ')} `;
  const words = wordsOf(excerpt);
  for (let at = 0; at + RUN <= words.length; at += 1)
    if (written.includes(` ${words.slice(at, at + RUN).join(' ')} `)) return true;
  return false;
}

function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
