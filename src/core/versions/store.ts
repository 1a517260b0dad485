/** Versions of briefs in `library.sqlite`. */
import { DossierError } from '#contract/errors.ts';
import type { BriefSettings } from '#domain/brief.ts';
import type { StoredDocument, StoredNode } from '#domain/document/stored.ts';
import { versionsToThin } from '#domain/versions/thin.ts';
import type { BriefVersion, VersionKind, VersionSummary } from '#domain/versions/version.ts';
import { currentDocument, wholeSettings } from '../briefs/store.ts';
import type { Database } from '../db/connect.ts';
import { unpackBlock, unpackList } from './blocks.ts';
import { digestOf } from './pack.ts';

const SUMMARY = `id, brief_id AS briefId, kind, name, created_at AS createdAt, coalesce(words, 0) AS words`;

/** Latest first. Words are counted once a version is packed. */
export function listVersions(db: Database, briefId: number): VersionSummary[] {
  return db
    .prepare<[number], VersionSummary>(
      `SELECT ${SUMMARY} FROM brief_version WHERE brief_id = ? ORDER BY created_at DESC, id DESC`,
    )
    .all(briefId);
}

/** Throws `not_found`. */
export function getVersionSummary(db: Database, id: number): VersionSummary {
  const row = db
    .prepare<[number], VersionSummary>(`SELECT ${SUMMARY} FROM brief_version WHERE id = ?`)
    .get(id);
  if (row === undefined)
    throw new DossierError(
      'not_found',
      'This version is not in the library: it was removed, or thinned out.',
    );
  return row;
}

interface ContentRow {
  settings: string;
  document: string | null;
  docVersion: number;
  root: string;
  blocks: string;
  digest: Buffer;
}

/** A version with its document. What is damaged is left out, and counted. Throws `not_found`, `library_newer`. */
export function getVersion(db: Database, id: number): BriefVersion {
  const summary = getVersionSummary(db, id);
  const row = db
    .prepare<[number], ContentRow>(
      `SELECT settings, document, doc_version AS docVersion, root, blocks, digest FROM brief_version WHERE id = ?`,
    )
    .get(id)!;
  const { document, damaged } =
    row.document === null
      ? assembled(db, row)
      : { document: JSON.parse(row.document) as StoredDocument, damaged: 0 };
  return {
    ...summary,
    // One that was kept by an older Dossier says nothing of what came later.
    settings: wholeSettings(JSON.parse(row.settings) as Partial<BriefSettings>),
    document: currentDocument(document),
    damaged,
  };
}

/** The revision of the brief that a version is. */
export function revisionOf(db: Database, id: number): number {
  return db.prepare<[number], number>('SELECT revision FROM brief_version WHERE id = ?').pluck().get(id)!;
}

function assembled(db: Database, row: ContentRow): { document: StoredDocument; damaged: number } {
  const read = db.prepare<[number], { hash: Buffer; data: Buffer }>(
    'SELECT hash, data FROM version_block WHERE id = ?',
  );
  const ids = unpackList(row.blocks);
  const found = ids.map((id) => read.get(id) ?? null);
  const children = found.map((block) => (block === null ? null : unpackBlock(block)));
  const whole = children.filter((block): block is StoredNode => block !== null);
  const hashes = found.flatMap((block) => (block === null ? [] : [block.hash]));
  // A list that is not the one that was kept may name blocks of other versions.
  const isListWhole = hashes.length < ids.length || digestOf(hashes).equals(row.digest);
  return {
    document: {
      docVersion: row.docVersion,
      root: { ...(JSON.parse(row.root) as StoredNode), children: whole },
    },
    damaged: ids.length - whole.length + (isListWhole ? 0 : 1),
  };
}

export function nameVersion(db: Database, id: number, name: string | null): VersionSummary {
  const { kind } = getVersionSummary(db, id);
  const next: VersionKind = name !== null ? 'named' : kind === 'named' ? 'automatic' : kind;
  db.prepare('UPDATE brief_version SET kind = ?, name = ? WHERE id = ?').run(next, name, id);
  return getVersionSummary(db, id);
}

/** Its blocks go with `dropUnusedBlocks`. */
export function removeVersions(db: Database, ids: readonly number[]): void {
  db.prepare('DELETE FROM brief_version WHERE id IN (SELECT value FROM json_each(?))').run(
    JSON.stringify(ids),
  );
}

/** Removes the versions of a brief that are not to be kept any longer; returns whether there were any. */
export function thinVersions(db: Database, briefId: number, now: number): boolean {
  const going = versionsToThin(listVersions(db, briefId), now);
  if (going.length > 0) removeVersions(db, going);
  return going.length > 0;
}

/** Frees the blocks of a brief that no version of it holds. Must not run while a version of it is being packed. */
export function dropUnusedBlocks(db: Database, briefId: number): void {
  db.transaction(() => {
    const used = new Set(
      db
        .prepare<[number], string>(
          'SELECT blocks FROM brief_version WHERE brief_id = ? AND blocks IS NOT NULL',
        )
        .pluck()
        .all(briefId)
        .flatMap(unpackList),
    );
    const drop = db.prepare('DELETE FROM version_block WHERE id = ?');
    const all = db.prepare<[number], number>('SELECT id FROM version_block WHERE brief_id = ?').pluck();
    for (const id of all.all(briefId)) if (!used.has(id)) drop.run(id);
  }).immediate();
}
