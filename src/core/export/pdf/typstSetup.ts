/** The pages of a brief, for the template. */
import type { PageGeometry } from '#domain/page.ts';
import { geometryOf } from '../design/design.ts';
import type { ExportDocument } from '../exportDocument.ts';
import { flowOf } from '../flow/flowOf.ts';
import { contentsOf } from '../flow/walk.ts';
import { labelsFor } from '../labels.ts';

/** Lengths in millimetres, the size of the letters in points. */
export interface TypstSetup extends Pick<
  PageGeometry,
  'width' | 'height' | 'margins' | 'columns' | 'gutter'
> {
  /** The file of the design in Typst's workspace. */
  design: string;
  size: number;
  /** As the brief's own. */
  lang: string;
}

export function setupOf({ settings, design }: ExportDocument, lang: string): TypstSetup {
  const { width, height, margins, columns, gutter } = geometryOf(settings, design);
  return {
    design: design.file,
    size: design.facts.size,
    lang,
    width,
    height,
    margins,
    columns,
    gutter,
  };
}

/** What heads the table of contents; null where there is none. */
export function contentsTitle(brief: ExportDocument): string | null {
  return contentsOf(flowOf(brief)).length === 0 ? null : labelsFor(brief.settings.language).contents;
}
