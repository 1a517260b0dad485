/** Synthetic articles: Zipfian vocabulary, a dozen publishers, dates over ten years. */
import { createHash } from 'node:crypto';
import type { ArticleBlock } from '#domain/article.ts';
import type { NewArticle } from '#core/articles/add.ts';
import { createRandom, type Random, zipf } from './random.ts';

const VOCABULARY = 60_000;
const ONSETS = [
  'b',
  'br',
  'c',
  'ch',
  'd',
  'dr',
  'f',
  'g',
  'gr',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'pr',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'ai', 'ea', 'io', 'ou'];
const CODAS = ['', 'n', 'r', 's', 't', 'l', 'nd', 'ng', 'rt', 'st'];
const PUBLISHERS = Array.from(
  { length: 12 },
  (_unused, index) => `Institute ${String.fromCharCode(65 + index)}`,
);

/** The word of a rank: frequent words are short, and every rank has its own word. */
export function word(rank: number): string {
  const syllables: string[] = [];
  let rest = rank;
  do {
    syllables.push(ONSETS[rest % ONSETS.length]!);
    rest = Math.floor(rest / ONSETS.length);
    syllables.push(VOWELS[rest % VOWELS.length]!);
    rest = Math.floor(rest / VOWELS.length);
  } while (rest > 0);
  return syllables.join('') + CODAS[rank % CODAS.length]!;
}

/** Makes `count` articles of about ten passages and 800 words, the same ones for the same seed. */
export function* syntheticArticles(count: number, seed = 1): Generator<NewArticle> {
  const random = createRandom(seed);
  const draw = zipf(VOCABULARY, random);
  for (let index = 0; index < count; index += 1) {
    const title = sentence(random, draw, 6, 10);
    const { text, blocks } = body(random, draw);
    const year = random.integer(2015, 2025);
    yield {
      metadata: {
        csl: {
          type: 'report',
          title,
          author: [{ family: sentence(random, draw, 1, 1), given: 'A.' }],
          publisher: random.pick(PUBLISHERS),
          issued: { 'date-parts': [[year, random.integer(1, 12), random.integer(1, 28)]] },
          language: 'en',
        },
        unconfirmed: [],
        issuedNotBefore: null,
        excerpt: false,
      },
      content: { text, blocks, noteRefs: [], marks: [] },
      original: {
        sha256: createHash('sha256').update(`${seed} ${index}`).digest('hex'),
        name: `synthetic-${index}.txt`,
      },
    };
  }
}

function body(random: Random, draw: () => number): { text: string; blocks: ArticleBlock[] } {
  const blocks: ArticleBlock[] = [];
  let text = '';
  const passages = random.integer(7, 13);
  for (let passage = 0; passage < passages; passage += 1) {
    if (passage > 0) text += '\n\n';
    const start = text.length;
    const sentences = random.integer(3, 6);
    text += Array.from({ length: sentences }, () => `${sentence(random, draw, 10, 25)}.`).join(' ');
    blocks.push({ role: 'paragraph', start, end: text.length });
  }
  return { text, blocks };
}

function sentence(random: Random, draw: () => number, least: number, most: number): string {
  const words = Array.from({ length: random.integer(least, most) }, () => word(draw()));
  const joined = words.join(' ');
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}
