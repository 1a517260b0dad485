/** The order of the items in a citation, as citeproc has it for a citation that is new. */
import CSL, { type CiteItem, type Engine, type Item } from 'citeproc';

type Pair = [Item, CiteItem];

export interface ClusterOrder {
  /** By what is cited, before positions ("ibid.") are known. `state` is equal while an item sorts as it did. */
  byStyle(pairs: Pair[], state: (id: string) => string): Pair[];
  /** By the numbers of the items, once they have them. */
  byNumber(pairs: Pair[], state: (id: string) => string): Pair[];
}

interface Keys {
  state: string;
  keys: string[];
  author: string | null;
}

export function createClusterOrder(engine: Engine): ClusterOrder {
  const known = new Map<string, Keys>();
  // citeproc leaves a length here, not a truth value.
  const isGrouped = Boolean(engine.opt.grouped_sort);

  const keysOf = (item: Item, state: string): Keys => {
    const before = known.get(item.id);
    if (before?.state === state) return before;
    const keys = {
      state,
      keys: CSL.getSortKeys.call(engine, item, 'citation_sort').slice(),
      author: isGrouped ? authorOf(engine, item) : null,
    };
    known.set(item.id, keys);
    return keys;
  };

  const sorted = (pairs: Pair[], state: (id: string) => string): Pair[] => {
    if (pairs.length < 2 || engine.citation_sort.tokens.length === 0) return pairs;
    const keyed = pairs.map(([item]) => keysOf(item, state(item.id)));
    for (const [index, [, cite]] of pairs.entries()) {
      const { keys, author } = keyed[index]!;
      cite.sortkeys = author === null ? keys.slice() : [author, ...keys];
    }
    const order = pairs.toSorted(engine.citation.srt.compareCompositeKeys);
    if (!isGrouped) return order;
    // Cites of one author stand together, where the first of them belongs.
    let author: string | undefined;
    let first: string | undefined;
    for (const [index, [, cite]] of order.entries()) {
      const [own, key] = cite.sortkeys!;
      if (own !== author) first = key;
      author = own;
      cite.sortkeys![0] = `${first}${index}`;
    }
    return order.toSorted(engine.citation.srt.compareCompositeKeys);
  };

  return {
    byStyle: (pairs, state) => (engine.opt.citation_number_sort === true ? pairs : sorted(pairs, state)),
    byNumber: (pairs, state) => (engine.opt.citation_number_sort === true ? sorted(pairs, state) : pairs),
  };
}

/** The names as they are written, by which citeproc groups. */
function authorOf(engine: Engine, item: Item): string {
  engine.tmp.authorstring_request = true;
  CSL.getAmbiguousCite.call(engine, item, engine.registry.registry[item.id]!.disambig);
  engine.tmp.authorstring_request = false;
  return engine.registry.authorstrings[item.id] ?? '';
}
