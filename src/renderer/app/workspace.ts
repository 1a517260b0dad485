/** What the window shows: the open brief, the passage in the reader, the panes. */
import { leaveFocusMode } from './focusMode.ts';
import { createStore } from './store.ts';

/** A place in an article. Without a range the article is shown from its beginning. */
export interface ReaderTarget {
  articleId: number;
  /** The latest version unless another is named. */
  versionId?: number | undefined;
  /** UTF-16 range to scroll to and highlight. */
  range?: { start: number; end: number } | undefined;
  /** Ranges of words to mark besides, as a search found them. */
  matches?: [number, number][] | undefined;
}

export interface Workspace {
  briefId: number | null;
  reader: ReaderTarget | null;
  showLibrary: boolean;
  showReader: boolean;
  dialog: WorkspaceDialog | null;
}

/** Dialogs that cover the window; one at a time. */
type WorkspaceDialog =
  | 'preview'
  | 'markdown'
  /** The format of the references that are to be exported. */
  | 'references'
  | 'about'
  | 'palette'
  /** The report of the last import. */
  | 'import'
  /** The columns of a dump that is to be imported. */
  | 'mapping'
  /** Text from the clipboard as an article. */
  | 'paste'
  /** Folders whose files are imported by themselves. */
  | 'watch'
  /** Pairs of articles that may be one. */
  | 'duplicates'
  | 'shortcuts'
  /** The metadata of the article in the reader. */
  | 'details'
  /** Two versions of the article in the reader, side by side. */
  | 'versions'
  /** A version of the open brief beside its present text. */
  | 'history'
  /** How the open brief, or a version of it, is to be exported. */
  | 'export'
  /** A name for a version of the open brief. */
  | 'nameVersion'
  | 'removeVersion'
  /** What stands around the text on the pages of the open brief. */
  | 'pageSetup'
  /** The level of the selected blocks. */
  | 'portion'
  /** Who the analyst is, for comments and suggestions. */
  | 'authorName'
  /** A name for the current search. */
  | 'saveSearch'
  | 'savedSearches'
  /** The title of the open brief. */
  | 'rename'
  /** A source for the list of the brief's sources that it does not cite. */
  | 'listSource'
  /** The heading of that list. */
  | 'sourcesHeading'
  | 'listStart'
  /** What a cross reference is to lead to. */
  | 'crossReference'
  /** A heading of the open brief to go to. */
  | 'goToHeading'
  /** A task of the library: see `libraryTask`. */
  | 'library';

export const workspace = createStore<Workspace>({
  briefId: null,
  reader: null,
  showLibrary: true,
  showReader: true,
  dialog: null,
});

export function openBrief(briefId: number | null): void {
  if (briefId !== workspace.get().briefId) leaveFocusMode();
  workspace.set((before) => (before.briefId === briefId ? before : { ...before, briefId }));
}

/** Shows a passage in the reader, unfolding its pane. */
export function openPassage(reader: ReaderTarget): void {
  leaveFocusMode();
  workspace.set((before) => ({ ...before, reader, showReader: true }));
}

export function showDialog(dialog: Workspace['dialog']): void {
  workspace.set((before) => ({ ...before, dialog }));
}
