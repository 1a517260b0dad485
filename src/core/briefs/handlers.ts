import type { FeatureOperations, Handlers } from '#contract/index.ts';
import type { CoreContext } from '../context.ts';
import { openBriefPdf } from './archive/open.ts';
import { sourcesOf } from './sources.ts';
import {
  createBrief,
  getBrief,
  listBriefs,
  removeBrief,
  restoreBrief,
  saveBrief,
  updateSettings,
} from './store.ts';

export interface BriefHooks {
  /** Told of articles that a brief now cites, or no longer does. */
  onCited(articleIds: number[]): void;
  /** Told where articles came with a brief. */
  onArticles(): void;
  /** Told where a save kept the state before it as a version. */
  onVersion(): void;
}

export function briefHandlers(
  context: CoreContext,
  hooks: BriefHooks,
): Handlers<FeatureOperations<'briefs'>> {
  const { db, emit } = context;
  /** Runs `write`, which may change which articles the brief cites, and tells what it changed. */
  const telling = <T>(id: number, write: () => T): T => {
    const before = sourcesOf(db, id);
    const result = write();
    tellChanged(id, before);
    return result;
  };
  const tellChanged = (id: number, before: readonly number[]): void => {
    const after = sourcesOf(db, id);
    const changed = [...new Set([...before, ...after])].filter(
      (article) => !before.includes(article) || !after.includes(article),
    );
    if (changed.length > 0) {
      hooks.onCited(changed);
      emit('articles.changed', {});
    }
    emit('briefs.changed', { id });
  };
  return {
    'briefs.list': () => listBriefs(db),
    'briefs.get': ({ id }) => getBrief(db, id),
    'briefs.create': (input) => {
      const brief = createBrief(db, input);
      tellChanged(brief.id, []);
      return brief;
    },
    'briefs.save': (input) =>
      telling(input.id, () => {
        const { keptVersion, ...saved } = saveBrief(db, input);
        if (keptVersion) hooks.onVersion();
        return saved;
      }),
    'briefs.openPdf': async (file) => {
      const opened = await openBriefPdf(context, file);
      if (opened.added > 0) hooks.onArticles();
      tellChanged(opened.briefId, []);
      return opened;
    },
    'briefs.updateSettings': ({ id, settings }) => {
      const summary = updateSettings(db, id, settings);
      emit('briefs.changed', { id });
      return summary;
    },
    'briefs.remove': ({ id }) =>
      telling(id, () => {
        removeBrief(db, id);
        return {};
      }),
    'briefs.restore': ({ id }) => telling(id, () => restoreBrief(db, id)),
  };
}
