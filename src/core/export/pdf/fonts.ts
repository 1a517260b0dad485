/** The typefaces that PDFs are set in, all under the SIL Open Font Licence 1.1. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';

/** A font file, by the npm package that carries it. */
const fontListSchema = z.array(z.object({ package: z.string(), file: z.string() }));

/**
 * The paths of the fonts that `resources/fonts/fonts.json` lists: beside that list, where a packaged app has
 * copies of them, otherwise in their packages. Throws where one is in neither place.
 */
export function fontFiles(resources: string): string[] {
  const folder = join(resources, 'fonts');
  const list = fontListSchema.parse(JSON.parse(readFileSync(join(folder, 'fonts.json'), 'utf8')));
  const { resolve } = createRequire(import.meta.url);
  return list.map((font) => {
    const copy = join(folder, basename(font.file));
    return existsSync(copy) ? copy : join(dirname(resolve(`${font.package}/package.json`)), font.file);
  });
}
