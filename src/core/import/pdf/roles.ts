/** What a paragraph is, by how it is set. */
import { isBold, type Line, textOf } from './lines.ts';
import { listMarker } from './listMarker.ts';
import type { Measures } from './measures.ts';
import { folded } from '../metadata/front.ts';
import { isMonospaced, type Paragraph } from './paragraphs.ts';

/** From this on text is larger than the body, times. */
const LARGER = 1.1;
const LONGEST_HEADING = 220;
const LONGEST_BOLD_HEADING = 120;
const CAPTION =
  /^(?:figure|fig\.|table|tab\.|chart|graph|map|box|exhibit|plate|abbildung|abb\.|tabelle|tableau|figura|tabla|şekil|tablo|grafik|рис(?:унок|\.)|таблица|график|그림|표|사진|図表?|表|写真|圖|图)\s*(?:\d{1,3}|[A-Z](?=[.:\d-])|[IVX]{1,5}(?=[.:)]))(?:[.-]\d+)?\s*(?:[.:：)|–—-]|\s\p{L}|$)/iu;
/** A quotation stands in from both sides by this, in font sizes. */
const SET_IN = 0.9;

export function roleOf(lines: Line[], measures: Measures): Paragraph['role'] {
  const text = lines.map(textOf).join(' ').trim();
  if (lines.every(isMonospaced) && (lines.length > 1 || /[{}=;<>]/u.test(text))) return 'code';
  if (CAPTION.test(text) && lines.length <= 6 && text.length < 600) return 'caption';
  if (isHeading(lines, text, measures)) return 'heading';
  if (listMarker(text) !== null) return 'list-item';
  return isSetIn(lines, measures) ? 'quote' : 'text';
}

function isHeading(lines: Line[], text: string, { bodySize }: Measures): boolean {
  if (!/\p{L}/u.test(text) || text.length > LONGEST_HEADING) return false;
  const { size } = lines[0]!;
  if (size >= bodySize * LARGER) return lines.length <= 4 && !/[,;]$/u.test(text);
  const bold = lines.every(isBold) && size >= bodySize * 0.95;
  return bold && lines.length <= 3 && text.length <= LONGEST_BOLD_HEADING && !/[,;]$|[^\d]\.$/u.test(text);
}

function isSetIn(lines: Line[], { bodySize }: Measures): boolean {
  if (lines.length < 2) return false;
  return lines.every(
    ({ left, right, column }) =>
      left > column.left + SET_IN * bodySize && right < column.right - SET_IN * 0.5 * bodySize,
  );
}

const SUMMARY =
  /^(?:abstract|summary|executive summary|zusammenfassung|résumé|resumen|özet|аннотация|резюме|요약|초록|要旨|要約|摘要)\s*[:.]?$/iu;

/** A summary is often set in from both sides and quotes nobody. */
export function withoutSummaryQuotes(paragraphs: Paragraph[]): Paragraph[] {
  let inSummary = false;
  return paragraphs.map((paragraph) => {
    const isTitle = SUMMARY.test(paragraph.lines.map(textOf).join(' ').trim());
    inSummary = isTitle || (inSummary && paragraph.role === 'quote');
    return inSummary && paragraph.role === 'quote' ? { ...paragraph, role: 'text' } : paragraph;
  });
}

/**
 * Gives headings their levels: by size, the largest first, and bold text of the body's size last. The parts of
 * the document's own title have no rank among them.
 */
export function withLevels(paragraphs: Paragraph[], title: string | null): Paragraph[] {
  const whole = folded(title ?? '');
  const isTitle = ({ lines }: Paragraph): boolean => whole.includes(folded(lines.map(textOf).join('')));
  const headings = paragraphs.filter(({ role, level }) => role === 'heading' && level === undefined);
  const styles = [...new Set(headings.filter((heading) => !isTitle(heading)).map(styleOf))].toSorted(
    (a, b) => b - a,
  );
  for (const heading of headings)
    heading.level = Math.min(6, Math.max(0, styles.indexOf(styleOf(heading))) + 1);
  return paragraphs;
}

/** Sizes within half a point are one. */
function styleOf({ lines }: Paragraph): number {
  return Math.round(lines[0]!.size * 2) / 2;
}
