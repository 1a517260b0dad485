/** Snippets in `library.sqlite`. */
import { DossierError } from '#contract/errors.ts';
import { selectQuote, type Snippet } from '#domain/snippet.ts';
import { followRedirect } from '../articles/redirects.ts';
import type { Database } from '../db/connect.ts';

/** A range of the text of a version, in UTF-16 units. */
export interface SnippetRange {
  articleId: number;
  versionId: number;
  start: number;
  end: number;
}

/**
 * The selector pair for a range of a version's text. The words come from the stored text. Throws `not_found`
 * where the article has no such version, `invalid_input` where the range holds no text, lies outside it, or
 * cuts a character in two.
 */
export function quoteOfVersion(
  db: Database,
  { articleId, versionId, start, end }: SnippetRange,
): ReturnType<typeof selectQuote> {
  const text = db
    .prepare<[number, number], string>('SELECT text FROM article_version WHERE id = ? AND article_id = ?')
    .pluck()
    .get(versionId, followRedirect(db, articleId));
  if (text === undefined)
    throw new DossierError(
      'not_found',
      `The library holds no version ${versionId} of the article ${articleId}. Open the article again and select the words anew.`,
    );
  return quoteOf(text, start, end);
}

/** Keeps a range of a version's text as a snippet. Throws as `quoteOfVersion` does. */
export function createSnippet(db: Database, range: SnippetRange): Snippet {
  const { versionId } = range;
  const quote = quoteOfVersion(db, range);
  const createdAt = new Date().toISOString();
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO snippet (version_id, start_offset, end_offset, exact, prefix, suffix, created_at)
       VALUES (@versionId, @start, @end, @exact, @prefix, @suffix, @createdAt)`,
    )
    .run({ versionId, createdAt, ...quote });
  const articleId = followRedirect(db, range.articleId);
  return { id: Number(lastInsertRowid), articleId, versionId, ...quote, createdAt };
}

/** The snippets that exist among `ids`, in that order. */
export function getSnippets(db: Database, ids: readonly number[]): Snippet[] {
  return db
    .prepare<[string], Snippet>(
      `SELECT s.id, v.article_id AS articleId, s.version_id AS versionId, s.exact, s.prefix, s.suffix,
         s.start_offset AS start, s.end_offset AS end, s.created_at AS createdAt
       FROM json_each(?) AS wanted JOIN snippet s ON s.id = wanted.value
       JOIN article_version v ON v.id = s.version_id ORDER BY wanted.key`,
    )
    .all(JSON.stringify(ids));
}

function quoteOf(text: string, start: number, end: number): ReturnType<typeof selectQuote> {
  if (splitsCharacter(text, start) || splitsCharacter(text, end))
    throw new DossierError('invalid_input', `The selection from ${start} to ${end} cuts a character in two.`);
  try {
    const quote = selectQuote(text, start, end);
    // The context is cut at a fixed length and must not begin or end inside a pair either.
    return {
      ...quote,
      prefix: quote.prefix.replace(/^[\uDC00-\uDFFF]/, ''),
      suffix: quote.suffix.replace(/[\uD800-\uDBFF]$/, ''),
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new DossierError(
      'invalid_input',
      `There are no words to quote between ${start} and ${end}: select some words of the article.`,
      { cause: error },
    );
  }
}

/** Whether `offset` lies between the two halves of a surrogate pair. */
function splitsCharacter(text: string, offset: number): boolean {
  return /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(offset - 1, offset + 1));
}

/** Undefined where the library has no such version. */
export function textOfVersion(db: Database, versionId: number): string | undefined {
  return db.prepare<[number], string>('SELECT text FROM article_version WHERE id = ?').pluck().get(versionId);
}
