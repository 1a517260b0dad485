/** A row of a dump as an article, or, where it has no text, as a reference. */
import type { TableField, TableMapping } from '#contract/importTables.ts';
import { DossierError } from '#contract/errors.ts';
import type { CslField, CslItem } from '#domain/csl.ts';
import { type DraftBlock, plainBlock } from '../content/draft.ts';
import { linkMarkers } from '../content/notes.ts';
import { inlineText, readFragment } from '../html/fragment.ts';
import { readMarkdown } from '../markdown/read.ts';
import { type Found, nothingFound, offer, offerDate } from '../metadata/found.ts';
import { languageTag } from '../metadata/language.ts';
import { readBody } from '../plain/body.ts';
import { splitLines } from '../plain/lines.ts';
import { partNotes } from '../plain/notes.ts';
import { finishArticle } from '../read/article.ts';
import type { ReadItem } from '../read/item.ts';
import type { Cells } from './cells.ts';
import type { Row } from './rows.ts';
import { dateOf, doiOf, lineOf, namesOf, tagsOf, textOf, typeOf, urlOf } from './values.ts';

/** Most words of a text that stand in for a title. */
const TITLE_WORDS = 12;

/** `name` is what the row goes by: `dump.csv, row 12`. What cannot be read is a refused item. */
export function rowItem(row: Row, mapping: TableMapping, name: string): ReadItem {
  if (row.cells === null) return { kind: 'refused', name, message: `“${name}” ${row.problem ?? ''}` };
  try {
    return readRow(row.cells, row.text, mapping, name);
  } catch (error) {
    if (error instanceof DossierError) return { kind: 'refused', name, message: error.message };
    const detail = error instanceof RangeError ? 'it is nested too deeply' : String(error);
    return { kind: 'refused', name, message: `“${name}” could not be read: ${detail}.` };
  }
}

function readRow(cells: Cells, rowText: string, mapping: TableMapping, name: string): ReadItem {
  const found = nothingFound();
  const tags: string[] = [];
  const texts: string[] = [];
  for (const column of mapping.columns) {
    const value = cells.get(column.name);
    if (value === undefined) continue;
    if (column.field === 'text') texts.push(textOf(value, '\n\n'));
    else if (column.field === 'tags') tags.push(...tagsOf(value));
    else take(found, column.field, value, mapping);
  }
  const original = { name, bytes: new TextEncoder().encode(rowText) };
  const more = { original, ...(tags.length > 0 && { tags: [...new Set(tags)] }) };
  const text = texts.filter((part) => part.trim() !== '').join('\n\n');
  if (rowText.includes('\uFFFD')) found.messages.push('Characters that could not be read are shown as �.');
  if (text.trim() === '') return reference(found, name, more);
  const blocks = blocksOf(text, mapping.textFormat, found);
  if (offer(found, 'title', firstWords(text), true))
    found.messages.push('The row has no title: its first words stand in for it.');
  const article = finishArticle(
    { blocks, found },
    name,
    found.csl.URL === undefined ? 'document' : 'webpage',
  );
  return { kind: 'article', ...article, ...more };
}

function reference(
  found: Found,
  name: string,
  more: { original: { name: string; bytes: Uint8Array } },
): ReadItem {
  const { title, type, language, ...rest } = found.csl;
  if (title === undefined)
    return { kind: 'refused', name, message: `“${name}” has neither a title nor a text.` };
  const tag = languageTag(language ?? '');
  const csl = {
    type: type ?? (rest.URL === undefined ? 'document' : 'webpage'),
    title,
    ...rest,
    ...(tag !== null && { language: tag }),
  };
  return { kind: 'reference', csl, messages: found.messages, ...more };
}

/** Of several columns for one field the first that holds something counts, of names all. */
function take(
  found: Found,
  field: Exclude<TableField, 'text' | 'tags'>,
  value: unknown,
  mapping: TableMapping,
): void {
  if (field === 'author' || field === 'editor' || field === 'translator') {
    const names = [...(found.csl[field] ?? []), ...namesOf(value)];
    if (names.length > 0) found.csl[field] = names;
  } else if (field === 'issued' || field === 'accessed') takeDate(found, field, value, mapping);
  else if (field === 'URL') offer(found, field, urlOf(value));
  else if (field === 'DOI') offer(found, field, doiOf(value));
  else if (field === 'type') offer(found, field, typeOf(value));
  else offer(found, field, inlineText(lineOf(value)));
}

function takeDate(found: Found, field: 'issued' | 'accessed', value: unknown, { dates }: TableMapping): void {
  const printed = lineOf(value).slice(0, 60);
  const date = dateOf(value, dates);
  if (date !== null) offerDate(found, field, date, printed);
  else if (printed !== '') found.messages.push(`The date “${printed}” could not be read.`);
}

function blocksOf(text: string, format: TableMapping['textFormat'], found: Found): DraftBlock[] {
  const kind = format === 'auto' ? formatOfText(text) : format;
  if (kind === 'html') return readFragment(text, found.csl.URL);
  if (kind === 'markdown') {
    const { blocks, found: inText } = readMarkdown(text);
    for (const [field, value] of Object.entries(inText.csl))
      offer(found, field as CslField, value as CslItem[CslField], inText.inferred.has(field as CslField));
    return blocks;
  }
  const { article, notes, after } = partNotes(splitLines(text));
  return linkMarkers([
    ...readBody(article).blocks,
    ...notes,
    ...after.map((line) => plainBlock('paragraph', line.text)),
  ]);
}

const TAG =
  /<\/?(?:p|div|br|span|a|h[1-6]|ul|ol|li|blockquote|table|tr|td|strong|em|b|i|img|figure|section|article|html|body)\b[^<>]*>/giu;
const MARKDOWN = [
  /^#{1,6} \S/mu,
  /\[[^\]\n]+\]\(\S+\)/u,
  /(?<!\*)\*\*[^*\s][^*\n]*\*\*(?!\*)/u,
  /^[-*+] \S.*\n[-*+] \S/mu,
  /^> \S/mu,
  /^```/mu,
  /^\[\^\w+\]:/mu,
];

/** By two tags, or two signs of Markdown. */
function formatOfText(text: string): 'plain' | 'markdown' | 'html' {
  const sample = text.slice(0, 50_000);
  if ((sample.match(TAG)?.length ?? 0) >= 2) return 'html';
  return MARKDOWN.filter((sign) => sign.test(sample)).length >= 2 ? 'markdown' : 'plain';
}

function firstWords(text: string): string {
  const line = inlineText(text.slice(0, 2000));
  const words = line.split(' ');
  const title = words.slice(0, TITLE_WORDS).join(' ').slice(0, 120);
  return title.length < line.length ? `${title} …` : title;
}
