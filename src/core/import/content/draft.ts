/** An article on its way from a reader to its final text: blocks of runs, not yet ranges. */
import type { ArticleBlock } from '#domain/article.ts';

/** Text in one format, or, where `noteRef` or `page` is set, a marker (its text is empty). */
export interface Run {
  text: string;
  bold?: boolean;
  italic?: boolean;
  url?: string;
  /** Label of the note that is marked here. */
  noteRef?: string;
  /** Label of the page of the source that begins here. */
  page?: string;
}

export interface DraftCell {
  runs: Run[];
  header: boolean;
}

export interface DraftBlock extends Pick<ArticleBlock, 'role' | 'level' | 'label'> {
  runs: Run[];
  /** Instead of runs, for a table. */
  rows?: DraftCell[][];
}

/** A block of plain text. */
export function plainBlock(
  role: DraftBlock['role'],
  text: string,
  more: Pick<DraftBlock, 'level' | 'label'> = {},
): DraftBlock {
  return { role, runs: [{ text }], ...more };
}

export function runsText(runs: Run[]): string {
  return runs.map((run) => run.text).join('');
}

/** The text of a block without markers; a table's cells are parted by tabs and newlines. */
export function blockText(block: DraftBlock): string {
  if (block.rows === undefined) return runsText(block.runs);
  return block.rows.map((row) => row.map((cell) => runsText(cell.runs)).join('\t')).join('\n');
}

/** The runs of several blocks as one, parted by spaces. */
export function joinRuns(blocks: DraftBlock[]): Run[] {
  const runs: Run[] = [];
  for (const block of blocks) {
    if (runs.length > 0) runs.push({ text: ' ' });
    runs.push(...block.runs);
  }
  return runs;
}
