import type { FeatureOperations, Handlers } from '#contract/index.ts';
import type { Thread } from '#domain/comment.ts';
import type { CoreContext } from '../context.ts';
import {
  beginThread,
  editComment,
  listThreads,
  removeComment,
  reply,
  resolveThread,
  restoreComment,
} from './store.ts';

export function commentHandlers({ db, emit }: CoreContext): Handlers<FeatureOperations<'comments'>> {
  const telling = (thread: Thread): Thread => {
    emit('comments.changed', { briefId: thread.briefId });
    return thread;
  };
  return {
    'comments.list': ({ briefId }) => listThreads(db, briefId),
    'comments.begin': (input) => telling(beginThread(db, input)),
    'comments.reply': ({ threadId, comment }) => telling(reply(db, threadId, comment)),
    'comments.edit': ({ id, text }) => telling(editComment(db, id, text)),
    'comments.remove': ({ id }) => {
      emit('comments.changed', { briefId: removeComment(db, id) });
      return {};
    },
    'comments.restore': ({ id }) => telling(restoreComment(db, id)),
    'comments.resolve': ({ threadId, resolved, author }) =>
      telling(resolveThread(db, threadId, resolved ? author : null)),
  };
}
