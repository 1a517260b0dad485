/** Where a style is read from, as it travels between threads. */
import { readFileSync } from 'node:fs';
import type { XmlNode } from 'citeproc';
import { DossierError } from '#contract/errors.ts';
import { readStyleText } from '../engine/cslText.ts';
import { readPackagedStyle } from './styleData.ts';

export type StyleSource = (
  | { kind: 'packaged'; name: string }
  /** A `.csl` file; `sha256` is that of its text: a file that was replaced is another style. */
  | { kind: 'file'; path: string; sha256: string }
) & {
  /** Of a dependent style, which has the rest from its parent: goes before the parent's own `default-locale`. */
  locale?: string;
};

/** Equal for styles of equal contents. */
export function styleKey(source: StyleSource): string {
  const { locale = '' } = source;
  return source.kind === 'packaged'
    ? `packaged ${source.name} ${locale}`
    : `file ${source.path} ${source.sha256} ${locale}`;
}

/** Throws a DossierError (`file_unreadable`) where the file of an installed style cannot be read. */
export function readStyle(source: StyleSource): XmlNode {
  const style = source.kind === 'packaged' ? readPackagedStyle(source.name) : readFile(source.path);
  if (source.locale !== undefined) style.attrs['default-locale'] = source.locale;
  return style;
}

function readFile(path: string): XmlNode {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new DossierError(
      'file_unreadable',
      `The citation style in ${path} cannot be read. Install the style again, or choose another one.`,
      { cause: error },
    );
  }
  return readStyleText(text);
}

const defaultLocales = new Map<string, string | undefined>();

/** The `default-locale` of a style; undefined where it has none. Read once. */
export function defaultLocale(source: StyleSource): string | undefined {
  if (source.locale !== undefined) return source.locale;
  const key = styleKey(source);
  if (!defaultLocales.has(key)) defaultLocales.set(key, readStyle(source).attrs['default-locale']);
  return defaultLocales.get(key);
}
