/** Which fields of which types come back from a file of a format. */
import { isDeepStrictEqual } from 'node:util';
import { CSL_TYPES, type CslField, type CslItem, isDateField, isNamesField } from '#domain/csl.ts';
import { type FormatName, roundTrip } from './formats.ts';
import { FIELDS } from './items.ts';

type Type = CslItem['type'];

/** What stands in a field while it is tried out. */
const SAMPLES: Partial<Record<CslField, string>> = {
  DOI: '10.1000/182',
  ISBN: '978-0-306-40615-7',
  ISSN: '1234-5678',
  PMID: '123',
  PMCID: 'PMC123',
  URL: 'https://example.org/a',
  language: 'fr',
  page: '12–14',
};

function sampleOf(field: CslField): unknown {
  if (isNamesField(field)) return [{ family: 'Jones', given: 'Ann' }];
  if (isDateField(field)) return { 'date-parts': [[2023, 5, 9]] };
  return SAMPLES[field] ?? '7 words';
}

/** The types of which a format loses a field, by that field; fields that no type loses are left out. */
export function lost(format: FormatName): Map<CslField, Type[]> {
  const references = FIELDS.flatMap((field) =>
    CSL_TYPES.map((type) => ({
      field,
      reference: { key: 'k', csl: { type, title: 'T', [field]: sampleOf(field) }, tags: [] },
    })),
  );
  const back = roundTrip(
    format,
    references.map(({ reference }) => reference),
  );
  const types = new Map<CslField, Type[]>();
  for (const [at, { field, reference }] of references.entries())
    if (!isDeepStrictEqual(back[at]!.csl[field], reference.csl[field]))
      types.set(field, [...(types.get(field) ?? []), reference.csl.type]);
  return types;
}

export const DOCUMENTATION = new URL('../../docs/references.md', import.meta.url);
const BEGIN = '<!-- lost: written by test/references/update-docs.ts -->';
const END = '<!-- /lost -->';

/** The page of the documentation with the table of what is lost as it is now. */
export function withLossTable(page: string): string {
  const [before, rest = ''] = page.split(BEGIN);
  return `${before}${BEGIN}\n\n${lossTable()}\n\n${END}${rest.split(END)[1] ?? ''}`;
}

function lossTable(): string {
  const [bib, ris] = [lost('biblatex'), lost('ris')];
  const cell = (types: Type[] | undefined): string => {
    if (types === undefined) return 'held';
    if (types.length === CSL_TYPES.length) return 'lost';
    const kept = CSL_TYPES.filter((type) => !types.includes(type));
    return types.length <= kept.length ? `lost for ${types.join(', ')}` : `held for ${kept.join(', ')} alone`;
  };
  const fields = FIELDS.filter((field) => bib.has(field) || ris.has(field));
  return [
    '| field | BibLaTeX | RIS |',
    '| --- | --- | --- |',
    ...fields.map((field) => `| \`${field}\` | ${cell(bib.get(field))} | ${cell(ris.get(field))} |`),
  ].join('\n');
}
