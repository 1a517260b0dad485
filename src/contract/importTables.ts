/** Tables on their way into the library: what their columns hold. */
import { z } from 'zod';

/** What a column can be: a CSL variable, the text of the article, or tags. */
export const TABLE_FIELDS = [
  'title',
  'text',
  'author',
  'issued',
  'publisher',
  'container-title',
  'URL',
  'DOI',
  'language',
  'type',
  'abstract',
  'tags',
  'page',
  'volume',
  'issue',
  'number',
  'section',
  'genre',
  'editor',
  'translator',
  'publisher-place',
  'edition',
  'accessed',
  'ISBN',
  'ISSN',
  'note',
] as const;
export type TableField = (typeof TABLE_FIELDS)[number];

/**
 * Which columns are read, and as what; columns that are not named are left out. Where several are one field,
 * texts, names and tags are joined in this order, and of the others the first that holds something counts.
 */
export const tableMappingSchema = z.object({
  columns: z.array(z.object({ name: z.string().max(1000), field: z.enum(TABLE_FIELDS) })).max(500),
  /** The first row of a CSV file holds the names of the columns; else they are called `Column 1`, `Column 2`, … */
  header: z.boolean().default(true),
  /** How `03/04/2024` is meant: day or month first; `auto` takes the day first and leaves it unconfirmed. */
  dates: z.enum(['auto', 'dmy', 'mdy']).default('auto'),
  /** How the text is written; `auto` tells by each text. */
  textFormat: z.enum(['auto', 'plain', 'markdown', 'html']).default('auto'),
});
export type TableMapping = z.infer<typeof tableMappingSchema>;

/** A mapping that the analyst chose, with all columns of the file that it was chosen for. */
export const rememberedTableSchema = z.object({
  columns: z.array(z.string()).max(10_000),
  mapping: tableMappingSchema,
});
export type RememberedTable = z.infer<typeof rememberedTableSchema>;
