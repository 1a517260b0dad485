/** The lines of an article's body as blocks. */
import { type DraftBlock, plainBlock } from '../content/draft.ts';
import { isAnnouncedTeaser, looksLikeHeadlineOfAnother } from './chrome.ts';
import { captionBlock } from './credits.ts';
import { isCaptionAt } from './front.ts';
import { isSpeakerLine } from './masthead.ts';
import { endsSentence, type Line } from './lines.ts';

const BULLET = /^([•▪◦‣·]|[*–—-](?=\s))\s*/u;
const NUMBERED = /^(\d{1,2})[.)]\s+/u;
const HEADING_WORDS = 12;
/** East Asian papers mark their subheads by a sign. */
const MARKED_HEADING = /^[■▼◆◇●○▲△□▶◎★☆◼]\s*([^■▼◆◇●○▲△□▶。.]{2,50})$/u;

export interface Body {
  blocks: DraftBlock[];
  /** Lines left out because they seem to lead to other articles. */
  teasers: string[];
}

export function readBody(lines: Line[]): Body {
  const blocks: DraftBlock[] = [];
  const teasers: string[] = [];
  const colonHeadings = lines.filter((line, at) => isHeadingAt(lines, at) && line.text.includes(':')).length;
  for (let at = 0; at < lines.length; at += 1) {
    const { text } = lines[at]!;
    if (!/[\p{L}\p{N}]/u.test(text) && !/[\p{S}]{1}\S/u.test(text) && text.length < 20) continue;
    const table = tableAt(lines, at) ?? pipeTableAt(lines, at);
    if (table !== null) {
      blocks.push(table.block);
      at += table.length - 1;
    } else if (isCaptionAt(lines, at)) blocks.push(captionBlock(text));
    else if (isTeaser(lines, at, colonHeadings)) teasers.push(text);
    else blocks.push(listItemAt(lines, at) ?? headingAt(lines, at) ?? quoteOrParagraph(text));
  }
  return { blocks, teasers };
}

/** A lone line that reads like a headline is one of another article only where no other heading is like it. */
function isTeaser(lines: Line[], at: number, colonHeadings: number): boolean {
  const { text, words } = lines[at]!;
  if (!isHeadingAt(lines, at)) return words <= 25 && isAnnouncedTeaser(text) && !endsSentence(text);
  return isAnnouncedTeaser(text) || (colonHeadings === 1 && looksLikeHeadlineOfAnother(text));
}

/** Short, alone, not a sentence, and followed by something. */
function isHeadingAt(lines: Line[], at: number): boolean {
  const { text, gapBefore, gapAfter, words } = lines[at]!;
  const next = lines[at + 1];
  if (next === undefined || !gapBefore || words > HEADING_WORDS) return false;
  if (!/\p{L}/u.test(text) || isSpeakerLine(text)) return false;
  if (/[.,;:。、]["”’'」』)]*$|^["“”「].*["”」]$/u.test(text) || BULLET.test(text)) return false;
  if (!/^[\p{Lu}\p{Lo}\p{N}"“‘'¿¡「『【(]/u.test(text)) return false;
  return gapAfter || next.words > HEADING_WORDS;
}

function headingAt(lines: Line[], at: number): DraftBlock | null {
  const { text, gapBefore } = lines[at]!;
  const marked = gapBefore && text.length <= 60 ? MARKED_HEADING.exec(text)?.[1] : undefined;
  if (marked !== undefined && lines[at + 1] !== undefined) return plainBlock('heading', marked, { level: 2 });
  return isHeadingAt(lines, at) ? plainBlock('heading', text, { level: 2 }) : null;
}

/** Bullets always; numbers and dashes only beside another of their kind, for a line may begin with either. */
function listItemAt(lines: Line[], at: number): DraftBlock | null {
  const { text } = lines[at]!;
  const bullet = BULLET.exec(text);
  if (bullet !== null) {
    const sure = /[•▪◦‣·]/u.test(bullet[1]!);
    if (!sure && !neighbours(lines, at).some((other) => BULLET.exec(other)?.[1] === bullet[1])) return null;
    return plainBlock('list-item', text.slice(bullet[0].length), { level: 1 });
  }
  const number = NUMBERED.exec(text);
  if (number === null) return null;
  const inOrder = neighbours(lines, at).some(
    (other) => Math.abs(Number(NUMBERED.exec(other)?.[1] ?? Number.NaN) - Number(number[1])) === 1,
  );
  if (!inOrder) return null;
  return plainBlock('list-item', text.slice(number[0].length), { level: 1, label: number[1]! });
}

function neighbours(lines: Line[], at: number): string[] {
  return [lines[at - 1]?.text, lines[at + 1]?.text].filter((text) => text !== undefined);
}

function quoteOrParagraph(text: string): DraftBlock {
  return text.startsWith('> ') ? plainBlock('quote', text.slice(2)) : plainBlock('paragraph', text);
}

/** Rows of Markdown's kind: `| a | b |`, with or without a line of dashes below the first. */
function pipeTableAt(lines: Line[], at: number): { block: DraftBlock; length: number } | null {
  const cells = (text: string): string[] | null =>
    /^\|.+\|$/u.test(text)
      ? text
          .slice(1, -1)
          .split('|')
          .map((cell) => cell.trim())
      : null;
  const columns = cells(lines[at]!.text)?.length ?? 0;
  if (columns < 2) return null;
  const rows: string[][] = [];
  let length = 0;
  for (
    let row = cells(lines[at]!.text);
    row?.length === columns;
    row = cells(lines[at + length]?.text ?? '')
  ) {
    length += 1;
    if (!row.every((cell) => /^:?-{2,}:?$/u.test(cell))) rows.push(row);
  }
  if (rows.length < 2) return null;
  const drafts = rows.map((row, index) =>
    row.map((text) => ({ runs: [{ text }], header: index === 0 && length > rows.length })),
  );
  return { block: { role: 'table', runs: [], rows: drafts }, length };
}

/** Two or more lines in a row with the same number of tabs; the first is the header. */
function tableAt(lines: Line[], at: number): { block: DraftBlock; length: number } | null {
  const columns = lines[at]!.text.split('\t').length;
  if (columns < 2) return null;
  let length = 1;
  while (
    lines[at + length] !== undefined &&
    !lines[at + length]!.gapBefore &&
    lines[at + length]!.text.split('\t').length === columns
  )
    length += 1;
  if (length < 2) return null;
  const rows = lines
    .slice(at, at + length)
    .map((line, row) =>
      line.text.split('\t').map((text) => ({ runs: [{ text: text.trim() }], header: row === 0 })),
    );
  return { block: { role: 'table', runs: [], rows }, length };
}
