/** Citations: what a brief stores of them, and what the citation engine makes of them. */
import { z } from 'zod';
import { articleIdSchema } from './article.ts';
import { snippetIdSchema } from './snippet.ts';

/** CSL 1.0.2 locator terms, https://docs.citationstyles.org/en/stable/specification.html#locators */
export const LOCATOR_LABELS = [
  'page',
  'paragraph',
  'section',
  'chapter',
  'verse',
  'line',
  'note',
  'figure',
  'table',
  'part',
  'volume',
  'issue',
  'folio',
  'column',
  'book',
  'appendix',
  'article',
  'canon',
  'elocation',
  'equation',
  'opus',
  'rule',
  'scene',
  'sub-verbo',
  'supplement',
  'timestamp',
  'title',
] as const;

/** One cited article inside a citation. Names follow citeproc-js citation items. */
const citationItemSchema = z.object({
  articleId: articleIdSchema,
  /** The exact passage behind the citation, where there is one. */
  snippetId: snippetIdSchema.optional(),
  locator: z.string().optional(),
  label: z.enum(LOCATOR_LABELS).optional(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
  suppressAuthor: z.boolean().optional(),
});
export type CitationItem = z.infer<typeof citationItemSchema>;

/** One citation: a place in a brief that cites one or more articles. */
export const citationClusterSchema = z.array(citationItemSchema).min(1);
export type CitationCluster = z.infer<typeof citationClusterSchema>;

const richMarkSchema = z.enum(['bold', 'italic', 'underline', 'smallcaps', 'superscript', 'subscript']);

/** Formatted text as runs; no markup in `text`. */
const richTextSchema = z.array(
  z.object({
    text: z.string(),
    marks: z.array(richMarkSchema).optional(),
    url: z.string().optional(),
  }),
);
export type RichText = z.infer<typeof richTextSchema>;

/** All citations of a brief, formatted in one style and locale. */
export const formattedCitationsSchema = z.object({
  /** `note`: each citation is a footnote; `in-text`: it stands in the running text. */
  styleClass: z.enum(['note', 'in-text']),
  /** In the order of the clusters that were asked for. */
  clusters: z.array(
    z.object({
      /** The note's text, or the text in parentheses. */
      content: richTextSchema,
      /** Footnote number from 1; null in an in-text style. */
      noteNumber: z.number().int().positive().nullable(),
    }),
  ),
  bibliography: z.array(z.object({ articleId: articleIdSchema, content: richTextSchema })),
  /** Cited articles that the library does not hold. Their clusters say so in brackets. */
  missing: z.array(articleIdSchema),
});
export type FormattedCitations = z.infer<typeof formattedCitationsSchema>;

/** The plain text of formatted text. */
export function plainText(rich: RichText): string {
  return rich.map((run) => run.text).join('');
}

/** Behind these nothing is parted: spaces, what opens, dashes, and scripts without spaces. */
const CLOSE_UP =
  /[\s([{“‘«‹„¿¡/–—-]$|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF]$/u;

/** Whether a citation in the text is set off by a space from `text`, which stands right before it. */
export function partsFromCitation(text: string): boolean {
  return text !== '' && !CLOSE_UP.test(text);
}
