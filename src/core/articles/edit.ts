/** Fields of many articles set at once. */
import type { ArticleEdit } from '#contract/articles.ts';
import type { Changed, Target } from '#contract/organise.ts';
import type { CslField, CslItem } from '#domain/csl.ts';
import { isDeepStrictEqual } from 'node:util';
import { NOTHING_CHANGED, type Organiser } from '../organise/organise.ts';
import { metadataColumns } from './columns.ts';

interface Row {
  id: number;
  csl: string;
  unconfirmed: string;
  reliability: string | null;
  credibility: number | null;
}

/** What an article had in the fields that were set. */
interface Before {
  id: number;
  fields: ArticleEdit;
  unconfirmed: CslField[];
}

/** Sets fields and confirms them. `onChanged` is told of the articles whose metadata is different, also after undo. */
export async function editArticles(
  { db, write, resolve, done }: Organiser,
  target: Target,
  fields: ArticleEdit,
  onChanged: (ids: number[]) => void,
): Promise<Changed> {
  const read = db.prepare<[string], Row>(
    `SELECT a.id, a.csl, a.unconfirmed, a.reliability, a.credibility FROM json_each(?) AS wanted
     JOIN article a ON a.id = wanted.value`,
  );
  const update = db.prepare(
    `UPDATE article SET csl = @csl, unconfirmed = @unconfirmed, title_key = @titleKey, author_key = @authorKey,
       publisher_key = @publisherKey, issued = @issued, reliability = @reliability, credibility = @credibility,
       changed_at = @now WHERE id = @id`,
  );
  /** Null where the article has these values already. */
  const set = (row: Row, wish: ArticleEdit, unconfirmedAfter?: readonly CslField[]): Before | null => {
    const csl = JSON.parse(row.csl) as CslItem;
    const had: Record<string, unknown> = {
      ...csl,
      reliability: row.reliability,
      credibility: row.credibility,
    };
    const names = Object.keys(wish) as (keyof ArticleEdit)[];
    const unconfirmed = JSON.parse(row.unconfirmed) as CslField[];
    const after = unconfirmedAfter ?? unconfirmed.filter((field) => !names.includes(field as never));
    const fits = names.every((name) => isDeepStrictEqual(had[name] ?? null, wish[name] ?? null));
    if (fits && after.length === unconfirmed.length) return null;
    const { reliability, credibility, ...rest } = { ...had, ...wish };
    update.run({
      ...metadataColumns(withoutNulls(rest) as CslItem, after),
      reliability,
      credibility,
      now: new Date().toISOString(),
      id: row.id,
    });
    const before = Object.fromEntries(names.map((name) => [name, had[name] ?? null]));
    return { id: row.id, fields: before, unconfirmed };
  };

  const changed = await write(resolve(target), (ids) =>
    read.all(JSON.stringify(ids)).flatMap((row) => set(row, fields) ?? []),
  );
  if (changed.length === 0) return NOTHING_CHANGED;
  const ids = changed.map(({ id }) => id);
  onChanged(ids);
  const before = new Map(changed.map((row) => [row.id, row]));
  return done(ids.length, {
    structure: false,
    metadata: true,
    undo: async () => {
      await write(Int32Array.from(ids), (part) => {
        for (const row of read.all(JSON.stringify(part))) {
          const old = before.get(row.id)!;
          set(row, old.fields, old.unconfirmed);
        }
        return [];
      });
      onChanged(ids);
    },
  });
}

function withoutNulls(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== null && value !== undefined),
  );
}
