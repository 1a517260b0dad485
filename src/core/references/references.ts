/** The feature `references`: metadata as files for other programs. */
import { DossierError } from '#contract/errors.ts';
import type { FeatureOperations, Handlers, ParsedInput } from '#contract/index.ts';
import { MOST_RENDERED } from '#contract/references.ts';
import { rememberWritten } from '../app/writtenFiles.ts';
import { sourcesOf } from '../briefs/sources.ts';
import { getBrief } from '../briefs/store.ts';
import type { CoreContext } from '../context.ts';
import { fileNameFor } from '../export/fileName.ts';
import { writeFileAtomically } from '../export/writeFile.ts';
import type { Organiser } from '../organise/organise.ts';
import { referenceFile, WRITERS } from './file.ts';

type Input = ParsedInput<'references.render'>;

export function referenceHandlers(
  context: CoreContext,
  { resolve }: Organiser,
): Handlers<FeatureOperations<'references'>> {
  const { db, ports } = context;
  const idsOf = ({ of }: Input): Int32Array =>
    resolve('target' in of ? of.target : { ids: sourcesOf(db, of.briefId) });
  const nameOf = ({ of, format }: Input): string => {
    const name = 'target' in of ? 'References' : getBrief(db, of.briefId).title;
    return fileNameFor(name, WRITERS[format].extension);
  };

  return {
    'references.render': async (input) => {
      const fileName = nameOf(input);
      const ids = idsOf(input);
      if (ids.length > MOST_RENDERED)
        throw new DossierError(
          'unsupported',
          `These are ${ids.length.toLocaleString('en')} references; a download here holds ${MOST_RENDERED.toLocaleString('en')} at most. Export a collection or a tag at a time. The desktop app and the command line (dossier references --out …) write any number.`,
        );
      const parts: Uint8Array<ArrayBuffer>[] = [];
      let count = 0;
      for await (const part of referenceFile(db, ids, input.format, (total) => (count = total)))
        parts.push(part);
      const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
      return { fileName, mediaType: WRITERS[input.format].mediaType, bytes, count, warnings: [] };
    },
    'references.save': async (input) => {
      if (!ports.capabilities.nativeDialogs)
        throw new DossierError(
          'unsupported',
          'Dossier cannot ask for a place here; download the file instead.',
        );
      const path = await ports.chooseSavePath(nameOf(input), WRITERS[input.format].extension);
      if (path === null) return null;
      let count = 0;
      await writeFileAtomically(
        path,
        referenceFile(db, idsOf(input), input.format, (total) => (count = total)),
      );
      rememberWritten(context, path);
      return { path, count };
    },
  };
}
