/** What the dialog for exports is about. */
import type { VersionSummary } from '#domain/versions/version.ts';
import { createStore } from '../../app/store.ts';
import { showDialog } from '../../app/workspace.ts';

/** The version of the open brief that is to be exported; null for the brief as it is. */
export const exportedVersion = createStore<VersionSummary | null>(null);

/** Asks how the open brief, or a version of it, is to be exported. */
export function askForExport(version: VersionSummary | null = null): void {
  exportedVersion.set(version);
  showDialog('export');
}
