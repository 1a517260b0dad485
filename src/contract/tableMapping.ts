/** Which column or field of a dump (CSV, JSON, JSONL) becomes what of an article. */
import { z } from 'zod';

export const TABLE_FIELDS = [
  'title',
  'text',
  'html',
  'author',
  'publisher',
  'publication',
  'issued',
  'url',
  'doi',
  'language',
  'type',
  'abstract',
  'tags',
] as const;
export type TableField = (typeof TABLE_FIELDS)[number];

export const tableMappingSchema = z.object({
  /** The name of the column, or the dotted path of the field, that each is taken from. */
  fields: z.partialRecord(z.enum(TABLE_FIELDS), z.string()),
});
export type TableMapping = z.infer<typeof tableMappingSchema>;
