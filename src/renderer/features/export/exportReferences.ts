/** Writes sources as a file of references: where the host has dialogs it asks for a place, else the browser downloads it. */
import type { ReferenceFormat, ReferencesOf } from '#contract/references.ts';
import { client } from '../../api/client.ts';
import { activeBrief } from '../../app/activeBrief.ts';
import { capabilities } from '../../app/host.ts';
import { createStore } from '../../app/store.ts';
import { showDialog, workspace } from '../../app/workspace.ts';
import { notifyError } from '../../ui/toasts.ts';
import { announceSaved, download } from './exportBrief.ts';

export interface ReferencesTask {
  of: ReferencesOf;
  /** Whose references they are: `12 articles`, `this brief`. */
  name: string;
}

/** What the dialog for the format is about. */
export const referencesTask = createStore<ReferencesTask | null>(null);

/** Asks in which format these are to be exported. */
export function askForReferences(task: ReferencesTask): void {
  referencesTask.set(task);
  showDialog('references');
}

/** The sources of the open brief. */
export function askForSources(): void {
  const { briefId } = workspace.get();
  if (briefId !== null) askForReferences({ of: { briefId }, name: 'the sources of this brief' });
}

export async function exportReferences({ of }: ReferencesTask, format: ReferenceFormat): Promise<void> {
  try {
    if ('briefId' in of) await activeBrief.get()?.flush();
    if (!capabilities.get().nativeDialogs) {
      download(await client.call('references.render', { of, format }));
      return;
    }
    const saved = await client.call('references.save', { of, format });
    if (saved !== null) announceSaved(saved.path, []);
  } catch (error) {
    notifyError(error, 'The references were not written');
  }
}
