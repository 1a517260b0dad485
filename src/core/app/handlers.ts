import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DossierError } from '#contract/errors.ts';
import type { Handlers } from '#contract/index.ts';
import type { CoreContext } from '../context.ts';
import { libraryIdentity } from '../db/identity.ts';
import { mayReveal } from './writtenFiles.ts';

const LINK_PROTOCOLS = ['http:', 'https:', 'mailto:'];

export function appHandlers(
  context: CoreContext,
): Handlers<'app.info' | 'app.notices' | 'app.openLink' | 'app.revealFile' | 'app.useSpelling'> {
  const { ports, folder, appVersion, resources } = context;
  let libraryId: string | null = null;
  return {
    'app.info': () => ({
      version: appVersion,
      library: folder.path,
      libraryId: (libraryId ??= libraryIdentity(context.db, folder.path)),
      capabilities: ports.capabilities,
    }),
    'app.notices': () => readFile(join(resources, 'NOTICES.txt'), 'utf8'),
    'app.openLink': async ({ url }) => {
      const link = URL.parse(url);
      if (link === null || !LINK_PROTOCOLS.includes(link.protocol))
        throw new DossierError(
          'invalid_input',
          `Dossier opens http, https and mailto links only, not ${JSON.stringify(url)}.`,
        );
      if (!ports.capabilities.openLinks)
        throw new DossierError('unsupported', 'Dossier cannot open links here; copy the link to a browser.');
      await ports.openLink(link.href);
      return {};
    },
    'app.revealFile': async ({ path }) => {
      if (!mayReveal(context, path))
        throw new DossierError(
          'invalid_input',
          `Dossier shows only files that it has written since it was started and those of the library; ${path} is neither, or is gone.`,
        );
      if (!ports.capabilities.revealFile)
        throw new DossierError('unsupported', `Dossier cannot show files here; the file is ${path}.`);
      await ports.revealFile(path);
      return {};
    },
    'app.useSpelling': ({ language }) => ports.useSpelling(language),
  };
}
