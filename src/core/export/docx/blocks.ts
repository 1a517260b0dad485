/** Blocks of a brief as the paragraphs and tables of a Word document. */
import type { Align, Direction } from '#domain/document/ast.ts';
import { textDirection } from '#domain/document/direction.ts';
import type { FlowBlock, FlowCallout, SpanMark } from '../flow/flow.ts';
import { plainSpans } from '../flow/spans.ts';
import { changedEnd, changedRow } from './changes.ts';
import { listXml } from './lists.ts';
import { BIBLIOGRAPHY_INDENT, MIN_WIDTH, QUOTE_INDENT } from './measures.ts';
import { pictureXml } from './pictures.ts';
import { bookmarked, field, NOTE_STYLE, runs, textRuns } from './runs.ts';
import { calloutBar, quoteBar } from './styles.ts';
import { tableXml } from './tables.ts';
import type { Writing } from './writing.ts';
import { val, xml } from './xml.ts';

/** Where blocks stand. Lengths in twips. */
export interface Place {
  /** Of the page or cell. */
  width: number;
  /** What the text stands in from the left of it. */
  left: number;
  /** Of that what lists brought: their own styles know it. */
  inLists: number;
  /** Lists around it. */
  lists: number;
  /** Tables around it. */
  tables: number;
  /** Of paragraphs; null for the usual one. */
  style: string | null;
  /** Of the items of lists. */
  listStyle: string | null;
  marks: readonly SpanMark[];
  align?: Align | undefined;
  /** In which it is read. */
  dir: Direction;
  /** It is the page itself, which can be turned for a table. */
  mayTurn: boolean;
}

export const onPage = (
  { flow: { dir }, page }: Pick<Writing, 'flow' | 'page'>,
  width = page.columnWidth,
): Place => ({
  dir,
  mayTurn: true,
  width,
  left: 0,
  inLists: 0,
  lists: 0,
  tables: 0,
  style: null,
  listStyle: 'ListParagraph',
  marks: [],
});

export function blocksXml(blocks: readonly FlowBlock[], outer: Place, writing: Writing): string {
  let breaks = false;
  return blocks
    .map((block) => {
      const place = { ...outer, dir: block.dir };
      if (block.type === 'pageBreak') {
        breaks = true;
        return '';
      }
      const onNewPage = breaks;
      breaks = false;
      if (block.type === 'paragraph') return paragraphXml(block, place, writing, { onNewPage });
      if (block.type === 'heading') return headingXml(block, place, writing, onNewPage);
      return `${onNewPage ? PAGE_BREAK : ''}${blockXml(block, place, writing)}`;
    })
    .join('');
}

const PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';

function blockXml(block: FlowBlock, place: Place, writing: Writing): string {
  switch (block.type) {
    case 'list':
      return listXml(block, place, writing);
    case 'quote': {
      const left = indented(place, QUOTE_INDENT);
      const style = place.style ?? 'Quote';
      return blocksXml(
        block.blocks,
        { ...place, mayTurn: false, left, inLists: 0, lists: 0, style },
        writing,
      );
    }
    case 'callout':
      return calloutXml(block, changedRow(block.change, writing), place, writing);
    case 'table':
      return tableXml(block, place, writing);
    case 'picture':
      return pictureXml(block, place, writing);
    case 'caption':
      return captionXml(block, place, writing);
    case 'figure': {
      const { caption, body } = block;
      const written = blockXml(body, { ...place, dir: body.dir }, writing);
      const words = captionXml(caption, { ...place, dir: caption.dir }, writing);
      return caption.side === 'above' ? words + written : written + words;
    }
    case 'sources':
      return block.entries
        .map((spans) => {
          const dir = textDirection(plainSpans(spans)) ?? place.dir;
          return paragraph(runs(spans, writing), { style: 'Bibliography', dir }, place);
        })
        .join('');
    case 'code': {
      const lines = block.text.split('\n').map((line) => textRuns(line, [], writing));
      const content = lines.join('<w:r><w:br/></w:r>');
      return paragraph(content, { style: 'SourceCode', end: changedEnd(block, writing) }, place);
    }
    case 'rule':
      return xml('w:p', {}, xml('w:pPr', {}, RULE));
    default:
      return '';
  }
}

const RULE = `${xml(
  'w:pBdr',
  {},
  xml('w:bottom', { 'w:val': 'single', 'w:sz': 4, 'w:space': 1, 'w:color': 'A6A6A6' }),
)}${xml('w:spacing', { 'w:before': 120, 'w:after': 280 })}${xml('w:ind', { 'w:left': 2900, 'w:right': 2900 })}${val('jc', 'center')}`;

/** The line beside a quote whose lines begin at the right. */
const BAR_AT_RIGHT = xml('w:pBdr', {}, xml('w:left', { 'w:val': 'nil' }), quoteBar('right'));

interface Looks {
  style: string | null;
  /** Where it is not that of the place. */
  dir?: Direction | undefined;
  align?: Align | undefined;
  keepNext?: boolean;
  onNewPage?: boolean;
  /** Children of `w:numPr`, and what the marker hangs out by. */
  numbering?: string;
  hanging?: number;
  /** What the change of its end is, as a property. */
  end?: string;
  /** Space below, where that is not the style's. */
  after?: number;
  /** The list's own level says where it stands. */
  isPlaced?: boolean;
}

/** A paragraph around runs; what its style does not say is said in the order of the schema (17.3.1.26). */
export function paragraph(content: string, looks: Looks, place: Place): string {
  const { style, numbering, hanging } = looks;
  const dir = looks.dir ?? place.dir;
  const { left } = place;
  const own = style === 'Bibliography' ? BIBLIOGRAPHY_INDENT : undefined;
  const indent = {
    'w:left': left + (own ?? 0),
    'w:right': style === 'Quote' ? QUOTE_INDENT : undefined,
    'w:hanging': hanging ?? own,
  };
  const isUsual = left === (style === 'Quote' ? QUOTE_INDENT : 0) || looks.isPlaced === true;
  const jc = justification(looks.align ?? place.align, dir);
  const properties = [
    style === null ? '' : val('pStyle', style),
    looks.keepNext === true ? val('keepNext') : '',
    looks.onNewPage === true ? val('pageBreakBefore') : '',
    numbering === undefined ? '' : xml('w:numPr', {}, numbering),
    style === 'Quote' && dir === 'rtl' ? BAR_AT_RIGHT : '',
    dir === 'rtl' ? val('bidi') : '',
    looks.after === undefined ? '' : xml('w:spacing', { 'w:after': looks.after }),
    isUsual ? '' : xml('w:ind', indent),
    jc === null ? '' : val('jc', jc),
    looks.end ?? '',
  ].join('');
  return xml('w:p', {}, properties === '' ? '' : xml('w:pPr', {}, properties), content);
}

/** Where text runs from the right, `left` means the side where it begins (17.18.44). */
function justification(align: Align | undefined, dir: Direction): string | null {
  if (align === undefined) return null;
  if (align === 'justify') return 'both';
  if (align === 'center') return 'center';
  if (align === 'start' || align === 'end') return align === 'start' ? 'left' : 'right';
  const begins = dir === 'ltr' ? 'left' : 'right';
  return align === begins ? 'left' : 'right';
}

function paragraphXml(
  block: Extract<FlowBlock, { type: 'paragraph' }>,
  place: Place,
  writing: Writing,
  looks: Omit<Partial<Looks>, 'align'> = {},
): string {
  const { spans, align } = block;
  const content = runs(spans, writing, place.marks);
  const own = block.look === undefined ? {} : OWN_LOOKS[block.look];
  return paragraph(
    content,
    { style: place.style, ...looks, ...own, align, end: changedEnd(block, writing) },
    place,
  );
}

const OWN_LOOKS: Readonly<Record<'lead' | 'mark' | 'small', Partial<Looks>>> = {
  lead: { keepNext: true, style: 'Lead' },
  mark: { keepNext: true },
  small: { style: 'FinePrint' },
};

function headingXml(
  block: Extract<FlowBlock, { type: 'heading' }>,
  place: Place,
  writing: Writing,
  onNewPage: boolean,
): string {
  const content = bookmarked(block.id, runs(block.spans, writing), writing);
  return paragraph(
    content,
    { ...block, style: `Heading${block.level}`, onNewPage, end: changedEnd(block, writing) },
    place,
  );
}

const BOLD = xml('w:rPr', {}, '<w:b/><w:bCs/>');

/** The number is a field of Word's own, so that captions that are added there go on counting. */
function captionXml(
  caption: Extract<FlowBlock, { type: 'caption' }>,
  place: Place,
  writing: Writing,
): string {
  const { id, name, number, separator, spans, side } = caption;
  const label = name.slice(0, name.lastIndexOf('\u00a0'));
  const bold: SpanMark[] = ['bold'];
  const counted = field(`SEQ ${label} \\* ARABIC`, textRuns(String(number), bold, writing), BOLD);
  const stop = separator.trimEnd();
  const content = [
    bookmarked(id, textRuns(`${label}\u00a0`, bold, writing) + counted, writing),
    stop === '' ? '' : textRuns(stop, bold, writing),
    separator === stop ? '' : textRuns(separator.slice(stop.length), [], writing),
    runs(spans, writing),
  ].join('');
  const isAbove = side === 'above';
  const looks = {
    style: 'Caption',
    keepNext: isAbove,
    end: changedEnd(caption, writing),
    ...(isAbove ? { after: 100 } : {}),
  };
  return paragraph(content, looks, place);
}

/** A table of one cell: it holds whatever a callout holds, and frames it. */
function calloutXml(
  { label, side, blocks }: FlowCallout,
  change: string,
  place: Place,
  writing: Writing,
): string {
  const head = textRuns(label, [], writing);
  const rest = side === null ? '' : textRuns(` · ${side}`, [], writing);
  const cell = {
    ...place,
    mayTurn: false,
    width: place.width - place.left - 400,
    left: 0,
    inLists: 0,
    lists: 0,
    tables: place.tables + 1,
    style: null,
  };
  const title = paragraph(head + rest, { style: 'CalloutLabel' }, cell);
  const width = { 'w:w': place.width - place.left, 'w:type': 'dxa' };
  return (
    xml(
      'w:tbl',
      {},
      xml(
        'w:tblPr',
        {},
        val('tblStyle', 'Callout'),
        xml('w:tblW', width),
        place.left === 0 ? '' : xml('w:tblInd', { 'w:w': place.left, 'w:type': 'dxa' }),
        place.dir === 'rtl'
          ? xml(
              'w:tblBorders',
              {},
              xml('w:left', { 'w:val': 'nil' }),
              calloutBar('right', writing.flow.pages.colours),
            )
          : '',
        xml('w:tblLayout', { 'w:type': 'fixed' }),
      ),
      xml('w:tblGrid', {}, xml('w:gridCol', { 'w:w': width['w:w'] })),
      xml(
        'w:tr',
        {},
        change === '' ? '' : xml('w:trPr', {}, change),
        xml(
          'w:tc',
          {},
          xml('w:tcPr', {}, xml('w:tcW', width)),
          title,
          cellContent(blocks, cell, writing, true),
        ),
      ),
    ) + AFTER_TABLE
  );
}

/** Parts a table from the next one, with which Word would join it, and gives it space below. */
export const AFTER_TABLE = xml(
  'w:p',
  {},
  xml('w:pPr', {}, xml('w:spacing', { 'w:before': 0, 'w:after': 0, 'w:line': 180, 'w:lineRule': 'exact' })),
);

/** A cell ends with a paragraph; `hasOne` where there is one before these. */
export function cellContent(
  blocks: readonly FlowBlock[],
  place: Place,
  writing: Writing,
  hasOne = false,
): string {
  const content = blocksXml(blocks, place, writing);
  return content === '' && !hasOne ? '<w:p/>' : content;
}

/** What is `by` further in, as far as it leaves enough width for text. */
export function indented({ left, width }: Place, by: number): number {
  return Math.max(left, Math.min(left + by, width - MIN_WIDTH));
}

/** A note: its number stands before its first words. */
export function noteXml(id: number, blocks: readonly FlowBlock[], writing: Writing): string {
  const mark = xml('w:r', {}, NOTE_STYLE, '<w:footnoteRef/>') + textRuns(' ', [], writing);
  const place: Place = {
    ...onPage(writing),
    mayTurn: false,
    style: 'FootnoteText',
    listStyle: 'FootnoteText',
  };
  const [first, ...rest] = blocks;
  const isWords = first?.type === 'paragraph';
  const spans = isWords ? first.spans : [];
  const dir = first?.dir;
  const align = isWords ? first.align : undefined;
  const head = paragraph(mark + runs(spans, writing), { style: place.style, dir, align }, place);
  const others = blocksXml(isWords ? rest : blocks, place, writing);
  return xml('w:footnote', { 'w:id': id }, head, others);
}
