/** Source grades in `library.sqlite`. */
import type { Grade } from '#domain/grade.ts';
import { followRedirects } from '../articles/redirects.ts';
import type { Database } from '../db/connect.ts';

/** Sets the axes that are given on the articles among `ids` that exist; returns how they were graded before. */
export function setGrades(
  db: Database,
  ids: readonly number[],
  grade: { [Axis in keyof Grade]?: Grade[Axis] | undefined },
): (Grade & { id: number })[] {
  const list = JSON.stringify(followRedirects(db, ids));
  return db
    .transaction(() => {
      const before = db
        .prepare<[string], Grade & { id: number }>(
          'SELECT id, reliability, credibility FROM article WHERE id IN (SELECT value FROM json_each(?))',
        )
        .all(list);
      for (const axis of ['reliability', 'credibility'] as const)
        if (grade[axis] !== undefined)
          db.prepare(`UPDATE article SET ${axis} = ? WHERE id IN (SELECT value FROM json_each(?))`).run(
            grade[axis],
            list,
          );
      return before;
    })
    .immediate();
}
