/** Turns draft blocks into the final text of an article with its ranges. */
import type { ArticleBlock, ArticleContent } from '#domain/article.ts';
import { tidyCharacters } from './characters.ts';
import type { DraftBlock, DraftCell, Run } from './draft.ts';
import { linkIbid } from './ibid.ts';

/**
 * Joins the blocks by "\n\n", takes the note markers out of the text, and measures every range. Blocks
 * without text are left out. White space at the edges of a block goes, and so does a space that only parted
 * a note marker from the word before it. A page that begins in a block without text begins with the next.
 */
export function buildContent(drafts: DraftBlock[]): ArticleContent {
  const content: Draft = { text: '', blocks: [], noteRefs: [], marks: [], pages: [] };
  for (const draft of drafts) {
    const before = content.text.length;
    const start = before === 0 ? 0 : before + 2;
    const writer = new RangeWriter(content, start);
    const rows = draft.rows === undefined ? undefined : writeRows(writer, draft.rows);
    if (rows === undefined) writer.write(draft.runs, draft.role !== 'code');
    if (writer.text.trim() === '') {
      writer.undo();
      continue;
    }
    content.text += (before === 0 ? '' : '\n\n') + writer.text;
    const block: ArticleBlock = { start, end: start + writer.text.length, role: draft.role };
    if (draft.level !== undefined) block.level = draft.level;
    if (draft.label !== undefined) block.label = draft.label;
    if (rows !== undefined) block.rows = rows;
    content.blocks.push(block);
  }
  linkIbid(content);
  const { pages, ...rest } = content;
  if (pages.length === 0) return rest;
  const end = content.text.length;
  return { ...rest, pages: pages.map(({ offset, label }) => ({ offset: Math.min(offset, end), label })) };
}

type Draft = Required<ArticleContent>;

function writeRows(writer: RangeWriter, rows: DraftCell[][]): ArticleBlock['rows'] {
  return rows.map((row, rowIndex) => {
    if (rowIndex > 0) writer.text += '\n';
    return row.map((cell, cellIndex) => {
      if (cellIndex > 0) writer.text += '\t';
      const start = writer.position;
      const flat = cell.runs.map((run) => ({ ...run, text: run.text.replace(/\s+/gu, ' ') }));
      writer.write(flat, true);
      const range = { start, end: writer.position };
      return cell.header ? { ...range, header: true } : range;
    });
  });
}

/** Writes one block's runs and notes their marks and note references at their final offsets. */
class RangeWriter {
  text = '';
  readonly #content: Draft;
  readonly #start: number;
  readonly #marksBefore: number;
  readonly #refsBefore: number;
  readonly #pagesBefore: number;

  constructor(content: Draft, start: number) {
    this.#content = content;
    this.#start = start;
    this.#marksBefore = content.marks.length;
    this.#refsBefore = content.noteRefs.length;
    this.#pagesBefore = content.pages.length;
  }

  get position(): number {
    return this.#start + this.text.length;
  }

  /** With `trim`, white space at both ends of the runs as a whole is left out. */
  write(runs: Run[], trim: boolean): void {
    const tidy = runs.map((run) => ({ ...run, text: tidyCharacters(run.text) }));
    if (trim) trimEnds(tidy);
    for (const [index, run] of tidy.entries()) {
      if (run.page !== undefined) {
        this.#content.pages.push({ offset: this.position, label: run.page });
        continue;
      }
      if (run.noteRef !== undefined) {
        if (spaceBeforeMarkerGoes(tidy, index)) this.#trimEnd();
        this.#content.noteRefs.push({ offset: this.position, label: run.noteRef });
        continue;
      }
      if (run.text === '') continue;
      const start = this.position;
      this.text += run.text;
      this.#mark(run, start);
    }
  }

  undo(): void {
    this.#content.marks.length = this.#marksBefore;
    this.#content.noteRefs.length = this.#refsBefore;
    for (const page of this.#content.pages.slice(this.#pagesBefore)) page.offset = this.#start;
  }

  #mark(run: Run, start: number): void {
    const { marks } = this.#content;
    const end = this.position;
    if (run.bold === true) addMark(marks, { start, end, type: 'bold' }, this.#marksBefore);
    if (run.italic === true) addMark(marks, { start, end, type: 'italic' }, this.#marksBefore);
    if (run.url !== undefined) addMark(marks, { start, end, type: 'link', url: run.url }, this.#marksBefore);
  }

  #trimEnd(): void {
    this.text = this.text.trimEnd();
    for (const mark of this.#content.marks.slice(this.#marksBefore))
      mark.end = Math.min(mark.end, this.position);
  }
}

/** Adds a mark, or lengthens the one of the same kind that ends where it begins. */
function addMark(marks: ArticleContent['marks'], mark: ArticleContent['marks'][number], from: number): void {
  const last = marks
    .slice(from)
    .findLast((other) => other.type === mark.type && other.url === mark.url && other.end === mark.start);
  if (last === undefined) marks.push(mark);
  else last.end = mark.end;
}

function trimEnds(runs: Run[]): void {
  for (const run of runs) {
    run.text = run.text.trimStart();
    if (run.text !== '') break;
  }
  for (const run of runs.toReversed()) {
    run.text = run.text.trimEnd();
    if (run.text !== '') break;
  }
}

function spaceBeforeMarkerGoes(runs: Run[], index: number): boolean {
  const next = runs
    .slice(index + 1)
    .map((run) => run.text)
    .join('');
  return next === '' || /^[\s.,;:!?)\]”’»]/u.test(next);
}
