/** Pictures among what is pasted or dropped. */
import { COPIED_PICTURE } from './pictureView.ts';

export function isPicture(file: { type: string }): boolean {
  return file.type.startsWith('image/');
}

/** The files, where they are pictures and nothing else: of copied text the words count, not a picture of them. */
export function pastedPictures(data: DataTransfer | null): File[] {
  const files = [...(data?.files ?? [])];
  if (data === null || files.length === 0 || !files.every(isPicture)) return [];
  return data.getData('text/plain').trim() === '' && !hasWords(data.getData('text/html')) ? files : [];
}

/** Whether what is dragged is pictures and nothing else, as far as can be told before it is dropped. */
export function dragsPictures(data: DataTransfer | null): boolean {
  const files = [...(data?.items ?? [])].filter(({ kind }) => kind === 'file');
  return files.length > 0 && files.every(isPicture);
}

function hasWords(html: string): boolean {
  if (html === '') return false;
  return (new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '').trim() !== '';
}

/** A picture that was copied in another library, whose file is not here: its pixels come with the copy. */
export interface CarriedPicture {
  /** What its node names. */
  sha256: string;
  file: File;
}

/** The pictures of a copy that was made in another library than `own`. */
export function carriedPictures(data: DataTransfer | null, own: string | null): CarriedPicture[] {
  const json = data?.getData('application/x-lexical-editor') ?? '';
  if (data === null || json === '' || libraryIn(json) === own) return [];
  const { body } = new DOMParser().parseFromString(data.getData('text/html'), 'text/html');
  return [...body.querySelectorAll<HTMLImageElement>(`img[${COPIED_PICTURE}]`)].flatMap((image) => {
    const [, text] = /^data:image\/png;base64,([\w+/=]+)$/.exec(image.src) ?? [];
    if (text === undefined) return [];
    const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
    const file = new File([bytes], 'Picture.png', { type: 'image/png' });
    return [{ sha256: image.getAttribute(COPIED_PICTURE)!, file }];
  });
}

function libraryIn(json: string): unknown {
  try {
    return (JSON.parse(json) as { library?: unknown }).library;
  } catch {
    return null;
  }
}
