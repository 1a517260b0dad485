import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openReadWrite } from '../db/connect.ts';
import { asTyped, itemExpression, parseQuery, wordsExpression } from './query.ts';

const expressions = (query: string): string[] => parseQuery(query).map(itemExpression);

const growing = (query: string): string[] | null =>
  asTyped(query, parseQuery(query))?.map(itemExpression) ?? null;

describe('a query', () => {
  it.each([
    ['forced labor compensation', ['"forced"', '"labor"', '"compensation"']],
    ['"forced labor" 1965', ['"forced labor"', '"1965"']],
    ['“forced labor”', ['"forced labor"']],
    ['"not closed yet', ['"not closed yet"']],
    ['labor LABOR Lábor', ['"labor"']],
    ['e-mail don’t 1,000', ['"e mail"', '"don t"', '"1000"']],
    ['trade,aid;debt', ['"trade"', '"aid"', '"debt"']],
    ['AND OR NOT NEAR(a b)', ['"and"', '"or"', '"not"', '"near a"', '"b"']],
    ['title:x ^a -b c* {d} +e', ['"title x"', '"a"', '"b"', '"c"', '"d"', '"e"']],
    ['강제노동', ['"강제 제노 노동"']],
    ['강제 노동', ['"강제"', '"노동"']],
    ['"강제 노동"', ['"강제 제 노동"']],
    ['法', ['"法" *']],
    ['AI법', ['"ai 법" *']],
    ['', []],
    ['"" … * -', []],
  ])('%s', (query, expected) => {
    expect(expressions(query)).toEqual(expected);
  });

  it('lets its last word be a beginning while it may still grow', () => {
    expect(growing('forced comp')).toEqual(['"forced"', '"comp" *']);
    expect(growing('"forced lab')).toEqual(['"forced lab" *']);
    expect(growing('forced comp ')).toBeNull();
    expect(growing('"forced lab"')).toBeNull();
    expect(growing('c')).toBeNull();
    expect(growing('강제')).toBeNull();
    expect(growing('')).toBeNull();
  });

  it('is an expression that FTS5 takes, whatever was typed', () => {
    const db = openReadWrite(':memory:', { create: true });
    db.exec(
      "CREATE VIRTUAL TABLE f USING fts5(t, tokenize = 'ascii'); CREATE VIRTUAL TABLE w USING fts5(t, detail = none, tokenize = 'ascii')",
    );
    const f = db.prepare('SELECT rowid FROM f WHERE f MATCH ?');
    const w = db.prepare('SELECT rowid FROM w WHERE w MATCH ?');
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(
          fc.constantFrom(
            '"',
            '*',
            'AND',
            'NOT',
            '(',
            ')',
            'a',
            'b\0',
            '-',
            ':',
            '^',
            ' ',
            '\ud800',
            '😀',
            '법',
            '法律',
            'NEAR(',
            "'",
            ';',
          ),
        )
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, (query) => {
        const items = parseQuery(query);
        if (items.length === 0) return;
        for (const variant of [items, asTyped(query, items) ?? items]) {
          expect(f.all(variant.map(itemExpression).join(' AND '))).toEqual([]);
          expect(w.all(wordsExpression(variant))).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
    const long = parseQuery(
      Array.from({ length: 1000 }, (_unused, index) =>
        String.fromCodePoint(0x61 + (index % 26), 0x61 + (Math.floor(index / 26) % 26)),
      )
        .join(' ')
        .slice(0, 2000),
    );
    expect(f.all(long.map(itemExpression).join(' AND '))).toEqual([]);
  });
});
