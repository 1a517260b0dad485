/** Highlights in `library.sqlite`. */
import type { PlacedHighlight } from '#contract/annotations.ts';
import { DossierError } from '#contract/errors.ts';
import type { Highlight, HighlightColour } from '#domain/highlight.ts';
import { followRedirect } from '../articles/redirects.ts';
import { articleNotFound } from '../articles/store.ts';
import type { Database } from '../db/connect.ts';
import { quoteOfVersion, type SnippetRange } from '../snippets/store.ts';
import { anchor } from './anchor.ts';

const HIGHLIGHT = `h.id, v.article_id AS articleId, h.version_id AS versionId, h.exact, h.prefix, h.suffix,
  h.start_offset AS start, h.end_offset AS end, h.created_at AS createdAt, h.colour, h.note
  FROM highlight h JOIN article_version v ON v.id = h.version_id`;

/**
 * The highlights of all versions of an article, placed in one of them (the latest unless another is named),
 * in the order of their places; those without a place last, oldest first. Throws `not_found`.
 */
export function listHighlights(db: Database, id: number, versionId?: number): PlacedHighlight[] {
  const articleId = followRedirect(db, id);
  const shown = db
    .prepare<[number | null, number], { id: number; text: string }>(
      `SELECT v.id, v.text FROM article a
       JOIN article_version v ON v.id = coalesce(?, a.version_id) AND v.article_id = a.id WHERE a.id = ?`,
    )
    .get(versionId ?? null, articleId);
  if (shown === undefined) throw articleNotFound(articleId, versionId);
  const highlights = db
    .prepare<[number], Highlight>(`SELECT ${HIGHLIGHT} WHERE v.article_id = ? ORDER BY h.id`)
    .all(articleId);
  return highlights
    .map((highlight) => {
      const { versionId, start, end, exact } = highlight;
      const place = versionId === shown.id ? { start, end } : placeIn(db, highlight, shown);
      const edited = place !== null && shown.text.slice(place.start, place.end) !== exact;
      return { ...highlight, place, edited };
    })
    .toSorted((a, b) => (a.place?.start ?? Infinity) - (b.place?.start ?? Infinity) || a.id - b.id);
}

type Place = PlacedHighlight['place'];
/** Places found once: the texts of versions never change, and looking for an edited quote takes time. */
const found = new WeakMap<Database, Map<string, Place>>();
const MOST_FOUND = 5000;

function placeIn(db: Database, highlight: Highlight, version: { id: number; text: string }): Place {
  const places = found.get(db) ?? new Map<string, Place>();
  found.set(db, places);
  const { versionId, start, end } = highlight;
  const key = [versionId, start, end, version.id].join();
  const before = places.get(key);
  if (before !== undefined) return before;
  if (places.size >= MOST_FOUND) places.clear();
  const place = anchor(highlight, version.text);
  places.set(key, place);
  return place;
}

/** Throws as `quoteOfVersion` does. */
export function createHighlight(
  db: Database,
  { colour, note, ...range }: SnippetRange & { colour: HighlightColour; note: string },
): Highlight {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO highlight (version_id, start_offset, end_offset, exact, prefix, suffix, colour, note, created_at)
       VALUES (@versionId, @start, @end, @exact, @prefix, @suffix, @colour, @note, @now)`,
    )
    .run({
      versionId: range.versionId,
      ...quoteOfVersion(db, range),
      colour,
      note,
      now: new Date().toISOString(),
    });
  return getHighlight(db, Number(lastInsertRowid));
}

/** Changes what is given. Throws `not_found`. */
export function updateHighlight(
  db: Database,
  id: number,
  { colour, note }: { colour?: HighlightColour | undefined; note?: string | undefined },
): Highlight {
  db.prepare(
    'UPDATE highlight SET colour = coalesce(@colour, colour), note = coalesce(@note, note) WHERE id = @id',
  ).run({ id, colour: colour ?? null, note: note ?? null });
  return getHighlight(db, id);
}

/** Returns what it was. Throws `not_found`. */
export function removeHighlight(db: Database, id: number): Highlight {
  const highlight = getHighlight(db, id);
  db.prepare('DELETE FROM highlight WHERE id = ?').run(id);
  return highlight;
}

/** Puts a removed highlight back as it was, under its id. Throws `not_found` where its text is gone. */
export function restoreHighlight(db: Database, highlight: Highlight): Highlight {
  const { changes } = db
    .prepare(
      `INSERT INTO highlight (id, version_id, start_offset, end_offset, exact, prefix, suffix, colour, note, created_at)
       SELECT @id, v.id, @start, @end, @exact, @prefix, @suffix, @colour, @note, @createdAt
       FROM article_version v WHERE v.id = @versionId`,
    )
    .run(highlight);
  if (changes === 0)
    throw new DossierError('not_found', 'The article of this highlight was deleted meanwhile.');
  return getHighlight(db, highlight.id);
}

function getHighlight(db: Database, id: number): Highlight {
  const highlight = db.prepare<[number], Highlight>(`SELECT ${HIGHLIGHT} WHERE h.id = ?`).get(id);
  if (highlight === undefined)
    throw new DossierError(
      'not_found',
      'This highlight is no longer there: it was removed in another window.',
    );
  return highlight;
}
