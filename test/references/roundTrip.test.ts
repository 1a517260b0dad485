import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CSL_NAMES_FIELDS, type CslField, type CslItem } from '#domain/csl.ts';
import { type FormatName, roundTrip } from './formats.ts';
import { DOCUMENTATION, lost, withLossTable } from './holds.ts';
import { item, tags } from './items.ts';

/** Names that have fields of their own in BibLaTeX; of all others it takes three roles. */
const OWN_ROLES = new Set<string>(['author', 'editor', 'translator', 'container-author']);

/** Metadata without what a format cannot hold. */
function held(format: FormatName, csl: CslItem, losses: ReadonlyMap<CslField, CslItem['type'][]>): CslItem {
  const others = CSL_NAMES_FIELDS.filter((role) => csl[role] !== undefined && !OWN_ROLES.has(role));
  const lostRoles = new Set<string>(format === 'biblatex' ? others.slice(3) : []);
  const entries = Object.entries(csl).filter(
    ([field]) => losses.get(field as CslField)?.includes(csl.type) !== true && !lostRoles.has(field),
  );
  const kept = Object.fromEntries(entries) as CslItem;
  // A publication that is known by its abbreviation alone goes by that.
  const short = kept['container-title-short'];
  const named = format === 'ris' && losses.get('container-title')?.includes(csl.type) !== true;
  return named && short !== undefined ? { 'container-title': short, ...kept } : kept;
}

describe.each(['csl-json', 'biblatex', 'ris'] satisfies FormatName[])('%s', (format) => {
  const losses = lost(format);

  it('carries whatever it has room for', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(item(), tags), { minLength: 1, maxLength: 3 }), (made) => {
        const references = made.map(([csl, own], at) => ({ key: `key${at}`, csl, tags: own }));
        expect(roundTrip(format, references)).toEqual(
          references.map((reference) => ({ ...reference, csl: held(format, reference.csl, losses) })),
        );
      }),
      { numRuns: 150 },
    );
  });
});

it('is documented: what a format has no room for', () => {
  expect(lost('csl-json')).toEqual(new Map());
  const page = readFileSync(DOCUMENTATION, 'utf8');
  expect(cells(page)).toEqual(cells(withLossTable(page)));
});

/** Cells as they read, however the columns are aligned. */
function cells(page: string): string[][] {
  const rows = page.split('\n').filter((row) => row.startsWith('|') && !row.includes('---'));
  return rows.map((row) => row.split('|').map((cell) => cell.trim()));
}
