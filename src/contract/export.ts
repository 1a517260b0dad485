import { z } from 'zod';
import { briefIdSchema } from '#domain/brief.ts';
import { command, query } from './operation.ts';

export const EXPORT_FORMATS = ['md', 'pdf'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const exportedFileSchema = z.object({
  /** A file name made from the brief's title, with its ending. */
  fileName: z.string(),
  mediaType: z.string(),
  bytes: z.instanceof(Uint8Array),
  /** Sentences for people: glyphs that no font has, sources that are missing. */
  warnings: z.array(z.string()),
});
export type ExportedFile = z.infer<typeof exportedFileSchema>;

const input = z.object({ briefId: briefIdSchema, format: z.enum(EXPORT_FORMATS) });

export const exportOperations = {
  /** The file as it would be written. The same stored brief gives the same bytes. */
  'export.render': query(input, exportedFileSchema),
  /** Asks for a place and writes the file there; null where the analyst cancelled. Needs `nativeDialogs`. */
  'export.save': command(input, z.object({ path: z.string(), warnings: z.array(z.string()) }).nullable()),
};
