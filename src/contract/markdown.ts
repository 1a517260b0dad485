import { z } from 'zod';
import { briefSummarySchema } from '#domain/brief.ts';
import { command } from './operation.ts';

/** Endings of Markdown files, without the dot. */
export const MARKDOWN_ENDINGS = ['md', 'markdown', 'mdown', 'mkd'];

export const markdownOperations = {
  /**
   * Makes a new brief of a Markdown file: of GitHub's, CommonMark or Pandoc's, which says itself which it is. `path` is on
   * the disk, where pictures and sources are looked for in its folder; `files` are handed over: the first is the
   * Markdown, the others stand beside it under paths parted by `/`. No file is changed. Fails with `file_unreadable`.
   */
  'markdown.open': command(
    z.union([
      z.object({ path: z.string().min(1) }),
      z.object({
        files: z
          .array(z.object({ path: z.string().min(1).max(4000), bytes: z.instanceof(Uint8Array) }))
          .min(1)
          .max(2000),
      }),
    ]),
    /** Sentences for people: what could not be read as it was meant, and where it is now. */
    z.object({ brief: briefSummarySchema, warnings: z.array(z.string()) }),
  ),
  /** The host's dialog for such a file; null where the analyst cancelled. Needs `nativeDialogs`. */
  'markdown.choose': command(z.object({}), z.string().nullable()),
};
