/** What is to be exported of a brief: the brief itself, or one of its versions as it was. */
import { DossierError } from '#contract/errors.ts';
import type { Manifest } from '#contract/manifest.ts';
import type { Brief } from '#domain/brief.ts';
import { getBrief } from '../briefs/store.ts';
import type { Database } from '../db/connect.ts';
import { getVersion, revisionOf } from '../versions/store.ts';

export interface Exported {
  /** With the settings and the document of the version, where it is one. */
  brief: Brief;
  version: Manifest['brief']['version'];
  /** From which the name of the file is made. */
  name: string;
  warnings: string[];
}

/** Throws `not_found`, also where the brief has no such version. */
export function exportedBrief(
  db: Database,
  { briefId, versionId }: { briefId: number; versionId?: number | undefined },
): Exported {
  const brief = getBrief(db, briefId);
  if (versionId === undefined) return { brief, version: null, name: brief.title, warnings: [] };
  const { settings, document, damaged, createdAt, name, ...version } = getVersion(db, versionId);
  if (version.briefId !== briefId)
    throw new DossierError(
      'not_found',
      `“${brief.title}” has no version ${versionId}. Choose one of its own.`,
    );
  return {
    brief: {
      ...brief,
      ...settings,
      document,
      revision: revisionOf(db, versionId),
      updatedAt: createdAt,
    },
    version: { id: versionId, name, createdAt },
    name: `${settings.title} (${name ?? `version ${versionId}`})`,
    warnings: damaged === 0 ? [] : [damagedWarning(damaged)],
  };
}

function damagedWarning(damaged: number): string {
  const what = damaged === 1 ? 'A part of this version is' : `${damaged} parts of this version are`;
  return `${what} damaged in the library and left out. Restore a backup of the library to have it whole.`;
}
