/** What sources lack of what a style prints of them. */
import type { XmlNode } from 'citeproc';
import type { SourceCheck } from '#contract/sourceChecks.ts';
import type { ArticleSummary } from '#domain/article.ts';
import type { CslField, CslItem } from '#domain/csl.ts';
import type { CslType } from '#domain/cslLabels.ts';
import { missingFields } from '#domain/expectedFields.ts';
import { LatestUsed } from '../latestUsed.ts';
import { localeFor } from '../styles/styleLocale.ts';
import { type Printed, printedOf } from './printed.ts';
import { packagedLocales, readLocale } from '../styles/styleData.ts';
import { readStyle, type StyleSource, styleKey } from '../styles/styleSource.ts';

/** Styles kept with what they print: that of the brief at hand, and some before. */
const MAX_STYLES = 8;

interface KnownStyle {
  style: XmlNode;
  printed: Map<CslType, Printed>;
  /** Texts of `no date` by locale and form. */
  noDate: Map<string, string | null>;
}

export type SourceChecker = (
  source: StyleSource,
  language: string,
  articles: readonly ArticleSummary[],
) => SourceCheck[];

/** The checker reads each style once, which takes some 20 ms. */
export function createSourceChecker(): SourceChecker {
  const known = new LatestUsed<string, KnownStyle>(MAX_STYLES);
  const styleOf = (source: StyleSource): KnownStyle => {
    const key = styleKey(source);
    const found = known.get(key) ?? { style: readStyle(source), printed: new Map(), noDate: new Map() };
    known.set(key, found);
    return found;
  };
  return (source, language, articles) => {
    const { style, printed, noDate } = styleOf(source);
    const locale = localeFor(language, source);
    const standIn = (form: string): string | null => {
      const key = `${locale} ${form}`;
      const text = noDate.get(key) ?? termText(style, locale, form);
      noDate.set(key, text);
      return text;
    };
    return articles.flatMap(({ id, csl, unconfirmed }) => {
      const prints = printed.get(csl.type) ?? printedOf(style, csl.type);
      printed.set(csl.type, prints);
      const missing = missingFields<CslField>(
        csl.type,
        (field) => isFilled(csl[field]),
        (field) => prints.variables.has(field),
      ).map((field) => ({
        field,
        instead: field === 'issued' && prints.noDate !== null ? standIn(prints.noDate) : null,
      }));
      const open = unconfirmed.filter((field) => field === 'type' || prints.variables.has(field));
      return missing.length + open.length === 0 ? [] : [{ id, missing, unconfirmed: open }];
    });
  };
}

function isFilled(value: CslItem[CslField]): boolean {
  if (value === undefined) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return !Array.isArray(value) || value.length > 0;
}

/** The text of `no date` as the style has it, else the locale; null for none. */
function termText(style: XmlNode, locale: string, form: string): string | null {
  const file = packagedLocales().get(locale);
  const own = elements(style, 'locale').filter(({ attrs }) => {
    const language = attrs['xml:lang'];
    return language === undefined || locale.startsWith(language);
  });
  for (const source of [...own, ...(file === undefined ? [] : [readLocale(file)])])
    for (const term of elements(source, 'terms').flatMap((terms) => elements(terms, 'term'))) {
      const [text] = term.children;
      if (term.attrs['name'] === 'no date' && (term.attrs['form'] ?? 'long') === form)
        return typeof text === 'string' && text !== '' ? text : null;
    }
  return null;
}

function elements({ children }: XmlNode, name: string): XmlNode[] {
  return children.filter((child) => typeof child !== 'string').filter((child) => child.name === name);
}
