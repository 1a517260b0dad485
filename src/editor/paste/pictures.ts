/**
 * The pictures of a pasted page. Those whose pixels came along are the brief's; nothing is fetched, neither from the
 * web nor from another program's folder, so of the others their description is left.
 */
import { MAX_SHARE, PICTURE_TYPE } from '#domain/document/figures.ts';
import { PICTURE_TYPES } from '#domain/picture.ts';
import { createCommand, type LexicalCommand } from 'lexical';
import { PICTURE } from './marked.ts';
import type { RtfPicture } from './rtfPictures.ts';

/** A picture whose pixels are at hand, and the name under which its node waits for them. */
export interface PastedPicture {
  /** As a picture's id is, and no picture's. */
  placeholder: string;
  file: File;
  /** Empty where it has no description. */
  alt: string;
  /** As it was drawn, in pixels; null where the page does not say. */
  width: number | null;
}

export interface PagePictures {
  placed: PastedPicture[];
  /** How many were of the text and could not be taken along. */
  leftOut: number;
}

/** Sent when pasted text is in the document: the pictures whose nodes wait for their files. */
export const PASTED_PICTURES_COMMAND: LexicalCommand<PagePictures> = createCommand('PASTED_PICTURES_COMMAND');

/** Of smaller ones nobody sees anything: they count readers. Pixels. */
const SMALLEST = 3;
/** What is smaller than this and is not described is an ornament. Pixels. */
const ORNAMENT = 32;
const EMOJI =
  /^(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u200D|\uFE0F|\u20E3|[#*0-9])+$/u;

/** `fromRtf` are those of the rich text beside the page, in its order. */
export function takePictures(document: Document, fromRtf: readonly RtfPicture[]): PagePictures {
  const pictures: PagePictures = { placed: [], leftOut: 0 };
  const images = [...document.body.querySelectorAll('img')];
  const local = images.filter((image) => /^file:/iu.test(image.getAttribute('src') ?? ''));
  // Another number of them would put wrong pictures in wrong places.
  const known = new Map(
    local.length === fromRtf.length ? local.map((image, at) => [image, fromRtf[at]!]) : [],
  );
  for (const image of images) {
    const alt = (image.getAttribute('alt') ?? '').replaceAll(/\s+/gu, ' ').trim();
    const [width, height] = [sizeOf(image, 'width'), sizeOf(image, 'height')];
    const isUnseen = [width, height].some((size) => size !== null && size < SMALLEST);
    const file = isUnseen ? null : (fileOf(image.getAttribute('src') ?? '') ?? rtfFile(known.get(image)));
    if (file !== null) {
      const picture = { placeholder: newPlaceholder(), file, alt, width };
      pictures.placed.push(picture);
      image.replaceWith(stands(document, picture, height));
      continue;
    }
    const isOrnament = alt === '' && width !== null && width < ORNAMENT;
    if (EMOJI.test(alt)) image.replaceWith(alt);
    else {
      if (!isUnseen && !isOrnament) pictures.leftOut += 1;
      if (alt === '' || isUnseen) image.remove();
      else image.replaceWith(` [${alt}] `);
    }
  }
  return pictures;
}

function stands(
  document: Document,
  { placeholder, alt, width }: PastedPicture,
  height: number | null,
): HTMLElement {
  const element = document.createElement('span');
  const node = {
    type: PICTURE_TYPE,
    version: 1,
    sha256: placeholder,
    width: width ?? 4,
    height: height ?? 3,
    share: MAX_SHARE,
    alt,
    decorative: false,
  };
  element.setAttribute(PICTURE, JSON.stringify(node));
  return element;
}

/** Null where nothing of it is here. */
function fileOf(src: string): File | null {
  const [, type = '', encoding, data = ''] = /^data:([\w/+.-]+)[^,]*?(;base64)?,([^]*)$/iu.exec(src) ?? [];
  const ending = Object.entries(PICTURE_TYPES).find(([, mime]) => mime === type.toLowerCase())?.[0];
  if (ending === undefined) return null;
  try {
    const text = encoding === undefined ? decodeURIComponent(data) : atob(data.replaceAll(/\s+/gu, ''));
    const bytes = encoding === undefined ? text : Uint8Array.from(text, (sign) => sign.charCodeAt(0));
    return new File([bytes], `Picture.${ending}`, { type });
  } catch {
    return null;
  }
}

function rtfFile(picture: RtfPicture | undefined): File | null {
  if (picture === undefined) return null;
  return new File([picture.bytes], `Picture.${picture.format}`, { type: PICTURE_TYPES[picture.format] });
}

function sizeOf(image: HTMLElement, side: 'width' | 'height'): number | null {
  const size = Number.parseFloat(image.getAttribute(side) || image.style[side]);
  return Number.isFinite(size) && !image.getAttribute(side)?.endsWith('%') ? size : null;
}

function newPlaceholder(): string {
  return [...crypto.getRandomValues(new Uint8Array(32))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
