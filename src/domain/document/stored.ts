/** The document format of a brief on disk: Lexical's own JSON under a version of ours. */
import { z } from 'zod';

/** Raised whenever the meaning of a stored node changes; `upgrade.ts` then gains a step. */
export const DOC_VERSION = 1;

/** Any node of Lexical's serialised tree; unknown members are kept. */
export interface StoredNode {
  type: string;
  version?: number | undefined;
  children?: StoredNode[] | undefined;
  [member: string]: unknown;
}

export const storedNodeSchema: z.ZodType<StoredNode> = z.lazy(() =>
  z.looseObject({
    type: z.string().min(1),
    version: z.number().optional(),
    children: z.array(storedNodeSchema).optional(),
  }),
);

/** `root` is the root node of Lexical's serialised editor state. */
export const storedDocumentSchema = z.object({
  docVersion: z.number().int().positive(),
  root: storedNodeSchema,
});
export type StoredDocument = z.infer<typeof storedDocumentSchema>;

/** A document with one empty paragraph. */
export function emptyDocument(): StoredDocument {
  return {
    docVersion: DOC_VERSION,
    root: {
      type: 'root',
      version: 1,
      direction: null,
      format: '',
      indent: 0,
      children: [emptyParagraph()],
    },
  };
}

export function emptyParagraph(): StoredNode {
  return {
    type: 'paragraph',
    version: 1,
    direction: null,
    format: '',
    indent: 0,
    textFormat: 0,
    textStyle: '',
    children: [],
  };
}
