/** Comments of the stand-in host, in memory. */
import type { Result } from '#contract/errors.ts';
import type { OperationInput } from '#contract/index.ts';
import type { Comment, Thread } from '#domain/comment.ts';

export interface StandInComments {
  threads: Thread[];
  /** Whether the operation is one of comments; then what it answers. */
  answer: (name: string, input: unknown) => Result | null;
}

export function standInComments(): StandInComments {
  let removed: { comment: Comment; thread: Thread }[] = [];
  const comments: StandInComments = { threads: [], answer };
  const ok = (value: unknown): Result => ({ ok: true, value: structuredClone(value) });
  const at = '2024-05-09T10:00:00.000Z';
  const threadOf = (id: string): Thread =>
    comments.threads.find(
      (thread) => thread.id === id || thread.comments.some((comment) => comment.id === id),
    )!;

  function answer(name: string, input: unknown): Result | null {
    if (name === 'comments.list') return ok(comments.threads);
    if (name === 'comments.begin') {
      const { threadId: id, briefId, quote, comment } = input as OperationInput<'comments.begin'>;
      const first = { ...comment, createdAt: at, editedAt: null };
      comments.threads.push({ id, briefId, quote, createdAt: at, resolved: null, comments: [first] });
      return ok(threadOf(id));
    }
    if (name === 'comments.reply') {
      const { threadId, comment } = input as OperationInput<'comments.reply'>;
      threadOf(threadId).comments.push({ ...comment, createdAt: at, editedAt: null });
      return ok(threadOf(threadId));
    }
    if (name === 'comments.edit') {
      const { id, text } = input as OperationInput<'comments.edit'>;
      Object.assign(
        threadOf(id).comments.find((comment) => comment.id === id)!,
        { text, editedAt: at },
      );
      return ok(threadOf(id));
    }
    if (name === 'comments.resolve') {
      const { threadId, resolved, author } = input as OperationInput<'comments.resolve'>;
      threadOf(threadId).resolved = resolved ? { author, at } : null;
      return ok(threadOf(threadId));
    }
    if (name === 'comments.remove') {
      const { id } = input as OperationInput<'comments.remove'>;
      const thread = threadOf(id);
      const comment = thread.comments.find((each) => each.id === id)!;
      removed.push({ comment, thread: structuredClone(thread) });
      if (thread.comments[0] === comment)
        comments.threads = comments.threads.filter((each) => each !== thread);
      else thread.comments = thread.comments.filter((each) => each !== comment);
      return ok({});
    }
    if (name === 'comments.restore') {
      const { id } = input as OperationInput<'comments.restore'>;
      const back = removed.find(({ comment }) => comment.id === id)!;
      removed = removed.filter((each) => each !== back);
      comments.threads = [...comments.threads.filter((each) => each.id !== back.thread.id), back.thread];
      return ok(back.thread);
    }
    return null;
  }
  return comments;
}
