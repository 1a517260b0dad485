import type { FeatureOperations, Handlers } from '#contract/index.ts';
import type { CoreContext } from '../context.ts';
import type { Journal } from '../organise/journal.ts';
import { setGrades } from './grades.ts';
import {
  createHighlight,
  listHighlights,
  removeHighlight,
  restoreHighlight,
  updateHighlight,
} from './highlights.ts';
import { namesFrom } from './names.ts';
import { getNotes, saveNotes } from './notes.ts';

export interface AnnotationHooks {
  /** Told of articles whose grade or notes changed. */
  onChanged(ids: number[]): void;
}

export function annotationHandlers(
  { db, emit }: CoreContext,
  journal: Journal,
  hooks: AnnotationHooks,
): Handlers<FeatureOperations<'grades' | 'highlights' | 'names' | 'notes'>> {
  const changed = <T extends { articleId: number }>(highlight: T): T => {
    emit('annotations.changed', { articleId: highlight.articleId });
    return highlight;
  };
  return {
    'highlights.list': ({ articleId, versionId }) => listHighlights(db, articleId, versionId),
    'highlights.create': (input) => changed(createHighlight(db, input)),
    'highlights.update': ({ id, ...change }) => changed(updateHighlight(db, id, change)),
    'highlights.remove': ({ id }) => {
      const removed = changed(removeHighlight(db, id));
      return { ...removed, undo: journal.remember(() => void changed(restoreHighlight(db, removed))) };
    },
    'notes.get': ({ articleId }) => ({ text: getNotes(db, articleId) }),
    'notes.save': ({ articleId, ...notes }) => {
      saveNotes(db, articleId, notes);
      hooks.onChanged([articleId]);
      emit('annotations.changed', { articleId });
      return {};
    },
    'names.read': ({ text, language }) => namesFrom(text, language),
    'grades.set': ({ ids, ...grade }) => {
      const before = setGrades(db, ids, grade);
      hooks.onChanged(before.map(({ id }) => id));
      emit('articles.changed', {});
      return before;
    },
  };
}
