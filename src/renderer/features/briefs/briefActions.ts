/** What can be done with whole briefs. Failures are shown as messages. */
import { client } from '../../api/client.ts';
import { activeBrief, type BriefHandle } from '../../app/activeBrief.ts';
import { openBrief, workspace } from '../../app/workspace.ts';
import { notify, notifyError } from '../../ui/toasts.ts';

/** A brief's title, or what stands for it where it has none. */
export function briefTitle(brief: { title: string }): string {
  return brief.title.trim() === '' ? 'Untitled brief' : brief.title;
}

/** Creates an empty brief and opens it. */
export async function newBrief(): Promise<void> {
  try {
    await activeBrief.get()?.flush();
    openBrief((await client.call('briefs.create', {})).id);
  } catch (error) {
    notifyError(error, 'The brief was not created');
  }
}

/** Opens a brief after saving the one that is open. */
export async function switchBrief(id: number): Promise<void> {
  try {
    await activeBrief.get()?.flush();
    openBrief(id);
  } catch (error) {
    notifyError(error, 'The open brief is not saved yet');
  }
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

const EDITOR_WAIT = 10_000;

/** The brief in the editor; where none is open a new one is created. Rejects where the editor does not come up. */
export async function briefToWriteIn(): Promise<BriefHandle> {
  const open = activeBrief.get();
  if (open !== null) return open;
  if (workspace.get().briefId === null) {
    openBrief((await client.call('briefs.create', {})).id);
    notify({ title: 'A new brief was started' });
  }
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop();
      reject(new Error('The brief did not open. Open it from the list of briefs, then try again.'));
    }, EDITOR_WAIT);
    const stop = activeBrief.subscribe(() => {
      const handle = activeBrief.get();
      if (handle === null) return;
      clearTimeout(timer);
      stop();
      resolve(handle);
    });
  });
}
