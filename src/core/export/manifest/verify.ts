/** What of a manifest the library still has as it was. Files beside the manifest are checked by who reads it. */
import type { Manifest, ManifestCheck } from '#contract/manifest.ts';
import { DossierError } from '#contract/errors.ts';
import { getBrief } from '../../briefs/store.ts';
import { listThreads } from '../../comments/store.ts';
import type { Citations } from '../../citations/citations.ts';
import type { CoreContext } from '../../context.ts';
import { getArticle } from '../../articles/store.ts';
import { getVersion } from '../../versions/store.ts';
import { sha256Of } from '../../disk/sha256.ts';
import { briefHash, styleHash } from './hashes.ts';
import { templateOf } from './manifest.ts';
import { metadataHash, originalHash } from './sources.ts';

type State = ManifestCheck['state'];

export async function verifyManifest(
  context: CoreContext,
  citations: Citations,
  manifest: Manifest,
): Promise<ManifestCheck[]> {
  const sources = await Promise.all(manifest.sources.map((source) => checkSource(context, source)));
  return [
    checkApp(context, manifest),
    checkBrief(context, manifest),
    await checkStyle(citations, manifest),
    ...(await checkTemplate(context, manifest)),
    ...sources.flat(),
    ...manifest.missing.map((id): ManifestCheck => ({
      of: 'source',
      state: 'unchecked',
      message: `source ${id}: was not in the library when the brief was exported`,
    })),
  ];
}

/** A newer Dossier may print the same brief in another way: that is no change of what was exported. */
function checkApp({ appVersion }: CoreContext, { app }: Manifest): ManifestCheck {
  if (app.version === appVersion) return { of: 'app', state: 'matches', message: `Dossier ${appVersion}` };
  const message = `Dossier ${app.version} exported it, this is ${appVersion}: it may print the same brief in another way`;
  return { of: 'app', state: 'unchecked', message };
}

function checkBrief(context: CoreContext, { brief, options }: Manifest): ManifestCheck {
  const check = (state: State, message: string): ManifestCheck => ({
    of: 'brief',
    state,
    message: `brief ${brief.id}, “${brief.title}”: ${message}`,
  });
  const now = found(() => getBrief(context.db, brief.id));
  if (now === null) return check('missing', 'is not in this library');
  // Only Word documents for review have comments.
  const isReview = options['review'] === true && options['format'] === 'docx';
  const threads = isReview ? listThreads(context.db, brief.id) : [];
  if (brief.version === null) {
    if (briefHash(now, threads) === brief.sha256)
      return check('matches', `as it was exported, revision ${brief.revision}`);
    if (now.revision === brief.revision)
      return check('changed', 'its settings or its comments were changed since');
    const moved = `revision ${brief.revision} of ${brief.updatedAt} then, ${now.revision} of ${now.updatedAt} now`;
    return check('changed', `was changed since: ${moved}`);
  }
  const { id, name, createdAt } = brief.version;
  const called = name === null ? `version ${id} of ${createdAt}` : `version ${id}, “${name}”`;
  const version = found(() => getVersion(context.db, id));
  if (version === null || version.briefId !== brief.id)
    return check('missing', `${called} was removed, or thinned out`);
  const isSame = briefHash({ ...version.settings, document: version.document }, threads) === brief.sha256;
  return isSame
    ? check('matches', `${called} is as it was exported`)
    : check('changed', `${called} was changed`);
}

async function checkStyle(citations: Citations, { style }: Manifest): Promise<ManifestCheck> {
  const { style: now, isMissing } = citations.findOrFallback(style.id);
  const check = (state: State, message: string): ManifestCheck => ({
    of: 'style',
    state,
    message: `citation style ${style.id}, “${style.title}”: ${message}`,
  });
  if (isMissing) return check('missing', 'is not installed here');
  return (await styleHash(now.source)) === style.sha256
    ? check('matches', 'as it was')
    : check('changed', 'was changed since');
}

async function checkTemplate(context: CoreContext, { template }: Manifest): Promise<ManifestCheck[]> {
  if (template === null) return [];
  const { sha256 } = await templateOf(context, template.name);
  const [state, message] =
    sha256 === template.sha256
      ? (['matches', 'as it was'] as const)
      : (['changed', 'was changed since'] as const);
  return [{ of: 'template', state, message: `design ${template.name}: ${message}` }];
}

/** One line where all is as it was, else one for each thing that is not. */
async function checkSource(
  context: CoreContext,
  source: Manifest['sources'][number],
): Promise<ManifestCheck[]> {
  const { id, title, metadata, trashed, versions } = source;
  const check = (state: State, message: string): ManifestCheck => ({
    of: 'source',
    state,
    message: `source ${id}, “${title}”: ${message}`,
  });
  const now = getArticle(context.db, id);
  if (now === null) return [check('missing', 'is not in this library: it was deleted, or never there')];
  const changes: ManifestCheck[] = [];
  if (now.trashed && !trashed) changes.push(check('changed', 'was moved to the trash'));
  if (metadataHash(now.csl) !== metadata) changes.push(check('changed', 'its metadata were changed'));
  for (const version of versions) {
    const { name, sha256, kept } = version.original;
    const text = getArticle(context.db, id, version.id)?.content.text;
    if (text === undefined) changes.push(check('missing', `version ${version.id} of its text is gone`));
    else if (sha256Of(text) !== version.text)
      changes.push(check('changed', `version ${version.id} of its text was changed`));
    const hash = await originalHash(context, sha256);
    if (hash === null && kept) changes.push(check('missing', `its original ${name} is gone`));
    else if (hash !== sha256 && kept)
      changes.push(check('changed', `its original ${name} was changed: SHA-256 was ${sha256}, is ${hash}`));
    else if (!kept && hash !== sha256)
      changes.push(
        check('unchecked', `its original ${name} was not in the library when the brief was exported`),
      );
  }
  return changes.length > 0 ? changes : [check('matches', 'original, text and metadata as they were')];
}

/** Null where the library does not hold it. */
function found<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof DossierError && error.code === 'not_found') return null;
    throw error;
  }
}
