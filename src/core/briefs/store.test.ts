import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { StoredDocument, StoredNode } from '#domain/document/stored.ts';
import { type OpenLibrary, openLibrary } from '../db/open.ts';
import { createBrief, getBrief, removeBrief, saveBrief } from './store.ts';

let folder: string;
let library: OpenLibrary;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-briefs-'));
  library = openLibrary({ path: join(folder, 'library'), create: true });
});
afterEach(() => {
  library.close();
  rmSync(folder, { recursive: true });
});

function nested(depth: number): StoredDocument {
  let root: StoredNode = { type: 'paragraph' };
  for (let level = 0; level < depth; level += 1) root = { type: 'quote', children: [root] };
  return { docVersion: 1, root };
}

it('keeps documents that are nested deeply, and refuses those that SQLite would not take', () => {
  const { id, revision } = createBrief(library.db, { document: nested(400) });
  expect(getBrief(library.db, id).document).toEqual(nested(400));
  const refused = expect.objectContaining({ code: 'invalid_input' });
  expect(() => createBrief(library.db, { document: nested(600) })).toThrow(refused);
  expect(() => saveBrief(library.db, { id, revision, document: nested(600) })).toThrow(refused);
  expect(getBrief(library.db, id)).toMatchObject({ revision, document: nested(400) });
});

it('refuses a save on an older revision and keeps the newer one', () => {
  const { id, revision } = createBrief(library.db);
  const saved = saveBrief(library.db, { id, revision, document: nested(1) });
  expect(() => saveBrief(library.db, { id, revision, document: nested(2) })).toThrow(
    expect.objectContaining({ code: 'conflict' }),
  );
  expect(getBrief(library.db, id)).toMatchObject({ revision: saved.revision, document: nested(1) });
});

it('saves the last words of a brief that was removed meanwhile', () => {
  const { id, revision } = createBrief(library.db);
  removeBrief(library.db, id);
  saveBrief(library.db, { id, revision, document: nested(1) });
  expect(getBrief(library.db, id).document).toEqual(nested(1));
});
