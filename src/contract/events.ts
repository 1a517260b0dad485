/** What the core and its host tell the interface unasked. */
import { z } from 'zod';
import { IMPORT_STATES } from './import.ts';
import { searchStatusSchema } from './search.ts';

export const events = {
  /** `marksOnly`: stars, read marks, tags, collections or the trash, and no metadata. */
  'articles.changed': z.object({ marksOnly: z.boolean().optional() }),
  /** Highlights or notes of an article. */
  'annotations.changed': z.object({ articleId: z.number().int() }),
  /** Collections or tags, or which articles they hold, are different. */
  'library.changed': z.object({}),
  /** A brief was created, renamed, removed or saved. */
  'briefs.changed': z.object({ id: z.number().int() }),
  /** A comment on a brief was written, changed, resolved or removed. */
  'comments.changed': z.object({ briefId: z.number().int() }),
  /** A version of a brief was kept, named or removed. */
  'versions.changed': z.object({ briefId: z.number().int() }),
  /** A citation style was installed, replaced or removed. */
  'styles.changed': z.object({}),
  'import.progress': z.object({
    jobId: z.string(),
    origin: z.enum(['analyst', 'watch']),
    state: z.enum(IMPORT_STATES),
    /** Files that are done, and all that were found so far. */
    done: z.number().int(),
    total: z.number().int(),
    /** Items that these files held: more than files where some hold many. */
    items: z.number().int(),
    /** Items a second over the last seconds; null until it can be told. */
    rate: z.number().nullable(),
    /** Seconds until it is done at this rate; null until it can be told. */
    remaining: z.number().nullable(),
    /** Name of the file at hand. */
    current: z.string(),
  }),
  /** How many pairs of possible duplicates there are to look at. */
  'duplicates.changed': z.object({ total: z.number().int() }),
  'search.indexed': searchStatusSchema,
  /** A saved search was added, renamed or removed. */
  'searches.changed': z.object({}),
  /** The native menu asks for a command of the interface, by its id. */
  'menu.command': z.object({ id: z.string() }),
};

export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.infer<(typeof events)[N]>;
export type Emit = <N extends EventName>(name: N, payload: EventPayload<N>) => void;
