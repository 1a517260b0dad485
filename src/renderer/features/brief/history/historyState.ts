/** Which version the dialogs of the history are about. */
import type { VersionSummary } from '#domain/versions/version.ts';
import { createStore } from '../../../app/store.ts';
import { showDialog } from '../../../app/workspace.ts';

/** The version that is compared, named or removed; null for the present state. */
export const chosenVersion = createStore<VersionSummary | null>(null);

export function compareVersion(version: VersionSummary): void {
  chosenVersion.set(version);
  showDialog('history');
}

/** Asks for a name of a version; null for the present state. */
export function askForName(version: VersionSummary | null): void {
  chosenVersion.set(version);
  showDialog('nameVersion');
}

export function askToRemove(version: VersionSummary): void {
  chosenVersion.set(version);
  showDialog('removeVersion');
}
