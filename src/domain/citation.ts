/** Citations: what a brief stores of them, and what the citation engine makes of them. */
import { z } from 'zod';
import { articleIdSchema } from './article.ts';
import { listChangesSchema } from './listChanges.ts';
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
  /**
   * The author's name stands in the running text, and the rest of the citation after it. Counts on the first item of
   * a cluster.
   */
  authorInText: z.boolean().optional(),
});
export type CitationItem = z.infer<typeof citationItemSchema>;

/** One citation: a place in a brief that cites one or more articles. */
export const citationClusterSchema = z.array(citationItemSchema).min(1);
export type CitationCluster = z.infer<typeof citationClusterSchema>;

/** An author's footnote in the text, and the citations that stand in its words. */
const footnotePlaceSchema = z.object({
  /** The citations of the document before its mark, those in earlier footnotes among them. */
  at: z.number().int().nonnegative(),
  /** The citations in it: those from `at` on. */
  count: z.number().int().nonnegative(),
});

/** What is cited where in one document: all that its citations are formatted from, but for the metadata. */
export const citedSchema = z.object({
  /** In the order in which a reader meets them; those of a footnote where its mark stands. */
  clusters: z.array(citationClusterSchema).max(20_000),
  /** The author's own footnotes in the order of their marks. */
  footnotes: z.array(footnotePlaceSchema).max(20_000).default([]),
  /** Sources that stand in the list of sources without being cited. */
  uncited: z.array(articleIdSchema).max(10_000).default([]),
});
export type Cited = z.infer<typeof citedSchema>;

const richMarkSchema = z.enum(['bold', 'italic', 'underline', 'smallcaps', 'superscript', 'subscript']);

/** Formatted text as runs; no markup in `text`. */
export const richTextSchema = z.array(
  z.object({
    text: z.string(),
    marks: z.array(richMarkSchema).optional(),
    url: z.string().optional(),
  }),
);
export type RichText = z.infer<typeof richTextSchema>;

/** What one citation prints, but for the number of its note. */
const clusterTextSchema = z.object({
  /** What stands in the running text before the note's mark or the parenthesis: the author's name. */
  inText: richTextSchema.nullable(),
  /** The note's text, or the text in parentheses; empty where the name in the text is all of it. */
  content: richTextSchema,
});
export type ClusterText = z.infer<typeof clusterTextSchema>;

/** All citations of a brief, formatted in one style and locale. */
const formattedCitationsSchema = z.object({
  /** `note`: each citation is a footnote; `in-text`: it stands in the running text. */
  styleClass: z.enum(['note', 'in-text']),
  /** In the order of the clusters that were asked for. */
  clusters: z.array(
    clusterTextSchema.extend({
      /** Number from 1 of the footnote that it makes; null in an in-text style, and in an author's footnote. */
      noteNumber: z.number().int().positive().nullable(),
    }),
  ),
  /** Numbers of the author's footnotes, which are in one series with those of citations. */
  footnotes: z.array(z.number().int().positive()),
  bibliography: z.array(
    z.object({
      articleId: articleIdSchema,
      content: richTextSchema,
      /** Of a source that is listed without being cited: the numbers that it is listed under, from before a merge, too. */
      listedAs: z.array(articleIdSchema).optional(),
    }),
  ),
  /** Articles cited or listed that the library does not hold. Clusters that cite them say so in brackets. */
  missing: z.array(articleIdSchema),
});
export type FormattedCluster = FormattedCitations['clusters'][number];
export type FormattedCitations = z.infer<typeof formattedCitationsSchema>;
export type BibliographyEntry = FormattedCitations['bibliography'][number];

/**
 * What is formatted so far of the citations of a brief, told by what an earlier answer said: the one that the caller
 * named, else one that said nothing. Numbers of notes follow from the places (`numberNotes`).
 */
export const citationsProgressSchema = formattedCitationsSchema
  .omit({ clusters: true, bibliography: true })
  .extend({
    /** Names this answer: to ask for more by, and to have later answers told by it. */
    answer: z.string(),
    /** In the order of the clusters that were asked for; null for those that are on their way. */
    clusters: listChangesSchema(clusterTextSchema.nullable()),
    /** Null until all is formatted. */
    bibliography: listChangesSchema(formattedCitationsSchema.shape.bibliography.element).nullable(),
  });
export type CitationsProgress = z.infer<typeof citationsProgressSchema>;

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

/** A stop that a style sets behind a note; not that of an initial or of "n.d.". */
const FINAL_STOP = /(?<!(?:^|[\s.(])\p{L})\.(?=[”’"'»]*$)/u;
/** What goes on with the sentence. */
const GOES_ON = /^\s*[\p{Ll}\p{N}.,;:!?)\]–—-]/u;

/**
 * A formatted citation as it stands inside a sentence, before the words `after`. Note styles end what they print
 * with a stop, which is for a note that holds nothing else.
 */
export function insideSentence(content: RichText, after: string): RichText {
  const last = content.at(-1);
  if (last === undefined || !GOES_ON.test(after)) return content;
  return [...content.slice(0, -1), { ...last, text: last.text.replace(FINAL_STOP, '') }];
}

/** What a citation puts into the running text: for a note, what stands before its mark. */
export function runningText({ inText, content, noteNumber }: FormattedCluster): RichText {
  if (inText === null) return noteNumber === null ? content : [];
  if (noteNumber !== null || content.length === 0) return inText;
  const isRaised = content[0]?.marks?.includes('superscript') === true;
  const isApart = !isRaised && partsFromCitation(plainText(inText));
  return [...inText, ...(isApart ? [{ text: ' ' }] : []), ...content];
}
