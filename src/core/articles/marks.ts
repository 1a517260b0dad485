/** Stars, read marks and the trash: one column of `article` each. */
import type { Changed, Target } from '#contract/organise.ts';
import { NOTHING_CHANGED, type Organiser } from '../organise/organise.ts';

type Mark = 'starred' | 'read_at' | 'trashed_at';
type Value = string | number | null;

/**
 * Sets or takes away a mark. Only articles that it changes count; undo gives those back what they had. What
 * is in the trash can be marked too.
 */
export async function setMark(
  { db, write, resolve, done }: Organiser,
  mark: Mark,
  on: boolean,
  target: Target,
): Promise<Changed> {
  const unset = mark === 'starred' ? 0 : null;
  const value: Value = on ? (mark === 'starred' ? 1 : new Date().toISOString()) : unset;
  const differs = `${mark} ${on ? 'IS' : 'IS NOT'} ${String(unset)}`;
  const read = db
    .prepare<[string], [id: number, before: Value]>(
      `SELECT a.id, a.${mark} FROM json_each(?) AS wanted JOIN article a ON a.id = wanted.value WHERE ${differs}`,
    )
    .raw();
  const change = db.prepare<[string]>(
    `UPDATE article SET ${mark} = new.value ->> 1 FROM json_each(?) AS new WHERE article.id = new.value ->> 0`,
  );

  const before = await write(resolve(target), (ids) => {
    const rows = read.all(JSON.stringify(ids));
    change.run(JSON.stringify(rows.map(([id]) => [id, value])));
    return rows;
  });
  if (before.length === 0) return NOTHING_CHANGED;
  const ids = Int32Array.from(before, ([id]) => id);
  // Of a million articles that had no mark nothing but the ids is to be kept.
  const values = on ? null : new Map(before);
  return done(ids.length, {
    structure: mark === 'trashed_at',
    undo: async () => {
      await write(ids, (part) => {
        change.run(JSON.stringify(part.map((id) => [id, values === null ? unset : values.get(id)!])));
        return [];
      });
    },
  });
}
