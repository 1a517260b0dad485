/** RIS: `TY  - JOUR` to `ER  -`, with the tags of its 2011 specification and those that are older. */
import type { CslDate, CslItem, CslName } from '#domain/csl.ts';
import { readName, withParticle } from '../metadata/names.ts';
import type { ReferenceItem } from '../read/item.ts';
import { referenceDate } from './dates.ts';
import { addNames, addTags, type Draft, finishReference, newDraft, setText, tidyName } from './fields.ts';
import { isTypeLabel, RIS_PARAGRAPHS, risNames, risPages, risTexts, risType } from './risFields.ts';

export interface RisRecord {
  /** Tags with their values, in order. */
  lines: [tag: string, value: string][];
  text: string;
}

const TAG = /^\uFEFF?\s{0,3}([A-Z][A-Z0-9])\s{0,3}-(?:\s(.*)|)$/u;

/**
 * The records of a file. A value goes on over lines without a tag; a record without `ER` ends where the next
 * begins; what stands outside records is left out.
 */
export function risRecords(text: string): RisRecord[] {
  const records: RisRecord[] = [];
  let lines: RisRecord['lines'] = [];
  let source: string[] = [];
  const end = (): void => {
    if (lines.length > 0) records.push({ lines, text: source.join('\n').trim() });
    lines = [];
    source = [];
  };
  for (const line of text.split(/\r\n?|\n/u)) {
    const match = TAG.exec(line);
    const tag = match?.[1];
    if (tag === 'TY') end();
    if (tag === undefined && lines.length === 0) continue;
    source.push(line);
    if (tag === 'ER') end();
    else if (tag !== undefined) lines.push([tag, (match![2] ?? '').trim()]);
    else if (line.trim() !== '') {
      const last = lines.at(-1)!;
      const multiline = last[0] === 'AB' || last[0] === 'N2' || last[0] === 'N1';
      last[1] += (multiline ? '\n' : ' ') + line.trim();
    }
  }
  end();
  return records.filter((record) => record.lines[0]![0] === 'TY' && record.lines.length > 1);
}

/** `name` is what the record goes by in reports. */
export function referenceOfRis({ lines, text }: RisRecord, name: string): ReferenceItem {
  const draft = newDraft();
  const values = (...tags: string[]): string[] =>
    lines.filter(([tag, value]) => tags.includes(tag) && value !== '').map(([, value]) => value);
  const first = (...tags: string[]): string | undefined =>
    tags.map((tag) => values(tag)[0]).find((value) => value !== undefined);
  const works = values('M3');
  const type = risType(lines[0]![1], works);
  draft.csl.type = type;

  for (const [field, ...tags] of risTexts(type))
    setText(
      draft,
      field,
      RIS_PARAGRAPHS.has(field)
        ? tags.map((tag) => values(tag).join('\n')).find((value) => value !== '')
        : first(...tags),
    );
  for (const [field, ...tags] of risNames(type))
    addNames(
      draft,
      field,
      values(...tags)
        .map(risName)
        .filter((other) => other !== null),
    );
  takeDates(draft, first);
  takePages(draft, type, first);
  takeWork(draft, works);
  takeSerials(draft, values('SN'));
  setText(
    draft,
    'URL',
    values('UR', 'L2', 'LK')
      .flatMap((value) => value.split(/[\s;]+/u))
      .find((url) => /^https?:/iu.test(url)),
  );
  addTags(
    draft,
    values('KW').flatMap((value) => value.split(/[;\n]/u)),
  );
  return finishReference(draft, { name, bytes: new TextEncoder().encode(text) }, name);
}

/**
 * `Family, Given, Suffix`, as it stands; a name that ends in a comma, or whose first comma is doubled, is an
 * organisation's. Particles in lower case
 * stand before the family name. A name without a comma is read as people print names.
 */
export function risName(text: string): CslName | null {
  const doubled = /^([^,]+),,(.*[^,\s].*)$/u.exec(text);
  if (doubled !== null) return tidyName({ literal: `${doubled[1]},${doubled[2]}` });
  const [family = '', given = '', ...rest] = text.split(/\s*,\s*/u);
  if (text.trimEnd().endsWith(',') && given === '') return tidyName({ literal: family });
  if (given === '') return family.trim() === '' ? null : tidyName(readName(family));
  return tidyName({ ...withParticle(family.trim()), given, suffix: rest.join(', ') });
}

/** The day is told by DA where that holds the year at all, and by what it adds to it. */
function takeDates(draft: Draft, first: (...tags: string[]) => string | undefined): void {
  const year = risDate(first('PY', 'Y1') ?? '');
  const exact = risDate(first('DA') ?? '');
  const issued = exact !== null && (year === null || detail(exact) > detail(year)) ? exact : year;
  if (issued !== null) draft.csl.issued = issued;
  else if (first('DA') !== undefined) draft.messages.push(`The date “${first('DA')}” could not be read.`);
  const accessed = risDate(first('Y2') ?? '');
  if (accessed !== null) draft.csl.accessed = accessed;
}

function detail({ 'date-parts': parts, circa, season }: CslDate): number {
  return parts.flat().length + (circa === undefined ? 0 : 1) + (season === undefined ? 0 : 1);
}

/** `2023/05/09/` with anything behind it, as which we write the season, `circa` and `to 2023-05-11`. */
function risDate(text: string): CslDate | null {
  const [, from, more, about, to] =
    /^(\d{4}\/\d{0,2}\/\d{0,2}\/)(\p{L}*?) ?(circa)? ?(?:to (-?\d{4}(?:-\d\d){0,2}))?$/u.exec(text) ?? [];
  if (from === undefined) return referenceDate(text);
  const start = referenceDate(from + more);
  if (start === null) return null;
  const end = referenceDate(to ?? '')?.['date-parts'].slice(0, 1) ?? [];
  const circa = about === undefined ? {} : { circa: true };
  return { ...start, 'date-parts': [...start['date-parts'], ...end], ...circa };
}

function takePages(
  draft: Draft,
  type: CslItem['type'],
  first: (...tags: string[]) => string | undefined,
): void {
  const [start, end] = [first('SP'), first('EP')];
  const pages =
    start === undefined || end === undefined || start === end || /[-–]/u.test(start)
      ? start
      : `${start}–${end}`;
  setText(draft, risPages(type), pages);
}

/** What kind of work it is; older programs wrote the DOI here. */
function takeWork(draft: Draft, works: readonly string[]): void {
  for (const work of works)
    if (/^(?:doi:?\s*)?10\.\d{4,9}\//iu.test(work)) setText(draft, 'DOI', work);
    else if (!isTypeLabel(work)) setText(draft, 'genre', work);
}

function takeSerials(draft: Draft, serials: readonly string[]): void {
  for (const serial of serials) {
    const isIssn = /^\s*\d{4}-?\d{3}[\dX](?!\d)/iu.test(serial) && !/^\s*97[89]/u.test(serial);
    setText(draft, isIssn ? 'ISSN' : 'ISBN', serial);
  }
}
