import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { checkpoint, leaveCheckpoints, openReadWrite, writeBehind } from './connect.ts';
import { type OpenLibrary, openLibrary } from './open.ts';

let folder: string;
let library: OpenLibrary;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dossier-connect-'));
  library = openLibrary({ path: folder, create: true });
  library.db.exec('CREATE TABLE bulk (bytes BLOB)');
});
afterEach(() => {
  library.close();
  rmSync(folder, { recursive: true });
});

/** More than SQLite leaves in its log by itself. */
function writeMuch(): void {
  const insert = library.db.prepare('INSERT INTO bulk VALUES (zeroblob(1000000))');
  for (let row = 0; row < 12; row += 1) writeBehind(library.db, () => insert.run());
}
const size = (): number => statSync(library.folder.library).size;

it('leaves moving what was committed to another connection, until it is told the end', () => {
  const before = size();
  const atEnd = leaveCheckpoints(library.db);
  writeMuch();
  expect(size()).toBe(before);
  const other = openReadWrite(library.folder.library);
  checkpoint(other);
  other.close();
  const moved = size();
  expect(moved).toBeGreaterThan(12_000_000);
  atEnd();
  writeMuch();
  expect(size()).toBeGreaterThan(moved);
});

it('writes behind whole or not at all, and has what comes next wait for the disk again', () => {
  const { db } = library;
  const fail = (): never => {
    db.exec('INSERT INTO bulk VALUES (NULL)');
    throw new Error('half-way');
  };
  expect(() => writeBehind(db, fail)).toThrow('half-way');
  expect(db.prepare('SELECT count(*) FROM bulk').pluck().get()).toBe(0);
  expect(db.pragma('synchronous', { simple: true })).toBe(2);
});
