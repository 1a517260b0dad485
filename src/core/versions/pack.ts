/** Takes a version that is still a copy of its brief apart into blocks. */
import type { StoredDocument } from '#domain/document/stored.ts';
import { type Database, writeBehind } from '../db/connect.ts';
import { hashOf, type PackedBlock, packBlock, packList } from './blocks.ts';

/** Milliseconds of work between two pauses. */
const SLICE = 3;

/**
 * Each `next` does a few milliseconds of it; what is written comes in one transaction at the end. Where it is never
 * brought to its end, the version stays the copy that it was.
 */
export function* packVersion(db: Database, id: number): Generator<void> {
  const version = db
    .prepare<[number], { briefId: number; document: string }>(
      'SELECT brief_id AS briefId, document FROM brief_version WHERE id = ? AND document IS NOT NULL',
    )
    .get(id);
  if (version === undefined) return;
  const { docVersion, root } = JSON.parse(version.document) as StoredDocument;
  yield;
  const known = db
    .prepare<[number, Buffer], number>('SELECT words FROM version_block WHERE brief_id = ? AND hash = ?')
    .pluck();
  const fresh = new Map<string, PackedBlock>();
  const hashes: Buffer[] = [];
  let words = 0;
  let since = performance.now();
  for (const block of root.children ?? []) {
    const json = JSON.stringify(block);
    const hash = hashOf(json);
    const key = hash.toString('latin1');
    let counted = fresh.get(key)?.words ?? known.get(version.briefId, hash);
    if (counted === undefined) {
      const packed = packBlock(block, json, hash);
      fresh.set(key, packed);
      counted = packed.words;
    }
    hashes.push(hash);
    words += counted;
    if (performance.now() - since < SLICE) continue;
    yield;
    since = performance.now();
  }
  const { children: _children, ...bare } = root;
  // A power cut may undo this: the copy is there again then.
  writeBehind(db, () => {
    const insert = db.prepare(
      'INSERT OR IGNORE INTO version_block (brief_id, hash, words, data) VALUES (?, ?, ?, ?)',
    );
    for (const block of fresh.values()) insert.run(version.briefId, block.hash, block.words, block.data);
    const idOf = db
      .prepare<[number, Buffer], number>('SELECT id FROM version_block WHERE brief_id = ? AND hash = ?')
      .pluck();
    const ids = hashes.flatMap((hash) => idOf.get(version.briefId, hash) ?? []);
    // A block that was known when this began went with another version: to be done again.
    if (ids.length < hashes.length) return;
    db.prepare(
      `UPDATE brief_version SET document = NULL, words = ?, doc_version = ?, root = ?, blocks = ?, digest = ?
       WHERE id = ?`,
    ).run(words, docVersion, JSON.stringify(bare), packList(ids), digestOf(hashes), id);
  });
}

export function digestOf(hashes: readonly Buffer[]): Buffer {
  return hashOf(Buffer.concat(hashes));
}

/** Versions of any brief that are still copies, oldest first. */
export function unpackedVersions(db: Database): number[] {
  return db
    .prepare<[], number>('SELECT id FROM brief_version WHERE document IS NOT NULL ORDER BY id')
    .pluck()
    .all();
}
