/** The metadata of a book: Dublin Core with EPUB's refinements. */
import type { CslName } from '#domain/csl.ts';
import { metadataDate } from '../metadata/dates.ts';
import { type Found, nothingFound, offer, offerDate } from '../metadata/found.ts';
import { readName, readNames } from '../metadata/names.ts';
import { wholeText, type XmlNode } from '../xml/tree.ts';

const DOI = /\b(10\.\d{4,9}\/\S+)/u;
const ISBN = /(?:\b97[89][\s-]?|isbn\D{0,3})(?:\d[\s-]?){9}[\dX]\b/iu;
/** What programs write where nobody named the book or its author. */
const PLACEHOLDER = /^(?:unknown|unbekannt|inconnu|untitled)(?: (?:title|author))?$/iu;

export function bookMetadata(metadata: XmlNode): Found {
  const found = nothingFound();
  const all = (name: string): XmlNode[] => metadata.children.filter((child) => child.name === name);
  const one = (name: string): string | undefined =>
    all(name)
      .map(wholeText)
      .find((text) => text !== '');
  offer(found, 'type', 'book');
  offer(found, 'title', titleOf(metadata, all('title')));
  const people = [...all('creator'), ...all('contributor')].map((node) => ({
    name: nameOf(metadata, node),
    role: refinement(metadata, node, 'role') ?? (node.name === 'creator' ? 'aut' : ''),
  }));
  const withRole = (...roles: string[]): CslName[] =>
    people.filter(({ role }) => roles.includes(role)).flatMap(({ name }) => name);
  offer(found, 'author', withRole('aut', 'cre'));
  offer(found, 'editor', withRole('edt'));
  offer(found, 'translator', withRole('trl'));
  offer(found, 'publisher', one('publisher'));
  offer(found, 'language', one('language'));
  const dates = all('date');
  const published = dates.find((date) => date.attributes['opf:event'] === 'publication') ?? dates[0];
  const printed = published === undefined ? '' : wholeText(published);
  if (printed !== '') offerDate(found, 'issued', metadataDate(printed), printed);
  for (const identifier of all('identifier').map(wholeText)) {
    const doi = DOI.exec(identifier)?.[1];
    if (doi !== undefined) offer(found, 'DOI', doi);
    else if (!/uuid/iu.test(identifier)) offer(found, 'ISBN', isbnOf(identifier));
  }
  const abstract = one('description');
  if (abstract !== undefined)
    offer(
      found,
      'abstract',
      abstract
        .replace(/<[^>]*>/gu, ' ')
        .replace(/\s+/gu, ' ')
        .trim(),
    );
  const series = metadata.children.find(
    ({ attributes }) => attributes['property'] === 'belongs-to-collection',
  );
  if (series !== undefined) offer(found, 'collection-title', wholeText(series));
  return found;
}

function isbnOf(identifier: string): string | undefined {
  return ISBN.exec(identifier)?.[0].replace(/^isbn\D*|\s/giu, '');
}

/** The main title with its subtitle. */
function titleOf(metadata: XmlNode, titles: XmlNode[]): string | undefined {
  const typed = (type: string): XmlNode | undefined =>
    titles.find((title) => refinement(metadata, title, 'title-type') === type);
  const main = typed('main') ?? titles[0];
  const subtitle = typed('subtitle');
  const texts = [main, subtitle].filter((node) => node !== undefined).map(wholeText);
  return texts.filter((text) => text !== '' && !PLACEHOLDER.test(text)).join(': ') || undefined;
}

/** "Family, Given" of the name to file by tells what is the family name. */
function nameOf(metadata: XmlNode, node: XmlNode): CslName[] {
  const printed = wholeText(node);
  if (printed === '' || PLACEHOLDER.test(printed)) return [];
  const filed = node.attributes['opf:file-as'] ?? refinement(metadata, node, 'file-as');
  const parts = /^([^,]+),\s*([^,]+)$/u.exec(filed ?? '');
  if (parts !== null && printed.includes(parts[1]!.trim())) return [readName(filed!)];
  return /;|,| and | & /u.test(printed) ? readNames(printed) : [readName(printed)];
}

/** EPUB 3 refines in `meta` elements of their own, EPUB 2 in attributes. */
function refinement(metadata: XmlNode, node: XmlNode, property: string): string | undefined {
  const { id } = node.attributes;
  const meta = metadata.children.find(
    ({ name, attributes }) =>
      name === 'meta' &&
      id !== undefined &&
      attributes['refines'] === `#${id}` &&
      attributes['property'] === property,
  );
  return meta === undefined ? node.attributes[`opf:${property}`] : wholeText(meta);
}
