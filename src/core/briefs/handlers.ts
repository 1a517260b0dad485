import type { FeatureOperations, Handlers } from '#contract/index.ts';
import type { CoreContext } from '../context.ts';
import {
  createBrief,
  getBrief,
  listBriefs,
  removeBrief,
  restoreBrief,
  saveBrief,
  updateSettings,
} from './store.ts';

export function briefHandlers({ db, emit }: CoreContext): Handlers<FeatureOperations<'briefs'>> {
  return {
    'briefs.list': () => listBriefs(db),
    'briefs.get': ({ id }) => getBrief(db, id),
    'briefs.create': (input) => {
      const brief = createBrief(db, input);
      emit('briefs.changed', { id: brief.id });
      return brief;
    },
    'briefs.save': (input) => {
      const saved = saveBrief(db, input);
      emit('briefs.changed', { id: input.id });
      return saved;
    },
    'briefs.updateSettings': ({ id, settings }) => {
      const summary = updateSettings(db, id, settings);
      emit('briefs.changed', { id });
      return summary;
    },
    'briefs.remove': ({ id }) => {
      removeBrief(db, id);
      emit('briefs.changed', { id });
      return {};
    },
    'briefs.restore': ({ id }) => {
      const summary = restoreBrief(db, id);
      emit('briefs.changed', { id });
      return summary;
    },
  };
}
