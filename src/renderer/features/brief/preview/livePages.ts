/** Keeps the pages of a brief as they would be printed, while it is written. No React. */
import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist';
import type { BlockPlace } from '#contract/export.ts';
import { changesDocument } from '#editor/document/replaced.ts';
import { client } from '../../../api/client.ts';
import { createStore, type Store } from '../../../app/store.ts';
import { openPdf, startPdfWorker } from '../../export/pdf.ts';
import { onPrintedChange, printedNow } from '../../export/printed.ts';
import { notePages } from '../counts/pages.ts';
import type { BriefSession } from '../session.ts';
import type { Sheet } from './places.ts';

/** Milliseconds without an edit before the pages are set: half of what the core took for that last, between these. */
const SHORTEST_PAUSE = 80;
const LONGEST_PAUSE = 400;

export interface Pages {
  pdf: PDFDocumentProxy;
  /** Of the first page. */
  sheet: Sheet;
  places: readonly BlockPlace[];
  warnings: readonly string[];
}

export interface LivePagesState {
  /** As they were set last; null before that. */
  pages: Pages | null;
  /** Why they could not be set anew. */
  error: Error | null;
  /** They do not show yet what was written. */
  busy: boolean;
}

export interface LivePages {
  state: Store<LivePagesState>;
  /** Sets them again. */
  refresh(): void;
  dispose(): void;
}

/**
 * What was written is saved, then set from the library: so the preview is what an export would give. One run at a time:
 * what is written meanwhile is set by the next one.
 */
export function keepPages({ brief, editor, autosave, settings: briefSettings }: BriefSession): LivePages {
  const state = createStore<LivePagesState>({ pages: null, error: null, busy: true });
  const worker = startPdfWorker();
  /** The last, and the one before, of which pages are drawn until the caret's page is drawn of the last. */
  let shown: PDFDocumentLoadingTask[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pause = SHORTEST_PAUSE;
  let running = false;
  let waiting = false;
  let disposed = false;

  const set = async (): Promise<void> => {
    await Promise.all([autosave.flush(), briefSettings.flush()]);
    const start = performance.now();
    const { bytes, places, warnings } = await client.call('export.preview', {
      briefId: brief.id,
      ...printedNow(),
    });
    pause = Math.min(LONGEST_PAUSE, Math.max(SHORTEST_PAUSE, (performance.now() - start) / 2));
    if (disposed) return;
    const task = openPdf(bytes, worker);
    const pdf = await task.promise;
    const { width, height } = (await pdf.getPage(1)).getViewport({ scale: 1 });
    if (disposed) return;
    notePages(brief.id, pdf.numPages);
    const pages = { pdf, sheet: { width, height }, places, warnings };
    state.set({ pages, error: null, busy: waiting });
    void shown[1]?.destroy();
    shown = [task, ...shown.slice(0, 1)];
  };

  const run = async (): Promise<void> => {
    if (running) {
      waiting = true;
      return;
    }
    running = true;
    waiting = false;
    try {
      await set();
    } catch (error) {
      if (!disposed) state.set((before) => ({ ...before, error: error as Error, busy: false }));
    }
    running = false;
    if (waiting && !disposed) schedule();
  };

  const schedule = (): void => {
    if (!state.get().busy) state.set((before) => ({ ...before, busy: true }));
    clearTimeout(timer);
    timer = setTimeout(() => void run(), pause);
  };

  const stops = [
    editor.registerUpdateListener((update) => {
      if (changesDocument(update, editor)) schedule();
    }),
    briefSettings.current.subscribe(schedule),
    client.on('articles.changed', ({ marksOnly }) => {
      if (marksOnly !== true) schedule();
    }),
    client.on('styles.changed', schedule),
    onPrintedChange(schedule),
  ];
  void run();

  return {
    state,
    refresh: () => void run(),
    dispose() {
      disposed = true;
      clearTimeout(timer);
      for (const stop of stops) stop();
      for (const task of shown) void task.destroy();
      worker.destroy();
    },
  };
}
