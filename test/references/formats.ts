/** Writes references in a format and reads them again, as an import would. */
import { bibEntries, inherit } from '#core/import/references/bibtexEntries.ts';
import { referenceOfBib } from '#core/import/references/bibtex.ts';
import { referenceOfCsl } from '#core/import/references/cslJson.ts';
import { referenceOfRis, risRecords } from '#core/import/references/ris.ts';
import { loadTex } from '#core/import/references/tex.ts';
import type { ReferenceItem } from '#core/import/read/item.ts';
import { biblatex } from '#core/references/biblatex.ts';
import { cslJson } from '#core/references/cslJson.ts';
import type { FormatWriter, Reference } from '#core/references/reference.ts';
import { ris } from '#core/references/ris.ts';

export type FormatName = 'csl-json' | 'biblatex' | 'ris';

const tex = await loadTex();
const READERS: Record<FormatName, (text: string) => ReferenceItem[]> = {
  'csl-json': (text) =>
    (JSON.parse(text) as unknown[]).map((item) => referenceOfCsl(item, JSON.stringify(item), 'a')),
  biblatex: (text) => {
    const { entries, broken } = bibEntries(text);
    if (broken.length > 0) throw new Error(`Broken: ${broken[0]!.text}`);
    return inherit(entries).map((entry) => referenceOfBib(entry, tex, 'a'));
  },
  ris: (text) => risRecords(text).map((record) => referenceOfRis(record, 'a')),
};
const WRITERS: Record<FormatName, FormatWriter> = { 'csl-json': cslJson, biblatex, ris };

export function written(format: FormatName, references: readonly Reference[]): string {
  const { open, between, close, write } = WRITERS[format];
  return open + references.map(write).join(between) + close;
}

/** What the importer makes of the references; the key apart from the metadata. */
export function roundTrip(format: FormatName, references: readonly Reference[]): Reference[] {
  return READERS[format](written(format, references)).map(({ csl, tags = [] }) => {
    const { 'citation-key': key = '', ...rest } = csl;
    return { key, csl: rest, tags };
  });
}
