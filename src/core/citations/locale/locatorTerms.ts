/** How languages write the places in a source, from their CSL locales. */
import type { XmlNode } from 'citeproc';
import type { locatorOperations } from '#contract/locators.ts';
import type { Handlers } from '#contract/index.ts';
import { LOCATOR_LABELS } from '#domain/citation.ts';
import type { LocatorLabel, LocatorTerms } from '#domain/locators.ts';
import { chooseLocale } from './locale.ts';
import { packagedLocales, readLocale } from '../styles/styleData.ts';

/** The names of the terms: plain `article` is a type of source. */
const LABEL_OF = new Map<string, LocatorLabel>([
  ...LOCATOR_LABELS.map((label) => [label, label] as const),
  ['article-locator', 'article'],
  ['title-locator', 'title'],
]);
LABEL_OF.delete('article');
LABEL_OF.delete('title');

export function locatorHandlers(): Handlers<keyof typeof locatorOperations> {
  return { 'locators.terms': ({ language }) => localeTerms(language) };
}

/** The terms of each locale that was read: packaged locales do not change while the app runs. */
const known = new Map<string, Terms>();

/** Every form of each locator term in a language (BCP 47). */
export function localeTerms(language: string): Terms {
  const locale = chooseLocale(language, packagedLocales().keys());
  const terms = known.get(locale) ?? termsOf(readLocale(packagedLocales().get(locale)!));
  known.set(locale, terms);
  return terms;
}

type Terms = Partial<Record<LocatorLabel, string[]>>;

/** Every form of each locator term of a locale. */
function termsOf(locale: XmlNode): Terms {
  const terms: Terms = {};
  for (const term of elements(locale, 'terms').flatMap((list) => elements(list, 'term'))) {
    const label = LABEL_OF.get(term.attrs['name'] ?? '');
    if (label === undefined) continue;
    const forms = [term, ...term.children.filter(isElement)].map(textOf).filter((form) => form !== '');
    if (forms.length > 0) terms[label] = [...new Set([...(terms[label] ?? []), ...forms])];
  }
  return terms;
}

/** The form of each term that is written in front of a place, for one and for several; the last that is said counts. */
export function writtenTerms(terms: readonly XmlNode[]): LocatorTerms {
  const found = new Map<LocatorLabel, { form: string; words: string[] }>();
  for (const term of terms) {
    const { name = '', form = 'long' } = term.attrs;
    const label = LABEL_OF.get(name);
    if (label === undefined || !['short', 'long'].includes(form)) continue;
    const numbers = ['single', 'multiple'].map((number) => textOf(elements(term, number)[0] ?? term));
    const isWorse = form === 'long' && found.get(label)?.form === 'short';
    if (!isWorse && numbers.every((word) => word !== '')) found.set(label, { form, words: numbers });
  }
  return Object.fromEntries([...found].map(([label, { words }]) => [label, words]));
}

function textOf({ children }: XmlNode): string {
  return children
    .filter((child) => typeof child === 'string')
    .join('')
    .trim();
}

function elements(parent: XmlNode, name: string): XmlNode[] {
  return parent.children.filter(isElement).filter((child) => child.name === name);
}

function isElement(child: XmlNode | string): child is XmlNode {
  return typeof child !== 'string';
}
