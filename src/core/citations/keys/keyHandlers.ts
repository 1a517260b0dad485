import type { citationKeyOperations } from '#contract/citationKeys.ts';
import type { Handlers } from '#contract/index.ts';
import type { CoreContext } from '../../context.ts';
import { findByKey } from './findByKey.ts';
import { keysOf } from './keys.ts';

export function citationKeyHandlers({ db }: CoreContext): Handlers<keyof typeof citationKeyOperations> {
  return {
    'citations.keys': ({ ids }) => [...keysOf(db, ids)].map(([id, key]) => ({ id, key })),
    'citations.byKey': ({ keys }) => keys.map((key) => ({ key, articleIds: findByKey(db, key) })),
  };
}
