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
/** More than there are n-grams in what is looked at; a power of two. */
const SEEN = 1024;

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
  const { slots, mask } = tableOf(file, begin, header.ngrams);
  const pairs = Buffer.from(file.subarray(begin + header.ngrams * 5));
  const scores = new Float64Array(languages.length);

  /** The n-grams of the text at hand, each once: a hash table, its slots marked by the number of the text. */
  const seen = new Uint32Array(SEEN);
  const seenIn = new Uint32Array(SEEN);
  let turn = 0;
  let count = 0;

  const isNew = (hash: number): boolean => {
    let slot = hash & (SEEN - 1);
    for (; seenIn[slot] === turn; slot = (slot + 1) & (SEEN - 1)) if (seen[slot] === hash) return false;
    seen[slot] = hash;
    seenIn[slot] = turn;
    return true;
  };

  const add = (hash: number): void => {
    if (!isNew(hash)) return;
    count += 1;
    let slot = (hash & mask) * SLOT;
    while (slots[slot + 1] !== 0 && slots[slot] !== hash) slot = (slot + SLOT) & (slots.length - 1);
    const found = slots[slot + 1]!;
    const end = ((found & MOST_STARTS) + (found >>> START_BITS)) * 2;
    for (let at = (found & MOST_STARTS) * 2; at < end; at += 2)
      scores[pairs[at]!]! += pairs[at + 1]! + BASE_SCORE;
  };

  /**
   * Overlapping pieces of a word, the first and the last of them with the space beside it. The end of a word that is
   * longer than what is looked at counts with all behind it.
   */
  const addWord = (text: Uint8Array, start: number, end: number): void => {
    const length = Math.min(end - start, MOST_OF_WORD);
    let at = 0;
    for (; at + LENGTH < length; at += STRIDE)
      add(hashOf(text, start + (at === 0 ? -1 : at), start + at + LENGTH, seed));
    add(hashOf(text, start + (at === 0 ? -1 : length - LENGTH), end + 1, seed));
  };

  return {
    detect(text) {
      turn += 1;
      count = 0;
      scores.fill(0);
      const read = beginningOf(` ${text.replace(separators, ' ').trim().toLowerCase()}`);
      const mapped = read.map((byte) => bytes[byte]!);
      let start = 1;
      for (let at = 1; at < read.length; at += 1) {
        if (read[at] !== SPACE) continue;
        if (at > start) addWord(mapped, start, at);
        start = at + 1;
      }
      let best = 0;
      for (let language = 1; language < scores.length; language += 1)
        if (scores[language]! > scores[best]!) best = language;
      if (scores[best] === 0) return null;
      const mean = scores[best]! / count;
      const reliable = count >= FEWEST_NGRAMS && mean / (mean + SCALE) >= averages[best]! * RELIABLE;
      return { code: languages[best]!, reliable };
    },
  };
}

/** A slot: the hash, and where its scores begin with how many they are; 0 for none. */
const SLOT = 2;
const START_BITS = 24;
const MOST_STARTS = 2 ** START_BITS - 1;

/** Together, so that looking a hash up reads one place of the memory. */
function tableOf(file: Buffer, begin: number, count: number): { slots: Uint32Array; mask: number } {
  const mask = 2 ** Math.ceil(Math.log2(count * 2)) - 1;
  const slots = new Uint32Array((mask + 1) * SLOT);
  let start = 0;
  for (let ngram = 0; ngram < count; ngram += 1) {
    const hash = file.readUInt32LE(begin + ngram * 4);
    const scores = file[begin + count * 4 + ngram]!;
    let slot = (hash & mask) * SLOT;
    while (slots[slot + 1] !== 0) slot = (slot + SLOT) & (slots.length - 1);
    slots[slot] = hash;
    slots[slot + 1] = start | (scores << START_BITS);
    start += scores;
  }
  return { slots, mask };
}

/** What is looked at of a text that begins with a space, and a space behind it. */
function beginningOf(text: string): Uint8Array {
  const bytes = Buffer.from(`${text} `);
  let at = 1;
  for (; at < bytes.length - 1; at += 1) {
    if (bytes[at] === SPACE && at > ENOUGH + 1) break;
    const isCharacterEnd = (bytes[at + 1]! & 0xc0) !== 0x80;
    if (at > MOST && bytes[at] !== SPACE && isCharacterEnd) {
      at += 1;
      break;
    }
  }
  const read = bytes.subarray(0, at + 1);
  read[at] = SPACE;
  return read;
}
