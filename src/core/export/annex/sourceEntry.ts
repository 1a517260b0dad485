/** The source of an entry of the annex as the list of sources has it; an entry of the annex stands by itself, though. */
import { publicationName } from '#domain/article.ts';
import type { RichText } from '#domain/citation.ts';
import { authorLine, type CslItem, type CslName, cslDateToIso, nameInReadingOrder } from '#domain/csl.ts';
import { longDate } from '#domain/longDate.ts';

/** What styles print in place of names that are those of the entry before (CSL: subsequent-author-substitute). */
const SAME_NAMES = /^(?:(?:[—–―‒_-]{2,}|[⸺⸻]+)(?:,\s(?=[—–―‒_⸺⸻-]))?)+/u;

/** `listed` is its entry in the list of sources, undefined where that has none; `language` (BCP 47) is the brief's. */
export function sourceEntry(csl: CslItem, listed: RichText | undefined, language: string): RichText {
  const [first, ...rest] = listed ?? [];
  if (first === undefined) return described(csl, language);
  if (!SAME_NAMES.test(first.text)) return [first, ...rest];
  const names = namesOf(csl, language);
  if (names === null) return described(csl, language);
  return [{ ...first, text: first.text.replace(SAME_NAMES, () => names) }, ...rest];
}

/** `Kim, Marie, Ann Lee and John Roe`, as lists of sources have names; null where nobody is named. */
function namesOf({ author, editor, translator }: CslItem, language: string): string | null {
  const [first, ...others] = author ?? editor ?? translator ?? [];
  if (first === undefined) return null;
  const names = [inverted(first), ...others.map(nameInReadingOrder)];
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}

function inverted(name: CslName): string {
  const whole = nameInReadingOrder(name);
  const { family, given } = name;
  // Names that are read family name first are written so.
  if (family === undefined || given === undefined || !whole.endsWith(family)) return whole;
  const particles = whole.slice(given.length, whole.length - family.length).trim();
  return [family, [given, particles].filter((part) => part !== '').join(' ')].join(', ');
}

/** A source that the style does not list. */
function described(csl: CslItem, language: string): RichText {
  const issued = csl.issued === undefined ? null : longDate(cslDateToIso(csl.issued), language);
  const words = [authorLine(csl), csl.title, publicationName({ csl }), issued];
  return [{ text: words.filter((part) => part !== null && part !== '').join(', ') }];
}
