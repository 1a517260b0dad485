/** Has the open brief set in long pauses, so that its pages are counted and its PDF is ready at once. No React. */
import { changesDocument } from '#editor/document/replaced.ts';
import { client } from '../../../api/client.ts';
import { printedNow } from '../../export/printed.ts';
import type { BriefSession } from '../session.ts';
import { knownPages, notePages } from './pages.ts';

/** Milliseconds without an edit before the pages are set: so many times what that took last, but between these. */
const PAUSE_SHARE = 10;
const SHORTEST_PAUSE = 10_000;
const LONGEST_PAUSE = 120_000;
/** And after the brief was opened. */
const FIRST_PAUSE = 500;

/** `shortest` is the shortest pause, in ms. Returns the end of it. */
export function setPagesInPauses(
  { brief, editor, autosave, settings }: BriefSession,
  shortest = SHORTEST_PAUSE,
): () => void {
  const known = () => knownPages.get().get(brief.id);
  let pause = shortest;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let edits = 0;
  let isSetting = false;

  const set = async (): Promise<void> => {
    const now = edits;
    isSetting = true;
    try {
      await Promise.all([autosave.flush(), settings.flush()]);
      const start = performance.now();
      const { pages } = await client.call('export.pages', { briefId: brief.id, ...printedNow() });
      pause = Math.min(LONGEST_PAUSE, Math.max(shortest, (performance.now() - start) * PAUSE_SHARE));
      if (edits === now) notePages(brief.id, pages);
    } finally {
      isSetting = false;
    }
  };

  const schedule = (after = pause): void => {
    edits += 1;
    const before = known();
    const look = (): void => {
      // Nobody looks, or a preview has set them.
      if (document.hidden || known() !== before) return;
      // An export would wait for every run before it.
      if (isSetting) timer = setTimeout(look, pause);
      // Whoever asks for the PDF is told why it cannot be set.
      else set().catch(() => undefined);
    };
    clearTimeout(timer);
    timer = setTimeout(look, after);
  };

  const stops = [
    editor.registerUpdateListener((update) => {
      if (changesDocument(update, editor)) schedule();
    }),
    settings.current.subscribe(() => schedule()),
  ];
  if (known() === undefined) schedule(Math.min(FIRST_PAUSE, pause));

  return () => {
    edits += 1;
    clearTimeout(timer);
    for (const stop of stops) stop();
  };
}
