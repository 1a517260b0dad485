/** Tables on their way into the library: what their columns hold. */
import { z } from 'zod';
import { cslItemSchema } from '#domain/csl.ts';
import { command, query } from './operation.ts';

/** What a column can be: a CSL variable, the text of the article, or tags. */
const TABLE_FIELDS = [
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

/** A row as the article that it would become. */
const previewSchema = z.object({
  /** Its row, from 1. */
  row: z.number().int().positive(),
  /** The first of its text; empty for a source without text. */
  text: z.string(),
  csl: cslItemSchema.nullable(),
  tags: z.array(z.string()),
  /** What to look at, or why it cannot be read. */
  message: z.string().nullable(),
});
export type TablePreview = z.infer<typeof previewSchema>;

const inspectionSchema = z.object({
  /** The file's name without its folder. */
  name: z.string(),
  columns: z.array(z.object({ name: z.string(), samples: z.array(z.string()) })),
  /** Null where counting them would mean reading a long file. */
  rows: z.number().int().nonnegative().nullable(),
  /** Whether the file is one whose first row may hold names. */
  mayHaveHeader: z.boolean(),
  guess: tableMappingSchema,
  /** Good enough to import by. */
  sure: z.boolean(),
});
export type TableInspection = z.infer<typeof inspectionSchema>;

export const importTableOperations = {
  /**
   * The columns of a dump with samples of what stands in them, and what they seem to hold. `header` says
   * whether the first row of a CSV file names the columns; it is told by the row unless given.
   */
  'import.inspectTable': query(
    z.object({ path: z.string(), header: z.boolean().optional() }),
    inspectionSchema,
  ),
  /** The first three articles of a dump, read by a mapping. Nothing is kept. */
  'import.previewTable': query(
    z.object({ path: z.string(), mapping: tableMappingSchema }),
    z.array(previewSchema),
  ),
  /** Keeps a mapping for other files with these columns. */
  'import.rememberTable': command(rememberedTableSchema, z.object({})),
};
