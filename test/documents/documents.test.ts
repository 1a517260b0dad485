/** Documents of every version that was ever stored load for ever. Published fixtures are never changed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBrief, getBrief, saveBrief } from '#core/briefs/store.ts';
import { openLibrary } from '#core/db/open.ts';
import { DOC_VERSION, type StoredDocument, storedDocumentSchema } from '#domain/document/stored.ts';
import { upgradeDocument } from '#domain/document/upgrade.ts';
import { temporaryFolder } from '#test/contract/library.ts';

const names = readdirSync(import.meta.dirname).filter((name) => name.endsWith('.json'));
const read = (name: string): StoredDocument =>
  JSON.parse(readFileSync(join(import.meta.dirname, name), 'utf8')) as StoredDocument;

it('every version of the format has a fixture', () => {
  const versions = new Set(names.map((name) => Number(/^v(\d+)-/.exec(name)?.[1])));
  expect([...versions].toSorted((a, b) => a - b)).toEqual(Array.from({ length: DOC_VERSION }, (_unused, index) => index + 1));
});

describe.each(names)('%s', (name) => {
  const stored = read(name);

  it('fits the schema, which takes nothing away', () => {
    expect(name).toMatch(new RegExp(`^v${stored.docVersion}-`));
    expect(storedDocumentSchema.parse(stored)).toEqual(stored);
  });

  it('upgrades to the current version without changing the original', () => {
    const before = JSON.stringify(stored);
    const upgraded = upgradeDocument(stored);
    expect(storedDocumentSchema.parse(upgraded).docVersion).toBe(DOC_VERSION);
    expect(JSON.stringify(stored)).toBe(before);
    expect(upgraded === stored, 'a current document is left as it is').toBe(stored.docVersion === DOC_VERSION);
  });

  it('comes back from the library byte for byte', () => {
    const { db, close } = openLibrary({ path: temporaryFolder(), create: true });
    const wanted = JSON.stringify(upgradeDocument(stored));
    const { id } = createBrief(db, { document: stored });
    expect(JSON.stringify(getBrief(db, id).document)).toBe(wanted);
    saveBrief(db, { id, revision: 0, document: stored });
    expect(JSON.stringify(getBrief(db, id).document)).toBe(wanted);
    close();
  });
});
