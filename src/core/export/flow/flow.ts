/**
 * A brief as blocks and spans with everything in them that they print: notes with their words, the words of
 * citations and references, the list of sources in its place. What word processors, browsers and mail get is
 * written from this.
 */
import type { RichText } from '#domain/citation.ts';
import type { Thread } from '#domain/comment.ts';
import type { Align, Caption, Direction, Mark, Picture } from '#domain/document/ast.ts';
import type { Banner } from '#domain/marking.ts';
import type { DesignFacts, PageGeometry, PageSetup } from '#domain/page.ts';
import type { ExportedPicture } from '../exportDocument.ts';
import type { TitleLine } from '../titleBlock.ts';

export type SpanMark = Mark | NonNullable<RichText[number]['marks']>[number];

/** A suggested change, where those were asked for side by side with the text. */
export interface Change {
  kind: 'insertion' | 'deletion';
  author: string;
  /** ISO 8601. */
  at: string;
}
interface Changed {
  change?: Change;
}

interface Commented extends Changed {
  /** The threads of comments on it, where comments were asked for. */
  comments?: readonly string[];
}

/** Words with their marks; no line ends in them. */
export interface TextSpan extends Commented {
  type: 'text';
  text: string;
  marks: readonly SpanMark[];
}
/** A reference to the block with the id `to`. */
interface ReferenceSpan extends Commented {
  type: 'reference';
  to: string;
  text: string;
}
/** The mark of a note, and its words. */
export interface NoteSpan extends Commented {
  type: 'note';
  number: number;
  blocks: FlowBlock[];
}
export interface LinkSpan {
  type: 'link';
  /** Of the web or mail. */
  url: string;
  /** No link and no reference stands in them. */
  children: Span[];
}
interface BreakSpan extends Changed {
  type: 'break';
}
/** Words that have a name, lead to what has one, or both: see `Jump` of the document AST. */
export interface JumpSpan extends Changed {
  type: 'jump';
  name: string | null;
  to: string | null;
  text: string;
  marks: readonly SpanMark[];
}
export type Span = TextSpan | BreakSpan | LinkSpan | ReferenceSpan | NoteSpan | JumpSpan;

export interface FlowHeading {
  type: 'heading';
  id: string;
  /** As the analyst chose it. */
  level: 1 | 2 | 3 | 4 | 5 | 6;
  /** In the outline: begins at 1 and skips none on the way down. */
  depth: number;
  align?: Align;
  spans: Span[];
}
interface FlowParagraph {
  type: 'paragraph';
  /** As in the document AST. */
  look?: 'lead' | 'mark' | 'small';
  align?: Align;
  spans: Span[];
}
export interface FlowList {
  type: 'list';
  ordered: boolean;
  start: number;
  items: { checked: boolean | null; blocks: FlowBlock[] }[];
}
export interface FlowCallout {
  type: 'callout';
  label: string;
  /** How sure it is. */
  side: string | null;
  blocks: FlowBlock[];
}
export interface FlowCell {
  /** Column and row, from 0. */
  x: number;
  y: number;
  colSpan: number;
  rowSpan: number;
  header: boolean;
  align?: Align;
  blocks: FlowBlock[];
}
export interface FlowTable {
  type: 'table';
  columns: number;
  rows: number;
  /** Rows at the top that head the table. */
  headRows: number;
  /** Shares of the width, in any unit; null where the columns are as wide as their text asks. */
  widths: number[] | null;
  /** In reading order; none overlaps another or leaves the table. */
  cells: FlowCell[];
}
export interface FlowPicture {
  type: 'picture';
  sha256: string;
  /** Null where the library does not hold it. */
  file: ExportedPicture | null;
  share: Picture['share'];
  /** Empty where it says nothing that the text does not, and where nobody has written it yet. */
  alt: string;
  decorative: boolean;
  /** Stands in its place where it cannot be shown. */
  missing: string;
}
export interface FlowCaption {
  type: 'caption';
  /** Empty for one that nothing can refer to. */
  id: string;
  of: Caption['of'];
  side: Caption['side'];
  /** Its first words: `Figure`, a space that does not break, and the number. */
  name: string;
  number: number;
  /** Between those and its own words; empty where it has none. */
  separator: string;
  spans: Span[];
}
export type Directed<T> = { dir: Direction } & Changed & T;

/** A picture or table with its caption. */
export interface FlowFigure {
  type: 'figure';
  caption: Directed<FlowCaption>;
  body: Directed<FlowPicture | FlowTable>;
}
/** `dir` is the one in which it is read; a `change` of a block of text is that it begins here, of others that they are. */
export type FlowBlock = Directed<FlowKind>;

export type FlowKind =
  | FlowHeading
  | FlowParagraph
  | FlowList
  | FlowCallout
  | FlowTable
  | FlowPicture
  | FlowCaption
  | FlowFigure
  | { type: 'quote'; blocks: FlowBlock[] }
  | { type: 'code'; text: string }
  /** Entries of the list of sources. */
  | { type: 'sources'; entries: Span[][] }
  | { type: 'rule' }
  /** Stands among the blocks of the brief only, and never behind the last. */
  | { type: 'pageBreak' };

export interface FlowPages {
  geometry: PageGeometry;
  letters: DesignFacts['letters'];
  colours: DesignFacts['colours'];
  /** Whether a table of contents is wanted: `auto` by what the brief holds. */
  contents: PageSetup['contents'];
}

export interface Flow {
  /** Never empty. */
  title: string;
  author: string;
  keywords: string[];
  /** What stands below the title. */
  lines: TitleLine[];
  /** At the top and bottom of every page; null for none. */
  banner: Banner | null;
  /** As stored: ISO. */
  isoDate: string | null;
  /** BCP 47. */
  language: string;
  dir: Direction;
  /** The pages, for formats that have some. */
  pages: FlowPages;
  blocks: FlowBlock[];
  /** The headings of the table of contents on pages; none where there is none. */
  contents: FlowHeading[];
  /** By their ids; none where comments were not asked for. */
  threads: ReadonlyMap<string, Thread>;
}
