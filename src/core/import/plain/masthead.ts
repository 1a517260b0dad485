/** Lines above a title that name the publication and its number, and lines that begin the text itself. */
import { findDate } from '../metadata/dates.ts';
import { type Found, offer } from '../metadata/found.ts';
import { isKnownPublisher, knownName, typeByWording, typeOfPublication } from '../metadata/publishers.ts';
import { weigh } from './lines.ts';

const OPENING_HEADING =
  /^(?:\d+\.?\s+)?(?:introduction|summary|executive summary|abstract|key (?:points|takeaways|findings|judg(?:e)?ments|messages)|at a glance|background|overview|contents|giriş|özet|résumé|einleitung|zusammenfassung|введение|аннотация|はじめに|要旨|概要|서론|요약|개요|摘要|引言)$/iu;

/** A heading that opens a text: what follows it is no front matter. */
export function isOpeningHeading(text: string): boolean {
  return text.length < 60 && OPENING_HEADING.test(text);
}

/** "Q: …", "MINISTER CORRAN: …", "Alba Renn (Low Hythe) (Ind): …": somebody speaks. */
export function isSpeakerLine(text: string): boolean {
  return /^(?:[QA]|[\p{Lu}][\p{Lu}.'’ -]{2,40}|(?:\p{Lu}[\p{L}.'’-]*\s){1,4}(?:\([^)]{2,40}\)\s?){1,2})\s?[:：]\s\S/u.test(
    text,
  );
}

const SMALL_WORDS = /^(?:of|for|and|the|de|du|des|dei|degli|della|la|le|et|und|für|der|di|on|in|&|ve)$/u;

/** Words that open, close or stand before "of" and "for" in the names of publications and offices. */
const NAME_WORD =
  'agency|assembly|association|authority|bank|board|bulletin|bureau|cent(?:er|re)|chamber|chronicle|college|commission|committee|council|courrier|courier|daily|department|diet|dispatch|duma|endowment|enstitüsü|foundation|gazette|gazetesi|gazzetta|corriere|giornale|diario|herald|house|initiative|institut[eo]?|journal|ledger|magazine|merkezi|ministry|monthly|news|observer|office|parliament|post|press|project|quarterly|review|school|secretariat|senate|service|society|telegraph|times|tribune|union|university|vakfı|weekly|wire';
const NAME_SHAPE = new RegExp(
  String.raw`^(?:(?:the|le|la|les|l['’]|der|die|das|el|il)\s?)?(?:${NAME_WORD})(?!\p{L})(?:\s+(?:of|for|on|de[lis]?|degli|della|di|du|für|und)\b|\s+\p{Lu}\S*$|$)|(?<!\p{L})(?:${NAME_WORD})(?:\s+\([\p{Lu}\d-]{2,}\))?$|(?<!\p{L})(?:${NAME_WORD})\s+(?:of|for|on)\b|(?:연구소|연구원|신문|일보|뉴스|통신|研究所|新聞|新報|通信|日报|晚报|газета)$|(?:daily|weekly)\s+\p{Lu}\p{L}+$`,
  'iu',
);
/** What menus and pages call a part of a site. */
const SECTION =
  /^(?:news|press|project|review|post|house|board|school|society|(?:all|breaking|latest|live|local|more|my|other|our|related|top|world|your)\s+\S+|(?:news|press|media|public) (?:statements?|releases?|notes?|briefings?|analysis|features?|feed|reports?|conferences?|rooms?|cent(?:er|re)|desk|contacts?|office))$/iu;
/** What headlines say of an office. */
const HEADLINE_VERB =
  /\b(?:says?|said|raises?|cuts?|approves?|warns?|wins?|calls?|urges?|plans?|seeks?|faces?|opens?|closes?|votes?|agrees?|backs?|rejects?|is|are|was|were|will|has|have|to|sets?|signs?|holds?|makes?|takes?|gets?|puts?|bans?|ends?|begins?|launches?|announces?|publishes|reports?)\b/iu;

/** The name of a newspaper or an institute, alone on a line. */
export function isMasthead(text: string): boolean {
  if (text.length > 100 || weigh(text) > 8 || /[:?!,"“]/u.test(text)) return false;
  if (isKnownPublisher(text)) return true;
  if (SECTION.test(text)) return false;
  const romance = /^(?:le|la|les|l['’]|der|die|das|el|il)\s?/iu.test(text);
  const isName = text
    .split(/\s+/u)
    .every((word) => romance || /^[\p{Lu}\p{Lo}\p{N}«(]/u.test(word) || SMALL_WORDS.test(word));
  return isName && NAME_SHAPE.test(text) && !HEADLINE_VERB.test(text);
}

/** A periodical is what the article appeared in; anything else publishes it. A guess either way. */
export function takeMasthead(text: string, found: Found): true {
  const name = knownName(text) ?? text;
  const isJournal = (typeOfPublication(name) ?? typeByWording(name)) === 'article-journal';
  offer(found, isJournal ? 'container-title' : 'publisher', name, true);
  return true;
}

const VOLUME = /\bvol(?:ume|\.)?\s*(\d{1,4})\b/iu;
const ISSUE = /\b(?:issue|no\.?|number)\s*(\d{1,4})\b/iu;
const PAGES = /\b(?:pages?|pp?\.)\s*(\d{1,5}(?:\s?[–-]\s?\d{1,5})?)/iu;

/** "Газета «Коммерсантъ» №45 от 14.03.2024, стр. 6" */
function takeNewspaperLine(text: string, found: Found): boolean {
  const match =
    /^(?:газета|журнал)\s+["«“]([^"»”]{2,40})["»”][^\d№]{0,20}№\s?(\d{1,5})\S*(?:\s+от\s+(.{8,24}?))?(?:,\s*стр\.\s*(\d{1,4}))?$/iu.exec(
      text,
    );
  if (match === null) return false;
  const [, name = '', issue, printed, page] = match;
  const date = findDate(printed ?? '');
  offer(found, 'container-title', knownName(name) ?? name);
  offer(found, 'issue', issue);
  offer(found, 'issued', date?.date, date?.ambiguous);
  offer(found, 'page', page);
  return true;
}

/** "Harbour Studies (2021) 12 (3): 45–67." */
function takeJournalLine(text: string, found: Found): boolean {
  const match =
    /^(\p{Lu}[^()\d]{3,80}?)\s\(((?:19|20)\d{2})\)\s(\d{1,4})\s?\((\d{1,4})\)\s?:\s?(\d{1,5}\s?[–-]\s?\d{1,5})\.?$/u.exec(
      text,
    );
  if (match === null) return false;
  const [, name, year, volume, issue, pages] = match;
  offer(found, 'container-title', name);
  offer(found, 'issued', { 'date-parts': [[Number(year)]] });
  offer(found, 'volume', volume);
  offer(found, 'issue', issue);
  offer(found, 'page', pages?.replace(/\s?-\s?/u, '–'));
  return true;
}

/** "Volume 14, Issue 3, September 2020, Pages 201–219". */
export function takeIssueLine(text: string, found: Found): boolean {
  if (takeNewspaperLine(text, found) || takeJournalLine(text, found)) return true;
  const volume = VOLUME.exec(text)?.[1];
  if (volume === undefined || text.length > 120 || !/^(?:\p{Lu}|vol)/iu.test(text)) return false;
  const rest = text.replace(VOLUME, '').replace(ISSUE, '').replace(PAGES, '');
  const date = findDate(rest);
  const isWhole = weigh(rest) <= 6;
  if (!isWhole) return false;
  offer(found, 'volume', volume);
  offer(found, 'issue', ISSUE.exec(text)?.[1]);
  offer(found, 'page', PAGES.exec(text)?.[1]?.replace(/\s?-\s?/u, '–'));
  offer(found, 'issued', date?.date, date?.ambiguous);
  return true;
}
