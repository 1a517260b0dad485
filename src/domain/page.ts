/** The pages of a brief: how they look, on which paper, in how many columns. */
import { z } from 'zod';

export const PAPERS = ['a4', 'letter'] as const;
export const MARGINS = ['design', 'narrow', 'wide'] as const;
export const CONTENTS = ['auto', 'always', 'never'] as const;

export const pageSetupSchema = z.object({
  /** One of DESIGNS. */
  design: z.string().min(1).max(200),
  paper: z.enum(PAPERS),
  margins: z.enum(MARGINS),
  /** Null for as many as the design has. */
  columns: z.union([z.literal(1), z.literal(2)]).nullable(),
  /** Whether a table of contents stands before the text: `auto` where the brief is long. */
  contents: z.enum(CONTENTS),
});
export type PageSetup = z.infer<typeof pageSetupSchema>;

export const DEFAULT_PAGE: PageSetup = {
  design: 'think-tank',
  paper: 'a4',
  margins: 'design',
  columns: null,
  contents: 'auto',
};

/** Lengths in millimetres, sizes in points. */
export interface DesignFacts {
  title: string;
  /** Of the letters of the text. */
  size: number;
  margins: PageMargins;
  columns: 1 | 2;
  /** Those of the text, for formats that bring no fonts along. */
  letters: 'serif' | 'sans';
  colours: DesignColours;
  /** Whether a long brief has a table of contents. */
  contents: boolean;
}

/** Each `#rrggbb`. */
export interface DesignColours {
  /** Of the text. */
  ink: string;
  /** Of what is looked up rather than read. */
  faint: string;
  /** Of links, and of what leads somewhere. */
  accent: string;
  /** Of the title, and of the headings of the first rank. */
  headings: string;
}

interface PageMargins {
  top: number;
  bottom: number;
  /** Left and right. */
  side: number;
}

/** Of the designs that come with Dossier; their looks are in `resources/typst/designs`. */
export const DESIGNS: Readonly<Record<string, DesignFacts>> = {
  'think-tank': {
    title: 'Think tank',
    size: 10.5,
    margins: { top: 28, bottom: 27, side: 30 },
    columns: 1,
    letters: 'serif',
    colours: { ink: '#333333', faint: '#666666', accent: '#1f4e79', headings: '#333333' },
    contents: true,
  },
  government: {
    title: 'Government plain',
    size: 11,
    margins: { top: 28, bottom: 27, side: 27 },
    columns: 1,
    letters: 'sans',
    colours: { ink: '#0d0d0d', faint: '#4d4d4d', accent: '#0b0c0c', headings: '#0d0d0d' },
    contents: true,
  },
  'two-page': {
    title: 'Two-page brief',
    size: 9.2,
    margins: { top: 23, bottom: 22, side: 18 },
    columns: 2,
    letters: 'serif',
    colours: { ink: '#333333', faint: '#666666', accent: '#1f4e79', headings: '#1f4e79' },
    contents: false,
  },
};

/** ISO 216 and ANSI/ASME Y14.1, in millimetres. */
const SIZES: Readonly<Record<PageSetup['paper'], { width: number; height: number }>> = {
  a4: { width: 210, height: 297 },
  letter: { width: 215.9, height: 279.4 },
};
const CHOSEN_MARGINS: Readonly<Record<Exclude<PageSetup['margins'], 'design'>, PageMargins>> = {
  narrow: { top: 23, bottom: 22, side: 19 },
  wide: { top: 32, bottom: 31, side: 42 },
};
/** Between two columns. */
const GUTTER = 7;

/** What a picture's caption and the space around it may take of a page's height, in millimetres. */
export const BESIDE_PICTURE = 37;

/** Lengths in millimetres. */
export interface PageGeometry {
  width: number;
  height: number;
  margins: PageMargins;
  columns: 1 | 2;
  gutter: number;
  /** Of the text on the page, and of one column of it. */
  textWidth: number;
  columnWidth: number;
  textHeight: number;
}

export function pageGeometry(
  { paper, margins: choice, columns: chosen }: PageSetup,
  design: DesignFacts,
): PageGeometry {
  const { width, height } = SIZES[paper];
  const margins = choice === 'design' ? design.margins : CHOSEN_MARGINS[choice];
  const columns = chosen ?? design.columns;
  const textWidth = width - 2 * margins.side;
  return {
    width,
    height,
    margins,
    columns,
    gutter: GUTTER,
    textWidth,
    columnWidth: columns === 1 ? textWidth : (textWidth - GUTTER) / 2,
    textHeight: height - margins.top - margins.bottom,
  };
}
