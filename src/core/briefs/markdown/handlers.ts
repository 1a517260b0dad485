/** The feature `markdown`: files as briefs. */
import { basename } from 'node:path';
import { DossierError } from '#contract/errors.ts';
import type { FeatureOperations, Handlers } from '#contract/index.ts';
import { MARKDOWN_ENDINGS } from '#contract/markdown.ts';
import type { Citations } from '../../citations/citations.ts';
import { articleOfKey } from '../../citations/keys/keys.ts';
import type { CoreContext } from '../../context.ts';
import { MAX_BYTES, tooLarge } from '../../import/read/formats.ts';
import { fileInMemory, fileOnDisk, type SourceFile } from '../../import/read/sourceFile.ts';
import type { Importer } from '../../import/import.ts';
import { type Beside, besideInMemory, besideOnDisk } from './beside.ts';

export interface MarkdownParts {
  citations: Pick<Citations, 'styles'>;
  addReferences: Importer['addReferences'];
  create: Handlers<'briefs.create'>['briefs.create'];
}

export function markdownHandlers(
  { db, folder, ports }: CoreContext,
  { citations, addReferences, create }: MarkdownParts,
): Handlers<FeatureOperations<'markdown'>> {
  const read = async (file: SourceFile, beside: Beside) => {
    if (file.size > MAX_BYTES) throw new DossierError('file_unreadable', tooLarge(file.name));
    const [{ decode }, { readBrief }] = await Promise.all([
      import('../../import/read/decode.ts'),
      import('./read.ts'),
    ]);
    const { text, messages } = decode(await file.bytes(), file.name, false);
    const { settings, document, warnings } = await readBrief(text, file.name, beside, {
      citations,
      picturesFolder: folder.pictures,
      addReferences,
      articleOfKey: articleOfKey(db),
    });
    const { document: _document, revision: _revision, ...brief } = await create({ ...settings, document });
    return { brief, warnings: [...messages, ...warnings] };
  };

  return {
    'markdown.open': (input) => {
      if ('path' in input) return read(fileOnDisk(input.path), besideOnDisk(input.path));
      const [file, ...others] = input.files;
      return read(fileInMemory(basename(file!.path), file!.bytes), besideInMemory(others));
    },
    'markdown.choose': async () => {
      if (!ports.capabilities.nativeDialogs)
        throw new DossierError(
          'unsupported',
          'Dossier cannot ask for a file here; choose it in the browser.',
        );
      const paths = await ports.chooseFilesToImport(MARKDOWN_ENDINGS, 'markdown');
      return paths?.[0] ?? null;
    },
  };
}
