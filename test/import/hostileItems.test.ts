/** Files of many items that are damaged or made to do harm: each costs itself, or a part of itself, alone. */
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ReadItem } from '#core/import/read/item.ts';
import { readItems } from '#core/import/read/readItems.ts';
import { fileInMemory } from '#core/import/read/sourceFile.ts';
import { damaged } from './damage.ts';
import { itemsCases } from './items.ts';

const ENDINGS = ['csv', 'tsv', 'json', 'jsonl', 'bib', 'ris', 'xml', 'rss', 'zip'];

async function items(ending: string, bytes: Uint8Array): Promise<ReadItem[]> {
  const found: ReadItem[] = [];
  for await (const item of readItems(fileInMemory(`source.${ending}`, bytes))) found.push(item);
  return found;
}

/** What only a defect of ours would say: all that is wrong with a file is told in words for people. */
const DEFECT = /\b\w*Error\b|undefined|is not a function|\[object/u;

async function defects(ending: string, bytes: Uint8Array): Promise<string[]> {
  const found = await items(ending, bytes);
  return found.flatMap((item) =>
    item.kind === 'refused' && DEFECT.test(item.message) ? [item.message] : [],
  );
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

describe('damaged files of many items', () => {
  it.each(itemsCases())('$name', { timeout: 120_000 }, async ({ source }) => {
    const bytes = new Uint8Array(readFileSync(source));
    await fc.assert(
      fc.asyncProperty(damaged(bytes), async (broken) => {
        expect(await defects(extname(source).slice(1), broken)).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});

describe('any bytes', () => {
  it.each(ENDINGS)('as .%s', { timeout: 120_000 }, async (ending) => {
    const signs = fc
      .array(
        fc.constantFrom(
          '{',
          '}',
          '[',
          ']',
          '"',
          ',',
          ';',
          '\n',
          ':',
          '@a{',
          '=',
          '\\',
          '<item>',
          '</item>',
          '<',
          '&a;',
          'TY  - JOUR\n',
          'ER  - \n',
          'title',
          '한',
          '\u202E',
          '\u0000',
          '$',
        ),
        { maxLength: 60 },
      )
      .map((parts) => text(parts.join('')));
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 400 }), signs), async (bytes) => {
        expect(await defects(ending, bytes)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('files made to do harm', () => {
  const bomb = `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(1000)}">${Array.from({ length: 9 }, (_, index) => `<!ENTITY ${'bcdefghij'[index]!} "${`&${'abcdefghi'[index]!};`.repeat(10)}">`).join('')}]>`;

  it.each<[string, string, string, RegExp]>([
    [
      'entities that expand to gigabytes in a feed',
      'rss',
      `<?xml version="1.0"?>${bomb}<rss version="2.0"><channel><title>&j;</title><item><title>One</title><description>&j; words</description></item></channel></rss>`,
      /^article$/u,
    ],
    [
      'entities that expand to gigabytes in references',
      'xml',
      `<?xml version="1.0"?>${bomb}<xml><records><record><ref-type name="Book">6</ref-type><titles><title>&j;</title></titles></record></records></xml>`,
      /^reference$/u,
    ],
    [
      'macros that expand to gigabytes',
      'bib',
      String.raw`@book{a, title={\def\a{xxxxxxxxxx}\def\b{\a\a\a\a\a\a\a\a}\def\c{\b\b\b\b\b\b\b\b}\def\d{\c\c\c\c\c\c\c\c}\d\d\d\d Title}, author={\def\x{\x\x}\x}}`,
      /^reference$/u,
    ],
    [
      'a crossref in a ring',
      'bib',
      '@book{a, crossref={b}, title={A}} @book{b, crossref={a}, title={B}}',
      /^reference reference$/u,
    ],
    ['nothing but signs of entries', 'bib', '@'.repeat(300_000), /^refused$/u],
    ['entries in entries', 'bib', '@a{'.repeat(50_000), /^refused$/u],
    [
      'deep braces',
      'bib',
      `@book{a, title={\\x ${'{'.repeat(20_000)}deep${'}'.repeat(20_000)}}}`,
      /^reference$/u,
    ],
    [
      'elements inside each other',
      'rss',
      `<rss><channel><item><title>One</title><description>${'&lt;div&gt;'.repeat(100_000)}</description></item></channel></rss>`,
      /./u,
    ],
    ['items that do not end', 'rss', `<rss><channel>${'<item>'.repeat(2000)}</channel></rss>`, /./u],
    ['brackets inside each other', 'json', '['.repeat(500_000), /./u],
    ['objects inside each other', 'jsonl', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`, /./u],
  ])('%s', { timeout: 60_000 }, async (_what, ending, content, expected) => {
    const found = await items(ending, text(content));
    expect(found.map(({ kind }) => kind).join(' ')).toMatch(expected);
    for (const item of found)
      expect(JSON.stringify({ ...item, original: null }).length).toBeLessThan(100_000);
  });

  it('ten thousand columns, twice the same names, and rows of any length', { timeout: 60_000 }, async () => {
    const names = ['title', 'text', 'title', ...Array.from({ length: 10_000 }, (_, index) => `c${index}`)];
    const body = 'The words of the article that are long enough to be told as its text by anyone.';
    const rows = [names.join(','), `One,${body},Other`, '', ',,,', `Two,${body},${'x,'.repeat(12_000)}`];
    expect(await items('csv', text(rows.join('\n')))).toMatchObject([
      { kind: 'article', metadata: { csl: { title: 'One' } } },
      { kind: 'article', metadata: { csl: { title: 'Two' } } },
    ]);
  });

  it('names that every object has', async () => {
    const row = JSON.parse(
      '{"__proto__":{"title":"x"},"constructor":"y","title":"One","text":"The words of the article, which are long enough to be told as its text."}',
    ) as object;
    const lines = `${JSON.stringify(row)}\n`;
    expect(await items('jsonl', text(lines))).toMatchObject([{ metadata: { csl: { title: 'One' } } }]);
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    expect(({} as { title?: string }).title).toBeUndefined();
  });

  it('a line of two hundred megabytes, which costs itself alone', { timeout: 120_000 }, async () => {
    const row = (title: string): string =>
      `${JSON.stringify({ title, text: 'The words of the article, which are long enough to be told as its text.' })}\n`;
    const file = {
      ...fileInMemory('dump.jsonl', new Uint8Array(0)),
      size: 200_000_000,
      async *stream() {
        yield await Promise.resolve(text(row('One') + row('Two')));
        const part = new Uint8Array(1_000_000).fill(120);
        for (let sent = 0; sent < 200; sent += 1) yield part;
        yield text(`\n${row('Three')}`);
      },
    };
    const found: ReadItem[] = [];
    for await (const item of readItems(file)) found.push(item);
    expect(found).toMatchObject([
      { kind: 'article' },
      { kind: 'article' },
      { kind: 'refused', name: 'dump.jsonl, row 3' },
      { kind: 'article', metadata: { csl: { title: 'Three' } } },
    ]);
  });
});
