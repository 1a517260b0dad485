/** Briefs in `library.sqlite`. */
import { DossierError } from '#contract/errors.ts';
import type { Brief, BriefSettings, BriefSummary } from '#domain/brief.ts';
import { DEFAULT_PAGE } from '#domain/page.ts';
import { emptyDocument, type StoredDocument } from '#domain/document/stored.ts';
import { NewerDocumentError, upgradeDocument } from '#domain/document/upgrade.ts';
import { type Database, errorCode } from '../db/connect.ts';
import { keepBeforeSave } from '../versions/keep.ts';
import { keepSources } from './sources.ts';

/** What a brief is at first. */
export const DEFAULT_SETTINGS: BriefSettings = {
  title: 'Untitled brief',
  author: '',
  addressee: '',
  reference: '',
  keywords: '',
  date: null,
  language: 'en-US',
  styleId: 'chicago-notes',
  marking: null,
  page: DEFAULT_PAGE,
};

/** Settings with the usual ones where they say nothing: those of an older Dossier know nothing of what came later. */
export function wholeSettings(settings: Partial<BriefSettings>): BriefSettings {
  return { ...DEFAULT_SETTINGS, ...settings, page: { ...DEFAULT_PAGE, ...settings.page } };
}

const SUMMARY = `id, title, author, addressee, reference, keywords, date, language, style_id AS styleId,
  marking, page, created_at AS createdAt, updated_at AS updatedAt`;

/** Members that are stored as JSON. */
const PACKED = ['marking', 'page'] as const;
type Packed<S> = Omit<S, (typeof PACKED)[number]> & Record<(typeof PACKED)[number], string | null>;
type SummaryRow = Packed<BriefSummary>;
type BriefRow = SummaryRow & { revision: number; document: string };

function fromRow<Row extends SummaryRow>({ marking, page, ...row }: Row) {
  return {
    ...row,
    marking: marking === null ? null : (JSON.parse(marking) as BriefSettings['marking']),
    page: { ...DEFAULT_PAGE, ...(JSON.parse(page ?? '{}') as Partial<BriefSettings['page']>) },
  };
}

function toRow<S extends BriefSettings>(settings: S): Packed<S> {
  const { marking, page } = settings;
  return { ...settings, marking: marking && JSON.stringify(marking), page: JSON.stringify(page) };
}

/** Creates a brief; what is not given is as in DEFAULT_SETTINGS, with an empty document. */
export function createBrief(
  db: Database,
  { document, ...settings }: Partial<BriefSettings> & { document?: StoredDocument | undefined } = {},
): Brief {
  const now = new Date().toISOString();
  const insert = db.prepare(
    `INSERT INTO brief (title, author, addressee, reference, keywords, date, language, style_id, marking, page,
         created_at, updated_at, document)
       VALUES (@title, @author, @addressee, @reference, @keywords, @date, @language, @styleId, @marking, @page, @now,
         @now, @document)`,
  );
  const stored = currentDocument(document ?? emptyDocument());
  const row = {
    ...toRow({ ...DEFAULT_SETTINGS, ...given(settings) }),
    now,
    document: JSON.stringify(stored),
  };
  return db
    .transaction(() => {
      const id = Number(refusingDepth(() => insert.run(row)).lastInsertRowid);
      keepSources(db, id, stored);
      return getBrief(db, id);
    })
    .immediate();
}

/** A brief with its document in the current format; also one that was removed. Throws `not_found`. */
export function getBrief(db: Database, id: number): Brief {
  const row = db
    .prepare<[number], BriefRow>(`SELECT ${SUMMARY}, revision, document FROM brief WHERE id = ?`)
    .get(id);
  if (row === undefined) throw briefNotFound(id);
  return { ...fromRow(row), document: currentDocument(JSON.parse(row.document) as StoredDocument) };
}

/** All briefs that are not removed, last edited first. */
export function listBriefs(db: Database): BriefSummary[] {
  return db
    .prepare<[], SummaryRow>(
      `SELECT ${SUMMARY} FROM brief WHERE removed_at IS NULL ORDER BY updated_at DESC, id DESC`,
    )
    .all()
    .map(fromRow);
}

/**
 * Stores the document in place of the one that has the number `revision`. Throws `conflict` where that is
 * not the stored one. A removed brief is saved as well: the last words typed must not be lost.
 */
export function saveBrief(
  db: Database,
  { id, revision, document }: { id: number; revision: number; document: StoredDocument },
): { revision: number; updatedAt: string; keptVersion: boolean } {
  const updatedAt = new Date().toISOString();
  const update = db.prepare<[string, string, number, number], { revision: number; removedAt: string | null }>(
    `UPDATE brief SET document = ?, revision = revision + 1, updated_at = ? WHERE id = ? AND revision = ?
       RETURNING revision, removed_at AS removedAt`,
  );
  const isRevision = db.prepare<[number, number], number>(
    'SELECT 1 FROM brief WHERE id = ? AND revision = ?',
  );
  const stored = currentDocument(document);
  const json = JSON.stringify(stored);
  const saved = db
    .transaction(() => {
      if (!isRevision.get(id, revision)) return undefined;
      const keptVersion = keepBeforeSave(db, id, Buffer.byteLength(json));
      const row = refusingDepth(() => update.get(json, updatedAt, id, revision))!;
      keepSources(db, id, row.removedAt === null ? stored : null);
      return { revision: row.revision, keptVersion };
    })
    .immediate();
  if (saved !== undefined) return { ...saved, updatedAt };
  const { title } = getSummary(db, id);
  throw new DossierError(
    'conflict',
    `“${title}” was changed in another window since it was opened here. Nothing was overwritten; copy your changes and open the brief again.`,
  );
}

/** Changes the settings that are given. Throws `not_found`. */
export function updateSettings(db: Database, id: number, settings: Partial<BriefSettings>): BriefSummary {
  const changed = { ...getSummary(db, id), ...given(settings) };
  db.prepare(
    `UPDATE brief SET title = @title, author = @author, addressee = @addressee, reference = @reference,
       keywords = @keywords, date = @date, language = @language, style_id = @styleId, marking = @marking, page = @page,
       updated_at = @now
       WHERE id = @id`,
  ).run({ ...toRow(changed), now: new Date().toISOString() });
  return getSummary(db, id);
}

/** Takes the brief off the list. Throws `not_found`. */
export function removeBrief(db: Database, id: number): void {
  db.transaction(() => {
    const { changes } = db
      .prepare('UPDATE brief SET removed_at = coalesce(removed_at, ?) WHERE id = ?')
      .run(new Date().toISOString(), id);
    if (changes === 0) throw briefNotFound(id);
    keepSources(db, id, null);
  }).immediate();
}

/** Puts a removed brief back on the list. Throws `not_found`. */
export function restoreBrief(db: Database, id: number): BriefSummary {
  return db
    .transaction(() => {
      db.prepare('UPDATE brief SET removed_at = NULL WHERE id = ?').run(id);
      keepSources(db, id, getBrief(db, id).document);
      return getSummary(db, id);
    })
    .immediate();
}

function getSummary(db: Database, id: number): BriefSummary {
  const row = db.prepare<[number], SummaryRow>(`SELECT ${SUMMARY} FROM brief WHERE id = ?`).get(id);
  if (row === undefined) throw briefNotFound(id);
  return fromRow(row);
}

function briefNotFound(id: number): DossierError {
  return new DossierError('not_found', `The library holds no brief with the number ${id}.`);
}

/** Runs `write`, and words what SQLite says of JSON that is nested more than 1,000 deep. */
function refusingDepth<T>(write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (errorCode(error) !== 'SQLITE_CONSTRAINT_CHECK') throw error;
    throw new DossierError(
      'invalid_input',
      'The brief holds lists or quotes inside each other hundreds of times: this was not saved. Undo what was pasted last, or paste it without formatting.',
      { cause: error },
    );
  }
}

/** The document in the current format; a newer one is refused and stays as it is. */
export function currentDocument(document: StoredDocument): StoredDocument {
  try {
    return upgradeDocument(document);
  } catch (error) {
    if (!(error instanceof NewerDocumentError)) throw error;
    throw new DossierError(
      'library_newer',
      'This brief was written by a newer Dossier. It was not changed. Update Dossier to open it.',
      { cause: error },
    );
  }
}

/** Without the members that are undefined: they must not hide a default. */
export function given<T extends object>(settings: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(settings).filter(([, value]) => value !== undefined),
  ) as Partial<T>;
}
