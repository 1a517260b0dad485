/** What a golden file says of an imported article: everything, with the ranges replaced by their words. */
import type { ArticleContent, ArticleMetadata } from '#domain/article.ts';
import { readArticle, type ReadArticle } from '#core/import/read/article.ts';

export interface Summary {
  metadata: ArticleMetadata;
  messages: string[];
  blocks: Record<string, unknown>[];
  /** The text on both sides of each note marker. */
  noteRefs: string[];
  marks: string[];
  /** `label: first words` of each page, where the source has pages. */
  pages?: string[];
}

export async function summarise(bytes: Uint8Array, fileName: string): Promise<Summary> {
  return summariseArticle(await readArticle({ bytes, fileName }));
}

export function summariseArticle({ metadata, content, messages }: ReadArticle): Summary {
  const slice = (range: { start: number; end: number }): string => content.text.slice(range.start, range.end);
  return {
    metadata,
    messages,
    blocks: content.blocks.map(({ start, end, rows, ...rest }) => ({
      ...rest,
      ...(rows === undefined
        ? { text: slice({ start, end }) }
        : {
            rows: rows.map((row) =>
              row.map((cell) => (cell.header === true ? `*${slice(cell)}` : slice(cell))),
            ),
          }),
    })),
    noteRefs: content.noteRefs.map(({ offset, label }) => around(content, offset, label)),
    marks: content.marks.map((mark) =>
      [mark.type, slice(mark), mark.url].filter((part) => part !== undefined).join(': '),
    ),
    ...(content.pages !== undefined && {
      pages: content.pages.map(({ offset, label }) => `${label}: ${content.text.slice(offset, offset + 24)}`),
    }),
  };
}

function around({ text }: ArticleContent, offset: number, label: string): string {
  return `${text.slice(Math.max(0, offset - 12), offset)}‹${label}›${text.slice(offset, offset + 8)}`;
}
