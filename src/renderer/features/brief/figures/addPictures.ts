/** Brings pictures from files into the library and into the text. */
import { MAX_PICTURE_BYTES, PICTURE_TYPES, pictureAddress } from '#domain/picture.ts';
import { DossierError } from '#contract/errors.ts';
import type { KeptPicture } from '#editor/figure/PictureNode.ts';
import {
  $insertPictures,
  $pictureHere,
  $replacePicture,
  $selectedPicture,
  type PicturePlace,
} from '#editor/figure/pictures.ts';
import type { CarriedPicture } from '#editor/figure/transfer.ts';
import { HISTORY_MERGE_TAG, type LexicalEditor } from 'lexical';
import { client } from '../../../api/client.ts';
import { notifyError } from '../../../ui/toasts.ts';
import { chosenFiles } from '../../../ui/chosenFiles.ts';
import { reveal } from '../reveal.ts';

const MEGABYTE = 1024 * 1024;

/** Puts the pictures at `place`, in their order; of those that cannot be taken it says why. */
export async function addPictures(
  editor: LexicalEditor,
  files: readonly File[],
  place: PicturePlace | null,
): Promise<void> {
  const kept: KeptPicture[] = [];
  for (const file of files) {
    try {
      kept.push(await keepPicture(file));
    } catch (error) {
      notifyError(error, 'The picture was not inserted');
    }
  }
  if (kept.length === 0) return;
  editor.update(() => $insertPictures(kept, place), { discrete: true });
  editor.focus();
  const key = editor.read(() => $selectedPicture()?.getKey());
  if (key !== undefined) reveal(editor, key, 'nearest');
}

/** Keeps pictures that were pasted from another library in this one, and shows them. */
export async function carryPictures(
  editor: LexicalEditor,
  carried: readonly CarriedPicture[],
): Promise<void> {
  for (const { sha256, file } of carried) {
    try {
      if ((await fetch(pictureAddress(sha256), { method: 'HEAD' })).ok) continue;
      const kept = await keepPicture(file);
      editor.update(() => $replacePicture(sha256, kept), { tag: HISTORY_MERGE_TAG });
    } catch (error) {
      notifyError(error, 'The picture was not taken over from the other library');
    }
  }
}

/** Takes a picture into the library. Throws a DossierError where it cannot be taken. */
export async function keepPicture(file: File): Promise<KeptPicture> {
  const name = file.name === '' ? 'Picture' : file.name;
  // Before it is read: what is far too large would take the window's memory.
  if (file.size > MAX_PICTURE_BYTES)
    throw new DossierError(
      'file_unreadable',
      `“${name}” has ${Math.ceil(file.size / MEGABYTE)} MB, and a picture may have ${MAX_PICTURE_BYTES / MEGABYTE} MB. Save a smaller copy, for example as JPEG, and insert that.`,
    );
  const bytes = new Uint8Array(await file.arrayBuffer());
  const picture = await client.call('pictures.add', { bytes, name });
  await drawable(picture.sha256, name);
  return picture;
}

/** A file may begin as a picture does and be cut off. */
async function drawable(sha256: string, name: string): Promise<void> {
  const image = new Image();
  image.src = pictureAddress(sha256);
  try {
    await image.decode();
  } catch (cause) {
    throw new DossierError(
      'file_unreadable',
      `“${name}” is damaged: it cannot be drawn. Save it anew and insert that.`,
      {
        cause,
      },
    );
  }
}

/** Lets the analyst choose files, and inserts them where the caret is. */
export function choosePictures(editor: LexicalEditor): void {
  const place = editor.read($pictureHere);
  const input = document.createElement('input');
  input.multiple = true;
  input.accept = Object.values(PICTURE_TYPES).join(',');
  void chosenFiles(input).then((files) => addPictures(editor, files, place));
}
