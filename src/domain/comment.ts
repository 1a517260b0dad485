/** Comments on the text of a brief: what is said of some of its words, and what is answered. */
import { z } from 'zod';
import { briefIdSchema } from './brief.ts';
import { threadIdSchema } from './document/comments.ts';

/** Words of a brief that a thread keeps to show what it was on, once they are gone. */
export const MOST_QUOTED = 600;

/** Drawn as the id of a thread is. */
export const commentIdSchema = threadIdSchema;
export const commentTextSchema = z.string().trim().min(1).max(20_000);
export const commentAuthorSchema = z.string().trim().min(1).max(200);
const timeSchema = z.string();

const commentSchema = z.object({
  id: commentIdSchema,
  author: commentAuthorSchema,
  text: commentTextSchema,
  /** ISO 8601 UTC. */
  createdAt: timeSchema,
  /** When its words were last changed; null for never. */
  editedAt: timeSchema.nullable(),
});
export type Comment = z.infer<typeof commentSchema>;

export const threadSchema = z.object({
  id: threadIdSchema,
  briefId: briefIdSchema,
  /** The words that it was put on. */
  quote: z.string().max(MOST_QUOTED),
  createdAt: timeSchema,
  /** Null while it is open. */
  resolved: z.object({ author: commentAuthorSchema, at: timeSchema }).nullable(),
  /** In the order in which they were written; the first one began the thread. */
  comments: z.array(commentSchema).min(1),
});
export type Thread = z.infer<typeof threadSchema>;
