/** What can be done with whole briefs. Failures are shown as messages. */
import { client } from '../../api/client.ts';
import { activeBrief, type BriefHandle, type CitationTarget } from '../../app/activeBrief.ts';
import { openBrief, workspace } from '../../app/workspace.ts';
import { notify, notifyError } from '../../ui/toasts.ts';

/** A brief's title, or what stands for it where it has none. */
export function briefTitle(brief: { title: string }): string {
  return brief.title.trim() === '' ? 'Untitled brief' : brief.title;
}

/** Creates an empty brief and opens it, ready for its title. */
export async function newBrief(): Promise<void> {
  try {
    await activeBrief.get()?.flush();
    const { id } = await client.call('briefs.create', {});
    openAnd(id, (brief) => brief.focusTitle());
  } catch (error) {
    notifyError(error, 'The brief was not created');
  }
}

/** Opens a brief after saving the one that is open, with the caret in its text. */
export async function switchBrief(id: number): Promise<void> {
  try {
    await activeBrief.get()?.flush();
    openAnd(id, (brief) => brief.focus());
  } catch (error) {
    notifyError(error, 'The open brief is not saved yet');
  }
}

/** Opens a brief at one of its citations. Rejects where what was open cannot be saved, or the brief not be opened. */
export async function openBriefAt({
  briefId,
  ...place
}: { briefId: number } & CitationTarget): Promise<void> {
  if (activeBrief.get()?.briefId !== briefId) {
    await activeBrief.get()?.flush();
    openBrief(briefId);
  }
  (await opened(briefId)).showCitation(place);
}

function openAnd(id: number, then: (brief: BriefHandle) => void): void {
  openBrief(id);
  // Where it does not open, its pane says why.
  opened(id).then(then, () => undefined);
}

export async function renameBrief(id: number, title: string): Promise<void> {
  try {
    await client.call('briefs.updateSettings', { id, settings: { title } });
  } catch (error) {
    notifyError(error, 'The brief was not renamed');
  }
}

/** Takes a brief off the list, opens the one edited last, and offers to undo it. */
export async function removeBrief(id: number, title: string): Promise<void> {
  try {
    if (workspace.get().briefId === id) await activeBrief.get()?.flush();
    await client.call('briefs.remove', { id });
    if (workspace.get().briefId === id) openBrief((await client.call('briefs.list', {}))[0]?.id ?? null);
    notify({
      title: `“${title}” was deleted`,
      action: { label: 'Undo', run: () => void restoreBrief(id) },
    });
  } catch (error) {
    notifyError(error, 'The brief was not deleted');
  }
}

async function restoreBrief(id: number): Promise<void> {
  try {
    await client.call('briefs.restore', { id });
    await switchBrief(id);
  } catch (error) {
    notifyError(error, 'The brief did not come back');
  }
}

/** The brief in the editor; where none is open a new one is created. Rejects where the editor does not come up. */
export async function briefToWriteIn(): Promise<BriefHandle> {
  const open = activeBrief.get();
  if (open !== null) return open;
  const { briefId } = workspace.get();
  if (briefId !== null) return opened(briefId);
  const { id } = await client.call('briefs.create', {});
  openBrief(id);
  notify({ title: 'A new brief was started' });
  return opened(id);
}

const EDITOR_WAIT = 10_000;

/** Resolves once the brief is in the editor. Rejects where it is not after ten seconds. */
function opened(id: number): Promise<BriefHandle> {
  return new Promise((resolve, reject) => {
    let stop = (): void => undefined;
    const timer = setTimeout(() => {
      stop();
      reject(new Error('The brief did not open. Open it from the list of briefs, then try again.'));
    }, EDITOR_WAIT);
    const look = (): void => {
      const handle = activeBrief.get();
      if (handle?.briefId !== id) return;
      clearTimeout(timer);
      stop();
      resolve(handle);
    };
    stop = activeBrief.subscribe(look);
    look();
  });
}
