/** The elements of a page as draft blocks. Only text, roles and marks come through. */
import type { DraftBlock, DraftCell, Run } from '../content/draft.ts';
import { blockText, joinRuns, runsText } from '../content/draft.ts';
import { SUPERSCRIPTS } from '../content/notes.ts';
import { collapseSpace } from '../content/characters.ts';
import { safeLink } from '../metadata/urls.ts';
import { type DomElement, type DomNode, isElement, TEXT } from './dom.ts';
import { NOTE_TOKEN } from './footnotes.ts';
import { BLOCK_NAMES } from './tags.ts';

const SILENT = new Set(
  'script style noscript template iframe object embed svg math canvas video audio img picture source track map area button input select textarea option datalist progress meter head title meta link base rp rt'.split(
    ' ',
  ),
);

interface Place {
  role: DraftBlock['role'];
  listLevel: number;
  base: string | undefined;
}

/** The blocks inside `root`, in reading order. Relative links are resolved against `base`. */
export function blocksOf(root: DomElement, base?: string): DraftBlock[] {
  const blocks: DraftBlock[] = [];
  flow(root, { role: 'paragraph', listLevel: 0, base }, blocks);
  return blocks.filter((block) => blockText(block).trim() !== '').map(asTypedListItem);
}

/** A bullet as a word processor types it: a sign, then no-break spaces up to the text. */
const TYPED_BULLET = /^\s*[·•▪◦‣§o\uF0B7\uF0A7-]\u00A0[\s\u00A0]*/u;

function asTypedListItem(block: DraftBlock): DraftBlock {
  const [first, ...rest] = block.runs;
  if (block.role !== 'paragraph' || first === undefined) return block;
  const bullet = TYPED_BULLET.exec(first.text.slice(0, 60));
  if (bullet === null) return block;
  return {
    role: 'list-item',
    level: 1,
    runs: [{ ...first, text: first.text.slice(bullet[0].length) }, ...rest],
  };
}

/** The formatted text of an element without any blocks of its own. */
function runsOf(node: DomNode, base?: string): Run[] {
  return tidySpaces(inline(node, {}, base));
}

/** Children in order: inline ones are gathered into paragraphs between the blocks. */
function flow(parent: DomElement, place: Place, into: DraftBlock[], first: Partial<DraftBlock> = {}): void {
  let pending: Run[] = [];
  let more = first;
  const flush = (): void => {
    for (const runs of splitAtBlankLines(tidySpaces(pending))) {
      if (runsText(runs).trim() === '') continue;
      into.push({ role: place.role, ...more, runs });
      more = {};
    }
    pending = [];
  };
  for (const node of parent.childNodes) {
    if (!isElement(node) || !holdsBlocks(node)) pending.push(...inline(node, {}, place.base));
    else {
      flush();
      block(node, place, into);
    }
  }
  flush();
}

function block(element: DomElement, place: Place, into: DraftBlock[]): void {
  const name = element.localName;
  const level = headingLevel(element);
  if (level !== null) into.push({ role: 'heading', level, runs: onOneLine(runsOf(element, place.base)) });
  else if (name === 'ul' || name === 'ol' || name === 'menu') list(element, place, into);
  else if (name === 'table') table(element, place, into);
  else if (name === 'blockquote') flow(element, { ...place, role: 'quote' }, into);
  else if (name === 'figcaption' || name === 'caption' || isCaption(element))
    into.push({ role: 'caption', runs: captionRuns(element, place.base) });
  else if (name === 'pre')
    into.push({ role: 'code', runs: [{ text: preText(element).replace(/^\n|\n$/gu, '') }] });
  else if (name === 'dd' || name === 'li') flow(element, { ...place, role: 'list-item' }, into, { level: 1 });
  else if (name !== 'hr') flow(element, place, into);
}

function list(element: DomElement, place: Place, into: DraftBlock[]): void {
  const ordered = element.localName === 'ol';
  const level = Math.min(place.listLevel + 1, 6);
  const items = [...element.children].filter((item) => item.localName === 'li').length;
  const step = element.hasAttribute('reversed') ? -1 : 1;
  let number = Number.parseInt(element.getAttribute('start') ?? '', 10) || (step === 1 ? 1 : items);
  for (const item of element.children) {
    if (SILENT.has(item.localName)) continue;
    if (item.localName !== 'li') {
      block(item, { ...place, listLevel: level }, into);
      continue;
    }
    number = Number.parseInt(item.getAttribute('value') ?? '', 10) || number;
    const label = ordered ? { label: listLabel(number, element.getAttribute('type')) } : {};
    flow(item, { ...place, role: 'list-item', listLevel: level }, into, { level, ...label });
    number += step;
  }
}

/** Classes under which sites put the words below a picture. */
const CAPTION_CLASS =
  /(?:^|[-_\s])(?:fig)?captions?(?:[-_](?:text|body|content))?(?=\s|$)|(?:^|\s)(?:img|image|photo)[-_]?(?:desc|description|caption|credit)(?=\s|$)|(?:^|\s)(?:cutline|wp-caption-text|img_desc|mso-?caption)(?=\s|$)/iu;
/** UTF-16 units of the longest caption. */
const LONGEST_CAPTION = 1200;
const CREDIT = 'small,.credit,.copyright,.image-credit,.photo-credit';

function isCaption(element: DomElement): boolean {
  const { className, localName } = element;
  if (
    className === '' ||
    !/^(?:p|div|td|dd)$/u.test(localName) ||
    !CAPTION_CLASS.test(className.slice(0, 500))
  )
    return false;
  return (
    element.textContent.length <= LONGEST_CAPTION && element.querySelector('h1,h2,h3,table,ul,ol') === null
  );
}

/** A caption and the credit beside it, which style sheets part. */
function captionRuns(element: DomElement, base: string | undefined): Run[] {
  for (const credit of element.querySelectorAll(CREDIT)) credit.before(' ');
  const blocks: DraftBlock[] = [];
  flow(element, { role: 'caption', listLevel: 0, base }, blocks);
  return onOneLine(joinRuns(blocks));
}

/** The level of a heading, also of one that only its role makes one; null for anything else. */
function headingLevel(element: DomElement): number | null {
  if (/^h[1-6]$/u.test(element.localName)) return Number(element.localName[1]);
  if (element.getAttribute('role') !== 'heading') return null;
  return Math.min(6, Math.max(1, Number.parseInt(element.getAttribute('aria-level') ?? '2', 10) || 2));
}

/** Line breaks in a heading or a caption only set it on the page. */
function onOneLine(runs: Run[]): Run[] {
  return tidySpaces(runs.map((run) => ({ ...run, text: run.text.replace(/\s*\n\s*/gu, ' ') })));
}

/** Italics for the title of a work, not for a whole reference. */
function isTitleOfWork(node: DomElement): boolean {
  return node.localName === 'cite' && !/(?:^|\s)citation(?=\s|$)/u.test(node.className);
}

/** Text set line by line, with the line breaks that are tags. */
function preText(element: DomElement): string {
  return [...element.childNodes]
    .map((node) => (!isElement(node) ? node.textContent : node.localName === 'br' ? '\n' : preText(node)))
    .join('');
}

/** An item's number in the numerals of its list. */
function listLabel(number: number, type: string | null): string {
  if ((type === 'a' || type === 'A') && number >= 1 && number <= 26) {
    const letter = String.fromCharCode(96 + number);
    return type === 'A' ? letter.toUpperCase() : letter;
  }
  if ((type === 'i' || type === 'I') && number >= 1 && number <= 20) {
    const roman = ROMAN[number - 1]!;
    return type === 'I' ? roman.toUpperCase() : roman;
  }
  return String(number);
}
const ROMAN = 'i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi xvii xviii xix xx'.split(' ');

/** A table of one row or one column only lays out its page: what it holds flows on. */
function table(element: DomElement, place: Place, into: DraftBlock[]): void {
  const rows = [...element.querySelectorAll('tr')]
    .filter((row) => row.closest('table') === element)
    .map((row) => [...row.children].filter((cell) => cell.localName === 'td' || cell.localName === 'th'))
    .filter((row) => row.length > 0);
  const layout =
    element.getAttribute('role') === 'presentation' ||
    element.querySelector('table') !== null ||
    rows.length < 2 ||
    Math.max(...rows.map((row) => row.length)) < 2;
  if (layout) {
    flow(element, place, into);
    return;
  }
  for (const caption of element.querySelectorAll('caption'))
    into.push({ role: 'caption', runs: runsOf(caption, place.base) });
  const cells = rows.map((row) => row.map((cell) => tableCell(cell, place)));
  markBoldHeader(cells);
  into.push({ role: 'table', runs: [], rows: cells });
}

/** A first row that alone is in bold letters is the header of a table that marks none. */
function markBoldHeader([first, ...rest]: DraftCell[][]): void {
  const isBold = (cell: DraftCell): boolean =>
    cell.runs.every((run) => run.bold === true || run.text.trim() === '');
  if (first === undefined || first.some((cell) => cell.header || !isBold(cell))) return;
  if (rest.flat().every((cell) => cell.header || isBold(cell))) return;
  for (const cell of first) cell.header = true;
}

function tableCell(cell: DomElement, place: Place): DraftCell {
  const runs = joinRuns(blocksOf(cell, place.base));
  return { runs, header: cell.localName === 'th' || cell.closest('thead') !== null };
}

/** Whether an element is a block or has one in it, for every element that was asked about. */
const blockHolders = new WeakMap<DomElement, boolean>();

function holdsBlocks(element: DomElement): boolean {
  if (BLOCK_NAMES.has(element.localName)) return true;
  if (SILENT.has(element.localName)) return false;
  let holds = blockHolders.get(element);
  if (holds === undefined) {
    holds = [...element.children].some(holdsBlocks);
    blockHolders.set(element, holds);
  }
  return holds;
}

function inline(node: DomNode, format: Omit<Run, 'text'>, base: string | undefined): Run[] {
  if (node.nodeType === TEXT) return textRuns(node.textContent, format);
  if (!isElement(node) || SILENT.has(node.localName)) return [];
  if (node.localName === 'br') return [{ text: '\n' }];
  if (node.localName === 'sup' && SUPERSCRIPT_NUMBER.test(node.textContent.trim()))
    return [{ ...format, text: superscript(node.textContent.trim()) }];
  const inner = { ...format };
  if (node.localName === 'b' || node.localName === 'strong') inner.bold = true;
  if (node.localName === 'i' || node.localName === 'em' || isTitleOfWork(node)) inner.italic = true;
  const url = node.localName === 'a' ? safeLink(node.getAttribute('href') ?? '#', base) : null;
  if (url !== null) inner.url = url;
  const runs = [...node.childNodes].flatMap((child) => inline(child, inner, base));
  // Browsers show the marks of this element, which its text lacks.
  return node.localName === 'q' ? [{ ...inner, text: '“' }, ...runs, { ...inner, text: '”' }] : runs;
}

function textRuns(text: string, format: Omit<Run, 'text'>): Run[] {
  return text
    .split(NOTE_TOKEN)
    .map((part, index) =>
      index % 2 === 1 ? { text: '', noteRef: part } : Object.assign({ text: collapseSpace(part) }, format),
    );
}

export const SUPERSCRIPT_NUMBER = /^[+−-]?\d{1,3}$/u;

/** Raised digits stay apart from the word before them: "word³", not "word3". */
export function superscript(number: string): string {
  return Array.from(number, (sign) => SUPERSCRIPTS[Number(sign)] ?? (sign === '+' ? '⁺' : '⁻')).join('');
}

/** No space follows a space or a line break, over the borders of runs; runs in one format become one. */
function tidySpaces(runs: Run[]): Run[] {
  let last = '\n';
  const tidy = runs.map((run) => {
    if (run.noteRef !== undefined || run.text === '') return run;
    const text = /\s$/u.test(last) && run.text !== '\n' ? run.text.replace(/^ +/u, '') : run.text;
    if (text !== '') last = text;
    return { ...run, text };
  });
  return mergeRuns(tidy.filter((run) => run.text !== '' || run.noteRef !== undefined));
}

function mergeRuns(runs: Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const before = merged.at(-1);
    if (before !== undefined && sameFormat(before, run)) before.text += run.text;
    else merged.push({ ...run });
  }
  return merged;
}

/** Markers and line breaks stay by themselves. */
function sameFormat(a: Run, b: Run): boolean {
  if ([a, b].some((run) => run.noteRef !== undefined || run.text === '\n')) return false;
  return a.bold === b.bold && a.italic === b.italic && a.url === b.url;
}

/** Two line breaks in a row part paragraphs. */
function splitAtBlankLines(runs: Run[]): Run[][] {
  const parts: Run[][] = [[]];
  for (const [index, run] of runs.entries()) {
    const breaks = run.text === '\n' && (runs[index - 1]?.text === '\n' || runs[index + 1]?.text === '\n');
    if (!breaks) parts.at(-1)!.push(run);
    else if (parts.at(-1)!.length > 0) parts.push([]);
  }
  return parts;
}
