/** Brings the pictures of pasted text into the library, and says which could not come. */
import { $describePasted, $placePasted } from '#editor/paste/placed.ts';
import type { PagePictures } from '#editor/paste/pictures.ts';
import { HISTORY_MERGE_TAG, type LexicalEditor } from 'lexical';
import { notify, notifyError } from '../../../ui/toasts.ts';
import { keepPicture } from './addPictures.ts';

export async function takePastedPictures(
  editor: LexicalEditor,
  { placed, leftOut }: PagePictures,
): Promise<void> {
  if (leftOut > 0)
    notify({
      title: leftOut === 1 ? 'A picture stayed out' : `${leftOut} pictures stayed out`,
      description:
        'No pixels came with the copy, and Dossier fetches nothing. Descriptions stand in brackets. Copy a picture alone to paste it.',
    });
  for (const picture of placed) {
    try {
      const kept = await keepPicture(picture.file);
      editor.update(() => $placePasted(picture, kept), { tag: HISTORY_MERGE_TAG });
    } catch (error) {
      editor.update(() => $describePasted(picture), { tag: HISTORY_MERGE_TAG });
      notifyError(error, 'A pasted picture was not inserted');
    }
  }
}
