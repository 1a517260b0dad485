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
      reference: { key: 'k', csl: { type, title: 'T', [field]: sampleOf(field) } as CslItem, tags: [] },
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
