/** Pictures, and captions with what they name, for the template. */
import type { Caption, Picture } from '#domain/document/ast.ts';
import { captionLabel, captionName, figureLabels, missingPicture } from '#domain/document/figures.ts';
import type { Pictures } from '../exportDocument.ts';
import type { TypstBlock, TypstInline } from './typstData.ts';
import type { TypstTable } from './typstTable.ts';

export interface TypstPicture {
  t: 'pic';
  sha256: string;
  format: string;
  /** Share of the width that there is, at most 1. */
  width: number;
  /** Null where readers who do not see it pass over it. */
  alt: string | null;
  /** Is printed where the picture cannot be. */
  missing: string;
}

/** A picture or table with its caption, the first words of which are its number. */
export interface TypstFigure {
  t: 'fig';
  of: Caption['of'];
  side: Caption['side'];
  /** For references to it. */
  id?: string;
  c: TypstInline[];
  b: [TypstTable | TypstPicture];
}

/** A block with its caption, set as `c`; what could not be set as one block has that as a paragraph. */
export function figure(
  written: TypstBlock[],
  caption: Caption,
  c: TypstInline[],
  named: { id?: string },
  language: string,
): TypstBlock[] {
  const { of, side } = caption;
  const [only] = written;
  if (only !== undefined && written.length === 1 && (only.t === 'table' || only.t === 'pic'))
    return [{ t: 'fig', of, side, ...named, c, b: [described(only, caption, language)] }];
  const words: TypstBlock = { t: 'p', c };
  return side === 'above' ? [words, ...written] : [...written, words];
}

/** PDF/UA has no picture with a caption and without a description: its number stands for one. */
function described<T extends TypstTable | TypstPicture>(block: T, caption: Caption, language: string): T {
  if (block.t !== 'pic' || (block.alt !== null && block.alt !== figureLabels(language).figure)) return block;
  return { ...block, alt: captionName(caption, language) };
}

/** The words of a caption behind its number. */
export function numbered(caption: Caption, words: TypstInline[], language: string): TypstInline[] {
  const { name, stop, gap } = captionLabel(caption, language);
  if (words.length === 0) return [{ t: 'x', s: name, m: 'b' }];
  return [{ t: 'x', s: name + stop, m: 'b' }, { t: 'x', s: gap }, ...words];
}

/** Words in its place where the library does not hold it. `highest` is in widths of the text. */
export function picture(
  { sha256, share, alt, decorative }: Picture,
  pictures: Pictures,
  language: string,
  highest: number,
): TypstBlock {
  const missing = missingPicture({ alt, decorative }, language);
  const file = pictures.get(sha256);
  if (file === undefined) return { t: 'p', c: [{ t: 'x', s: missing }] };
  const { format, width, height } = file;
  return {
    t: 'pic',
    sha256,
    format,
    width: Math.min(share / 100, (highest * width) / height),
    alt: decorative ? null : alt === '' ? figureLabels(language).figure : alt,
    missing,
  };
}
