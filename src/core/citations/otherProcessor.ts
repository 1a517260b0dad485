/** Style and sources for another CSL processor, such as Pandoc's, by which it prints what ours prints. */
import type { XmlNode } from 'citeproc';
import { canonicalJson, inOrder } from '#domain/canonicalJson.ts';
import type { CslItem } from '#domain/csl.ts';
import type { LocatorTerms } from '#domain/locators.ts';
import { localeFor } from './styles/styleLocale.ts';
import { engineItem } from './engine/engineInput.ts';
import { createStyleFit } from './engine/styleFit.ts';
import { setLocalDates } from './locale/localDates.ts';
import { writtenTerms } from './locale/locatorTerms.ts';
import { setLocalNames } from './locale/localNames.ts';
import { packagedLocales, readLocale } from './styles/styleData.ts';
import { readStyle, type StyleSource } from './styles/styleSource.ts';
import { styleXml } from './styles/styleXml.ts';

export interface StyleForOthers {
  /** The text of a `.csl` file. */
  text: string;
  /** How places in a source are written, so that whoever sets the citations in that style reads them. */
  terms: LocatorTerms;
}

/** The style with our repairs, and the terms of the locale in which we set it. */
export function styleForOthers(source: StyleSource, language: string): StyleForOthers {
  const style = readStyle(source);
  const locale = localeFor(language, source);
  const file = packagedLocales().get(locale);
  const words = file === undefined ? null : readLocale(file);
  if (words !== null && !locale.startsWith('en')) setLocalDates(style, words);
  setLocalNames(style, locale);
  if (words !== null) addTerms(style, words);
  const [primary] = locale.split('-');
  const said = elements(style)
    .filter(
      ({ name, attrs: { 'xml:lang': tag } }) =>
        name === 'locale' && [undefined, primary, locale].includes(tag),
    )
    .toSorted((one, other) => (one.attrs['xml:lang'] ?? '').length - (other.attrs['xml:lang'] ?? '').length);
  return { text: styleXml(style), terms: writtenTerms(said.flatMap(termsOf)) };
}

/** Processors carry locales of several ages. What the style itself says goes before those, whatever the language. */
function addTerms(style: XmlNode, words: XmlNode): void {
  const own = elements(style).filter(({ name }) => name === 'locale');
  const said = new Set(own.flatMap(termsOf).map(nameOf));
  const terms = termsOf(words).filter((term) => !said.has(nameOf(term)));
  const general = own.find(({ attrs }) => attrs['xml:lang'] === undefined);
  const target: XmlNode = general ?? { name: 'locale', attrs: {}, children: [] };
  const holder = elements(target).find(({ name }) => name === 'terms');
  if (holder === undefined) target.children.push({ name: 'terms', attrs: {}, children: terms });
  else holder.children.push(...terms);
  if (general !== undefined) return;
  // Behind the information on the style, before all else (CSL 1.0.2, root element).
  const info = style.children.findIndex((child) => typeof child !== 'string' && child.name === 'info');
  style.children.splice(info + 1, 0, target);
}

function termsOf(locale: XmlNode): XmlNode[] {
  return elements(locale).flatMap((part) => (part.name === 'terms' ? elements(part) : []));
}

function nameOf({ attrs: { name = '', form = '' } }: XmlNode): string {
  return `${name}/${form}`;
}

function elements({ children }: XmlNode): XmlNode[] {
  return children.filter((child) => typeof child !== 'string');
}

/**
 * The sources as CSL-JSON, as our engine is given them. What that changed stands as it was stored under
 * `custom.dossier`, where Dossier finds it again: `custom` is for what CSL has no variable for.
 */
export function itemsForOthers(items: readonly { key: string; csl: CslItem }[], source: StyleSource): string {
  const fit = createStyleFit(readStyle(source));
  const written = items.map(({ key, csl }) => {
    const stored: Record<string, unknown> = { ...csl, 'citation-key': undefined };
    const { id: _id, ...fitted } = fit(engineItem(0, csl));
    const changed = Object.entries(stored).filter(
      ([name, value]) => value !== undefined && plainly(fitted[name]) !== plainly(value),
    );
    const added = Object.keys(fitted).filter((name) => stored[name] === undefined && name !== 'citation-key');
    const original = {
      ...Object.fromEntries(changed),
      ...Object.fromEntries(added.map((name) => [name, null])),
    };
    const { type, ...variables } = fitted;
    const custom = Object.keys(original).length > 0 && { custom: { dossier: original } };
    // Metadata that came another way are the same bytes.
    return { id: key, type, ...(inOrder({ ...variables, 'citation-key': key, ...custom }) as object) };
  });
  return `${JSON.stringify(written, null, 2)}\n`;
}

/** To compare values by, whatever their spaces are. */
function plainly(value: unknown): string {
  return value === undefined ? '' : canonicalJson(value).replaceAll(/\s+/gu, ' ');
}
