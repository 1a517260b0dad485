import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildContent } from '../content/build.ts';
import { readPlainText } from './read.ts';

const FIRST =
  'The government in Seoul announced a new plan on Monday that would compensate the victims of forced labour through a public foundation, officials said.';
const SECOND =
  'Critics of the plan said it would let the companies off the hook, and that the victims had not been asked for their consent before the announcement.';

function texts(source: string): string[] {
  const { text, blocks } = buildContent(readPlainText(source).blocks);
  return blocks.map(({ start, end }) => text.slice(start, end));
}

function wrapped(text: string, width: number): string {
  return text.replaceAll(new RegExp(`(?=.{${width + 1}})(.{1,${width}}) `, 'gu'), '$1\n');
}

describe('words that look like what surrounds an article', () => {
  it.each([
    'By using economic coercion, Beijing has alienated its neighbours.',
    'Copyright law in Japan was reformed in 2018.',
    'More from the region is expected soon.',
    'Privacy policy debates in Brussels have stalled.',
    '(c) the third of the conditions is a public apology',
    'Topics: the agenda of the summit was never published. It leaked.',
  ])('stay in the text: %s', (sentence) => {
    expect(texts(`A plan takes shape\n\n${FIRST}\n\n${sentence}\n\n${SECOND}`)).toContain(sentence);
  });

  it.each([
    'By using this site you agree to our use of cookies.',
    '© 2023 The Daily Bugle. All rights reserved.',
    'Copyright 2023 The Daily Bugle',
    'More from The Daily Bugle',
    'Privacy Policy | Terms of Use',
  ])('go where they are: %s', (chrome) => {
    expect(texts(`A plan takes shape\n\n${FIRST}\n\n${chrome}\n\n${SECOND}`)).toEqual([FIRST, SECOND]);
  });
});

describe('a last paragraph that begins with a name', () => {
  it.each([
    'Donald Trump is likely to meet the Chinese president in Beijing next week, two people said.',
    'Shinzo Abe was the president of the party when the museum was planned.',
    'Kim Jong Un visited Sariwon and Kaesong.',
    'Inquiries, however, found nothing.',
    'Writing by hand is taught again in the schools of the north.',
    '(With prices up by a tenth, the bank waits for the spring.)',
  ])('stays in the text and names no author: %s', (last) => {
    const source = `Talks in Beijing\n\n${FIRST}\n\n${SECOND}\n\n${last}`;
    expect(texts(source)).toEqual([FIRST, SECOND, last]);
    expect(readPlainText(source).found.csl).toEqual({ title: 'Talks in Beijing' });
  });

  it('stays where it is about the author but is no bio', () => {
    const last = 'Jane Smith is right that the director of the bank was never asked about it.';
    const source = `Talks in Beijing\nBy Jane Smith\nMay 9, 2023\n\n${FIRST}\n\n${SECOND}\n\n${last}`;
    expect(texts(source)).toEqual([FIRST, SECOND, last]);
  });

  it('goes where it is the bio of the author', () => {
    const last = 'Jane Smith is a senior research fellow at the Harbour Institute.';
    const source = `Talks in Beijing\nBy Jane Smith\nMay 9, 2023\n\n${FIRST}\n\n${SECOND}\n\n${last}`;
    expect(texts(source)).toEqual([FIRST, SECOND]);
    expect(readPlainText(source).found.csl.publisher).toBe('Harbour Institute');
  });

  it('is a guess, and stays, where nobody else is named as the author', () => {
    const last = 'Jane Smith is a senior research fellow at the Harbour Institute.';
    const source = `Talks in Beijing\n\n${FIRST}\n\n${SECOND}\n\n${last}`;
    const { found } = readPlainText(source);
    expect(texts(source)).toEqual([FIRST, SECOND, last]);
    expect(found.csl.author).toEqual([{ given: 'Jane', family: 'Smith' }]);
    expect(found.inferred).toContain('author');
  });
});

describe('short texts', () => {
  it('keeps a text of one line', () => {
    expect(texts('North Korea tests missile')).toEqual(['North Korea tests missile']);
  });

  it('keeps the lines around a title that nothing says belong to it', () => {
    const source = 'Buy milk\nCall the printer\nWrite the whole report\nSend it';
    const { title = '' } = readPlainText(source).found.csl;
    expect(new Set([title, ...texts(source)])).toEqual(new Set(source.split('\n')));
  });
});

describe('short lines above a title', () => {
  it('are left out as a menu, which the report names', () => {
    const source = `Experts\nEvents\nDonate\nA plan for the victims takes shape\nBy Jane Smith\n\n${FIRST}\n\n${SECOND}`;
    const { found } = readPlainText(source);
    expect(found.csl.title).toBe('A plan for the victims takes shape');
    expect(found.inferred).toContain('title');
    expect(found.messages).toContain('Left out the menu above the article: “Experts, Events, Donate”.');
    expect(texts(source)).toEqual([FIRST, SECOND]);
  });

  it('stay where they stand below what could be the title, and no other follows', () => {
    const source = `A plan for the victims takes shape\nLow Hythe\nUpper Lake\nMarrow\n${FIRST}\n${SECOND}`;
    expect(readPlainText(source).found.csl.title).toBe('A plan for the victims takes shape');
    expect(texts(source)).toEqual(['Low Hythe', 'Upper Lake', 'Marrow', FIRST, SECOND]);
  });
});

it('takes a writer’s office for no second writer', () => {
  const { found } = readPlainText(
    `A plan takes shape\nBy Jane Smith, Shipping Correspondent\n\n${FIRST}\n\n${SECOND}`,
  );
  expect(found.csl.author).toEqual([{ given: 'Jane', family: 'Smith' }]);
});

describe('hard-wrapped text', () => {
  const paragraph = `${FIRST} ${SECOND} ${FIRST}`;

  it('becomes paragraphs again beside an address that is wider than the rest', () => {
    const address = `https://example.org/${'a'.repeat(100)}`;
    const source = `A plan takes shape\n\n${wrapped(paragraph, 72)}\n\n${wrapped(SECOND, 72)}\n\n${address}`;
    expect(texts(source)).toEqual([paragraph, SECOND, address]);
  });

  it('becomes paragraphs again where there is only one', () => {
    expect(texts(`A plan takes shape\n\n${wrapped(paragraph, 72)}\n`)).toEqual([paragraph]);
  });

  it('becomes paragraphs again where they are parted by indents', () => {
    const source = `A plan takes shape\n\n${wrapped(`   ${paragraph}`, 72)}\n${wrapped(`   ${SECOND}`, 72)}\n`;
    expect(texts(source)).toEqual([paragraph, SECOND]);
  });

  it('is joined without spaces in Japanese', () => {
    const line = '政府は月曜日、強制動員の被害者に公的な財団を通じて補償する新しい案を発表した';
    expect(texts(`新しい案\n\n${`${line}\n`.repeat(5)}以上である。`)).toEqual([
      `${line.repeat(5)}以上である。`,
    ]);
  });

  it('leaves lines that were not wrapped as they are', () => {
    expect(texts(`A plan takes shape\n${FIRST}\n${SECOND}\n${FIRST}`)).toEqual([FIRST, SECOND, FIRST]);
  });
});

it('becomes paragraphs beside a line that is a little wider', () => {
  const source = `A plan takes shape\n\n${wrapped(`${FIRST} ${SECOND} `.repeat(6).trim(), 72)}\n\n${'a little '.repeat(9)}wider`;
  expect(texts(source)).toHaveLength(2);
});

describe('superscripts', () => {
  it('are note markers behind words, and numbers behind units and variables', () => {
    const source = `A plan takes shape\n\n${FIRST} It has 5 km², 6 ft², and E = mc² where x² grows.¹ ²\n\n[1] One.\n[2] Two.`;
    const { noteRefs, text } = buildContent(readPlainText(source).blocks);
    expect(noteRefs.map(({ label }) => label)).toEqual(['1']);
    expect(text).toContain('It has 5 km², 6 ft², and E = mc² where x² grows.');
  });
});

it.each([
  ['The strait at dawn in January 2024Image: Meridian Institute', 'January 2024 Image: Meridian'],
  ['The strait at dawn.Photo credit: Meridian Institute', 'dawn. Photo credit: Meridian'],
  ['The strait at dawn. Image: Meridian Institute', 'dawn. Image: Meridian'],
])('parts the credit from a caption: %s', (line, parted) => {
  expect(texts(`A plan takes shape\n\n${FIRST}\n\n${line}\n\n${SECOND}`).join('\n')).toContain(parted);
});

it('reads a line of megabytes without a byline in it', () => {
  const line = 'word 12 and more of it '.repeat(50_000).trim();
  expect(texts(`The title of the text\n${line}`)).toEqual([line]);
});

it('keeps every word of a text in its place', () => {
  const word = fc.stringMatching(/^[a-zA-Z가-힣ぁ-ん0-9.,;:'()–-]{1,12}$/u);
  const sentence = fc
    .array(word, { minLength: 25, maxLength: 60 })
    .map((words) => `He said ${words.join(' ')} and so it went on for them.`);
  fc.assert(
    fc.property(fc.array(sentence, { minLength: 2, maxLength: 8 }), (sentences) => {
      const source = `The title of the text\n\n${sentences.join('\n\n')}`;
      expect(texts(source).join('\n\n')).toBe(sentences.join('\n\n'));
    }),
    { numRuns: 100 },
  );
});
