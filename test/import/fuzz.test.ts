/**
 * Whatever the bytes: import either refuses a file with a DossierError, or brings an article whose ranges fit its
 * text. What is drawn is made of the pieces that the readers look for, so that it reaches them.
 */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DossierError } from '#contract/errors.ts';
import type { ArticleContent, ArticleMetadata } from '#domain/article.ts';
import { readArticle } from '#core/import/read/article.ts';

const LONG =
  'The government in Seoul announced a new plan on Monday that would compensate the victims of forced labour through a public foundation, officials said.';

const word = fc.oneof(
  fc.constantFrom(
    'By Jane Doe',
    'May 9, 2023',
    '2023년 5월 9일',
    '김민수 기자',
    '[1]',
    '[2] Source.',
    'Ibid.',
    '1. One',
    '•',
    '|',
    '¹',
    'Notes',
    'Photo: A B',
    '© 2023',
    'https://a.example/b?c=d#e',
    '日本語の文。',
    '\u202Eevil',
    'a\u200Db',
    '\uFEFF',
    '“Quoted”',
    'Q: Why?',
    'SEOUL, 3 May (Agency) —',
    '###',
    '13',
    '\u00A0',
    '\t',
    '…',
    '&#xD800;',
    '&amp;',
    LONG,
  ),
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const gap = fc.constantFrom(' ', '\n', '\n\n', '\r\n', '\u2028', '', '  \n');
const plain = fc
  .array(fc.tuple(word, gap), { maxLength: 40 })
  .map((parts) => parts.map((part) => part.join('')).join(''));

const tag = fc.constantFrom(
  '<p>',
  '</p>',
  '<div>',
  '</div>',
  '<b>',
  '</b>',
  '<i>',
  '<ul>',
  '<li>',
  '</ul>',
  '<ol start=3>',
  '<table>',
  '<tr>',
  '<td>',
  '<th>',
  '</table>',
  '<blockquote>',
  '</blockquote>',
  '<pre>',
  '</pre>',
  '<br>',
  '<h1>',
  '</h1>',
  '<h2>',
  '<sup>',
  '</sup>',
  '<a href="#fn1">',
  '<a href="javascript:alert(1)">',
  '<a href="/x">',
  '</a>',
  '<p id="fn1">',
  '<li id="cite_note-1">',
  '<article>',
  '</article>',
  '<body>',
  '</body>',
  '<html lang="ko">',
  '<title>',
  '</title>',
  '<svg>',
  '<script>',
  '</script>',
  '<figure>',
  '<figcaption>',
  '<dl>',
  '<dt>',
  '<dd>',
  '<form>',
  '<aside class="pullquote">',
  '<ruby>',
  '<rt>',
  '<!--',
  '-->',
  '<meta name="author" content="A B">',
  '<base href="data:x">',
  '<template shadowrootmode=open>',
  '<p class="caption">',
  '<',
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"\\ud800 x","author":[{"name":"A B"},[]]}</script>',
);
const page = fc
  .array(fc.oneof(tag, word), { maxLength: 60 })
  .map((parts) => `<article><p>${LONG}</p>${parts.join('')}`);

const mark = fc.constantFrom(
  '# ',
  '## ',
  '> ',
  '- ',
  '1. ',
  '| a | b |\n|---|---|\n| c | d |\n',
  '[^1]',
  '\n[^1]: note\n',
  '```\n',
  '**',
  '_',
  '`',
  '[a](javascript:x)',
  '[a][b]',
  '\n[b]: https://x.example\n',
  '---\ntitle: x\nauthor: [{name: 1}]\n---\n',
  '<div>',
  '<br>',
  '\n\n',
);
const markdown = fc.array(fc.oneof(mark, word), { maxLength: 50 }).map((parts) => parts.join(''));

/** Bytes as they come: in encodings of all kinds, cut off and spoilt. */
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  fc
    .tuple(
      plain,
      fc.constantFrom('utf8' as const, 'utf16le' as const, 'latin1' as const),
      fc.nat(3),
      fc.nat(400),
    )
    .map(([text, encoding, cut, at]) => {
      const whole = Uint8Array.from(Buffer.from(text, encoding)).slice(cut);
      if (at < whole.length) whole[at] = 0xff;
      return whole;
    }),
);

/** What is wrong with an article's content; null where nothing is. */
function wrongContent({ text, blocks, noteRefs, marks }: ArticleContent): string | null {
  if (!text.isWellFormed() || text.includes('\0')) return 'characters';
  let end = -2;
  for (const block of blocks) {
    if (block.start !== end + 2 || block.end <= block.start) return 'ranges of blocks';
    if (end >= 0 && text.slice(end, block.start) !== '\n\n') return 'what parts blocks';
    let cellEnd = block.start;
    for (const cell of block.rows?.flat() ?? []) {
      if (cell.start < cellEnd || cell.end < cell.start) return 'ranges of cells';
      cellEnd = cell.end;
    }
    if (cellEnd > block.end) return 'a cell outside its table';
    ({ end } = block);
  }
  if (text.length !== Math.max(end, 0)) return 'text behind the last block';
  if (noteRefs.some(({ offset }) => offset < 0 || offset > text.length)) return 'a note marker';
  if (marks.some((range) => range.end < range.start || range.end > text.length)) return 'a mark';
  return marks.some(({ url }) => url !== undefined && !/^(?:https?|mailto):/u.test(url)) ? 'a link' : null;
}

function wrongMetadata({ csl, unconfirmed }: ArticleMetadata): string | null {
  const json = JSON.stringify(csl);
  if (csl.title === '' || !json.isWellFormed() || /[\u202A-\u202E]|\\u0000/u.test(json)) return 'metadata';
  return unconfirmed.some((field) => csl[field] === undefined) ? 'unconfirmed fields' : null;
}

/** What is wrong with the article that a file is read as; null where nothing is, or where it is refused. */
async function wrong(content: Uint8Array, fileName: string): Promise<string | null> {
  try {
    const article = await readArticle({ bytes: content, fileName });
    return wrongContent(article.content) ?? wrongMetadata(article.metadata);
  } catch (error) {
    if (error instanceof DossierError) return null;
    throw error;
  }
}

const encoded = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('import of anything', () => {
  it.each([
    ['plain text', plain.map(encoded), 'a.txt', 100],
    ['pages', page.map(encoded), 'a.html', 80],
    ['Markdown', markdown.map(encoded), 'a.md', 80],
    ['bytes as text', bytes, 'a.txt', 120],
    ['bytes as a page', bytes, 'a.html', 60],
  ] as const)('%s', async (_what, arbitrary, fileName, numRuns) => {
    await fc.assert(
      fc.asyncProperty(arbitrary, async (content) => {
        expect(await wrong(content, fileName)).toBeNull();
      }),
      { numRuns },
    );
  });
});

describe('large input of one kind', () => {
  const times = (text: string, length = 100_000): string => text.repeat(Math.ceil(length / text.length));

  it.each([
    ['dots at the end', `${LONG}\n\n${LONG}${times('.')} x`],
    ['raised digits at the end', `${LONG}\n\n${LONG}${times('¹')} x`],
    ['brackets of notes', `${LONG}\n\n${times('[1]')} x`],
    ['spaces', `By A${times(' ')}x\n\n${LONG}`],
    ['capitals', `${times('A ')}\n\n${LONG}`],
    ['no-break spaces', `${LONG}${times('5\u00A0')}`],
    ['lines', `${LONG}\n\n${times('a\n', 20_000)}`],
    ['one line', times(`${LONG} `, 2_000_000)],
  ])('reads %s as text', async (_what, text) => {
    expect(await wrong(encoded(text), 'a.txt')).toBeNull();
  });

  it.each([
    ['elements inside each other', `${times('<div>', 300_000)}${LONG}`],
    ['formatting inside each other', `${times('<b><i>')}${LONG}`],
    ['closing tags', `<div><p>${LONG}${times('</b>')}`],
    ['cells', `<p>${LONG}</p><table>${times('<td>', 20_000)}`],
    ['entities', `<p>${LONG}${times('&amp;')}`],
    ['attributes', `<p ${times('a=b ', 2_000_000)}>${LONG}`],
    ['links to one note', `<p>${LONG}${times('<a href="#fn1">1</a>', 20_000)}<p id="fn1">Note.`],
    ['a picture in an address', `<p>${LONG}<img src="data:image/png;base64,${times('A', 5_000_000)}">`],
    ['opening brackets', `<p>${LONG}${times('<')}`],
    ['comments that do not end', `<p>${LONG}${times('<!--')}`],
  ])('reads %s as a page', async (_what, html) => {
    expect(await wrong(encoded(html), 'a.html')).toBeNull();
  });
});
