/** Writes the manifest of an export. The same brief gives the same bytes: no time of day is in it. */
import { findDesign } from '../design/find.ts';
import { join } from 'node:path';
import type { ExportedBrief, ExportFormat } from '#contract/export.ts';
import type { Manifest } from '#contract/manifest.ts';
import type { Brief } from '#domain/brief.ts';
import type { Citations } from '../../citations/citations.ts';
import type { CoreContext } from '../../context.ts';
import type { ExportDocument } from '../exportDocument.ts';
import { sha256Of } from '../../disk/sha256.ts';
import { briefHash, folderHash, styleHash } from './hashes.ts';
import { manifestSources } from './sources.ts';

export interface ManifestOf {
  brief: Brief;
  version: Manifest['brief']['version'];
  options: Manifest['options'] & { format: ExportFormat };
  document: ExportDocument;
  file: Pick<ExportedBrief, 'fileName' | 'bytes' | 'beside'>;
}

/** The manifest as a file beside the exported one, and what there is to warn of. */
export async function manifestBeside(
  context: CoreContext,
  citations: Citations,
  { brief, version, options, document, file }: ManifestOf,
): Promise<{ beside: ExportedBrief['beside'][number]; warnings: string[] }> {
  const { style } = citations.findOrFallback(brief.styleId);
  const manifest: Manifest = {
    type: 'dossier-manifest',
    version: 1,
    app: { name: 'Dossier', version: context.appVersion },
    brief: {
      id: brief.id,
      title: brief.title,
      revision: brief.revision,
      updatedAt: brief.updatedAt,
      version,
      sha256: briefHash(brief, [...document.threads.values()]),
    },
    options,
    output: fileEntry(file.fileName, file.bytes),
    beside: file.beside.map(({ path, bytes }) => fileEntry(path, bytes)),
    style: { id: style.id, title: style.title, sha256: await styleHash(style.source) },
    template: options.format === 'pdf' ? await templateOf(context, brief.page.design) : null,
    sources: await manifestSources(context, document),
    missing: document.missing,
  };
  const bytes = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
  return { beside: { path: `${file.fileName}.manifest.json`, bytes }, warnings: lostOriginals(manifest) };
}

/** What sets PDFs in a design: the template with all the designs that come with it. */
export async function templateOf(
  { resources, folder }: CoreContext,
  design: string,
): Promise<NonNullable<Manifest['template']>> {
  const sha256 = await folderHash(join(resources, 'typst'));
  const { house } = findDesign(folder.templates, design).design;
  return { name: design, sha256: house === null ? sha256 : sha256Of(`${sha256} ${house.sha256}`) };
}

function fileEntry(path: string, bytes: Uint8Array): Manifest['output'] {
  return { path, bytes: bytes.length, sha256: sha256Of(bytes) };
}

function lostOriginals({ sources }: Manifest): string[] {
  const lost = sources.filter(({ versions }) => versions.some(({ original }) => !original.kept));
  if (lost.length === 0) return [];
  const ids = lost.map(({ id }) => id).join(', ');
  return [
    lost.length === 1
      ? `The original file of source ${ids} is not in the library as it was imported: the manifest says so.`
      : `The original files of the sources ${ids} are not in the library as they were imported: the manifest says so.`,
  ];
}
