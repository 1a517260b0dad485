/** Which way text runs. */

const STRONG = /\p{L}/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** As the first letter does (Unicode Bidirectional Algorithm, P2 and P3); null where there is none. */
export function directionOf(text: string): 'ltr' | 'rtl' | null {
  const [letter] = STRONG.exec(text) ?? [];
  if (letter === undefined) return null;
  return RIGHT_TO_LEFT.test(letter) ? 'rtl' : 'ltr';
}

/** The direction of a language (BCP 47). */
export function languageDirection(language: string): 'ltr' | 'rtl' {
  return /^(?:ar|dv|fa|he|ks|ku-arab|ps|sd|syr|ug|ur|yi)(?:-|$)/iu.test(language) ? 'rtl' : 'ltr';
}
