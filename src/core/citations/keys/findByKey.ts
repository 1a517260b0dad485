/** Finds articles by what somebody typed as their citation key. */
import { foldKey, type KeyParts, keyBase, readKeyBase } from '#domain/citationKey.ts';
import type { CslItem } from '#domain/csl.ts';
import type { Database } from '../../db/connect.ts';
import { articleOfKey } from './keys.ts';

/** Most articles named for one key. */
const MOST = 100;

/**
 * The article that has the key; where none has it, those whose key would be that but for a letter behind the year
 * (what is in the trash does not count). The latest import first.
 */
export function findByKey(db: Database, key: string): number[] {
  const owner = articleOfKey(db)(key);
  if (owner !== null) return [owner];
  const parts = readKeyBase(key);
  return parts === null ? [] : findByBase(db, foldKey(key), parts);
}

interface Row {
  id: number;
  author: string;
  words: string;
}

function findByBase(db: Database, base: string, { name, year }: KeyParts): number[] {
  // A year BCE stands in `issued` as ISO 8601 counts it, and turned round: those are looked through together.
  const [from, to] = year === null || year < 0 ? ['-', '0'] : [pad(year), pad(year + 1)];
  const rows = db
    .prepare<[{ from: string; to: string }], Row>(
      `SELECT id, author_key AS author, title_key || ' ' || publisher_key AS words FROM article
       WHERE trashed_at IS NULL AND ${year === null ? 'issued IS NULL' : 'issued >= @from AND issued < @to'} ORDER BY id DESC`,
    )
    .iterate({ from, to });
  const candidates: number[] = [];
  for (const row of rows) if (couldBe(name, row)) candidates.push(row.id);
  const metadata = db.prepare<[number], string>('SELECT csl FROM article WHERE id = ?').pluck();
  const found: number[] = [];
  for (const id of candidates) {
    if (keyBase(JSON.parse(metadata.get(id)!) as CslItem) === base) found.push(id);
    if (found.length === MOST) break;
  }
  return found;
}

function pad(year: number): string {
  return String(year).padStart(4, '0');
}

/** Tells most articles that cannot have the name in their key by what lists sort by, without reading their metadata. */
function couldBe(name: string, { author, words }: Row): boolean {
  const text = author === '' ? words : author;
  // Letters that are not of ASCII may stand for any.
  if (NOT_ASCII.test(text)) return true;
  if (author === '') return words.includes(name.slice(0, 24));
  const letters = author.replaceAll(/[^a-z]/g, '');
  if (letters.startsWith(name) || letters.includes(name)) return true;
  const initials = author.replaceAll(/([a-z])[a-z]*|[^a-z]/g, '$1');
  let at = 0;
  for (const initial of initials) if (initial === name[at]) at += 1;
  return at === name.length;
}

const NOT_ASCII = /\P{ASCII}/u;
