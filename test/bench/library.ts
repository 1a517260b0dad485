/** Synthetic articles: Zipfian vocabularies of several languages, a dozen publishers, dates over ten years. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { ArticleBlock } from '#domain/article.ts';
import { addArticles, type NewArticle } from '#core/articles/add.ts';
import { openLibrary } from '#core/db/open.ts';
import { createRandom, type Random, zipf } from './random.ts';
import { type Language, vocabularySize, word } from './words.ts';

export { word } from './words.ts';

/** Articles of a hundred in each language; the rest is English-like. */
const SHARES: [Language, number][] = [
  ['ko', 3],
  ['ru', 3],
  ['tr', 2],
  ['de', 2],
];
const PUBLISHERS = Array.from(
  { length: 12 },
  (_unused, index) => `Institute ${String.fromCharCode(65 + index)}`,
);
const TYPES = ['report', 'article-newspaper', 'article-journal', 'webpage'] as const;

interface Writer {
  language: Language;
  draw: () => number;
}

/** Makes `count` articles of about ten passages and 800 words, the same ones for the same seed. */
export function* syntheticArticles(count: number, seed = 1): Generator<NewArticle> {
  const random = createRandom(seed);
  const writers = new Map<Language, Writer>();
  const writerOf = (language: Language): Writer => {
    const draw = writers.get(language)?.draw ?? zipf(vocabularySize(language), random);
    const writer = { language, draw };
    writers.set(language, writer);
    return writer;
  };
  for (let index = 0; index < count; index += 1) {
    const writer = writerOf(drawLanguage(random));
    const title = sentence(random, writer, 6, 10);
    const { text, blocks } = body(random, writer);
    const year = random.integer(2015, 2025);
    yield {
      metadata: {
        csl: {
          type: random.pick(TYPES),
          title,
          author: [{ family: sentence(random, writer, 1, 1), given: 'A.' }],
          publisher: random.pick(PUBLISHERS),
          issued: { 'date-parts': [[year, random.integer(1, 12), random.integer(1, 28)]] },
          language: writer.language,
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

/** Articles of one transaction. */
const BATCH = 500;

/**
 * The folder of a library with `count` synthetic articles, in the folder `cache`: made where it is not there
 * yet. An index that stands beside them is kept.
 */
export function syntheticLibrary(cache: string, count: number): string {
  const path = join(cache, `library-${count}`);
  if (existsSync(path)) return path;
  mkdirSync(cache, { recursive: true });
  const unfinished = `${path}.part`;
  rmSync(unfinished, { recursive: true, force: true });
  const { db, close } = openLibrary({ path: unfinished, create: true });
  // Made anew where it is not whole.
  db.pragma('synchronous = OFF');
  let batch: NewArticle[] = [];
  for (const article of syntheticArticles(count)) {
    batch.push(article);
    if (batch.length < BATCH) continue;
    addArticles(db, batch);
    batch = [];
  }
  addArticles(db, batch);
  close();
  renameSync(unfinished, path);
  return path;
}

function drawLanguage(random: Random): Language {
  let drawn = random.integer(0, 99);
  for (const [language, share] of SHARES) {
    if (drawn < share) return language;
    drawn -= share;
  }
  return 'en';
}

function body(random: Random, writer: Writer): { text: string; blocks: ArticleBlock[] } {
  const blocks: ArticleBlock[] = [];
  let text = '';
  const passages = random.integer(7, 13);
  for (let passage = 0; passage < passages; passage += 1) {
    if (passage > 0) text += '\n\n';
    const start = text.length;
    const sentences = random.integer(3, 6);
    text += Array.from({ length: sentences }, () => `${sentence(random, writer, 10, 25)}.`).join(' ');
    blocks.push({ role: 'paragraph', start, end: text.length });
  }
  return { text, blocks };
}

function sentence(random: Random, { language, draw }: Writer, least: number, most: number): string {
  const words = Array.from({ length: random.integer(least, most) }, () => word(draw(), language));
  const joined = words.join(' ');
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}
