/** Cuts an article's text into what the reader draws: groups of blocks, and runs of text inside them. */
import type { ArticleBlock, ArticleContent } from '#domain/article.ts';

/** A stretch of text in one style. Its characters are exactly `text.slice(start, end)`. */
interface TextRun {
  type: 'text';
  start: number;
  end: number;
  bold: boolean;
  italic: boolean;
  url: string | null;
}
/** The place of a note marker; it holds no characters. */
interface NoteRun {
  type: 'note';
  offset: number;
  label: string;
}
/** Where a page of the source begins; it holds no characters. */
interface PageRun {
  type: 'page';
  offset: number;
  label: string;
}
export type Run = TextRun | NoteRun | PageRun;

/** What the runs of a block are cut by. Pages begin inside the block. */
type Parts = Pick<ArticleContent, 'marks' | 'noteRefs'> & { pages?: ArticleContent['pages'] };

/** The runs of a block or of a table's cell, in order. Together the text runs are the whole range. */
export function runsOf({ marks, noteRefs, pages = [] }: Parts, range: { start: number; end: number }): Run[] {
  const { start, end } = range;
  const inside = marks.filter((mark) => mark.start < end && mark.end > start);
  const notes = noteRefs.filter(({ offset }) => offset >= start && offset <= end);
  const begun = pages.filter(({ offset }) => offset >= start && offset < end);
  const cuts = new Set([start, end]);
  for (const mark of inside) {
    cuts.add(Math.max(start, mark.start));
    cuts.add(Math.min(end, mark.end));
  }
  for (const { offset } of [...notes, ...begun]) cuts.add(offset);
  const sorted = [...cuts].toSorted((a, b) => a - b);

  const runs: Run[] = [];
  for (const [index, at] of sorted.entries()) {
    for (const { offset, label } of notes) if (offset === at) runs.push({ type: 'note', offset, label });
    for (const { offset, label } of begun) if (offset === at) runs.push({ type: 'page', offset, label });
    const next = sorted[index + 1];
    if (next === undefined) break;
    const covering = inside.filter((mark) => mark.start <= at && mark.end >= next);
    runs.push({
      type: 'text',
      start: at,
      end: next,
      bold: covering.some(({ type }) => type === 'bold'),
      italic: covering.some(({ type }) => type === 'italic'),
      url: covering.find(({ type }) => type === 'link')?.url ?? null,
    });
  }
  return runs;
}

/** What the runs of each block are cut by, found in one pass over the marks. */
export function partsOfBlocks(content: ArticleContent): Parts[] {
  const marks = content.marks.toSorted((a, b) => a.start - b.start);
  const noteRefs = content.noteRefs.toSorted((a, b) => a.offset - b.offset);
  const pages = content.pages ?? [];
  let firstPage = 0;
  let firstMark = 0;
  let firstNote = 0;
  return content.blocks.map((block) => {
    while (firstMark < marks.length && marks[firstMark]!.end <= block.start) firstMark += 1;
    while (firstNote < noteRefs.length && noteRefs[firstNote]!.offset < block.start) firstNote += 1;
    const part: Required<Parts> = { marks: [], noteRefs: [], pages: [] };
    // A page that begins between two blocks begins with the next one, in a table with its next cell.
    for (; firstPage < pages.length && pages[firstPage]!.offset < block.end; firstPage += 1) {
      const { offset, label } = pages[firstPage]!;
      const cells = block.rows?.flat() ?? [block];
      const cell = cells.find(({ start, end }) => end > offset && end > start);
      if (cell !== undefined) part.pages.push({ offset: Math.max(offset, cell.start), label });
    }
    for (let at = firstMark; at < marks.length && marks[at]!.start < block.end; at += 1)
      part.marks.push(marks[at]!);
    for (let at = firstNote; at < noteRefs.length && noteRefs[at]!.offset <= block.end; at += 1)
      part.noteRefs.push(noteRefs[at]!);
    return part;
  });
}

/** Blocks that the reader draws as one: the items of a list, the notes, or a single block. */
export interface BlockGroup {
  kind: 'list' | 'notes' | 'single';
  /** Places in `content.blocks`. */
  blocks: number[];
}

export function groupBlocks(blocks: readonly ArticleBlock[]): BlockGroup[] {
  const groups: BlockGroup[] = [];
  for (const [index, { role }] of blocks.entries()) {
    const kind = role === 'list-item' ? 'list' : role === 'note' ? 'notes' : 'single';
    const last = groups.at(-1);
    if (last !== undefined && kind !== 'single' && last.kind === kind) last.blocks.push(index);
    else groups.push({ kind, blocks: [index] });
  }
  return groups;
}

/** An item of a list, with the lists inside it. */
export interface ListItemNode {
  /** Place in `content.blocks`. */
  block: number;
  items: ListItemNode[];
}

/** The items of a list by their levels. One that is deeper than its turn goes into the item before it. */
export function nestItems(blocks: readonly ArticleBlock[], places: readonly number[]): ListItemNode[] {
  const roots: ListItemNode[] = [];
  const open: { level: number; node: ListItemNode }[] = [];
  for (const place of places) {
    const level = blocks[place]?.level ?? 1;
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
    const node: ListItemNode = { block: place, items: [] };
    (open.at(-1)?.node.items ?? roots).push(node);
    open.push({ level, node });
  }
  return roots;
}

/** The range without white space at its ends; null where nothing else is in it. */
export function trimRange(text: string, start: number, end: number): { start: number; end: number } | null {
  const slice = text.slice(start, end);
  const trimmed = slice.trim();
  if (trimmed === '') return null;
  const from = start + (slice.length - slice.trimStart().length);
  return { start: from, end: from + trimmed.length };
}
