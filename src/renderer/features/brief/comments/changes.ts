/** What the analyst does to comments, shown at once and told to the core in turn. */
import type { OperationInput } from '#contract/index.ts';
import type { Comment, Thread } from '#domain/comment.ts';

type ChangeOf<N extends 'begin' | 'reply' | 'edit' | 'remove' | 'restore' | 'resolve'> = {
  [K in N]: { name: `comments.${K}`; input: OperationInput<`comments.${K}`>; at: string };
}[N];

/** An operation of the contract, and when it was asked for. */
export type Change = ChangeOf<'begin' | 'reply' | 'edit' | 'remove' | 'restore' | 'resolve'>;

/** The threads as they will be; the same where the core did this already. What is restored comes from the core. */
export function applyChange(threads: readonly Thread[], change: Change): readonly Thread[] {
  const { at } = change;
  switch (change.name) {
    case 'comments.begin': {
      const { threadId: id, briefId, quote, comment } = change.input;
      if (threads.some((thread) => thread.id === id)) return threads;
      return [
        ...threads,
        { id, briefId, quote, createdAt: at, resolved: null, comments: [written(comment, at)] },
      ];
    }
    case 'comments.reply': {
      const { threadId, comment } = change.input;
      return inThread(threads, threadId, (thread) =>
        thread.comments.some(({ id }) => id === comment.id)
          ? thread
          : { ...thread, comments: [...thread.comments, written(comment, at)] },
      );
    }
    case 'comments.edit': {
      const { id, text } = change.input;
      return threads.map((thread) => ({
        ...thread,
        comments: thread.comments.map((comment) =>
          comment.id === id && comment.text !== text ? { ...comment, text, editedAt: at } : comment,
        ),
      }));
    }
    case 'comments.remove': {
      const { id } = change.input;
      return threads
        .filter(({ comments: [first] }) => first?.id !== id)
        .map((thread) => ({ ...thread, comments: thread.comments.filter((comment) => comment.id !== id) }));
    }
    case 'comments.resolve': {
      const { threadId, resolved, author } = change.input;
      return inThread(threads, threadId, (thread) => ({
        ...thread,
        resolved: resolved ? (thread.resolved ?? { author, at }) : null,
      }));
    }
    default:
      return threads;
  }
}

function written({ id, author, text }: Pick<Comment, 'id' | 'author' | 'text'>, at: string): Comment {
  return { id, author, text, createdAt: at, editedAt: null };
}

function inThread(
  threads: readonly Thread[],
  id: string,
  change: (thread: Thread) => Thread,
): readonly Thread[] {
  return threads.map((thread) => (thread.id === id ? change(thread) : thread));
}
