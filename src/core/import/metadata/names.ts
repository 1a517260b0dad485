/** People and organisations as articles print them. */
import type { CslName } from '#domain/csl.ts';
import { isKnownPublisher } from './publishers.ts';

const TITLES =
  /^(?:(?:Assoc|Asst|Prof|Dr|Mr|Mrs|Ms|Sir|Doç|Öğr|Gör|Yrd|Av|Amb|Gen|Col|Lt|Hon|Dame|Lord)\.?\s+|(?:Professor|Ambassador|Doctor)\s+)+/u;
const DEGREES = /,?\s+(?:Ph\.?\s?D\.?|M\.?A\.?|M\.?Sc\.?|MBA|J\.?D\.?|M\.?D\.?|CFA)$/u;
const SUFFIX = /,?\s+(Jr\.?|Sr\.?|II|III|IV)$/u;
const PARTICLES = new Set(
  'van von der den de del della di da dos du la le ter ten al el bin ibn zu zur af av'.split(' '),
);
const ORGANISATION =
  /\b(?:agenc[ey]|associat(?:ion|es)|authority|bank|board|bureau|centers?|centres?|commission|committee|company|council|daily|department|desk|editors?|editorial|foundation|fund|group|inc|initiative|institut[eo]?|institute|laborator(?:y|ies)|ltd|ministry|network|news(?:room)?|office|organi[sz]ation|parliament|press|program(?:me)?|project|research|reuters|school|secretariat|service|society|staff|team|think tank|times|union|universit\p{L}*|merkezi|enstitüsü|bakanlığı|vakfı)\b|(?:연구소|연구원|위원회|부처|신문|뉴스|통신|편집|研究所|研究会|委員会|編集|新聞|通信|協会|省$|部$)/iu;
/** Family names of two syllables; all other Korean family names have one. */
const LONG_KOREAN = /^(?:남궁|황보|제갈|사공|선우|서문|독고|동방)/u;

/**
 * Reads one name. East Asian names without a space are parted only where they are Korean. `language`, where
 * known, says how capitals become small letters (Turkish has its own).
 */
export function readName(printed: string, language?: string): CslName {
  const text = printed.replace(/\s+/gu, ' ').replace(TITLES, '').replace(DEGREES, '').trim();
  if (isOrganisation(text)) return { literal: text };
  if (/^\p{Script=Hangul}{2,5}$/u.test(text)) return koreanName(text);
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々・]+$/u.test(text)) return { literal: text };
  const spacedEast = /^([\p{Script=Han}\p{Script=Hangul}々]+) ([\p{L}々]+)$/u.exec(text);
  if (spacedEast !== null) return { family: spacedEast[1]!, given: spacedEast[2]! };
  const suffix = SUFFIX.exec(text)?.[1];
  const name = westernName(text.replace(SUFFIX, ''), language);
  return suffix === undefined ? name : { ...name, suffix };
}

function westernName(text: string, language?: string): CslName {
  const locale = language === 'tr' || /[İıŞşĞğ]/u.test(text) ? 'tr' : 'en';
  const properCase = (words: string): string => inProperCase(words, locale);
  const [familyFirst, givenAfter, ...more] = text.split(/\s*,\s*/u);
  if (givenAfter !== undefined && more.length === 0 && familyFirst !== undefined)
    return { given: properCase(givenAfter), ...withParticle(properCase(familyFirst)) };
  const words = text.split(' ');
  if (words.length === 1) return { literal: text };
  const capitals = words.map(isUpperCase);
  // "KISHIDA Fumio": the family name is the one in capitals, wherever it stands.
  const upperFirst = capitals[0] === true && !capitals.at(-1)! && words[0]!.length > 1;
  if (upperFirst) {
    const count = capitals.indexOf(false);
    return {
      family: properCase(words.slice(0, count).join(' ')),
      given: properCase(words.slice(count).join(' ')),
    };
  }
  let familyAt = words.length - 1;
  while (familyAt > 1 && PARTICLES.has(words[familyAt - 1]!.toLowerCase())) familyAt -= 1;
  // "Ayşe YILMAZ KAYA" has a family name of two words.
  while (
    familyAt > 1 &&
    capitals[familyAt]! &&
    capitals[familyAt - 1]! &&
    !capitals[0]! &&
    words[familyAt - 1]!.length > 2
  )
    familyAt -= 1;
  return {
    given: properCase(words.slice(0, familyAt).join(' ')),
    ...withParticle(properCase(words.slice(familyAt).join(' '))),
  };
}

/** Splits "van der Berg" into particle and family name. */
export function withParticle(family: string): CslName {
  const words = family.split(' ');
  const count = words.findIndex((word) => !PARTICLES.has(word) || word !== word.toLowerCase());
  if (count <= 0) return { family };
  return { 'non-dropping-particle': words.slice(0, count).join(' '), family: words.slice(count).join(' ') };
}

function koreanName(text: string): CslName {
  const family = LONG_KOREAN.exec(text)?.[0] ?? text.slice(0, 1);
  return { family, given: text.slice(family.length) };
}

/**
 * Reads a list of names: "A B and C D", "A B, C D & E F", "B, A; D, C", "A B ve C D", "가나다・라마바".
 * Trailing roles and employers ("A B, Reuters") are left out.
 */
export function readNames(printed: string, language?: string): CslName[] {
  const read = (name: string): CslName => readName(name, language);
  const text = printed.replace(/\s+/gu, ' ').trim();
  if (text === '') return [];
  const strong = text.split(/\s*;\s*/u);
  if (strong.length > 1) return strong.filter((part) => part !== '').map(read);
  if (isOrganisation(text) && !/[,&]| and /u.test(text)) return [read(text)];
  const offices = isOrganisation(text) && !/,/u.test(text) ? text.split(/\s+(?:and|&)\s+/u) : [];
  if (offices.some((part) => !looksLikeName(part) && !isOrganisation(part))) return [read(text)];
  if (offices.length > 0 && /\b(?:of|for)\b/u.test(offices[0]!)) return [read(text)];
  const parts = text
    .split(/\s*,\s*(?:and|ve|et|und|y)\s+|\s+(?:and|ve|et|und|y)\s+|\s+&\s+|\s*[、，]\s*|\s*,\s*/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length === 2 && /,/u.test(text) && !parts[0]!.includes(' ') && /^\p{Lu}/u.test(parts[1]!))
    return [read(text)];
  const joined = rejoinSuffixes(parts);
  const people = joined.filter((part) => !isOrganisation(part) && looksLikeName(part));
  return (people.length > 0 ? people : joined.slice(0, 1)).map(read);
}

function rejoinSuffixes(parts: string[]): string[] {
  return parts.reduce<string[]>((names, part) => {
    if (/^(?:Jr\.?|Sr\.?|II|III|IV|Ph\.?D\.?)$/u.test(part) && names.length > 0)
      names[names.length - 1] += ` ${part}`;
    else names.push(part);
    return names;
  }, []);
}

/** "A B", "A B and C D", "A B, C D, E F": nothing but names. */
export function looksLikeNames(text: string): boolean {
  const parts = text
    .split(/\s*,\s*(?:and\s+)?|\s+(?:and|&|ve|et|und|y|и)\s+|[、，·]/u)
    .filter((name) => name !== '');
  return parts.length > 0 && parts.length < 12 && parts.every(looksLikeName);
}

/** Words of titles and headings that no name has, in small letters. */
const NO_NAMES = new Set(
  'a about after all an analysis analyst and annual are as at before between brief briefing bureau chapter columnist comment commentator congress contents contributor correspondent director economist edition english every executive fellow from full guide headlines house how if interview introduction is issue journalist key latest lecturer letter main minutes more morning new news no not notes now official on online op-ed opinion our out overview part photo photos points policy politics press problem project question read release remarks report reporter researcher review section series should sport sports statement summary the these they this today transcript two update us video volume was we week weekly what when where which who why with world year you your economy business culture science technology'.split(
    ' ',
  ),
);

/** Cities of two words, which stand behind a writer's name as another writer's does. */
const CITIES = new Set(
  'abu dhabi,addis ababa,buenos aires,cape town,hong kong,kuala lumpur,las vegas,los angeles,mexico city,new delhi,new york,phnom penh,port sudan,rio de janeiro,san francisco,santo domingo,são paulo,sri lanka,tel aviv,washington dc'.split(
    ',',
  ),
);

/** First words of places, such as no given name is. */
const PLACE = /^(?:new|north|south|east|west|port|fort|mount|cape|saint|st\.?|san|santa|los|las) /iu;

let regions: Set<string> | null = null;

/** A city or a country of two words. */
function looksLikePlace(name: string): boolean {
  if (PLACE.test(name) || CITIES.has(name)) return true;
  regions ??= new Set(regionNames());
  return regions.has(name);
}

/** The English names of all regions that the system can name, in small letters. */
function regionNames(): string[] {
  const english = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  return letters.flatMap((first) =>
    letters.flatMap((second) => english.of(first + second)?.toLowerCase() ?? []),
  );
}

/** Two to six capitalised words (particles apart), or a name in Hangul, Han or Kana. */
export function looksLikeName(text: string): boolean {
  if (text.length > 120) return false;
  const name = text.replace(TITLES, '').replace(DEGREES, '').trim();
  if (/^\p{Script=Hangul}{2,4}$/u.test(name)) return true;
  if (
    /^[\p{Script=Han}々]{1,4}[ ・]?[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}々]{1,5}$/u.test(name)
  )
    return true;
  const words = name.split(/\s+/u);
  if (words.length < 2 || words.length > 6 || looksLikePlace(name.toLowerCase())) return false;
  if (words.some((word) => NO_NAMES.has(word.toLowerCase()))) return false;
  return words.every(
    (word, index) =>
      /^(?:(?:al|el|d|l)['’-])?\p{Lu}[\p{L}'’.-]*$/u.test(word) ||
      (index > 0 && PARTICLES.has(word) && index < words.length - 1),
  );
}

export function isOrganisation(text: string): boolean {
  return ORGANISATION.test(text) || isKnownPublisher(text) || /^[A-Z]{2,6}$/u.test(text);
}

function isUpperCase(word: string): boolean {
  return /\p{Lu}/u.test(word) && word === word.toUpperCase() && !/^\p{Lu}\.?$/u.test(word);
}

/** "TOKMAK" as "Tokmak"; mixed case and initials stay. */
function inProperCase(words: string, locale: string): string {
  return words
    .split(' ')
    .map((word) =>
      isUpperCase(word) && word.replace(/\P{L}/gu, '').length > 1 && !/\./u.test(word)
        ? word.replace(
            /(\p{L})(\p{L}*)/gu,
            (_all, first: string, rest: string) => first + rest.toLocaleLowerCase(locale),
          )
        : word,
    )
    .join(' ');
}
