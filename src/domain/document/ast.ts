/**
 * The document AST: what every export is written from. Nodes are named after mdast where it has them.
 * It holds no positions, no formatting of citations, and nothing of the editor.
 */
import type { CitationCluster } from '../citation.ts';
import type { TrackedChange } from './suggestions/tracked.ts';

export type Mark =
  | 'bold'
  | 'italic'
  | 'underline'
  | 'strikethrough'
  | 'superscript'
  | 'subscript'
  | 'code'
  | 'highlight';

/** What a suggested change can put in or take out. */
interface Changed {
  /** Where suggestions were asked for: of a block of text that it begins here, of another block all of it. */
  change?: TrackedChange;
}

/** What a comment can be on. */
interface Commented extends Changed {
  /** Its threads, where comments were asked for and it has any. */
  comments?: readonly string[];
}

export interface Text extends Commented {
  type: 'text';
  text: string;
  marks: Mark[];
  /** The mark of a portion: no words of the block, and not read by references to it. */
  isMark?: true;
}

/** What can be marked as a portion. */
interface Markable {
  /** Its mark without brackets: see `portions.ts`. */
  portion?: string;
}
interface LineBreak extends Changed {
  type: 'break';
}
export interface Link {
  type: 'link';
  url: string;
  children: Inline[];
}
/** A citation in running text. */
interface Citation extends Commented {
  type: 'citation';
  items: CitationCluster;
}
/** A footnote of the author's own, where its mark stands. Its words hold no other footnotes. */
export interface Footnote extends Commented {
  type: 'footnote';
  children: Block[];
}
/** A reference to a heading or a caption: see `crossReferences.ts` for what it reads. */
export interface CrossReference extends Commented {
  type: 'crossReference';
  /** The anchor of what it refers to. */
  target: string;
  /** What it read when its target went; empty while it never did. */
  last: string;
}
/** Words that an export adds, and that lead to others of those. No document holds any. */
export interface Jump {
  type: 'jump';
  /** By which others lead here: ASCII letters, digits and hyphens; null where none do. */
  name: string | null;
  /** The name of what it leads to; null where it leads nowhere. */
  to: string | null;
  text: string;
  marks: Mark[];
}
export type Inline = Text | LineBreak | Link | Citation | Footnote | CrossReference | Jump;

/** Lexical's alignments; absent where none was chosen. */
export type Align = 'left' | 'center' | 'right' | 'justify' | 'start' | 'end';

/** Chosen for a block; absent where its words say it: see `direction.ts`. */
export type Direction = 'ltr' | 'rtl';

export interface Heading extends Changed, Markable {
  type: 'heading';
  /** By which references name it. */
  anchor?: string;
  level: 1 | 2 | 3 | 4 | 5 | 6;
  align?: Align;
  dir?: Direction;
  children: Inline[];
}
export interface Paragraph extends Changed, Markable {
  type: 'paragraph';
  /**
   * Of what an export adds: `lead` heads the blocks behind it, `mark` is that of the block behind it, `small` is looked
   * up rather than read.
   */
  look?: 'lead' | 'mark' | 'small';
  align?: Align;
  dir?: Direction;
  children: Inline[];
}
export interface List extends Changed {
  type: 'list';
  dir?: Direction;
  ordered: boolean;
  start: number;
  items: ListItem[];
}
export interface ListItem extends Changed {
  /** null where the item has no check box. */
  checked: boolean | null;
  children: Block[];
}
/** A block quote; `source` is the citation behind it where it is a snippet. */
export interface Quote extends Changed {
  type: 'quote';
  dir?: Direction;
  children: Block[];
  source: CitationCluster | null;
  /** Words of a snippet are emphasised, and not by their source. */
  emphasisAdded?: true;
}
/** Blocks under a label: see `callouts.ts`, which names the kinds and levels that are known. */
export interface Callout extends Changed {
  type: 'callout';
  kind: string;
  confidence: string | null;
  children: Block[];
}
export interface Table extends Changed {
  type: 'table';
  /** Of its columns. */
  dir?: Direction;
  /** What each column takes of the width, in any unit; absent where none was chosen. */
  widths?: number[];
  rows: TableCell[][];
}
export interface TableCell {
  /** Of its column or of its row. */
  header: boolean;
  align?: Align;
  colSpan: number;
  rowSpan: number;
  children: Block[];
}
/** A picture that the library keeps. */
export interface Picture extends Commented, Markable {
  type: 'picture';
  sha256: string;
  /** Pixels of the file, turned as it is shown. */
  width: number;
  height: number;
  /** Width on the page, in hundredths of the text's. */
  share: number;
  /** For who does not see it; empty where nobody has written it yet. */
  alt: string;
  /** It says nothing that the text does not. */
  decorative: boolean;
}
/** The words under a picture, or under or above a table. It is a block of its own beside that. */
export interface Caption extends Changed, Markable {
  type: 'caption';
  dir?: Direction;
  of: 'figure' | 'table';
  side: 'above' | 'below';
  /** Among the captions of its kind, from 1. */
  number: number;
  anchor?: string;
  children: Inline[];
}
interface Rule extends Changed {
  type: 'rule';
}
/** What follows begins on a new page, where there are pages. */
interface PageBreak extends Changed {
  type: 'pageBreak';
}
export interface Code extends Changed, Markable {
  type: 'code';
  language: string | null;
  text: string;
}
/** Where the list of sources stands. A document without one has it at its end; of several the first counts. */
export interface Bibliography extends Changed {
  type: 'bibliography';
  /** Null for the usual one, in the language of the brief. */
  heading: string | null;
  /** In sections by what the sources are. */
  byType: boolean;
  /** Articles that are listed without being cited. */
  uncited: number[];
}
/** `blockId` is that of the stored block at the root which it was read from, where ids were asked for. */
export type Block = { blockId?: string } & BlockKind;

type BlockKind =
  | Heading
  | Paragraph
  | List
  | Quote
  | Callout
  | Table
  | Picture
  | Caption
  | Rule
  | PageBreak
  | Code
  | Bibliography;

export interface DocumentAst {
  children: Block[];
}
