/** How languages write the places in a source, from their CSL locales. */
import type { XmlNode } from 'citeproc';
import type { locatorOperations } from '#contract/locators.ts';
import type { Handlers } from '#contract/index.ts';
import { LOCATOR_LABELS } from '#domain/citation.ts';
import type { LocatorLabel } from '#domain/locators.ts';
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
  const known = new Map<string, Terms>();
  return {
    'locators.terms': ({ language }) => {
      const locale = chooseLocale(language, packagedLocales().keys());
      const terms = known.get(locale) ?? termsOf(readLocale(packagedLocales().get(locale)!));
      known.set(locale, terms);
      return terms;
    },
  };
}

type Terms = Partial<Record<LocatorLabel, string[]>>;

/** Every form of each locator term. */
function termsOf(locale: XmlNode): Terms {
  const terms: Terms = {};
  for (const term of elements(locale, 'terms').flatMap((list) => elements(list, 'term'))) {
    const label = LABEL_OF.get(term.attrs['name'] ?? '');
    if (label === undefined) continue;
    const forms = [term, ...term.children.filter(isElement)]
      .map((form) =>
        form.children
          .filter((child) => typeof child === 'string')
          .join('')
          .trim(),
      )
      .filter((form) => form !== '');
    if (forms.length > 0) terms[label] = [...new Set([...(terms[label] ?? []), ...forms])];
  }
  return terms;
}

function elements(parent: XmlNode, name: string): XmlNode[] {
  return parent.children.filter(isElement).filter((child) => child.name === name);
}

function isElement(child: XmlNode | string): child is XmlNode {
  return typeof child !== 'string';
}
