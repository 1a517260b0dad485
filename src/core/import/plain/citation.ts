/** The line in which a page says how it wants to be cited. */
import type { CslItem, CslName } from '#domain/csl.ts';
import { findDate } from '../metadata/dates.ts';
import type { Found } from '../metadata/found.ts';
import { isOrganisation, readName, readNames } from '../metadata/names.ts';
import { knownName, typeByWording, typeOfPublication } from '../metadata/publishers.ts';
import { articleUrl } from '../metadata/urls.ts';

const HEADING =
  /^(?:(?:for )?academic citation|(?:suggested|recommended|preferred) citation|citation|cite (?:this|as)(?: \w+)?|how to cite(?: this \w+)?|to cite this \w+|kaynak göster(?:im)?|atıf|pour citer(?: cet article)?|zitiervorschlag|인용(?:하기)?|引用)\s*[:：]\s*(.*)$/iu;

/** What follows the heading on its line; null where the line is no such heading. */
export function citationHeading(line: string): string | null {
  return HEADING.exec(line)?.[1] ?? null;
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
  const container = /^[^,.(]*(?:\([^)]*\))?/u.exec(withoutUrl)?.[0].replace(/\s+/gu, ' ').trim();
  if (container !== undefined && container !== '' && findDate(container) === null) {
    // Articles appear in periodicals; an institute publishes them itself.
    const field = isOrganisation(container) && typeOf(container) === null ? 'publisher' : 'container-title';
    found.csl[field] = knownName(container) ?? container;
    found.inferred.delete(field);
  }
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
