/**
 * The names by which citeproc tells authors apart. It adds names whenever it writes any, also those that the list
 * of sources alone prints: what a citation says would depend on what was written before it.
 */
import type { Engine } from 'citeproc';

/** Runs `write` so that the names it meets are not added. */
export function withoutNewNames<T>(engine: Engine, write: () => T): T {
  const { namereg: names } = engine.registry;
  const add = names.addname;
  names.addname = () => {};
  try {
    return write();
  } finally {
    names.addname = add;
  }
}

/** Whether others share the family names of an item, and the initials with them: equal for equal answers. */
export function sharedNames(engine: Engine, id: string): string {
  const { nameind, namereg } = engine.registry.namereg;
  return Object.keys(nameind[id] ?? {})
    .map((key) => {
      const [family = '', initials = ''] = key.split('::');
      const sameFamily = namereg[family];
      return [sameFamily?.count, sameFamily?.ikey[initials]?.count]
        .map((count = 0) => Math.min(count, 2))
        .join('');
    })
    .join();
}
