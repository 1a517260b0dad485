/**
 * The Russian stemmer of Snowball (https://snowballstem.org/algorithms/russian/stemmer.html): санкции,
 * санкций and санкциями have one stem. Every rule and ending below is from there.
 */

const VOWEL = /[аеиоуыэюя]/;

/** Endings; true: only after а or я. */
type Endings = ReadonlyMap<string, boolean>;

function endings(always: string, afterA = ''): Endings {
  const list = (words: string): string[] => words.split(' ').filter((word) => word !== '');
  return new Map([
    ...list(afterA).map((ending): [string, boolean] => [ending, true]),
    ...list(always).map((ending): [string, boolean] => [ending, false]),
  ]);
}

const PERFECTIVE_GERUND = endings('ив ивши ившись ыв ывши ывшись', 'в вши вшись');
const REFLEXIVE = endings('ся сь');
const ADJECTIVE = endings(
  'ее ие ые ое ими ыми ей ий ый ой ем им ым ом его ого ему ому их ых ую юю ая яя ою ею',
);
const PARTICIPLE = endings('ивш ывш ующ', 'ем нн вш ющ щ');
const VERB = endings(
  'ила ыла ена ейте уйте ите или ыли ей уй ил ыл им ым ен ило ыло ено ят ует уют ит ыт ены ить ыть ишь ую ю',
  'ла на ете йте ли й л ем н ло но ет ют ны ть ешь нно',
);
const NOUN = endings(
  'а ев ов ие ье е иями ями ами еи ии и ией ей ой ий й иям ям ием ем ам ом о у ах иях ях ы ь ию ью ю ия ья я',
);
const DERIVATIONAL = endings('ост ость');
const SUPERLATIVE = endings('ейш ейше');
const LONGEST_ENDING = 6;

/** The stem of a word of the letters а to я, in lower case with ё written е. */
export function stemRussian(word: string): string {
  const firstVowel = word.search(VOWEL);
  if (firstVowel < 0) return word;
  const rv = firstVowel + 1;
  let stem = inflected(word, rv);
  if (stem.length > rv && stem.endsWith('и')) stem = stem.slice(0, -1);
  stem = without(stem, DERIVATIONAL, secondRegion(word)) ?? stem;
  const positive = without(stem, SUPERLATIVE, rv);
  if (positive !== null) return undoubled(positive, rv);
  return stem.length > rv && stem.endsWith('ь') ? stem.slice(0, -1) : undoubled(stem, rv);
}

/** Step 1: without the endings of inflection. */
function inflected(word: string, rv: number): string {
  const gerund = without(word, PERFECTIVE_GERUND, rv);
  if (gerund !== null) return gerund;
  const plain = without(word, REFLEXIVE, rv) ?? word;
  const adjectival = without(plain, ADJECTIVE, rv);
  if (adjectival !== null) return without(adjectival, PARTICIPLE, rv) ?? adjectival;
  return without(plain, VERB, rv) ?? without(plain, NOUN, rv) ?? plain;
}

/** The word without the longest of the endings that lies behind `from`; null where there is none to take. */
function without(word: string, taken: Endings, region: number): string | null {
  for (let length = Math.min(LONGEST_ENDING, word.length - region); length > 0; length -= 1) {
    const at = word.length - length;
    const afterA = taken.get(word.slice(at));
    if (afterA === undefined) continue;
    const allowed = !afterA || (at > region && (word[at - 1] === 'а' || word[at - 1] === 'я'));
    return allowed ? word.slice(0, at) : null;
  }
  return null;
}

function undoubled(word: string, rv: number): string {
  return word.length - 2 >= rv && word.endsWith('нн') ? word.slice(0, -1) : word;
}

/** Where R2 begins: twice behind a consonant that follows a vowel. */
function secondRegion(word: string): number {
  let at = 0;
  for (let region = 0; region < 2; region += 1) {
    while (at < word.length && !VOWEL.test(word[at]!)) at += 1;
    while (at < word.length && VOWEL.test(word[at]!)) at += 1;
    at += 1;
  }
  return Math.min(at, word.length);
}
