import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArticleFilter, QueryNode } from './ast.ts';
import { asTyped, parseQuery } from './parse.ts';
import { print } from './print.test-helper.ts';
import { wordsOf } from './words.ts';

const read = (query: string): string | null => {
  const { root } = parseQuery(query);
  return root === null ? null : print(root);
};

const filters = (query: string): ArticleFilter[] => {
  const found = (node: QueryNode): ArticleFilter[] =>
    node.kind === 'filter'
      ? [node.filter]
      : 'of' in node && Array.isArray(node.of)
        ? node.of.flatMap(found)
        : [];
  const { root, problem } = parseQuery(query);
  expect(problem).toBeNull();
  return root === null ? [] : found(root);
};

describe('words', () => {
  it.each([
    ['forced labor compensation', 'forced labor compensation'],
    ['“forced labor” 1965', '"forced labor" 1965'],
    ['labor LABOR Lábor', 'labor'],
    ['e-mail don’t 3,000 C++ U.S.', '"e mail" "don t" 3000 c us'],
    ['trade,aid;debt', 'trade aid debt'],
    ['^a c+ {d} +e', 'a c d e'],
    ['and or not near', 'and or not near'],
    ['강제노동', '"강제 제노 노동"'],
    ['강제 노동', '강제 노동'],
    ['"강제 노동"', '"강제 제 노동"'],
    ['法', '法*'],
    ['AI법', '"ai 법"*'],
    ['санкциями', 'санкц'],
    ['10:30 https://example.org/a', '"10 30" https "example org" a'],
  ])('%s', (query, expected) => {
    expect(read(query)).toBe(expected);
    expect(parseQuery(query).problem).toBeNull();
  });

  it('that are plain are words joined by AND', () => {
    const word = fc.stringMatching(/^[a-zа-я가-힣法0-9]{1,8}$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), (words) => {
        expect(read(words.join(' '))).toBe(read(words.join(' AND ')));
      }),
    );
  });
});

describe('operators', () => {
  it.each([
    ['a AND b', 'a b'],
    ['a OR b c', 'a OR b c'],
    ['(a OR b) c', '(a OR b) c'],
    ['a OR (b OR c)', 'a OR b OR c'],
    ['a -b NOT c -"d e"', 'a -b -c -"d e"'],
    ['a -(b OR c)', 'a -(b OR c)'],
    ['NOT NOT a', 'a'],
    ['a NEAR/5 b', 'a NEAR/5 b'],
    ['a NEAR "b c" NEAR d', 'a NEAR/10 "b c" NEAR/10 d'],
    ['a NEAR/3 b NEAR/5 c', 'a NEAR/3 b b NEAR/5 c'],
    ['a near/3 b Near/5 c', 'a NEAR/3 b b NEAR/5 c'],
    ['a NEAR/20000 b', 'a NEAR/999 b'],
    ['a NEAR/3 b c OR d', 'a NEAR/3 b c OR d'],
    ['nucle* "nuclear wea*"', 'nucle* "nuclear wea"*'],
    ['강제*', '강제'],
    ['(((a)))', 'a'],
    ['f(x)', '"f x"'],
  ])('%s', (query, expected) => {
    expect(read(query)).toBe(expected);
    expect(parseQuery(query).problem).toBeNull();
  });
});

describe('fields', () => {
  it.each([
    ['title:war', 'title:war'],
    ['TITLE:"cold war" author:kim*', 'title:"cold war" author:kim*'],
    ['title:(war OR peace) x', '(title:war OR title:peace) x'],
    ['-title:war', '-title:war'],
  ])('%s', (query, expected) => {
    expect(read(query)).toBe(expected);
  });

  it.each<[string, ArticleFilter[]]>([
    ['publisher:"El País"', [{ field: 'publisher', value: 'el pais' }]],
    [
      'tag:Trade in:"South Korea"',
      [
        { field: 'tag', value: 'trade' },
        { field: 'collection', value: 'south korea' },
      ],
    ],
    ['lang:KO', [{ field: 'language', value: 'ko' }]],
    ['lang:Korean', [{ field: 'language', value: 'ko' }]],
    ['lang:Türkçe', [{ field: 'language', value: 'tr' }]],
    ['language:pt_BR', [{ field: 'language', value: 'pt-br' }]],
    [
      'lang:(ko ja)',
      [
        { field: 'language', value: 'ko' },
        { field: 'language', value: 'ja' },
      ],
    ],
    ['type:article-newspaper', [{ field: 'type', value: 'article-newspaper' }]],
    ['type:"web page"', [{ field: 'type', value: 'webpage' }]],
    ['type:newspaper', [{ field: 'type', value: 'article-newspaper' }]],
    [
      'cited:yes cited:no',
      [
        { field: 'cited', value: true },
        { field: 'cited', value: false },
      ],
    ],
    [
      'is:starred is:unread',
      [
        { field: 'starred', value: true },
        { field: 'read', value: false },
      ],
    ],
    [
      'is:read is:trash',
      [
        { field: 'read', value: true },
        { field: 'trash', value: true },
      ],
    ],
    ['grade:b2', [{ field: 'grade', reliability: ['B', 'B'], credibility: [2, 2] }]],
    ['grade:A..C', [{ field: 'grade', reliability: ['A', 'C'] }]],
    ['grade:3..1', [{ field: 'grade', credibility: [1, 3] }]],
    ['grade:A1..C3', [{ field: 'grade', reliability: ['A', 'C'], credibility: [1, 3] }]],
    ['date:2023', [{ field: 'date', from: '2023', to: '2023' }]],
    ['date:2023-5', [{ field: 'date', from: '2023-05', to: '2023-05' }]],
    ['date:2023..2024-03', [{ field: 'date', from: '2023', to: '2024-03' }]],
    ['date:..2024-02-29', [{ field: 'date', from: null, to: '2024-02-29' }]],
    ['date:2023..', [{ field: 'date', from: '2023', to: null }]],
    ['date:2024..2023', [{ field: 'date', from: '2023', to: '2024' }]],
    ['date:2024-03-05..2024', [{ field: 'date', from: '2024-03-05', to: '2024' }]],
    ['date:2024-03-05..2024-03', [{ field: 'date', from: '2024-03-05', to: '2024-03' }]],
    ['date:2024-03-05..2024-02', [{ field: 'date', from: '2024-02', to: '2024-03-05' }]],
  ])('%s', (query, expected) => {
    expect(filters(query)).toEqual(expected);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['cables "', 'cables', 'The quotation mark at the end has nothing behind it; it was left out.'],
    [
      '"not closed yet',
      '"not closed yet"',
      'The quotation mark before “not closed yet” is not closed; all that follows it was taken as one phrase.',
    ],
    [
      'a (b OR c',
      'a (b OR c)',
      'The bracket after “a” is not closed; it was taken to close at the end of the search.',
    ],
    ['a) b', 'a b', 'The closing bracket after “a” has no opening one; it was left out.'],
    ['a () b', 'a b', 'The brackets after “a” hold nothing; they were left out.'],
    ['a AND', 'a', 'AND after “a” has nothing behind it; it was left out.'],
    ['OR a', 'a', 'OR before “a” has nothing before it to join; it was left out.'],
    ['a AND AND b', 'a b', 'AND after “AND” has nothing before it to join; it was left out.'],
    ['AND', 'and', 'There are no words for “AND” to join; it was searched as plain words.'],
    [
      '(a OR b) NEAR/3 c',
      '(a OR b) c',
      'NEAR/3 after “)” can only stand between words or phrases; AND was used instead.',
    ],
    [
      'foo:bar x',
      '"foo bar" x',
      'There is no field foo: (there are title, author, publisher, tag, in, date, lang, type, grade, cited, is), so “foo:bar” was searched as words.',
    ],
    [
      'date:2023-13 x',
      '"date 2023 13" x',
      'date: needs a date, as in date:2023, date:2023-05 or date:2023..2024-03; “date:2023-13” was searched as words.',
    ],
    ['tag: x', 'x', 'tag: has nothing behind it; write its value without a space. It was left out.'],
    ['tag:', null, 'tag: has nothing behind it; write its value without a space. It was left out.'],
    ['… "" *', null, 'There is no word to search for in “… "" *”.'],
  ])('%s', (query, expected, problem) => {
    expect(parseQuery(query).problem).toBe(problem);
    expect(read(query)).toBe(expected);
  });

  it('is told of, and never throws', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        '"',
        '“',
        '(',
        ')',
        '-',
        ' AND ',
        ' OR ',
        ' NOT ',
        ' NEAR/3 ',
        'tag:',
        'date:2023..',
        'is:',
        '*',
        ' ',
        'foo:bar',
        'b\0',
        '\ud800',
        '😀',
        '법률',
        'x',
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const query = pieces.join('');
        const { root, problem } = parseQuery(query);
        asTyped(query);
        expect(root !== null || problem !== null || query.trim() === '').toBe(true);
        expect(root === null ? null : parseQuery(print(root)).problem).toBeNull();
      }),
      { numRuns: 3000 },
    );
  });

  it('is no trouble at length', () => {
    for (const piece of ['(', '-(', 'NOT ', 'a NEAR b ', ')', '"', 'tag:(', 'a OR (', 'a '])
      expect(() => parseQuery(piece.repeat(2000 / piece.length))).not.toThrow();
  });
});

describe('printing', () => {
  const word = fc
    .stringMatching(/^[a-z]{2,6}$/)
    .map((term): QueryNode => ({ kind: 'words', terms: [term], prefix: false }));
  const phrase = fc
    .tuple(fc.array(fc.stringMatching(/^[a-z]{2,6}$/), { minLength: 2, maxLength: 3 }), fc.boolean())
    .map(([terms, prefix]): QueryNode => ({ kind: 'words', terms, prefix }));
  const filter = fc.constantFrom<ArticleFilter>(
    { field: 'language', value: 'ko' },
    { field: 'type', value: 'report' },
    { field: 'date', from: '2023', to: null },
    { field: 'grade', reliability: ['A', 'C'] },
    { field: 'publisher', value: 'el pais' },
    { field: 'read', value: false },
  );
  const { node } = fc.letrec<{ node: QueryNode }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      word,
      phrase,
      filter.map((of): QueryNode => ({ kind: 'filter', filter: of })),
      fc.tuple(tie('node'), tie('node')).map(([a, b]): QueryNode => ({ kind: 'all', of: [a, b] })),
      fc.tuple(tie('node'), tie('node')).map(([a, b]): QueryNode => ({ kind: 'any', of: [a, b] })),
      tie('node').map((of): QueryNode => ({ kind: 'not', of })),
      fc.tuple(word, phrase).map((of): QueryNode => ({ kind: 'near', of: of as never, distance: 7 })),
    ),
  }));

  it('and reading again agree', () => {
    fc.assert(
      fc.property(node, (tree) => {
        const once = parseQuery(print(tree));
        expect(once.problem).toBeNull();
        expect(parseQuery(print(once.root!)).root).toEqual(once.root);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('as it is typed', () => {
  const typed = (query: string): string | null => {
    const root = asTyped(query);
    return root === null ? null : print(root);
  };

  it.each([
    ['forced comp', 'forced comp*'],
    ['"forced lab', '"forced lab"*'],
    ['title:wa', 'title:wa*'],
    ['a OR (bb cc', 'a OR bb cc*'],
    // One letter says nothing yet.
    ['forced c', 'forced'],
    ['"forced lab c', '"forced lab"'],
    ['forced OR c', 'forced'],
    ['forced comp ', null],
    ['"forced lab"', null],
    ['forced -comp', null],
    ['tag:comp', null],
    ['c', null],
    ['강제', null],
    ['', null],
  ])('%s', (query, expected) => {
    expect(typed(query)).toBe(expected);
  });
});

it('takes text without any mark as words', () => {
  expect(wordsOf('AND (b) tag:c "d e"').map(({ terms }) => terms)).toEqual([
    ['and'],
    ['b'],
    ['tag', 'c'],
    ['d'],
    ['e'],
  ]);
});
