import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LOCATOR_LABELS } from './citation.ts';
import { termReader } from './locators.ts';
import {
  findPandocCitations,
  type PandocCite,
  parsePandocCitation,
  printPandocCitation,
} from './pandocCitation.ts';

const page = (locator: string) => ({ label: 'page', locator });

describe('reading', () => {
  const cases: [string, object[] | null][] = [
    ['[@smith2023]', [{ key: 'smith2023' }]],
    ['[@smith2023, p. 12]', [{ key: 'smith2023', ...page('12') }]],
    [
      '[see @doe99, pp. 33-35 and passim; @smith04, ch. 1]',
      [
        { key: 'doe99', prefix: 'see', ...page('33-35'), suffix: ' and passim' },
        { key: 'smith04', label: 'chapter', locator: '1' },
      ],
    ],
    ['[-@smith]', [{ key: 'smith', suppressAuthor: true }]],
    ['[see -@smith, 4]', [{ key: 'smith', prefix: 'see', suppressAuthor: true, ...page('4') }]],
    ['@smith', [{ key: 'smith', authorInText: true }]],
    ['-@smith', [{ key: 'smith', suppressAuthor: true }]],
    ['@smith [p. 3]', [{ key: 'smith', authorInText: true, ...page('3') }]],
    [
      '@smith [p. 30; see also @doe99]',
      [
        { key: 'smith', authorInText: true, ...page('30') },
        { key: 'doe99', prefix: 'see also' },
      ],
    ],
    ['[@{key with spaces}]', [{ key: 'key with spaces' }]],
    [
      '[@{https://example.com/bib?name=foobar&date=2000}, p. 33]',
      [{ key: 'https://example.com/bib?name=foobar&date=2000', ...page('33') }],
    ],
    ['[@Foo_bar.baz.]', [{ key: 'Foo_bar.baz', suffix: '.' }]],
    ['[@Foo_bar--baz]', [{ key: 'Foo_bar', suffix: '--baz' }]],
    [
      '[@smith{ii, A, D-Z}, with a suffix]',
      [{ key: 'smith', ...page('ii, A, D-Z'), suffix: ', with a suffix' }],
    ],
    [
      '[@smith, {pp. iv, vi-xi, (xv)-(xvii)} with suffix here]',
      [{ key: 'smith', ...page('iv, vi-xi, (xv)-(xvii)'), suffix: ' with suffix here' }],
    ],
    ['[@smith{}, 99 years later]', [{ key: 'smith', suffix: ', 99 years later' }]],
    ['[@smith, pp. iv, vi-xi, (xv)-(xvii)]', [{ key: 'smith', ...page('iv, vi-xi, (xv)-(xvii)') }]],
    ['[@smith, at 03:15]', [{ key: 'smith', label: 'timestamp', locator: '03:15' }]],
    ['[@smith, at 12]', [{ key: 'smith', suffix: ', at 12' }]],
    ['[@smith, § 4(2)(a)]', [{ key: 'smith', label: 'section', locator: '4(2)(a)' }]],
    ['[@smith, §4]', [{ key: 'smith', label: 'section', locator: '4' }]],
    ['[@smith, s.v. "Forced labour"]', [{ key: 'smith', label: 'sub-verbo', locator: 'Forced labour' }]],
    ['[@smith, p.12n4.]', [{ key: 'smith', ...page('12n4'), suffix: '.' }]],
    ['[@smith, vol. 2, p. 5]', [{ key: 'smith', label: 'volume', locator: '2', suffix: ', p. 5' }]],
    ['[@smith, no. 7]', [{ key: 'smith', label: 'issue', locator: '7' }]],
    ['[@smith, notable in 3 places]', [{ key: 'smith', suffix: ', notable in 3 places' }]],
    ['[@smith, p. civil]', [{ key: 'smith', suffix: ', p. civil' }]],
    ['[see [sic] @smith]', [{ key: 'smith', prefix: 'see [sic]' }]],
    [String.raw`[mail a\@b; @smith]`, null],
    [String.raw`[mail \@b\; @smith]`, [{ key: 'smith', prefix: 'mail @b;' }]],
    ['[a@b.org]', null],
    ['[no key]', null],
    ['[@smith](https://example.org)', null],
    ['[@smith @doe]', null],
    ['[]', null],
    ['[@]', null],
    ['[@smith; ]', null],
  ];
  it.each(cases)('%s', (text, expected) => expect(parsePandocCitation(text)).toEqual(expected));

  it('takes the terms of other languages as well', () => {
    const german = termReader({ page: ['S.', 'Seite', 'Seiten'], note: ['Anm.'] });
    expect(parsePandocCitation('[@kim, S. 12]', german)).toEqual([{ key: 'kim', ...page('12') }]);
    expect(parsePandocCitation('[@kim, Anm. 3]', german)).toMatchObject([{ label: 'note' }]);
    expect(parsePandocCitation('[@kim, ch. 3]', german)).toMatchObject([{ label: 'chapter' }]);
  });
});

describe('finding', () => {
  const found = (text: string) => findPandocCitations(text).map(({ start, end }) => text.slice(start, end));

  it('finds citations among words, and nothing else', () => {
    expect(found('As @kim [p. 3] says, and others [@doe; @roe, 4], do.')).toEqual([
      '@kim [p. 3]',
      '[@doe; @roe, 4]',
    ]);
    expect(found('Write to a@b.org or see https://x.org/@name.')).toEqual([]);
    expect(found('Code `[@kim]` stays, \\[@kim] half.')).toEqual(['@kim']);
    expect(found('[a [@kim] b] and [@doe')).toEqual(['[@kim]', '@doe']);
    expect(found('@kim [@doe] @roe.')).toEqual(['@kim', '[@doe]', '@roe']);
    expect(found('[@kim\n\nnot closed]')).toEqual(['@kim']);
  });
});

const oneLine = (text: string): string => text.replaceAll(/\s+/gu, ' ');
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(...'aiv3 ,.;:-–()[]{}@\\"*`p§'.split('')), maxLength: 14 }),
  fc.constantFrom('see', ' and passim', ', emphasis added', 'p. 5', ', 99 years later', 'cf. @x', '; see'),
);
const key = fc
  .oneof(fc.stringMatching(/^[A-Za-z0-9_]{1,10}$/), words)
  .map((text) => oneLine(text.replaceAll(/[{}]/gu, '')).trim())
  .filter((text) => text !== '');
const place = fc.option(
  fc.record({
    label: fc.constantFrom(...LOCATOR_LABELS),
    locator: fc
      .oneof(fc.constantFrom('12', '12-14', 'iv–vi', '3:16', '03:15', '12, 14 & 18', 'A'), words)
      .map((text) => oneLine(text).trim())
      .filter((text) => text !== ''),
  }),
  { nil: {} },
);
const affixes = fc.tuple(words, words).map(([before, after]) => {
  const prefix = oneLine(before).trim();
  const suffix = oneLine(after).trimEnd();
  return { ...(prefix === '' ? {} : { prefix }), ...(suffix === '' ? {} : { suffix }) };
});
const cite = fc.tuple(key, place, affixes, fc.boolean()).map(([key, place, affix, suppress]): PandocCite => ({
  key,
  ...place,
  ...affix,
  ...(suppress ? { suppressAuthor: true } : {}),
}));
const citation = fc
  .tuple(cite, fc.array(cite, { maxLength: 2 }), fc.boolean())
  .map(([first, others, inText]): PandocCite[] => {
    if (!inText) return [first, ...others];
    const { prefix: _prefix, suppressAuthor: _suppress, ...named } = first;
    return [{ ...named, authorInText: true }, ...others];
  });

describe('printing', () => {
  it('gives what reads as the same', () => {
    fc.assert(
      fc.property(citation, (cites) => {
        const printed = printPandocCitation(cites);
        expect(parsePandocCitation(printed), printed).toEqual(cites);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives one citation in any text that it stands in', () => {
    fc.assert(
      fc.property(citation, (cites) => {
        const text = `Some words ${printPandocCitation(cites)}. More.`;
        expect(findPandocCitations(text).map((found) => found.cites)).toEqual([cites]);
      }),
    );
  });

  it('writes plainly what can be', () => {
    const plain = [
      '[@smith, p. 12]',
      '[see @doe99, pp. 33-35 and passim; @smith04, ch. 1]',
      '@smith [p. 3; see also @doe]',
      '[-@smith]',
      '@{key with spaces}',
      '[@smith{}, 99 years later]',
      '[@smith, {p. A}]',
    ];
    for (const text of plain) expect(printPandocCitation(parsePandocCitation(text)!)).toBe(text);
  });
});
