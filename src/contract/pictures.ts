import { z } from 'zod';
import { pictureIdSchema } from '#domain/picture.ts';
import { command, query } from './operation.ts';

export const pictureOperations = {
  /**
   * Keeps a picture in the library; one that is there already is not doubled. On the disk when this returns. `name`
   * is for messages. Fails with `file_unreadable` where it is of no kind that is kept, or too large.
   */
  'pictures.add': command(
    z.object({ bytes: z.instanceof(Uint8Array), name: z.string().max(1000) }),
    /** Width and height in pixels, as it is shown. */
    z.object({ sha256: pictureIdSchema, width: z.number().positive(), height: z.number().positive() }),
  ),
  /** The file as it was added. */
  'pictures.get': query(
    z.object({ sha256: pictureIdSchema }),
    z.object({ mediaType: z.string(), bytes: z.instanceof(Uint8Array) }),
  ),
};
