/** The last changes that can be taken back. */
import { randomUUID } from 'node:crypto';
import { DossierError } from '#contract/errors.ts';

export interface Journal {
  /** Returns the name by which `undo` takes the change back. */
  remember: (undo: () => void | Promise<void>) => string;
  /** Throws `not_found` where there is nothing of that name any more. */
  undo: (name: string) => Promise<void>;
}

const KEPT = 50;

export function createJournal(): Journal {
  const changes = new Map<string, () => void | Promise<void>>();
  return {
    remember(undo) {
      const name = randomUUID();
      changes.set(name, undo);
      for (const old of [...changes.keys()].slice(0, -KEPT)) changes.delete(old);
      return name;
    },
    async undo(name) {
      const change = changes.get(name);
      if (change === undefined)
        throw new DossierError('not_found', 'This cannot be undone any more. Nothing was changed.');
      changes.delete(name);
      try {
        await change();
      } catch (error) {
        // It has changed nothing: it may go once what stood in its way is gone.
        changes.set(name, change);
        throw error;
      }
    },
  };
}
