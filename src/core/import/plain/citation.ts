/** The line in which a page says how it wants to be cited. */
import type { CslItem, CslName } from '#domain/csl.ts';
import { findDate } from '../metadata/dates.ts';
import { type Found, offer } from '../metadata/found.ts';
import { isOrganisation, readName, readNames } from '../metadata/names.ts';
import { knownName, typeByWording, typeOfPublication } from '../metadata/publishers.ts';
import { articleUrl } from '../metadata/urls.ts';

const HEADING =
  /^(?:(?:for )?academic citation|(?:suggested|recommended|preferred) citation|citation|cite (?:this|as)(?: \w+)?|how to cite(?: this \w+)?|to cite this \w+|kaynak göster(?:im)?|atıf|pour citer(?: cet article)?|zitiervorschlag|인용(?:하기)?|引用)\s*(?:[:：]\s*(.*))?$/iu;

/** What follows the heading on its line; null where the line is no such heading. */
export function citationHeading(line: string): string | null {
  const match = HEADING.exec(line);
  return match === null ? null : (match[1] ?? '');
}

/**
 * Takes over what a citation says; it overrides what was read elsewhere. Understood are
 * `Family, Given. "Title." Container, date.`, `Given Family, "Title," Container, date`, and
 * `Family, G. (year, month day). Title. Container.`
 */
export function readCitation(line: string, found: Found): boolean {
  return readQuoted(line, found) || readApa(line, found);
}

function readQuoted(line: string, found: Found): boolean {
  const match = /^(.*?)[\s.,]*[“"«「](.+)[”"»」][\s,.]*(.*)$/u.exec(line);
  if (match === null) return false;
  const [, authors = '', title = '', rest = ''] = match;
  found.csl.title = title.replace(/[.,]$/u, '').trim();
  if (authors.trim() !== '') found.csl.author = invertedNames(authors.trim());
  readPlaceAndDate(rest, found);
  return true;
}

function readApa(line: string, found: Found): boolean {
  const match = /^(.{3,200}?)\s*\((\d{4}[^)]{0,20})\)\.\s*([^.?!]+[?!]?)\.?\s*(.*)$/u.exec(line);
  if (match === null) return false;
  const [, authors = '', printed = '', title = '', rest = ''] = match;
  const inWords = /^(\d{4}),\s*(\p{L}+)\s*(\d{1,2})?$/u.exec(printed);
  const date =
    inWords === null ? null : findDate([inWords[2], inWords[3], inWords[1]].filter(Boolean).join(' '));
  found.csl.title = title.trim();
  found.csl.author = authors
    .split(/\s*(?:,?\s*&|;)\s*|(?<=\.),\s*/u)
    .filter((name) => name !== '')
    .map((name) => readName(name));
  found.csl.issued = date?.date ?? { 'date-parts': [[Number(printed.slice(0, 4))]] };
  readPlaceAndDate(rest, found);
  return true;
}

/** "The Diplomat, March 21, 2023, https://…" */
function readPlaceAndDate(text: string, found: Found): void {
  const address = /https?:\/\/\S+/u.exec(text)?.[0].replace(/[.,)]+$/u, '');
  const url = address === undefined ? null : articleUrl(address);
  if (url !== null) found.csl.URL = url;
  const withoutUrl = text.replace(/https?:\/\/\S+/u, '');
  const date = findDate(withoutUrl);
  if (date !== null) {
    found.csl.issued = date.date;
    found.inferred.delete('issued');
  }
  const numbered = takeVolume(withoutUrl, found);
  const container = /^[^,.(]*(?:\([^)]*\))?/u.exec(numbered)?.[0].replace(/\s+/gu, ' ').trim();
  if (container !== undefined && container !== '' && findDate(container) === null) {
    // Articles appear in periodicals; an institute publishes them itself.
    const field = isOrganisation(container) && typeOf(container) === null ? 'publisher' : 'container-title';
    found.csl[field] = knownName(container) ?? container;
    found.inferred.delete(field);
  }
}

/** "Journal 14, no. 3 (2020): 201–219." as "Journal". */
function takeVolume(text: string, found: Found): string {
  const match =
    /^(.{3,150}?),?\s+(?:vol\.\s*)?(\d{1,4})(?:,?\s*(?:no\.|issue)\s*(\d{1,4})|\s?\((\d{1,3})\))?\s*(?:\((?:\p{L}+\s)?((?:19|20)\d{2})\))?\s*(?::|,\s*pp?\.)\s*(\d{1,5}(?:\s?[–-]\s?\d{1,5})?)\.?\s*$/u.exec(
      text.trim(),
    );
  if (match === null) return text;
  const [, container = '', volume, number, bracketed, year, page] = match;
  offer(found, 'volume', volume);
  offer(found, 'issue', number ?? bracketed);
  offer(found, 'page', page?.replace(/\s?-\s?/u, '–'));
  if (year !== undefined) offer(found, 'issued', { 'date-parts': [[Number(year)]] });
  return container;
}

function typeOf(publication: string): CslItem['type'] | null {
  return typeOfPublication(publication) ?? typeByWording(publication);
}

/** "Pollmann, Mina", "Pollmann, Mina and John Roe", "Mina Pollmann and John Roe". */
function invertedNames(text: string): CslName[] {
  const inverted = /^([^,\s]+(?:\s[^,\s]+)?),\s*([^,]+?)(?:,?\s+(?:and|&)\s+(.+))?$/u.exec(text);
  if (inverted === null) return readNames(text);
  const [, family = '', given = '', others] = inverted;
  return [readName(`${family}, ${given}`), ...(others === undefined ? [] : readNames(others))];
}
