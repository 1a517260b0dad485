import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openReadWrite } from '../db/connect.ts';
import { MAX_TERM_LENGTH, tokenize } from './fold.ts';

const terms = (text: string): string[] => tokenize(text).map(({ term }) => term);

describe('terms', () => {
  it.each([
    ['Turkish I in all its forms', 'İSTANBUL Istanbul ıstanbul istanbul', Array(4).fill('istanbul')],
    ['accents, composed or not', 'Erdoğan Erdog\u0306an ÉLITE', ['erdogan', 'erdogan', 'elite']],
    ['letters that do not decompose', 'Łódź Đinđić Straße Ærø', ['lodz', 'dindic', 'strasse', 'aero']],
    ['compatibility forms', 'ﬁne ＡＢＣ１２ x²', ['fine', 'abc12', 'x2']],
    ['Greek final sigma', 'ΟΔΟΣ οδός', ['οδοσ', 'οδοσ']],
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
