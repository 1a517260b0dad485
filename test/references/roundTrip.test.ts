import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referenceOfBib } from '#core/import/references/bibtex.ts';
import { bibEntries } from '#core/import/references/bibtexEntries.ts';
import { referenceOfRis, risRecords } from '#core/import/references/ris.ts';
import { loadTex } from '#core/import/references/tex.ts';
import { CSL_NAMES_FIELDS, type CslField, type CslItem } from '#domain/csl.ts';
import { type FormatName, roundTrip } from './formats.ts';
import { DOCUMENTATION, lost, withLossTable } from './holds.ts';
import { item, tags } from './items.ts';

const tex = await loadTex();

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

describe('marks in titles', () => {
  const csl: CslItem = {
    type: 'chapter',
    title: 'The Mayak case, 10⁶ tons of H₂O & de Gaulle',
    'container-title': 'On Ulysses today',
    'collection-title': 'Lives of NATO',
    markup: {
      title:
        'The <i>Mayak</i> case, 10<sup>6</sup> tons of H<sub>2</sub>O & <span class="nocase">de Gaulle</span>',
      'collection-title': 'Lives of <span style="font-variant:small-caps;">NATO</span>',
      'container-title': '<b>On <i>Ulysses</i></b> today',
    },
  };
  const back = (format: FormatName): CslItem => roundTrip(format, [{ key: 'k', csl, tags: [] }])[0]!.csl;

  it('come back from CSL-JSON', () => {
    expect(back('csl-json')).toEqual(csl);
  });

  it('come back from BibLaTeX, but for digits, which have signs of their own, and kept letters', () => {
    expect(back('biblatex')).toEqual({
      ...csl,
      markup: { ...csl.markup, title: 'The <i>Mayak</i> case, 10⁶ tons of H₂O & de Gaulle' },
    });
  });

  it('are left out of RIS, and read where another program wrote them', () => {
    const { markup: _markup, ...plain } = csl;
    expect(back('ris')).toEqual(plain);
    const [record] = risRecords('TY  - JOUR\nTI  - The <i>Mayak</i> case\nER  - \n');
    expect(referenceOfRis(record!, 'a').csl).toEqual({
      type: 'article-journal',
      title: 'The Mayak case',
      markup: { title: 'The <i>Mayak</i> case' },
    });
  });

  it('of main title and subtitle are joined', () => {
    const [entry] = bibEntries(
      '@book{k, title = {Why \\emph{Mayak?}}, subtitle = {A \\textit{case}}}',
    ).entries;
    expect(referenceOfBib(entry!, tex, 'a').csl).toMatchObject({
      title: 'Why Mayak? A case',
      markup: { title: 'Why <i>Mayak?</i> A <i>case</i>' },
    });
  });
});
