/** What the panel of comments shows, and what is asked of it. */
import type { Thread } from '#domain/comment.ts';
import { createStore } from '../../../app/store.ts';

export const FILTERS = ['open', 'resolved', 'all'] as const;
export type Filter = (typeof FILTERS)[number];

export const filter = createStore<Filter>('open');

/** Counts how often the field of a new comment was asked for: each time it takes the focus. */
export const composerAsked = createStore(0);

/** The thread whose field for a reply is to take the focus. */
export const replyAsked = createStore<string | null>(null);

export function passes(chosen: Filter, { resolved }: Thread): boolean {
  return chosen === 'all' || (chosen === 'open') === (resolved === null);
}
