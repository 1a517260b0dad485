/** Finds the article that an item is another copy of: by DOI, address, or for references by title. */
import type { ArticleMetadata } from '#domain/article.ts';
import { type CslField, type CslItem, issuedYear } from '#domain/csl.ts';
import { doiKey, urlKey } from '#domain/sourceKeys.ts';
import { marksOf, type TitleField } from '#domain/titleMarkup.ts';
import { authorKey, sortKey } from '../../articles/columns.ts';
import { articleOfKey } from '../../citations/keys/keys.ts';
import type { Database } from '../../db/connect.ts';

export interface KnownSource extends Pick<ArticleMetadata, 'csl' | 'unconfirmed'> {
  articleId: number;
  /** Of its latest version. */
  text: string;
}

interface SourceRow {
  articleId: number;
  csl: string;
  unconfirmed: string;
  text: string;
}

export interface SourceFinder {
  /** The latest article with the same DOI, else with the same address; what is in the trash does not count. */
  bySource(csl: CslItem): KnownSource | null;
  /** The article that has the same citation key, where title, author and year are the same too. */
  byKey(csl: CslItem): KnownSource | null;
  /** The one article with the same title that says nothing against being the same in author and year. */
  byTitle(csl: CslItem): KnownSource | null;
}

/** Titles shorter than this are shared by different works. */
const TELLING_TITLE = 20;

export function createSourceFinder(db: Database): SourceFinder {
  const statement = (column: string) =>
    db.prepare<[string | number], SourceRow>(
      `SELECT a.id AS articleId, a.csl, a.unconfirmed, v.text FROM article a
       JOIN article_version v ON v.id = a.version_id
       WHERE a.${column} = ? AND a.trashed_at IS NULL ORDER BY a.id DESC LIMIT 2`,
    );
  const byDoi = statement('doi_key');
  const byUrl = statement('url_key');
  const byTitle = statement('title_key');
  const byId = statement('id');
  const ofKey = articleOfKey(db);
  const first = (key: string | null, find: typeof byDoi): KnownSource | null => {
    const row = key === null ? undefined : find.get(key);
    return row === undefined ? null : toSource(row);
  };
  return {
    bySource: (csl) => first(doiKey(csl), byDoi) ?? first(urlKey(csl.URL), byUrl),
    byKey(csl) {
      const key = csl['citation-key'];
      const id = key === undefined ? null : ofKey(key);
      const row = id === null ? undefined : byId.get(id);
      if (row === undefined) return null;
      const source = toSource(row);
      const isSame = sortKey(source.csl.title) === sortKey(csl.title) && agrees(source.csl, csl);
      return isSame ? source : null;
    },
    byTitle(csl) {
      const key = sortKey(csl.title);
      if (key.length < TELLING_TITLE) return null;
      const found = byTitle.all(key).map(toSource);
      const fitting = found.filter((source) => agrees(source.csl, csl));
      return fitting.length === 1 ? fitting[0]! : null;
    },
  };
}

function toSource({ csl, unconfirmed, ...row }: SourceRow): KnownSource {
  return {
    ...row,
    csl: JSON.parse(csl) as CslItem,
    unconfirmed: JSON.parse(unconfirmed) as CslField[],
  };
}

/** Whether author and year are the same wherever both are known; DOIs that differ are two works. */
function agrees(a: CslItem, b: CslItem): boolean {
  const same = <T>(one: T | null | '', other: T | null | ''): boolean =>
    one === null || one === '' || other === null || other === '' || one === other;
  return same(family(a), family(b)) && same(issuedYear(a), issuedYear(b)) && same(doiKey(a), doiKey(b));
}

function family(csl: CslItem): string {
  return authorKey(csl).split(/[\s,]/u)[0] ?? '';
}

/** The metadata with what `more` knows and they lack, but for a citation key. Null where it adds nothing. */
export function completed(
  { csl, unconfirmed }: Pick<KnownSource, 'csl' | 'unconfirmed'>,
  more: CslItem,
  { unconfirmed: unsure, replace }: { unconfirmed: readonly CslField[]; replace: boolean },
): { csl: CslItem; unconfirmed: CslField[] } | null {
  const result: Record<string, unknown> = { ...csl };
  const open = new Set(unconfirmed);
  let changed = false;
  for (const [name, value] of Object.entries(more)) {
    const field = name as CslField;
    if (name === 'citation-key' || name === 'markup') continue;
    const isLacking = csl[field] === undefined;
    if (!isLacking && !(replace && open.has(field))) continue;
    if (replace && JSON.stringify(csl[field]) === JSON.stringify(value) && !open.has(field)) continue;
    result[field] = value;
    if (unsure.includes(field)) open.add(field);
    else open.delete(field);
    changed = true;
  }
  const markup = marksOf(result, [csl.markup, more.markup]);
  if (Object.entries(markup).some(([field, text]) => csl.markup?.[field as TitleField] !== text)) {
    result['markup'] = markup;
    changed = true;
  }
  return changed ? { csl: result as CslItem, unconfirmed: [...open] } : null;
}
