/** The lines at an article's end that say who its author is. */
import { type CslName, nameInReadingOrder } from '#domain/csl.ts';
import { detectLanguage } from '../metadata/language.ts';
import { isOrganisation, looksLikeName, readName } from '../metadata/names.ts';

export interface Bio {
  author: CslName;
  /** The organisation that the author belongs to. */
  affiliation: string | null;
  /** It could as well be the article's last sentence, about somebody else: it must stay in the text. */
  doubtful: boolean;
}

const WORD = String.raw`\p{Lu}[\p{L}\p{M}'’.-]*`;
const LEAD = /^(?:[–—*-]\s*)?(?:about the author\s*:?\s*)?/iu;
const NAME = new RegExp(
  String.raw`^((?:(?:Dr|Prof|Assoc|Doç)\.?\s+)*${WORD}(?:\s+(?:${WORD}|van|von|der|de|bin|al)){1,5}?)(?=,|\s+(?:is|was|are|works|serves|has|holds|writes|teaches)\b)`,
  'u',
);
/** What follows the name: "is a senior research fellow", "serves as director". */
const ROLE =
  /^,?\s*(?:is|was|works as|serves as|has been)\s+(?:(?:currently|also)\s+)?(?:an?\s+|the\s+|our\s+)?(?:(?!to\b|that\b|and\b|or\b)[\p{L}\p{N}'’&,-]+\s+){0,7}?(?:adviser|advisor|analyst|assistant|associate|author|candidate|chair|columnist|consultant|correspondent|director|economist|editor|expert|fellow|head|historian|intern|journalist|lecturer|officer|president|professor|reporter|researcher|scholar|scientist|specialist|student|writer)\b/iu;
/** Offices of those who write. A last sentence on a president or a director is more often news. */
const WRITES =
  /\b(?:analyst|author|candidate|columnist|correspondent|editor|fellow|historian|intern|journalist|lecturer|professor|reporter|researcher|scholar|student|writer)\b/iu;
const ORGANISATION = String.raw`(?:the\s+)?(${WORD.replace("'’.", "'’&")}(?:\s+(?:(?:of|for|and|the|on|in|de|du)\s+)*${WORD.replace("'’.", "'’&")})*(?:\s+\(\p{Lu}{2,}\))?)`;
const AT = new RegExp(String.raw`\b(?:at|with)\s+${ORGANISATION}`, 'u');
const OF = new RegExp(String.raw`\b(?:of|for)\s+${ORGANISATION}`, 'u');
/** "ANKASAM bünyesinde": within the organisation. */
const WITHIN_TURKISH =
  /(\p{Lu}{3,}|(?:\p{Lu}\p{L}+\s){1,6}(?:Merkezi|Enstitüsü|Vakfı))\s*(?:['’]\p{L}+\s+)?bünyesinde/u;

/**
 * Reads a paragraph about an author; null where it is running text. It is one where it begins with a dash
 * and a name, or with the name of a known author, or with a name and then goes on in another language than
 * the article's. Where nobody else is named as the author, a paragraph on anybody who writes for a living is a
 * doubtful one.
 */
export function readBio(line: string, authors: CslName[], bodyLanguage: () => string | null): Bio | null {
  const text = line.replace(LEAD, '');
  const dashed = text !== line;
  const name = NAME.exec(text)?.[1];
  if (name === undefined || !looksLikeName(name) || isOrganisation(name)) return null;
  const detected = detectLanguage(text);
  const language = detected?.code ?? null;
  const author = readName(name, language ?? undefined);
  const known = authors.some((other) => sameName(other, author));
  const saysRole = ROLE.test(text.slice(name.length));
  const foreign = detected?.reliable === true && bodyLanguage() !== null && language !== bodyLanguage();
  const sure = foreign || (saysRole && (dashed || known));
  if (!sure && !(saysRole && WRITES.test(text) && authors.length === 0)) return null;
  return { author, affiliation: affiliation(text.slice(name.length), author), doubtful: !sure };
}

/** Whether two names read the same, case and accents apart. */
export function sameName(a: CslName, b: CslName): boolean {
  return foldedName(a) === foldedName(b);
}

function foldedName(name: CslName): string {
  return nameInReadingOrder(name).toLowerCase().replaceAll('ı', 'i').normalize('NFKD').replace(/\p{M}/gu, '');
}

/** The organisation that a text about `author` names as the author's. */
export function affiliation(text: string, author: CslName): string | null {
  const stated = (AT.exec(text) ?? OF.exec(text) ?? WITHIN_TURKISH.exec(text))?.[1];
  if (stated !== undefined) return stated.trim().replace(/[.,]$/u, '');
  return repeatedAcronym(text, author);
}

/** The word in capitals that stands in the text more than once and is not the author's name. */
function repeatedAcronym(text: string, author: CslName): string | null {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/(?<!\p{L})\p{Lu}{3,}(?!\p{L})/gu))
    if (word.toLowerCase() !== author.family?.toLowerCase()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const best = [...counts].toSorted((a, b) => b[1] - a[1])[0];
  return best !== undefined && best[1] > 1 ? best[0] : null;
}
