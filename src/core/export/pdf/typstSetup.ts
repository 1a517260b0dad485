/** The pages of a brief, for the template. */
import type { DesignColours, PageGeometry } from '#domain/page.ts';
import { CONTENTS_DEPTH, hasContents } from '../contents.ts';
import { geometryOf } from '../design/design.ts';
import type { ExportDocument } from '../exportDocument.ts';
import { labelsFor } from '../labels.ts';
import type { TypstBlock } from './typstData.ts';

/** Lengths in millimetres, the size of the letters in points. */
export interface TypstSetup extends Pick<
  PageGeometry,
  'width' | 'height' | 'margins' | 'columns' | 'gutter'
> {
  /** The file of the design in Typst's workspace. */
  design: string;
  size: number;
  colours: DesignColours;
  /** As the brief's own. */
  lang: string;
}

export function setupOf({ settings, design }: ExportDocument, lang: string): TypstSetup {
  const { width, height, margins, columns, gutter } = geometryOf(settings, design);
  return {
    design: design.file,
    size: design.facts.size,
    colours: design.facts.colours,
    lang,
    width,
    height,
    margins,
    columns,
    gutter,
  };
}

/** What heads the table of contents; null where there is none. */
export function contentsTitle(brief: ExportDocument, body: TypstBlock[]): string | null {
  return hasContents(brief, listedIn(body)) ? labelsFor(brief.settings.language).contents : null;
}

/** How many headings stand in it. */
function listedIn(blocks: TypstBlock[]): number {
  return blocks.reduce((sum, block) => {
    if (block.t === 'h') return sum + (block.level <= CONTENTS_DEPTH ? 1 : 0);
    if (block.t === 'ul' || block.t === 'ol') return sum + listedIn(block.items.flatMap(({ b }) => b));
    if (block.t === 'table') return sum + listedIn(block.cells.flatMap(({ b }) => b));
    return 'b' in block ? sum + listedIn(block.b) : sum;
  }, 0);
}
