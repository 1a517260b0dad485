/** What a page of a PDF prints: stretches of text at their places. Units are points, y grows downwards. */

export interface Font {
  bold: boolean;
  italic: boolean;
  monospaced: boolean;
}

/** Text of one font on one baseline, as the file writes it. */
export interface Glyphs {
  text: string;
  /** Left edge. */
  x: number;
  /** Baseline, from the top of the page. */
  y: number;
  width: number;
  /** Height of the font. */
  size: number;
  font: Font;
  rightToLeft: boolean;
  /** The marked content that it belongs to, where the file is tagged. */
  tag: string | null;
  /** Where a link on it leads. */
  url: string | null;
  /** A link on it leads to another place in the document: often to a note. */
  leadsInside: boolean;
  /** The file says that it is no part of the text: a running head, a page number. */
  decoration: boolean;
}

export interface PdfPage {
  /** From 0. */
  index: number;
  width: number;
  height: number;
  /** In the order of the file. */
  glyphs: Glyphs[];
  /** The structure that a tagged file states for this page. */
  structure: StructureNode | null;
}

/** A node of the structure tree; leaves name marked content. */
export interface StructureNode {
  role: string;
  children: (StructureNode | string)[];
}

export function right(glyphs: Glyphs): number {
  return glyphs.x + glyphs.width;
}
