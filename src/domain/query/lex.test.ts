import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lexQuery } from './lex.ts';

const read = (query: string): string[] =>
  lexQuery(query).map(({ kind, start, end }) => `${kind} ${query.slice(start, end)}`);

describe('the tokens of a query', () => {
  it.each([
    ['forced labour', ['word forced', 'word labour']],
    [
      '"forced labour" „Zwang“ «x» 「강제」',
      ['phrase "forced labour"', 'phrase „Zwang“', 'phrase «x»', 'phrase 「강제」'],
    ],
    ['‘don’t go’ don’t', ['phrase ‘don’t go’', 'word don’t']],
    ['"never closed', ['phrase "never closed']],
    ['ab"cd"ef', ['word ab', 'phrase "cd"', 'word ef']],
    ['a AND b OR NOT c and', ['word a', 'and AND', 'word b', 'or OR', 'not NOT', 'word c', 'word and']],
    ['a NEAR/5 b NEAR c NEAR/x', ['word a', 'near NEAR/5', 'word b', 'near NEAR', 'word c', 'word NEAR/x']],
    [
      '-a -"b c" -(d) e-mail - x --y',
      [
        'not -',
        'word a',
        'not -',
        'phrase "b c"',
        'not -',
        'open (',
        'word d',
        'close )',
        'word e-mail',
        'word -',
        'word x',
        'word --y',
      ],
    ],
    ['(f(x) y)', ['open (', 'word f(x)', 'word y', 'close )']],
    [
      'title:war Tag:"a b"x in:',
      ['field title:', 'value war', 'field Tag:', 'value "a b"', 'word x', 'field in:'],
    ],
    ['title:(a OR b)', ['field title:', 'open (', 'word a', 'or OR', 'word b', 'close )']],
    ['-tag:x date:2023..2024', ['not -', 'field tag:', 'value x', 'field date:', 'value 2023..2024']],
    ['foo:bar https://x.org/a 10:30', ['word foo:bar', 'word https://x.org/a', 'word 10:30']],
    ['nucle* "a b"*', ['word nucle*', 'phrase "a b"*']],
    ['constructor:x __proto__ toString', ['word constructor:x', 'word __proto__', 'word toString']],
  ])('%s', (query, tokens) => {
    expect(read(query)).toEqual(tokens);
  });

  it('cover everything but spaces, in order', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 6 }),
      fc.constantFrom(
        '"',
        '“',
        '«',
        '‘',
        '’',
        '(',
        ')',
        '-',
        'AND',
        'OR',
        'NEAR/3',
        'tag:',
        'date:',
        '*',
        ' ',
        '\0',
        '\ud800',
        '😀',
        '　',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const query = pieces.join('');
        let at = 0;
        for (const { start, end } of lexQuery(query)) {
          expect(query.slice(at, start)).toMatch(/^\s*$/u);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(query.slice(at)).toMatch(/^\s*$/u);
      }),
      { numRuns: 2000 },
    );
  });
});
