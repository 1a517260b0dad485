import { expect, test } from 'vitest';
import { markupIn, pageOfMarkdown } from './markdownText.ts';
import { readWrapped } from './wrapped.ts';

const PDF = `Harbour traffic
The port of Halmhavn handled more ships in the last quarter than in
any before it, and its pilots worked through the night to bring con-
tainer ships in. The long-
term plan of the office, which nobody had read to its end, says that
the northern quay is too short.

A second paragraph begins behind an empty line and goes on over two
lines of the page.`;

test('lines that a page broke are joined into paragraphs, and hyphens stay unless they are said to go', () => {
  const read = readWrapped(PDF);
  expect(read).not.toBeNull();
  expect(read!.joined.split('\n\n')).toEqual([
    'Harbour traffic',
    expect.stringMatching(
      /^The port .* before it, .* con-tainer ships in\. The long-term plan .* short\.$/u,
    ) as string,
    'A second paragraph begins behind an empty line and goes on over two lines of the page.',
  ]);
  expect(read!.hyphens).toBe(2);
  expect(read!.withoutHyphens).toContain('bring container ships');
  expect(read!.withoutHyphens).toContain('The longterm plan');
  const letters = (text: string): string => text.replaceAll(/\s+/gu, '');
  expect(letters(read!.joined)).toBe(letters(PDF));
});

test('Japanese lines join without a space', () => {
  const line = '港の北側にある埠頭は短すぎるので来年から工事が始まる予定で';
  expect(readWrapped(`${line}\n${line}\n${line}\n終わる。`)!.joined).toBe(`${line}${line}${line}終わる。`);
});

test.each([
  [
    'paragraphs of a line each',
    'First paragraph that is a whole sentence of its own.\nSecond one that is a sentence too.\nThird, the last one.',
  ],
  [
    'verses',
    'O harbour wide\nwhere ships abide\nand gulls that ride the evening tide of all the quays\nare loud',
  ],
  ['an address', 'Harbour Office\nQuay 4\n1234 Halmhavn'],
  [
    'a list',
    '- one item that is long enough to fill what a line has\n- another that is long enough to fill it too\n- a third that does the same again',
  ],
  [
    'code',
    'function quay(ship) {\n    const berth = harbour.find((one) => one.free);\n    const pilot = pilots.find((one) => one.awake);\n    return berth.take(ship, pilot);\n}',
  ],
])('%s: lines are lines', (_what, text) => {
  expect(readWrapped(text)).toBeNull();
});

test('Markdown is told by its signs, a list by its items', () => {
  expect(markupIn('# Title\n\nwords')).toBe('markdown');
  expect(markupIn('see [it](https://example.org)')).toBe('markdown');
  expect(markupIn('a | b\n--- | ---\n1 | 2')).toBe('markdown');
  expect(markupIn('• one\n• two')).toBe('list');
  expect(markupIn('1. one\n2. two')).toBe('list');
  expect(markupIn('Only one - sentence * with 2 signs.\n- and a dash')).toBeNull();
});

test('Markdown becomes a page in which HTML is words', async () => {
  expect(await pageOfMarkdown('a <b>c</b>\n\n• x\n• y')).toBe(
    '<p>a &lt;b&gt;c&lt;/b&gt;</p>\n<ul>\n<li>x</li>\n<li>y</li>\n</ul>',
  );
});
