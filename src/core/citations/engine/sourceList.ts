/** The list of sources of an engine's document: an entry is written again only where something in it changed. */
import type { Engine, Item } from 'citeproc';
import { withoutNewNames } from './nameRegister.ts';
import { readEntry } from './richFormat.ts';

export interface SourceList {
  /** Takes over the engine's items. `state` is equal while an item is written as it was. */
  follow(state: (id: string) => string): void;
  /** In the order of the list; empty where the style has none. */
  ids(): readonly string[];
  /** Those whose entry is not written, in the order of the list. */
  unwritten(): string[];
  write(ids: readonly string[]): void;
  /** The entry of an item as it was last written; empty where the style prints nothing of it. */
  entry(id: string): string;
}

const MIN_ENTRIES = 2000;

interface Entry {
  /** What it depended on when it was written. */
  written: string;
  text: string;
}

/** `replacesAuthors`: the style prints a dash for the authors of the entry before. */
export function createSourceList(engine: Engine, replacesAuthors: boolean): SourceList {
  let order: string[] = [];
  let entries = new Map<string, Entry>();
  let wanted = new Map<string, string>();

  /** The entries before `place` that decide whether its authors are printed: back to one that names any. */
  const before = (place: number): string[] => {
    if (!replacesAuthors) return [];
    const ids: string[] = [];
    for (let index = place - 1; index >= 0; index -= 1) {
      ids.push(order[index]!);
      if (namesSomebody(engine.refetchItem(order[index]!))) break;
    }
    return ids;
  };

  return {
    follow(state) {
      order = engine.bibliography.tokens.length === 0 ? [] : engine.registry.getSortedIds();
      wanted = new Map(order.map((id, place) => [id, [id, ...before(place)].map(state).join('\n')]));
      // Those of other documents are kept, too, for a while.
      if (entries.size > Math.max(MIN_ENTRIES, 2 * order.length))
        entries = new Map(
          order.flatMap((id): [string, Entry][] => (entries.has(id) ? [[id, entries.get(id)!]] : [])),
        );
    },
    ids: () => order,
    unwritten: () => order.filter((id) => entries.get(id)?.written !== wanted.get(id)),
    write(ids) {
      if (ids.length === 0) return;
      const places = new Map(order.map((id, place) => [id, place]));
      const asked = new Set(ids.flatMap((id) => [id, ...before(places.get(id)!)]));
      const include = [...asked].map((value) => ({ field: 'id', value }));
      const made = withoutNewNames(engine, () => engine.makeBibliography({ include }));
      const texts = new Map((made === false ? [] : made[1]).map(readEntry).map(({ id, text }) => [id, text]));
      for (const id of ids) entries.set(id, { written: wanted.get(id)!, text: texts.get(id) ?? '' });
    },
    entry: (id) => entries.get(id)?.text ?? '',
  };
}

function namesSomebody(item: Item): boolean {
  return ['author', 'editor', 'translator'].some((role) => item[role] !== undefined);
}
