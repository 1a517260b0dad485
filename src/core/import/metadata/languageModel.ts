/**
 * Tells languages as eld does (https://github.com/nitotm/efficient-language-detector-js, Apache-2.0), with its n-grams
 * in a table of numbers: `build/languages.mjs` writes them.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { appFiles } from '../../host/appFiles.ts';
import { hashOf } from './ngrams.ts';

export interface LanguageModel {
  /** The likeliest language of the first 350 bytes or so; null where no n-gram of them is known. */
  detect(text: string): { code: string; reliable: boolean } | null;
}

interface Header {
  ngrams: number;
  seed: number;
  languages: string[];
  /** Mean score of a text in each language. */
  averages: number[];
  separators: string;
  /** Hex: what stands for each byte of UTF-8 from 0x80 on. */
  bytes: string;
}

/** Bytes of a text that are looked at: up to the end of a word behind these, or of a character behind those. */
const ENOUGH = 350;
const MOST = 380;
/** Bytes of a word that are looked at, of an n-gram, and from the beginning of one to the next. */
const MOST_OF_WORD = 70;
const LENGTH = 4;
const STRIDE = 3;
/** What the scores of the table lack, and what makes them a share. */
const BASE_SCORE = 53;
const SCALE = 25;
/** Share of the mean score of its language that a reliable text has at least. */
const RELIABLE = 0.75;
const FEWEST_NGRAMS = 3;
const SPACE = 0x20;

let model: LanguageModel | undefined;

/** Read at the first use. */
export function languageModel(): LanguageModel {
  model ??= createLanguageModel(readFileSync(join(appFiles().resources, 'languages.bin')));
  return model;
}

function createLanguageModel(file: Buffer): LanguageModel {
  const begin = 4 + file.readUInt32LE(0);
  const header = JSON.parse(file.toString('utf8', 4, begin)) as Header;
  const { seed, languages, averages } = header;
  const separators = new RegExp(header.separators, 'gu');
  const bytes = Buffer.concat([
    Uint8Array.from({ length: 0x80 }, (_none, at) => at),
    Buffer.from(header.bytes, 'hex'),
  ]);
  const { keys, places, mask } = tableOf(file, begin, header.ngrams);
  const counts = file.subarray(begin + header.ngrams * 4, begin + header.ngrams * 5);
  const pairs = Buffer.from(file.subarray(begin + header.ngrams * 5));
  const scores = new Float64Array(languages.length);
  const starts = startsOf(counts);

  const add = (hash: number): void => {
    let slot = hash & mask;
    while (places[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
    if (places[slot] === 0) return;
    const ngram = places[slot]! - 1;
    for (let at = starts[ngram]!; at < starts[ngram + 1]!; at += 1)
      scores[pairs[at * 2]!]! += pairs[at * 2 + 1]! + BASE_SCORE;
  };

  return {
    detect(text) {
      const seen = new Set<number>();
      scores.fill(0);
      for (const word of wordsOf(text.replace(separators, ' ').trim().toLowerCase(), bytes))
        for (const hash of ngramsOf(word, seed)) {
          if (seen.has(hash)) continue;
          seen.add(hash);
          add(hash);
        }
      let best = 0;
      for (let language = 1; language < scores.length; language += 1)
        if (scores[language]! > scores[best]!) best = language;
      if (scores[best] === 0) return null;
      const mean = scores[best]! / seen.size;
      const reliable = seen.size >= FEWEST_NGRAMS && mean / (mean + SCALE) >= averages[best]! * RELIABLE;
      return { code: languages[best]!, reliable };
    },
  };
}

/** Where each hash lies; `places` counts from 1. */
function tableOf(
  file: Buffer,
  begin: number,
  count: number,
): { keys: Uint32Array; places: Uint32Array; mask: number } {
  const mask = 2 ** Math.ceil(Math.log2(count * 2)) - 1;
  const keys = new Uint32Array(mask + 1);
  const places = new Uint32Array(mask + 1);
  for (let ngram = 0; ngram < count; ngram += 1) {
    const hash = file.readUInt32LE(begin + ngram * 4);
    let slot = hash & mask;
    while (places[slot] !== 0) slot = (slot + 1) & mask;
    keys[slot] = hash;
    places[slot] = ngram + 1;
  }
  return { keys, places, mask };
}

function startsOf(counts: Uint8Array): Uint32Array {
  const starts = new Uint32Array(counts.length + 1);
  for (const [at, count] of counts.entries()) starts[at + 1] = starts[at]! + count;
  return starts;
}

/** The words at the beginning of a text, each byte as the table has it. */
function wordsOf(text: string, table: Uint8Array): Uint8Array[] {
  const bytes = Buffer.from(text);
  const words: Uint8Array[] = [];
  let start = 0;
  const endAt = (end: number): void => {
    if (end > start) words.push(bytes.subarray(start, end).map((byte) => table[byte]!));
    start = end + 1;
  };
  for (let at = 0; at < bytes.length; at += 1) {
    const isCharacterEnd = ((bytes[at + 1] ?? 0) & 0xc0) !== 0x80;
    if (bytes[at] === SPACE) {
      endAt(at);
      if (at > ENOUGH) return words;
    } else if (at >= MOST && isCharacterEnd) {
      endAt(at + 1);
      return words;
    }
  }
  endAt(bytes.length);
  return words;
}

/** Overlapping pieces of a word, the first and the last of them with the space beside it. */
function ngramsOf(word: Uint8Array, seed: number): number[] {
  const length = Math.min(word.length, MOST_OF_WORD);
  const spaced = new Uint8Array(word.length + 2).fill(SPACE);
  spaced.set(word, 1);
  const hashes: number[] = [];
  let at = 0;
  for (; at + LENGTH < length; at += STRIDE)
    hashes.push(hashOf(spaced, at === 0 ? 0 : at + 1, at + 1 + LENGTH, seed));
  // The end of a word that was cut off counts with what lies behind the cut.
  const last = Math.max(0, length - LENGTH);
  hashes.push(hashOf(spaced, at === 0 ? 0 : last + 1, spaced.length, seed));
  return hashes;
}
