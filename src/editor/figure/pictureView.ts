/** How a picture is drawn in the text, and for other applications. Needs a DOM. */
import { pictureAddress, pictureIdSchema } from '#domain/picture.ts';
import type { LexicalEditor } from 'lexical';
import type { KeptPicture, PictureSettings } from './PictureNode.ts';

const PICTURES = '.picture';
/** What tells a picture that is asked to be described. */
const UNDESCRIBED = 'data-undescribed';

type Shown = KeptPicture & PictureSettings;

/** The element of a picture, which `drawPicture` fills. */
export function createPicture(document: Document): HTMLElement {
  const element = document.createElement('div');
  element.className = 'picture';
  const frame = document.createElement('div');
  frame.className = 'picture-frame';
  const image = document.createElement('img');
  image.draggable = false;
  image.decoding = 'async';
  image.addEventListener('error', () => element.setAttribute('data-missing', 'true'));
  image.addEventListener('load', () => element.removeAttribute('data-missing'));
  const parts = ['picture-absent', 'picture-ask', 'picture-handle'].map((name) => {
    const part = document.createElement('span');
    part.className = name;
    return part;
  });
  // Nothing that the keyboard does not reach otherwise: Enter opens the form, and Shift with the arrows resizes.
  for (const part of parts.slice(1)) part.setAttribute('aria-hidden', 'true');
  frame.append(image, ...parts);
  element.append(frame);
  return element;
}

export function drawPicture(element: HTMLElement, picture: Shown): void {
  const { sha256, width, height, share, alt, decorative } = picture;
  const frame = element.firstElementChild as HTMLElement;
  const [image, absent, ask] = frame.children as unknown as [HTMLImageElement, HTMLElement, HTMLElement];
  frame.style.width = `${share}%`;
  frame.style.aspectRatio = `${width} / ${height}`;
  const name = nameOf(picture);
  if (image.alt !== name) image.alt = name;
  absent.textContent = `This picture is missing from the library${alt === '' ? '.' : `: ${alt}`}`;
  ask.textContent = 'No alternative text';
  element.toggleAttribute(UNDESCRIBED, alt === '' && !decorative);
  if (!pictureIdSchema.safeParse(sha256).success) element.setAttribute('data-missing', 'true');
  else if (image.getAttribute('src') !== pictureAddress(sha256)) image.src = pictureAddress(sha256);
}

/** In the editor every picture has a name: it can be selected. */
function nameOf({ alt, decorative }: Shown): string {
  if (decorative) return 'Decorative picture';
  return alt === '' ? 'Picture without alternative text' : alt;
}

/** Shows a width that is not kept yet, in hundredths of the text's. */
export function previewShare(element: HTMLElement, share: number): void {
  (element.firstElementChild as HTMLElement).style.width = `${share}%`;
}

/** The element of the picture that `target` belongs to. */
export function pictureElementAt(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(PICTURES) : null;
}

export function isHandle(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.picture-handle') !== null;
}

export function asksForText(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.picture-ask') !== null;
}

/** The elements of the pictures that nobody has described yet, in the order of the text. */
export function undescribedPictures(editor: LexicalEditor): HTMLElement[] {
  const root = editor.getRootElement();
  return root === null ? [] : [...root.querySelectorAll<HTMLElement>(`${PICTURES}[${UNDESCRIBED}]`)];
}

/** On the pixels of a picture that was copied: which it is in its library. */
export const COPIED_PICTURE = 'data-picture';

/** The widest that a picture is put on the clipboard, in pixels: enough for a printed page. */
const COPIED_WIDTH = 1600;

/** An image that carries its own pixels; only its description where they are not at hand. */
export function copiedPicture(drawn: HTMLElement | null, picture: Shown): HTMLElement {
  const paragraph = document.createElement('p');
  const image = drawn?.querySelector('img');
  const alt = picture.decorative ? '' : picture.alt;
  if (!image || !image.complete || image.naturalWidth === 0) {
    paragraph.textContent = `[${alt === '' ? 'Picture' : alt}]`;
    return paragraph;
  }
  const scale = Math.min(1, COPIED_WIDTH / picture.width);
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  const copy = document.createElement('img');
  copy.src = canvas.toDataURL('image/png');
  copy.alt = alt;
  copy.setAttribute(COPIED_PICTURE, picture.sha256);
  copy.width = Math.round(drawn!.firstElementChild!.clientWidth) || canvas.width;
  paragraph.append(copy);
  return paragraph;
}
