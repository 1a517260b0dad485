#!/usr/bin/env node
/**
 * Writes `resources/languages.bin`, by which `core/import/metadata/languageModel.ts` tells languages: the n-grams of
 * the npm package eld in a form that takes 3 MB of memory, not 190, and is read in milliseconds. To be run after eld
 * has changed.
 *
 * The file: the length of the header in bytes (UInt32, lowest byte first); the header, JSON; then for each of `ngrams`
 * n-grams its hash (UInt32), for each the number of its languages (UInt8), and for each of those language and
 * score (UInt8 each).
 */
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hashOf } from '../src/core/import/metadata/ngrams.ts';

const root = resolve(import.meta.dirname, '..');
/** @param {string} path */
const ofEld = (path) => import(pathToFileURL(join(root, 'node_modules/eld/src', path)).href);

const { ngramsData } = await ofEld('ngrams/medium.js');
const { avgScore } = await ofEld('avgScore.js');
const { dictionary } = await ofEld('dictionary.js');
const { separators } = await ofEld('regexPatterns.js');

/** @type {Record<string, Record<string, number>>} */
const ngrams = ngramsData.ngrams;
const names = Object.keys(ngrams);
/** @type {string[]} */
const languages = Object.values(ngramsData.languages);

/** @param {number} seed */
const hashes = (seed) => names.map((name) => hashOf(Buffer.from(name, 'latin1'), 0, name.length, seed));
let seed = 0;
while (new Set(hashes(seed)).size < names.length) seed += 1;

const header = JSON.stringify({
  ngrams: names.length,
  seed,
  languages,
  averages: languages.map((language) => avgScore[language]),
  separators: separators.source,
  // What stands for each byte of UTF-8 beyond ASCII.
  bytes: Buffer.from(
    Array.from({ length: 0x80 }, (_none, at) => dictionary[at + 0x80] ?? ' ').join(''),
    'latin1',
  ).toString('hex'),
});
const length = Buffer.alloc(4);
length.writeUInt32LE(Buffer.byteLength(header));
const scores = names.map((name) => Object.entries(ngrams[name]).flat().map(Number));
const hashed = Buffer.alloc(names.length * 4);
for (const [index, hash] of hashes(seed).entries()) hashed.writeUInt32LE(hash, index * 4);
writeFileSync(
  join(root, 'resources', 'languages.bin'),
  Buffer.concat([
    length,
    Buffer.from(header),
    hashed,
    Buffer.from(scores.map((pairs) => pairs.length / 2)),
    Buffer.from(scores.flat()),
  ]),
);
