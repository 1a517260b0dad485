/** Pictures and captions as they are stored, and what is told from their places: kinds, numbers, names. */
import { pictureIdSchema } from '../picture.ts';
import type { Block, Caption, Picture } from './ast.ts';
import { printable } from './characters.ts';
import { blocksInside } from './inside.ts';
import type { StoredNode } from './stored.ts';
import { inLanguage } from '../inLanguage.ts';

/** Types in stored documents; the members of a picture are those of `Picture`. */
export const PICTURE_TYPE = 'picture';
export const CAPTION_TYPE = 'caption';

/** What a block is to the captions beside it. */
export type CaptionNeighbour = 'picture' | 'table' | 'caption' | 'other';

/** Which kind of caption one is, and where it stands of what it names. */
export type CaptionPlace = Pick<Caption, 'of' | 'side'>;

/**
 * The places of the captions among blocks that follow each other, by their index. A caption stands right below a
 * picture, or right below or above a table; of a table that has one above already, the next one is not.
 */
export function captionPlaces(kinds: readonly CaptionNeighbour[]): Map<number, CaptionPlace> {
  const places = new Map<number, CaptionPlace>();
  const captioned = new Set<number>();
  for (const [index, kind] of kinds.entries()) {
    if (kind !== 'caption') continue;
    const before = captioned.has(index - 1) ? undefined : kinds[index - 1];
    if (before === 'picture') places.set(index, { of: 'figure', side: 'below' });
    else if (before === 'table') places.set(index, { of: 'table', side: 'below' });
    else if (kinds[index + 1] === 'table') {
      places.set(index, { of: 'table', side: 'above' });
      captioned.add(index + 1);
    }
  }
  return places;
}

export function captionNeighbour(type: string): CaptionNeighbour {
  return type === PICTURE_TYPE || type === CAPTION_TYPE || type === 'table' ? type : 'other';
}

/** Least and most width of a picture, in hundredths of the text's. */
export const MIN_SHARE = 5;
export const MAX_SHARE = 100;

/** Null where it does not say which picture it is. */
export function readPicture(node: StoredNode): Omit<Picture, 'type'> | null {
  const sha256 = pictureIdSchema.safeParse(node['sha256']);
  if (!sha256.success) return null;
  const alt = typeof node['alt'] === 'string' ? printable(node['alt']).replaceAll(/\s+/gu, ' ').trim() : '';
  const share = positive(node['share'], MAX_SHARE);
  return {
    sha256: sha256.data,
    width: positive(node['width'], 1),
    height: positive(node['height'], 1),
    share: Math.min(MAX_SHARE, Math.max(MIN_SHARE, share)),
    alt,
    decorative: node['decorative'] === true,
  };
}

function positive(value: unknown, fallback: number): number {
  return typeof value === 'number' && Number.isFinite(value) && value > 0 ? value : fallback;
}

/** All captions of `blocks` and of what stands inside of them, in reading order. */
export function captionsIn(blocks: readonly Block[]): Caption[] {
  return blocks.flatMap((block) => (block.type === 'caption' ? [block] : captionsIn(blocksInside(block))));
}

/** All pictures, in reading order. */
export function picturesIn(blocks: readonly Block[]): Picture[] {
  return blocks.flatMap((block) => (block.type === 'picture' ? [block] : picturesIn(blocksInside(block))));
}

interface FigureLabels {
  figure: string;
  table: string;
  /** Between the number and the words of a caption. */
  separator: string;
  /** Stands where a picture cannot be shown; with its description behind. */
  missing: string;
}

const labels = (figure: string, table: string, missing: string, separator = '. '): FigureLabels => ({
  figure,
  table,
  missing,
  separator,
});

const ENGLISH = labels('Figure', 'Table', 'Missing picture');

const LABELS: Readonly<Record<string, FigureLabels>> = {
  ar: labels('الشكل', 'الجدول', 'صورة مفقودة'),
  de: labels('Abbildung', 'Tabelle', 'Fehlendes Bild', ': '),
  es: labels('Figura', 'Tabla', 'Falta la imagen'),
  fr: labels('Figure', 'Tableau', 'Image manquante'),
  he: labels('איור', 'טבלה', 'תמונה חסרה'),
  it: labels('Figura', 'Tabella', 'Immagine mancante'),
  ja: labels('図', '表', '画像なし', '\u3000'),
  ko: labels('그림', '표', '그림 없음'),
  nl: labels('Figuur', 'Tabel', 'Ontbrekende afbeelding'),
  pt: labels('Figura', 'Tabela', 'Imagem em falta'),
  ru: labels('Рисунок', 'Таблица', 'Изображение отсутствует'),
  tr: labels('Şekil', 'Tablo', 'Eksik görsel'),
  zh: labels('图', '表', '图片缺失', '\u3000'),
};

/** English where there are no labels in `language` (BCP 47). */
export function figureLabels(language: string): FigureLabels {
  return inLanguage(LABELS, language, ENGLISH);
}

/** `Figure 2`, as texts refer to it. */
export function captionName({ of, number }: Pick<Caption, 'of' | 'number'>, language: string): string {
  return `${figureLabels(language)[of]}\u00a0${number}`;
}

/** What stands before the words of a caption: its name with the stop behind it, and the space. */
export function captionLabel(
  caption: Pick<Caption, 'of' | 'number'>,
  language: string,
): { name: string; stop: string; gap: string } {
  const { separator } = figureLabels(language);
  const stop = separator.trimEnd();
  return { name: captionName(caption, language), stop, gap: separator.slice(stop.length) };
}

/** Words in the place of a picture that the library does not hold. */
export function missingPicture(
  { alt, decorative }: Pick<Picture, 'alt' | 'decorative'>,
  language: string,
): string {
  const { missing } = figureLabels(language);
  return `[${alt === '' || decorative ? missing : `${missing}: ${alt}`}]`;
}
