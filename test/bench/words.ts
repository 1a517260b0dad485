/** Made-up vocabularies: every rank of a language has its own word, and frequent words are short. */

/** How a language of the benchmarks spells. */
interface Spelling {
  onsets: readonly string[];
  vowels: readonly string[];
  codas: readonly string[];
  /** Different words. */
  size: number;
}

const latin = (onsets: string, vowels: string, codas: string, size: number): Spelling => ({
  onsets: onsets.split(' '),
  vowels: vowels.split(' '),
  codas: ['', ...codas.split(' ')],
  size,
});

const SPELLINGS = {
  en: latin(
    'b br c ch d dr f g gr h k l m n p pr s st t tr v w',
    'a e i o u ai ea io ou',
    'n r s t l nd ng rt st',
    200_000,
  ),
  de: latin('b d f g h k l m n r s sch st t w z', 'a e i o u ä ö ü ei', 'n r s t ng cht lich ung', 60_000),
  tr: latin('b c ç d f g h k l m n p s ş t y', 'a e ı i o ö u ü', 'n r l k m ler lar dır', 60_000),
  ru: latin('б в г д ж з к л м н п р с т ф х ч ш', 'а е и о у ы я ю', 'н р ть ов ами ия ость', 60_000),
} as const;

export type Language = keyof typeof SPELLINGS | 'ko';

/** Hangul syllables of plain consonants and vowels, two to a word and more where the rank asks for it. */
const KOREAN_SYLLABLES = Array.from({ length: 200 }, (_unused, index) =>
  String.fromCodePoint(0xac00 + (index % 19) * 588 + Math.floor(index / 19) * 56),
);

export function vocabularySize(language: Language): number {
  return language === 'ko' ? 30_000 : SPELLINGS[language].size;
}

/** The word of a rank, from 0. */
export function word(rank: number, language: Language = 'en'): string {
  if (language === 'ko') return korean(rank);
  const { onsets, vowels, codas } = SPELLINGS[language];
  const syllables: string[] = [];
  let rest = rank;
  do {
    syllables.push(onsets[rest % onsets.length]!);
    rest = Math.floor(rest / onsets.length);
    syllables.push(vowels[rest % vowels.length]!);
    rest = Math.floor(rest / vowels.length);
  } while (rest > 0);
  return syllables.join('') + codas[rank % codas.length]!;
}

function korean(rank: number): string {
  const size = KOREAN_SYLLABLES.length;
  const syllables = [KOREAN_SYLLABLES[rank % size]!];
  let rest = Math.floor(rank / size);
  do {
    syllables.push(KOREAN_SYLLABLES[rest % size]!);
    rest = Math.floor(rest / size);
  } while (rest > 0);
  return syllables.join('');
}
