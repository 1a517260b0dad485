/** Digits with separators of any language, a sign, a currency and a unit: `−1,234.5`, `(12) %`, `€ 3.2 bn`, `12 345 t`. */
const NUMBER =
  /^[(~≈<>≤≥±]*\s*[+\-−–]?\s*(?:[A-Z]{2,3}\s?|\p{Sc}\s?){0,2}[+\-−–]?\d[\d.,'’\s]*(?:\s?(?:[%‰°]|\p{Sc}|[\p{L}²³/]{1,4}))?\s*\)?\s*[%‰]?$/u;

/** Letters of the longest number; what is longer is not even looked at. */
const LONGEST = 40;

/** Whether a text is one number. Dates and ranges are none. */
export function isNumber(text: string): boolean {
  const number = text.trim();
  return number.length <= LONGEST && NUMBER.test(number);
}
