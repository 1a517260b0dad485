/** Versions of briefs: kept at once, taken apart into blocks and thinned out in the pauses of the core. */
import { setImmediate } from 'node:timers/promises';
import type { FeatureOperations, Handlers } from '#contract/index.ts';
import type { CoreContext } from '../context.ts';
import { getBrief } from '../briefs/store.ts';
import type { Database } from '../db/connect.ts';
import { keepBrief, lastKept } from './keep.ts';
import { packVersion, unpackedVersions } from './pack.ts';
import {
  dropUnusedBlocks,
  getVersion,
  getVersionSummary,
  listVersions,
  nameVersion,
  removeVersions,
  thinVersions,
} from './store.ts';

export interface Versions {
  handlers: Handlers<FeatureOperations<'versions'>>;
  /** A save kept a version. */
  kept(): void;
  /** Leaves what is not packed yet for the next time. */
  close(): Promise<void>;
}

export function createVersions({ db, emit }: CoreContext): Versions {
  let closed = false;
  let tidying: Promise<void> | null = null;

  /** Packs every copy there is, a slice at a time. */
  const tidy = (): Promise<void> => {
    tidying ??= pack().finally(() => (tidying = null));
    return tidying;
  };
  const pack = async (): Promise<void> => {
    for (let [id] = unpackedVersions(db); id !== undefined; [id] = unpackedVersions(db)) {
      const steps = packVersion(db, id);
      do {
        await setImmediate();
        if (closed) return;
      } while (steps.next().done !== true);
      const { briefId } = getVersionSummary(db, id);
      if (thinVersions(db, briefId, Date.now())) dropUnusedBlocks(db, briefId);
      emit('versions.changed', { briefId });
    }
  };
  /** A copy that cannot be packed now, as where the disk is full, stays what it is and can be read. */
  const tidied = (): Promise<void> => tidy().catch(() => undefined);
  void tidied();

  return {
    handlers: {
      async 'versions.list'({ briefId }) {
        await tidied();
        return listVersions(db, briefId);
      },
      'versions.get': ({ id }) => getVersion(db, id),
      async 'versions.keep'({ briefId, name }) {
        const id = keepNow(db, briefId, name);
        await tidied();
        return getVersionSummary(db, id);
      },
      'versions.name'({ id, name }) {
        const version = nameVersion(db, id, name);
        emit('versions.changed', { briefId: version.briefId });
        return version;
      },
      async 'versions.remove'({ id }) {
        const { briefId } = getVersionSummary(db, id);
        await tidied();
        removeVersions(db, [id]);
        dropUnusedBlocks(db, briefId);
        emit('versions.changed', { briefId });
        return {};
      },
    },
    kept: () => void tidied(),
    async close() {
      closed = true;
      await tidying?.catch(() => undefined);
    },
  };
}

/** Keeps the present state; without a name only where no version holds it yet. */
function keepNow(db: Database, briefId: number, name: string | null): number {
  return db
    .transaction(() => {
      const { revision } = getBrief(db, briefId);
      const last = lastKept(db, briefId);
      if (name === null && last?.revision === revision) return last.id;
      const kind = name === null ? 'beforeRestore' : 'named';
      return keepBrief(db, briefId, { kind, name, createdAt: new Date().toISOString() });
    })
    .immediate();
}
