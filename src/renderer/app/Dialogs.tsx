import { lazy, Suspense } from 'react';
import { AboutDialog } from '../features/about/AboutDialog.tsx';
import { DetailsDialog } from '../features/article/DetailsDialog.tsx';
import { RenameDialog } from '../features/briefs/RenameDialog.tsx';
import { ExportDialog } from '../features/export/ExportDialog.tsx';
import { MarkdownDialog } from '../features/export/MarkdownDialog.tsx';
import { ReferencesDialog } from '../features/export/ReferencesDialog.tsx';
import { DuplicatesDialog } from '../features/import/DuplicatesDialog.tsx';
import { ImportReportDialog } from '../features/import/ImportReportDialog.tsx';
import { MappingDialog } from '../features/import/mapping/MappingDialog.tsx';
import { tableToMap } from '../features/import/mapping/state.ts';
import { LibraryDialog } from '../features/library/LibraryDialog.tsx';
import { PasteDialog } from '../features/import/PasteDialog.tsx';
import { WatchDialog } from '../features/import/WatchDialog.tsx';
import { PaletteDialog } from '../features/palette/PaletteDialog.tsx';
import { ShortcutsDialog } from '../features/palette/ShortcutsDialog.tsx';
import { CompareDialog } from '../features/reader/CompareDialog.tsx';
import { SavedSearchesDialog } from '../features/search/SavedSearchesDialog.tsx';
import { SaveSearchDialog } from '../features/search/SaveSearchDialog.tsx';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { notifyError } from '../ui/toasts.ts';
import { useStore } from './store.ts';
import { showDialog, workspace } from './workspace.ts';

/** pdf.js is large: it is loaded with the first preview. */
const PreviewDialog = lazy(async () => {
  const { PreviewDialog: component } = await import('../features/export/PreviewDialog.tsx');
  return { default: component };
});

const close = (): void => showDialog(null);

const fail = (error: Error): void => {
  close();
  notifyError(error, 'The dialog could not be shown');
};

/** A dialog that fails is closed with a message; the window stays. */
export function Dialogs() {
  const dialog = useStore(workspace, (value) => value.dialog);
  if (dialog === null) return null;
  return (
    <ErrorBoundary key={dialog} name="The dialog" onError={fail}>
      <OpenDialog />
    </ErrorBoundary>
  );
}

function OpenDialog() {
  const { dialog, briefId, reader } = useStore(workspace);
  const table = useStore(tableToMap, ({ path }) => path);
  if (dialog === 'palette') return <PaletteDialog onClose={close} />;
  if (dialog === 'shortcuts') return <ShortcutsDialog onClose={close} />;
  if (dialog === 'about') return <AboutDialog onClose={close} />;
  if (dialog === 'paste') return <PasteDialog onClose={close} />;
  if (dialog === 'watch') return <WatchDialog onClose={close} />;
  if (dialog === 'duplicates') return <DuplicatesDialog onClose={close} />;
  if (dialog === 'import') return <ImportReportDialog onClose={close} />;
  if (dialog === 'saveSearch') return <SaveSearchDialog onClose={close} />;
  if (dialog === 'savedSearches') return <SavedSearchesDialog onClose={close} />;
  if (dialog === 'mapping' && table !== null)
    return <MappingDialog key={table} path={table} onClose={close} />;
  if (dialog === 'rename' && briefId !== null) return <RenameDialog briefId={briefId} onClose={close} />;
  if (dialog === 'details' && reader !== null)
    return <DetailsDialog key={reader.articleId} articleId={reader.articleId} onClose={close} />;
  if (dialog === 'versions' && reader !== null)
    return (
      <CompareDialog
        key={reader.articleId}
        articleId={reader.articleId}
        shown={reader.versionId}
        onClose={close}
      />
    );
  if (dialog === 'export' && briefId !== null) return <ExportDialog onClose={close} />;
  if (dialog === 'markdown' && briefId !== null) return <MarkdownDialog onClose={close} />;
  if (dialog === 'references') return <ReferencesDialog onClose={close} />;
  if (dialog === 'library') return <LibraryDialog onClose={close} />;
  if (dialog === 'preview' && briefId !== null)
    return (
      <Suspense fallback={null}>
        <PreviewDialog briefId={briefId} onClose={close} />
      </Suspense>
    );
  return null;
}
