import { DossierError } from '#contract/errors.ts';
import type { FeatureOperations, Handlers } from '#contract/index.ts';
import { PICTURE_TYPES } from '#domain/picture.ts';
import type { CoreContext } from '../context.ts';
import { addPicture, readPicture } from './store.ts';

export function pictureHandlers({ folder }: CoreContext): Handlers<FeatureOperations<'pictures'>> {
  return {
    'pictures.add': async ({ bytes, name }) => {
      const { sha256, width, height } = await addPicture(folder.pictures, bytes, name);
      return { sha256, width, height };
    },
    'pictures.get': async ({ sha256 }) => {
      const picture = await readPicture(folder.pictures, sha256);
      if (picture === null)
        throw new DossierError(
          'not_found',
          `The library has no picture ${sha256} in ${folder.pictures}. Copy it there from a backup of the folder, or insert it again.`,
        );
      return { mediaType: PICTURE_TYPES[picture.format], bytes: picture.bytes };
    },
  };
}
