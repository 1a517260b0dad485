/** Opens a library in this thread and puts the features together. */
import type { Emit } from '#contract/events.ts';
import type { Handlers } from '#contract/index.ts';
import { annotationHandlers } from './annotations/handlers.ts';
import { appHandlers } from './app/handlers.ts';
import { articleHandlers } from './articles/handlers.ts';
import { createLists } from './articles/lists/lists.ts';
import { briefHandlers } from './briefs/handlers.ts';
import { markdownHandlers } from './briefs/markdown/handlers.ts';
import { createCitations } from './citations/citations.ts';
import { locatorHandlers } from './citations/locale/locatorTerms.ts';
import { collectionHandlers } from './collections/handlers.ts';
import { commentHandlers } from './comments/handlers.ts';
import type { CoreContext } from './context.ts';
import { openLibrary } from './db/open.ts';
import { createDispatch, type Dispatch, type DispatchOptions, mergeHandlers } from './dispatch.ts';
import { createExport } from './export/export.ts';
import { createDuplicates } from './import/duplicates/duplicates.ts';
import { createImport } from './import/import.ts';
import { createOrganiser } from './organise/organise.ts';
import { pictureHandlers } from './pictures/handlers.ts';
import type { HostPorts } from './ports.ts';
import { referenceHandlers } from './references/references.ts';
import { sampleHandlers } from './sample/handlers.ts';
import { createSearch } from './search/search.ts';
import { savedSearchHandlers } from './searches/handlers.ts';
import { settingsHandlers } from './settings/handlers.ts';
import { snippetHandlers } from './snippets/handlers.ts';
import { tagHandlers } from './tags/handlers.ts';
import { createVersions } from './versions/versions.ts';

export interface OpenOptions extends DispatchOptions {
  library: string;
  create: boolean;
  ports: HostPorts;
  emit: Emit;
  appVersion: string;
  resources: string;
}

export interface OpenCore {
  dispatch: Dispatch;
  /** Ends the worker threads of the features, then closes the library. */
  close(): Promise<void>;
}

/** Throws a DossierError (`library_…`) where the library cannot be opened; then nothing was changed. */
export function openCore(options: OpenOptions): OpenCore {
  const library = openLibrary({ path: options.library, create: options.create });
  const context: CoreContext = { ...options, db: library.db, folder: library.folder };

  const organiser = createOrganiser(context, createLists(library.db));
  const search = createSearch(context);
  const onChanged = (ids: number[]): void => search.articlesChanged(ids);
  const versions = createVersions(context);
  const citations = createCitations(context);
  const exporter = createExport(context, citations);
  const duplicates = createDuplicates(context, organiser.journal, { onChanged });
  const importer = createImport(context, organiser.journal, {
    onChanged,
    onRest: () => duplicates.follow(),
  });

  const briefs = briefHandlers(context, {
    onCited: onChanged,
    onArticles: () => duplicates.follow(),
    onVersion: () => versions.kept(),
  });

  const handlers: Handlers = mergeHandlers(
    annotationHandlers(context, organiser.journal, { onChanged }),
    appHandlers(context),
    articleHandlers(context, organiser, {
      onChanged,
      onUnneeded: (originals) => importer.discardOriginals(originals),
    }),
    briefs,
    citations.handlers,
    collectionHandlers(organiser),
    commentHandlers(context),
    duplicates.handlers,
    exporter.handlers,
    importer.handlers,
    locatorHandlers(),
    markdownHandlers(context, {
      citations,
      addReferences: (items) => importer.addReferences(items),
      create: briefs['briefs.create'],
    }),
    organiser.handlers,
    pictureHandlers(context),
    referenceHandlers(context, organiser),
    sampleHandlers(context, importer),
    savedSearchHandlers(context),
    search.handlers,
    settingsHandlers(context),
    snippetHandlers(context, async (input) => search.handlers['search.related'](input)),
    tagHandlers(organiser),
    versions.handlers,
  );

  return {
    dispatch: createDispatch(handlers, options),
    async close() {
      await importer.close();
      await duplicates.close();
      await exporter.close();
      await versions.close();
      await citations.close();
      await search.close();
      library.close();
    },
  };
}
