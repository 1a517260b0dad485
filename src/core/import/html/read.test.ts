import { describe, expect, it } from 'vitest';
import { buildContent } from '../content/build.ts';
import { readHtml } from './read.ts';

const LONG =
  'The government in Seoul announced a new plan on Monday that would compensate the victims of forced labour through a public foundation. '.repeat(
    4,
  );

function page(body: string, head = ''): ReturnType<typeof buildContent> {
  const html = `<html><head><title>A plan</title>${head}</head><body><article><p>${LONG}</p>${body}</article></body></html>`;
  return buildContent(readHtml(html).blocks);
}

describe('what a browser shows and the markup does not say in letters', () => {
  it('keeps powers apart from their base, with their sign', () => {
    expect(page('<p>It is 10<sup>-6</sup> m wide and 10<sup>12</sup> m long.</p>').text).toContain(
      'It is 10⁻⁶ m wide and 10¹² m long.',
    );
  });

  it('sets the marks of quotes', () => {
    expect(page('<p>He <q>never</q> said so.</p>').text).toContain('He “never” said so.');
  });

  it('parts paragraphs at two line breaks, also with a line end between them', () => {
    expect(page('<p>The first<br>\n<br>and the second</p>').text).toContain('The first\n\nand the second');
  });
});

it('keeps sentences that begin as links to other articles do', () => {
  const { text } = page('<p>More: the plan is good.</p><p>By using force, they lost.</p>');
  expect(text).toContain('More: the plan is good.\n\nBy using force, they lost.');
});

it('names the links to other articles that it leaves out', () => {
  const html = `<article><p>${LONG}</p><p>Read more: The island’s night boat</p></article>`;
  expect(readHtml(html).found.messages).toEqual([
    'Left out as a link to another article: “Read more: The island’s night boat”.',
  ]);
});

it('resolves links against the base that the page states', () => {
  const { marks } = page('<p>See <a href="b.html">that</a>.</p>', '<base href="https://example.org/a/">');
  expect(marks).toMatchObject([{ type: 'link', url: 'https://example.org/a/b.html' }]);
});
