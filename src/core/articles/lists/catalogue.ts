/** Which articles there are, and what views ask of each, in memory: a byte an article. */
import type { Database } from '../../db/connect.ts';

/** Bits of an article's byte. Zero: there is none of that id. */
export const FLAG = { exists: 1, trashed: 2, read: 4, starred: 8, tagged: 16, filed: 32 } as const;

export interface Catalogue {
  /** By article id; shorter than the highest id where that was never seen. */
  flags: () => Uint8Array;
  /** Follows the library. Returns the ids that changed since the last call; null at the first one, and where all may have. */
  sync: () => number[] | null;
  /** Moves with every change of an article. */
  stamp: () => number;
}

/** Where more than this has changed, all is read anew: that is faster. */
const MOST_CHANGES = 200_000;

/** Follows the table `article_change`, which triggers keep. Reads nothing before the first `sync`. */
export function createCatalogue(db: Database): Catalogue {
  const lastChange = db.prepare<[], number>('SELECT coalesce(max(seq), 0) FROM article_change').pluck();
  const changedSince = db
    .prepare<[number, number], number>('SELECT article_id FROM article_change WHERE seq > ? LIMIT ?')
    .pluck();
  const readFlags = db
    .prepare<[string], [id: number, flags: number]>(
      `SELECT a.id, ${FLAG.exists} | ((a.trashed_at IS NOT NULL) * ${FLAG.trashed})
         | ((a.read_at IS NOT NULL) * ${FLAG.read}) | (a.starred * ${FLAG.starred})
         | (EXISTS (SELECT 1 FROM article_tag WHERE article_id = a.id) * ${FLAG.tagged})
         | (EXISTS (SELECT 1 FROM collection_article WHERE article_id = a.id) * ${FLAG.filed})
       FROM json_each(?) AS changed JOIN article a ON a.id = changed.value`,
    )
    .raw();
  let flags = new Uint8Array(0);
  let seq = -1;

  const grow = (length: number): void => {
    if (length <= flags.length) return;
    const larger = new Uint8Array(Math.ceil(length * 1.25) + 64);
    larger.set(flags);
    flags = larger;
  };
  const load = (): void => {
    flags = new Uint8Array(0);
    grow((db.prepare<[], number | null>('SELECT max(id) FROM article').pluck().get() ?? 0) + 1);
    for (const [flag, query] of Object.entries(WITH_FLAG)) {
      const bit = FLAG[flag as keyof typeof FLAG];
      for (const id of db.prepare<[], number>(query).pluck().all()) flags[id]! |= bit;
    }
  };

  return {
    flags: () => flags,
    stamp: () => seq,
    sync() {
      const last = lastChange.get() ?? 0;
      if (last === seq) return [];
      const changed = seq < 0 ? [] : changedSince.all(seq, MOST_CHANGES + 1);
      const all = seq < 0 || last < seq || changed.length > MOST_CHANGES;
      seq = last;
      if (all) {
        load();
        return null;
      }
      grow(changed.reduce((most, id) => Math.max(most, id), 0) + 1);
      for (const id of changed) flags[id] = 0;
      for (const [id, value] of readFlags.iterate(JSON.stringify(changed))) flags[id] = value;
      return changed;
    },
  };
}

/** Each answered from an index alone. */
const WITH_FLAG: Record<keyof typeof FLAG, string> = {
  exists: 'SELECT id FROM article',
  trashed: 'SELECT id FROM article WHERE trashed_at IS NOT NULL',
  read: 'SELECT id FROM article WHERE read_at IS NOT NULL',
  starred: 'SELECT id FROM article WHERE starred = 1',
  // What is tagged or filed counts for nothing without the article: foreign keys see to that.
  tagged: 'SELECT DISTINCT article_id FROM article_tag',
  filed: 'SELECT DISTINCT article_id FROM collection_article',
};
