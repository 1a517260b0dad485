/** What the pages of a document are called: a locator for quotes. */

/**
 * The file's own labels where they say more than counting does; else the numbers that the pages print; else
 * their count. Pages before the first that is numbered are then counted in Roman numerals.
 */
export function pageLabels(stated: string[] | null, printed: (string | null)[]): string[] {
  const counted = printed.map((_page, index) => String(index + 1));
  const says = stated !== null && stated.some((label, index) => label !== '' && label !== counted[index]);
  if (says) return counted.map((number, index) => bare(stated[index] ?? '') || number);
  if (printed.every((number) => number === null)) return counted;
  return printed.map((number, index) => number ?? roman(index + 1));
}

/** "- 12 -" is page 12. */
function bare(label: string): string {
  return label.replace(/^[\s([–—-]+|[\s)\]–—-]+$/gu, '');
}

const NUMERALS: [value: number, numeral: string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(number: number): string {
  let rest = number;
  let text = '';
  for (const [value, numeral] of NUMERALS) for (; rest >= value; rest -= value) text += numeral;
  return text;
}
