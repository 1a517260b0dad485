/** The styles of a Word document: Word's own names, so that its navigation, contents and style lists know them. */
import type { Direction } from '#domain/document/ast.ts';
import type { DesignColours } from '#domain/page.ts';
import type { FlowPages } from '../flow/flow.ts';
import type { Script } from '../languages.ts';
import { TABLE_SIZES, type TableSize } from './columnWidths.ts';
import { BIBLIOGRAPHY_INDENT, QUOTE_INDENT } from './measures.ts';
import { hex, val, xml, xmlPart } from './xml.ts';
import { NAMESPACES } from './package.ts';

/** Latin letters; Word and LibreOffice have these fonts or ones of the same widths. */
const SERIF = 'Cambria';
const SANS = 'Calibri';
const MONO = 'Consolas';

interface Style {
  type?: 'paragraph' | 'character';
  name: string;
  basedOn?: string;
  next?: string;
  /** Shown among the styles that Word offers. */
  quick?: boolean;
  /** Children of `w:pPr` and of `w:rPr`, in the order of the schema. */
  p?: string;
  r?: string;
}

const size = (halfPoints: number): string => val('sz', halfPoints) + val('szCs', halfPoints);
const bold = val('b') + val('bCs');
const italic = val('i') + val('iCs');
const spacing = (before: number, after: number, line?: number): string =>
  xml('w:spacing', {
    'w:before': before,
    'w:after': after,
    'w:line': line,
    'w:lineRule': line === undefined ? undefined : 'auto',
  });
const border = (side: string, eighths: number, color: string, space = 0): string =>
  xml(`w:${side}`, { 'w:val': 'single', 'w:sz': eighths, 'w:space': space, 'w:color': color });
/** The line beside a quote, and that beside a callout: borders stay on their side whichever way a text is read. */
export const quoteBar = (side: 'left' | 'right'): string => border(side, 12, 'BFBFBF', 10);
export const calloutBar = (side: 'left' | 'right', { accent }: DesignColours): string =>
  border(side, 18, hex(accent));
const mono = xml('w:rFonts', { 'w:ascii': MONO, 'w:hAnsi': MONO, 'w:cs': MONO });

/** Half points, space before and after, and looks, by level. */
const HEADINGS: readonly [number, number, number, string][] = [
  [30, 400, 140, bold],
  [25, 340, 120, bold],
  [22, 300, 100, bold],
  [21, 280, 120, italic],
  [21, 260, 100, italic],
  [20, 240, 100, italic],
];

/** In the colours of the design. */
const styles = ({ ink, faint, accent, headings }: DesignColours): Readonly<Record<string, Style>> => ({
  Title: {
    name: 'Title',
    next: 'Subtitle',
    quick: true,
    p: val('keepNext') + spacing(0, 160, 240) + val('contextualSpacing'),
    r: bold + val('color', hex(headings)) + size(42),
  },
  Subtitle: {
    name: 'Subtitle',
    next: 'Normal',
    quick: true,
    p: xml('w:pBdr', {}, border('bottom', 8, hex(ink), 10)) + spacing(0, 420),
    r: val('color', hex(faint)) + size(20),
  },
  ...Object.fromEntries(
    HEADINGS.map(([halfPoints, before, after, looks], index): [string, Style] => [
      `Heading${index + 1}`,
      {
        name: `heading ${index + 1}`,
        next: 'Normal',
        quick: true,
        p: val('keepNext') + val('keepLines') + spacing(before, after, 252) + val('outlineLvl', index),
        r: looks + (index === 0 ? val('color', hex(headings)) : '') + size(halfPoints),
      },
    ]),
  ),
  Quote: {
    name: 'Quote',
    quick: true,
    p:
      xml('w:pBdr', {}, quoteBar('left')) + xml('w:ind', { 'w:left': QUOTE_INDENT, 'w:right': QUOTE_INDENT }),
  },
  ListParagraph: { name: 'List Paragraph', quick: true, p: spacing(0, 80) },
  Caption: { name: 'caption', next: 'Normal', quick: true, p: spacing(80, 260, 252), r: size(18) },
  Bibliography: {
    name: 'Bibliography',
    quick: true,
    p:
      spacing(0, 110, 252) +
      xml('w:ind', { 'w:left': BIBLIOGRAPHY_INDENT, 'w:hanging': BIBLIOGRAPHY_INDENT }),
    r: size(19),
  },
  // Pandoc knows these two by their names.
  SourceCode: {
    name: 'Source Code',
    p:
      xml('w:pBdr', {}, ...['top', 'left', 'bottom', 'right'].map((side) => border(side, 4, 'F5F5F5', 5))) +
      xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'F5F5F5' }) +
      spacing(160, 260, 252),
    r: mono + val('noProof') + size(18),
  },
  CalloutLabel: {
    name: 'Callout Label',
    next: 'Normal',
    quick: true,
    p: val('keepNext') + spacing(0, 80),
    r: bold + val('color', hex(accent)) + size(19),
  },
  Lead: { name: 'Lead', next: 'Normal', quick: true, p: val('keepNext') + spacing(360, 80) },
  FinePrint: {
    name: 'Fine Print',
    quick: true,
    p: val('keepLines') + spacing(0, 160, 252),
    r: val('color', hex(faint)) + size(18),
  },
  FootnoteText: { name: 'footnote text', p: spacing(0, 60, 252), r: size(18) },
  FootnoteReference: { type: 'character', name: 'footnote reference', r: val('vertAlign', 'superscript') },
  CommentText: { name: 'annotation text', p: spacing(0, 40, 240), r: size(20) },
  CommentReference: { type: 'character', name: 'annotation reference', r: size(16) },
  Hyperlink: { type: 'character', name: 'Hyperlink', r: val('color', hex(accent)) + val('u', 'single') },
  VerbatimChar: { type: 'character', name: 'Verbatim Char', r: mono + val('noProof') + size(19) },
  TitleBlock: {
    name: 'Title Block',
    quick: true,
    p: spacing(0, 40, 252),
    r: size(20),
  },
  Marking: {
    name: 'Marking',
    p: spacing(0, 0, 240) + val('jc', 'center'),
    r: bold + size(19),
  },
  Header: {
    name: 'header',
    p: xml('w:pBdr', {}, border('bottom', 4, 'A6A6A6', 4)) + spacing(0, 0),
    r: val('color', hex(faint)) + size(17),
  },
  Footer: { name: 'footer', p: spacing(0, 0) + val('jc', 'center'), r: val('color', hex(faint)) + size(17) },
});

/** Those of a table of contents, as wide as a column. */
function contentsStyles(width: number, dir: Direction): Readonly<Record<string, Style>> {
  const turned = dir === 'rtl' ? val('bidi') : '';
  const heading: Style = {
    name: 'TOC Heading',
    next: 'Normal',
    p: val('keepNext') + turned + spacing(0, 120),
    r: bold + size(25),
  };
  return {
    TOCHeading: heading,
    ...Object.fromEntries(
      [0, 1, 2].map((level): [string, Style] => [
        `TOC${level + 1}`,
        {
          name: `toc ${level + 1}`,
          next: 'Normal',
          p:
            xml('w:tabs', {}, xml('w:tab', { 'w:val': 'right', 'w:leader': 'dot', 'w:pos': width })) +
            turned +
            spacing(0, 60) +
            xml('w:ind', { 'w:left': level * 280, 'w:right': 400 }),
        },
      ]),
    ),
  };
}

interface Pages {
  pages: FlowPages;
  /** In twips. */
  columnWidth: number;
  dir: Direction;
}

/** `language` is that of the brief, `script` the one that letters of East Asia are set in. */
export function stylesPart(language: string, script: Script, { pages, columnWidth, dir }: Pages): string {
  const { colours } = pages;
  const letters = pages.letters === 'sans' ? SANS : SERIF;
  const fonts = {
    'w:ascii': letters,
    'w:hAnsi': letters,
    'w:cs': 'Times New Roman',
    'w:eastAsia': script.font,
  };
  const languages = {
    'w:val': language,
    'w:eastAsia': script.language,
    'w:bidi': dir === 'rtl' ? language : 'ar-SA',
  };
  const defaults = xml(
    'w:docDefaults',
    {},
    xml(
      'w:rPrDefault',
      {},
      xml(
        'w:rPr',
        {},
        xml('w:rFonts', fonts) + val('color', hex(colours.ink)) + size(21) + xml('w:lang', languages),
      ),
    ),
    xml('w:pPrDefault', {}, xml('w:pPr', {}, spacing(0, 160, 276))),
  );
  const written = Object.entries({ ...styles(colours), ...contentsStyles(columnWidth, dir) }).map(
    ([id, style]) => styleElement(id, style),
  );
  return xmlPart(xml('w:styles', NAMESPACES, defaults, BASE_STYLES, ...written, ...tableStyles(colours)));
}

const CUSTOM = new Set([
  'CalloutLabel',
  'FinePrint',
  'Lead',
  'Marking',
  'SourceCode',
  'TitleBlock',
  'VerbatimChar',
]);

function styleElement(id: string, { type = 'paragraph', name, next, quick, p = '', r = '' }: Style): string {
  return xml(
    'w:style',
    { 'w:type': type, 'w:styleId': id, 'w:customStyle': CUSTOM.has(id) ? 1 : undefined },
    val('name', name),
    val('basedOn', type === 'paragraph' ? 'Normal' : 'DefaultParagraphFont'),
    next === undefined ? '' : val('next', next),
    val('uiPriority', 1),
    quick === true ? val('qFormat') : '',
    p === '' ? '' : xml('w:pPr', {}, p),
    r === '' ? '' : xml('w:rPr', {}, r),
  );
}

const base = (type: string, id: string, name: string, ...rest: string[]): string =>
  xml('w:style', { 'w:type': type, 'w:default': 1, 'w:styleId': id }, val('name', name), ...rest);

const margins = (vertical: number, horizontal: number, below = vertical): string =>
  xml(
    'w:tblCellMar',
    {},
    ...[
      ['top', vertical],
      ['left', horizontal],
      ['bottom', below],
      ['right', horizontal],
    ].map(([side, width]) => xml(`w:${side}`, { 'w:w': width, 'w:type': 'dxa' })),
  );

const BASE_STYLES = [
  base('paragraph', 'Normal', 'Normal', val('qFormat')),
  base('character', 'DefaultParagraphFont', 'Default Paragraph Font', val('semiHidden')),
  base(
    'table',
    'TableNormal',
    'Normal Table',
    val('semiHidden'),
    xml('w:tblPr', {}, xml('w:tblInd', { 'w:w': 0, 'w:type': 'dxa' }), margins(0, 108)),
  ),
  base('numbering', 'NoList', 'No List', val('semiHidden')),
].join('');

const tableStyle = (id: string, name: string, ...rest: string[]): string =>
  xml(
    'w:style',
    { 'w:type': 'table', 'w:customStyle': 1, 'w:styleId': id },
    val('name', name),
    val('basedOn', 'TableNormal'),
    ...rest,
  );

/** Rules between the rows, and heavier ones above and below; callouts have a bar at their side. */
const tableStyles = (colours: DesignColours): string[] => [
  ...TABLE_SIZES.map((each) => briefTable(each, colours)),
  tableStyle(
    'Callout',
    'Callout',
    xml('w:tblPr', {}, xml('w:tblBorders', {}, calloutBar('left', colours)), margins(140, 200, 0)),
    xml('w:tcPr', {}, xml('w:shd', { 'w:val': 'clear', 'w:color': 'auto', 'w:fill': 'F5F6F8' })),
  ),
];

const briefTable = ({ style, name, halfPoints, beside }: TableSize, colours: DesignColours): string =>
  tableStyle(
    style,
    name,
    xml('w:pPr', {}, spacing(0, 40, 252)),
    xml('w:rPr', {}, size(halfPoints)),
    xml(
      'w:tblPr',
      {},
      xml(
        'w:tblBorders',
        {},
        border('top', 8, hex(colours.ink)),
        border('bottom', 8, hex(colours.ink)),
        border('insideH', 4, 'BFBFBF'),
      ),
      margins(60, beside),
    ),
    xml(
      'w:tblStylePr',
      { 'w:type': 'firstRow' },
      xml('w:tcPr', {}, xml('w:tcBorders', {}, border('bottom', 6, hex(colours.ink)))),
    ),
  );
