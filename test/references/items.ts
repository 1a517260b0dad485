/** Metadata of every kind, as an import or an analyst leaves them: what formats are to carry unchanged. */
import * as fc from 'fast-check';
import {
  CSL_DATE_FIELDS,
  CSL_NAMES_FIELDS,
  CSL_TEXT_FIELDS,
  CSL_TYPES,
  type CslDate,
  type CslField,
  type CslItem,
  type CslName,
  isDateField,
  isNamesField,
} from '#domain/csl.ts';

/** Fields that say nothing of the source, or that become tags. */
const APART: ReadonlySet<CslField> = new Set(['type', 'title', 'citation-key', 'keyword']);
export const FIELDS: readonly Exclude<CslField, 'type' | 'title'>[] = [
  ...CSL_NAMES_FIELDS,
  ...CSL_DATE_FIELDS,
  ...CSL_TEXT_FIELDS,
].filter((field) => !APART.has(field)) as never;

const LETTERS = Array.from(
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789äéßçğışİøłñœžвЖщїΩλأبשל김철수日本語ไท😀',
);
const SIGNS = Array.from('{}\\%&_#~^$"\'`@=<>,;:!?()[]|/*+-–—“”’«»');
const word = (signs: readonly string[]): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...LETTERS, ...LETTERS, ...signs), minLength: 1, maxLength: 8 });

/** What the importer takes for mark-up of other programs is no text: tags of HTML, entities. */
const isPlain = (text: string): boolean =>
  !/<\/?[a-z]|&(?:[a-z]+|#\w+);/iu.test(text) && text.normalize('NFC') === text && /[\p{L}\p{N}]/u.test(text);

const words = (signs: readonly string[] = SIGNS): fc.Arbitrary<string> =>
  fc
    .array(word(signs), { minLength: 1, maxLength: 6 })
    .map((parts) => parts.join(' '))
    .filter(isPlain);
const paragraphs = fc.array(words(), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n'));
/** No line of these is taken for a field, as `DOI: 10.1/x` is in what Zotero writes. */
const note = paragraphs.filter((text) => !/^[a-z][a-z_-]+:\s/imu.test(text));

const part = words(['-', "'", '’', '.', '&', '{', '}', '\\', '%', '_', '~']);
const capital = part.map((text) => `N${text}`);
const particle = fc.constantFrom('van', 'van den', 'de la', 'von', 'dos');
const plainRecord = <T>(members: { [K in keyof T]: fc.Arbitrary<T[K]> }): fc.Arbitrary<T> =>
  fc.record(members, { noNullPrototype: true }) as fc.Arbitrary<T>;
const name: fc.Arbitrary<CslName> = fc.oneof(
  plainRecord({ family: capital, given: part }),
  plainRecord({ family: capital, given: part, suffix: fc.constantFrom('Jr.', 'III', 'Ph.D.') }),
  plainRecord({ family: capital, given: part, 'non-dropping-particle': particle }),
  plainRecord({
    family: fc.constantFrom('김', '남궁', '習', '安倍', 'やまだ', 'Петров', 'Παππάς', 'كنفاني'),
    given: fc.constantFrom('철수', '近平', '晋三', 'Иван', 'Άννα', 'غسان'),
  }),
  plainRecord({
    literal: fc.oneof(
      words(),
      fc.constantFrom('Smith, Jones and Co.', 'World Bank', '外務省', 'BBC', 'de facto'),
    ),
  }),
);

const year = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 1000, max: 2100 }) },
  fc.integer({ min: 1, max: 999 }),
  fc.integer({ min: -2000, max: -1 }),
);
const parts = fc.oneof(
  fc.tuple(year),
  fc.tuple(year, fc.integer({ min: 1, max: 12 })),
  fc.tuple(year, fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })),
);
const circa = fc.constantFrom({}, {}, { circa: true });
const date: fc.Arbitrary<CslDate> = fc.oneof(
  fc.tuple(parts, circa).map(([one, about]) => ({ 'date-parts': [one], ...about })),
  fc.tuple(parts, parts, circa).map(([from, to, about]) => ({ 'date-parts': [from, to], ...about })),
  fc.tuple(year, fc.integer({ min: 1, max: 4 }), circa).map(([one, season, about]) => ({
    'date-parts': [[one]],
    season,
    ...about,
  })),
);

const TEXTS: Partial<Record<CslField, fc.Arbitrary<string>>> = {
  abstract: paragraphs,
  note,
  annote: note,
  DOI: fc.constantFrom('10.1000/182', '10.1002/(SICI)1097-4571(1999)50:1<1::AID>3.0.CO;2-#', '10.1093/a_b'),
  ISBN: fc.constantFrom('978-0-306-40615-7', '9780306406157', '0-306-40615-2'),
  ISSN: fc.constantFrom('1234-5678', '2049-363X'),
  PMID: fc.integer({ min: 1, max: 40_000_000 }).map(String),
  PMCID: fc.integer({ min: 1, max: 9_000_000 }).map((number) => `PMC${number}`),
  URL: fc.constantFrom(
    'https://example.org/',
    'https://example.org/a_b/%7Bc%7D?x=1&y=%20z#frag',
    'http://пример.example/ä'.replace('пример', 'xn--e1afmkfd').replace('ä', '%C3%A4'),
    'https://example.org/~user/$1',
  ),
  language: fc.constantFrom(
    'en',
    'en-US',
    'en-GB',
    'de',
    'fr-CH',
    'ko',
    'tr',
    'zh-Hant-TW',
    'kk',
    'pt-BR',
    'ja',
  ),
  page: fc.constantFrom('12', '12–14', '12-14', 'iv–x', '1–3, 7', 'A4–A6', 'e1024'),
};

/** A value for a field. */
export function valueOf(field: CslField): fc.Arbitrary<unknown> {
  if (isNamesField(field)) return fc.array(name, { minLength: 1, maxLength: 3 });
  if (isDateField(field)) return date;
  return TEXTS[field] ?? words();
}

export const title = words();
export const tags = fc.uniqueArray(words(SIGNS.filter((sign) => !',;'.includes(sign))), { maxLength: 3 });

/** An item of any type with some of the fields. */
export function item(fields: readonly CslField[] = FIELDS): fc.Arbitrary<CslItem> {
  return fc
    .tuple(
      fc.constantFrom(...CSL_TYPES),
      title,
      fc.uniqueArray(fc.constantFrom(...fields), { maxLength: 12 }),
    )
    .chain(([type, own, chosen]) =>
      fc.tuple(...chosen.map((field) => valueOf(field))).map((values) => ({
        type,
        title: own,
        ...Object.fromEntries(chosen.map((field, at) => [field, values[at]])),
      })),
    );
}
