/** A highlight: a marked stretch of an article, kept as a W3C Web Annotation selector pair on one version. */
import { z } from 'zod';
import { snippetSchema } from './snippet.ts';

/** By name: what they look like is the interface's. */
export const HIGHLIGHT_COLOURS = ['yellow', 'green', 'blue', 'rose', 'violet'] as const;
export type HighlightColour = (typeof HIGHLIGHT_COLOURS)[number];

export const highlightSchema = snippetSchema.extend({
  colour: z.enum(HIGHLIGHT_COLOURS),
  /** What the analyst wrote to it; may be empty. */
  note: z.string(),
});
export type Highlight = z.infer<typeof highlightSchema>;
