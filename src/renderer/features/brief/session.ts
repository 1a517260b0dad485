/** An open brief: its editor, and what saves it and labels its citations. No React. */
import type { Brief } from '#domain/brief.ts';
import type { StoredDocument } from '#domain/document/stored.ts';
import { createBriefEditor } from '#editor/briefEditor.ts';
import { setLibrary } from '#editor/clipboard/library.ts';
import { setBriefFacts } from '#editor/derived/setFacts.ts';
import { documentJson, prepareBlocks } from '#editor/document/BlocksExtension.ts';
import { changesDocument } from '#editor/document/replaced.ts';
import { setPortionLevels } from '#editor/portion/portion.ts';
import type { LexicalEditorWithDispose } from 'lexical';
import { client } from '../../api/client.ts';
import { lostConnection } from '../../api/connection.ts';
import { createStore, type Store } from '../../app/store.ts';
import { notifyError } from '../../ui/toasts.ts';
import { type Autosave, createAutosave } from './autosave.ts';
import { type BriefComments, keepComments } from './comments/briefComments.ts';
import { type CitationLabels, keepCitationLabels } from './labels/citationLabels.ts';
import { createSettingsSaver, type SettingsSaver } from './settingsSaver.ts';
import { keepSourceChecks, type SourceChecks } from './sourceChecks.ts';
import { type UnsavedCopies, type UnsavedCopy, unsavedCopies } from './unsavedCopy.ts';

export interface BriefSession {
  brief: Brief;
  editor: LexicalEditorWithDispose;
  autosave: Autosave;
  settings: SettingsSaver;
  citations: CitationLabels;
  comments: BriefComments;
  /** What the cited sources lack. */
  checks: SourceChecks;
  /** A defect that stopped the editor; what was saved is not affected. */
  failure: Store<string | null>;
  /** The brief was deleted in another window. It can still be written, but no list shows it. */
  removed: Store<boolean>;
  /** Words of an earlier window on an older revision, which the analyst has to decide about. */
  leftover: UnsavedCopy | null;
  dropLeftover(): void;
  /** Forgets the copy of what could not be saved, once it is somewhere else. */
  dropCopy(): void;
  /** Words of an earlier window were put in place, as nobody has saved since. */
  recovered: boolean;
  /** Saves what is not saved yet, in the background, and ends the editor. */
  close(): void;
}

/** Thrown where the stored text cannot be shown whole. */
export class UnreadableBrief extends Error {
  readonly brief: Brief;
  constructor(brief: Brief, cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.brief = brief;
  }
}

/** Saves that go on after their brief was closed: a brief is not read again before its own is through. */
const closing = new Map<number, Promise<unknown>>();

/** Rejects with a DossierError where the brief cannot be had, with an UnreadableBrief where it cannot be shown. */
export async function openSession(briefId: number): Promise<BriefSession> {
  await closing.get(briefId);
  const [brief, { library, libraryId }] = await Promise.all([
    client.call('briefs.get', { id: briefId }),
    client.call('app.info', {}),
  ]);
  const copies = unsavedCopies(library, briefId);
  const recovered = takeCopy(brief, copies);
  const failure = createStore<string | null>(null);
  const editor = openEditor(brief, recovered ?? brief.document, (message) => failure.set(message));
  setLibrary(editor, libraryId);
  const autosave = createAutosave({
    revision: brief.revision,
    take: () => documentJson(editor),
    save: (json, revision) =>
      client.call('briefs.save', { id: briefId, revision, document: { $json: json } }),
    keepCopy: copies.keep,
    dropCopy: copies.drop,
  });
  const settings = createSettingsSaver(brief);
  setBriefFacts(editor, brief);
  setPortionLevels(editor, brief.marking?.levels ?? []);
  const citations = keepCitationLabels(editor, brief.styleId, brief.language);
  const comments = keepComments(editor, briefId);
  const checks = keepSourceChecks(editor, citations, settings.current);
  const stops = [
    editor.registerUpdateListener((update) => {
      if (changesDocument(update, editor)) autosave.changed();
    }),
    settings.current.subscribe(() => {
      const { styleId, language } = settings.current.get();
      citations.setStyle(styleId, language);
      setBriefFacts(editor, settings.current.get());
      setPortionLevels(editor, settings.current.get().marking?.levels ?? []);
    }),
    lostConnection.subscribe(() => {
      if (lostConnection.get() !== null) return;
      autosave.flush().catch(() => undefined);
      if (citations.state.get().error !== null) citations.refresh();
    }),
    guardWindow(autosave, settings, comments),
    prepareBlocks(editor),
  ];
  if (recovered !== null) autosave.changed();

  return {
    brief,
    editor,
    autosave,
    settings,
    citations,
    comments,
    checks,
    failure,
    removed: createStore(false),
    leftover: copies.aside()[0] ?? null,
    dropLeftover: copies.dropAside,
    dropCopy: copies.drop,
    recovered: recovered !== null,
    close() {
      comments.dispose();
      for (const stop of stops) stop();
      checks.dispose();
      citations.dispose();
      const done = Promise.all([autosave.close(), settings.flush()])
        .catch((error: unknown) => notifyError(error, `“${settings.current.get().title}” is not saved`))
        .finally(() => closing.get(briefId) === done && closing.delete(briefId));
      closing.set(briefId, done);
      editor.dispose();
    },
  };
}

function openEditor(brief: Brief, document: StoredDocument, onError: (message: string) => void) {
  try {
    return createBriefEditor(document, (error) => onError(error.message));
  } catch (error) {
    throw new UnreadableBrief(brief, error);
  }
}

/**
 * The latest words where the window closed before they were saved. A copy on an older revision may or may not
 * be newer than what is stored: it is set aside for the analyst to decide.
 */
function takeCopy(brief: Brief, copies: UnsavedCopies): StoredDocument | null {
  const copy = copies.read();
  if (copy === null) return null;
  if (JSON.stringify(copy.document) === JSON.stringify(brief.document)) copies.drop();
  else if (copy.revision >= brief.revision) return copy.document;
  else copies.setAside();
  return null;
}

/** Saves when the window is left, and warns before it is closed on words that could not be saved. */
function guardWindow(autosave: Autosave, settings: SettingsSaver, { threads }: BriefComments): () => void {
  const rescue = (): void => {
    autosave.rescue();
    settings.flush().catch(() => undefined);
  };
  const onVisibility = (): void => {
    if (document.visibilityState === 'hidden') rescue();
  };
  const onBeforeUnload = (event: BeforeUnloadEvent): void => {
    rescue();
    const { kind } = autosave.state.get();
    if (kind === 'failed' || kind === 'conflict' || threads.state.get().unsaved > 0) event.preventDefault();
  };
  window.addEventListener('pagehide', rescue);
  window.addEventListener('beforeunload', onBeforeUnload);
  document.addEventListener('visibilitychange', onVisibility);
  return () => {
    window.removeEventListener('pagehide', rescue);
    window.removeEventListener('beforeunload', onBeforeUnload);
    document.removeEventListener('visibilitychange', onVisibility);
  };
}
