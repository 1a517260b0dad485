/** The sign or number that a list item begins with. */

export interface ListMarker {
  /** UTF-16 units that it takes, with the space behind it. */
  length: number;
  /** The item's number or letter; null for a bullet. */
  label: string | null;
}

/** Among them the places of the private area where Symbol and Wingdings have their bullets. */
const BULLET = /^\s*(?:[•‣◦▪▫●○■□◆◇►▶➢➤✓✔∙⁃\uF0B7\uF0A7\uF0D8\uF076\uF0FC]\s*|[-–—*·o§](?:\s+|$))/u;
const NUMBER = /^\s*\(?(\d{1,3}|[a-z]|[ivx]{2,5})[.)](?:\s+|$)/u;
const CIRCLED = /^\s*([①-⑳])\s*/u;

export function listMarker(text: string): ListMarker | null {
  const bullet = BULLET.exec(text);
  if (bullet !== null) return { length: bullet[0].length, label: null };
  const number = NUMBER.exec(text) ?? CIRCLED.exec(text);
  return number === null ? null : { length: number[0].length, label: number[1]! };
}
