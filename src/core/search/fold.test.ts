import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openReadWrite } from '../db/connect.ts';
import { foldName, MAX_TERM_LENGTH, tokenize, walkTerms } from './fold.ts';

const terms = (text: string): string[] => tokenize(text).map(({ term }) => term);

describe('terms', () => {
  it.each([
    ['Turkish I in all its forms', 'İSTANBUL Istanbul ıstanbul istanbul', Array(4).fill('istanbul')],
    ['accents, composed or not', 'Erdoğan Erdog\u0306an ÉLITE', ['erdogan', 'erdogan', 'elite']],
    ['letters that do not decompose', 'Łódź Đinđić Straße Ærø', ['lodz', 'dindic', 'strasse', 'aero']],
    ['compatibility forms', 'ﬁne ＡＢＣ１２ x²', ['fine', 'abc12', 'x2']],
    ['Greek final sigma', 'ΟΔΟΣ οδός', ['οδοσ', 'οδοσ']],
    ['abbreviations with dots', 'U.S. US u.s., е.с. U.S.A', ['us', 'us', 'us', 'ес', 'usa']],
    ['initials apart', 'J. K. Rowling, Plan B.', ['j', 'k', 'rowling', 'plan', 'b']],
    ['a dot that ends a sentence', 'Vitamin A.Then B', ['vitamin', 'a', 'then', 'b']],
    [
      'thousands',
      '3,000 3000 3 000 1.234.567 12,5 3,0000',
      ['3000', '3000', '3', '000', '1234567', '12', '5', '3', '0000'],
    ],
    ['thousands with a unit', '3,000억 1’200km 2023,100', ['3000', '억', '1200km', '2023', '100']],
    ['Russian by its stems', 'Санкции санкциями САНКЦИЙ санкци\u0301й', Array(4).fill('санкц')],
    ['й and ё as they are typed', 'китаец ёлка елка Йемен', ['китаец', 'елк', 'елк', 'ием']],
    ['other Cyrillic letters without stems', 'війна України', ['віина', 'украіни']],
    ['soft hyphens', 'com\u00ADpen\u00ADsation', ['compensation']],
    ['apostrophes and hyphens part words', 'China’s e-mail', ['china', 's', 'e', 'mail']],
    ['Arabic without vowel signs and tatweel', 'مُحَمَّد مـحـمد', ['محمد', 'محمد']],
    ['Indic vowels stay', 'हिन्दी', ['हिन्दी']],
    ['Korean as pairs and the last syllable', '법원은 AI기술', ['법원', '원은', '은', 'ai', '기술', '술']],
    ['one character alone', '法', ['法']],
    ['half-width kana', 'ﾊﾟﾅﾏ', ['パナ', 'ナマ', 'マ']],
    ['digits beside ideographs', '2023年5月', ['2023', '年', '5', '月']],
    ['nothing in signs, NUL and lone surrogates', '… \0 \ud800 \udc00 😀 "*" --', []],
  ])('%s', (_name, text, expected) => {
    expect(terms(text)).toEqual(expected);
  });

  it('fold decomposed Korean as composed', () => {
    expect(terms('강제노동'.normalize('NFD'))).toEqual(terms('강제노동'));
  });

  it('are cut at a length', () => {
    expect(terms('𝒳'.repeat(200))[0]!.length).toBe(MAX_TERM_LENGTH);
    expect(terms('ab'.repeat(200))[0]!.length).toBe(MAX_TERM_LENGTH);
  });

  it('name the exact range of the text', () => {
    const text = 'Say: “ﬁnal Erdoğan’s 법원은”';
    expect(tokenize(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'Say',
      'ﬁnal',
      'Erdoğan',
      's',
      '법원',
      '원은',
      '은',
    ]);
  });

  it('are what SQLite indexes, whatever the text', () => {
    const db = openReadWrite(':memory:', { create: true });
    db.exec(
      "CREATE VIRTUAL TABLE f USING fts5(t, tokenize = 'ascii'); CREATE VIRTUAL TABLE v USING fts5vocab(f, instance)",
    );
    const indexed = (text: string): unknown[] => {
      db.exec('DELETE FROM f');
      db.prepare('INSERT INTO f VALUES (?)').run(terms(text).join(' '));
      return db.prepare('SELECT term FROM v ORDER BY offset').pluck().all();
    };
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(indexed(text)).toEqual(terms(text));
      }),
      { numRuns: 500 },
    );
  });

  it('of signs that stand for several letters are those letters', () => {
    expect(tokenize('㈜삼성 𠀀㈀').map(({ term }) => term)).toEqual(['주삼', '삼성', '성', '𠀀ᄀ', 'ᄀ']);
  });

  it('lie in order inside the text and fold to themselves', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        let before = 0;
        for (const { term, start, end } of tokenize(text)) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(term).not.toMatch(/[\s"*\0]/);
          before = start;
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a part of a text', () => {
  const pieces = [
    'word',
    'U.S.',
    '3,000',
    '12',
    'Ärger',
    'санкции',
    '한국어',
    '日本',
    'e\u0301',
    '\u00AD',
    '—',
    '’',
    ' ',
    '.',
    'x'.repeat(70),
  ];

  it('has the terms that it would have alone', () => {
    const parts = fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'binary' })))
      .map((of) => of.join(''));
    fc.assert(
      fc.property(parts, parts, parts, (before, part, behind) => {
        const found: { term: string; start: number; end: number }[] = [];
        const text = before + part + behind;
        walkTerms(text, before.length, before.length + part.length, {
          plain: (of, start, cut, end) =>
            void found.push({ term: of.slice(start, cut).toLowerCase(), start, end }),
          term: (term, start, end) => void found.push({ term, start, end }),
        });
        const alone = tokenize(part).map(({ term, start, end }) => ({
          term,
          start: before.length + start,
          end: before.length + end,
        }));
        expect(found).toEqual(alone);
      }),
      { numRuns: 500 },
    );
  });
});

describe('names', () => {
  it.each([
    ['El País', 'el pais'],
    ['  The New-York   Times ', 'the new york times'],
    ['한겨레 신문', '한겨레 신문'],
    ['朝日新聞', '朝日新聞'],
    ['İş Bankası', 'is bankasi'],
    ['Российская газета', 'россииская газета'],
    ['…', ''],
  ])('%s', (name, folded) => {
    expect(foldName(name)).toBe(folded);
    expect(foldName(folded)).toBe(folded);
  });
});
