import { z } from 'zod';
import { briefIdSchema } from '#domain/brief.ts';
import {
  commentAuthorSchema,
  commentIdSchema,
  commentTextSchema,
  MOST_QUOTED,
  threadSchema,
} from '#domain/comment.ts';
import { threadIdSchema } from '#domain/document/comments.ts';
import { command, query } from './operation.ts';

const newComment = z.object({
  /** Drawn by the caller, who may so ask again where no answer came: nothing is written twice. */
  id: commentIdSchema,
  author: commentAuthorSchema,
  text: commentTextSchema,
});

export const commentOperations = {
  /**
   * The threads of a brief, the oldest first. Which words each is on the document says (`$.comments` of its leaves, in
   * the order of the text); a thread that it does not name has lost its words.
   */
  'comments.list': query(z.object({ briefId: briefIdSchema }), z.array(threadSchema)),
  /** Begins a thread under an id of the caller's. */
  'comments.begin': command(
    z.object({
      briefId: briefIdSchema,
      threadId: threadIdSchema,
      quote: z.string().max(MOST_QUOTED),
      comment: newComment,
    }),
    threadSchema,
  ),
  'comments.reply': command(z.object({ threadId: threadIdSchema, comment: newComment }), threadSchema),
  'comments.edit': command(z.object({ id: commentIdSchema, text: commentTextSchema }), threadSchema),
  /** Takes a comment away; the first one takes its thread along. */
  'comments.remove': command(z.object({ id: commentIdSchema }), z.object({})),
  /** Brings back what `comments.remove` took away. */
  'comments.restore': command(z.object({ id: commentIdSchema }), threadSchema),
  /** Closes a thread, or opens it again. */
  'comments.resolve': command(
    z.object({ threadId: threadIdSchema, resolved: z.boolean(), author: commentAuthorSchema }),
    threadSchema,
  ),
};
