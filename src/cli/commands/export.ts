import { randomBytes } from 'node:crypto';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { DossierError } from '#contract/errors.ts';
import {
  EXPORT_FORMATS,
  type ExportedBrief,
  type ExportFormat,
  type MarkdownFlavour,
  type SuggestionChoice,
} from '#contract/export.ts';
import type { BriefSummary } from '#domain/brief.ts';
import type { VersionSummary } from '#domain/versions/version.ts';
import { type CommonOptions, withLibrary } from '../library.ts';
import { plain, print } from '../output.ts';

export interface ExportOptions extends CommonOptions {
  /** What the file's name ends in where it is absent. */
  format?: ExportFormat;
  /** A version of it, by its number or its exact name. */
  version?: string;
  /** With a manifest beside it. */
  manifest?: boolean;
  /** Carrying the brief itself: PDF only. */
  data?: boolean;
  /** With the evidence annex. */
  annex?: boolean;
  /** Of Markdown. */
  flavour?: MarkdownFlavour;
  /** With comments and tracked changes: Word documents only. */
  review?: boolean;
  /** A file, a folder, or `-` for standard output. */
  out: string;
  suggestions: SuggestionChoice;
}

/** Writes a brief, named by its number or its exact title, as a file. */
export async function exportBrief(wanted: string, options: ExportOptions): Promise<void> {
  const format = options.format ?? formatOf(options.out);
  if (options.out === '-') requireTextAlone(options, format);
  if (options.review === true && format !== 'docx')
    throw new DossierError(
      'invalid_input',
      'Only Word documents have comments and tracked changes: leave --review out, or export as docx.',
    );
  if (options.out === '-' && options.manifest === true)
    throw new DossierError(
      'invalid_input',
      'A manifest stands beside a file: name one by --out, or leave --manifest out.',
    );
  if (options.data === true && format !== 'pdf')
    throw new DossierError(
      'invalid_input',
      'Only a PDF can carry its brief: leave --data out, or export as pdf.',
    );
  if (options.flavour !== undefined && format !== 'md')
    throw new DossierError(
      'invalid_input',
      'Only Markdown has flavours: leave --flavour out, or export as md.',
    );
  const place = options.out === '-' ? null : await placeOf(resolve(options.out));
  const file = await withLibrary(options, { create: false }, async (library) => {
    const brief = findBrief(wanted, await library.call('briefs.list', {}));
    const { suggestions } = options;
    const versionId =
      options.version === undefined
        ? undefined
        : findVersion(options.version, await library.call('versions.list', { briefId: brief.id })).id;
    const fileName = place?.name;
    return library.call('export.render', {
      briefId: brief.id,
      ...(versionId === undefined ? {} : { versionId }),
      format,
      suggestions,
      ...(fileName === undefined ? {} : { fileName }),
      ...(options.review === true ? { review: true } : {}),
      ...(options.annex === true ? { annex: true } : {}),
      ...(options.data === true ? { data: true } : {}),
      ...(options.manifest === true ? { manifest: true } : {}),
      ...(options.flavour === undefined ? {} : { flavour: options.flavour }),
    });
  });
  if (place === null) {
    process.stdout.write(file.bytes);
    if (file.beside.length > 0)
      process.stderr.write(
        'The files beside it are not written: name a file by --out to have its pictures and sources there.\n',
      );
    for (const warning of file.warnings) process.stderr.write(`${plain(warning)}\n`);
    return;
  }
  const path = await write(file, place.folder);
  const beside = file.beside.map((each) => join(place.folder, ...each.path.split('/')));
  print(options, { path, format, bytes: file.bytes.length, beside, warnings: file.warnings }, () => [
    `Written to ${path}`,
    ...besideLines(place.folder, file.beside),
    ...file.warnings.map(plain),
  ]);
}

/** Files beside it by their names, pictures by the folder that they are in. */
function besideLines(folder: string, beside: ExportedBrief['beside']): string[] {
  const inFolders = beside.filter(({ path }) => path.includes('/')).map(({ path }) => dirname(path));
  return [
    ...beside.filter(({ path }) => !path.includes('/')).map(({ path }) => `Beside it ${join(folder, path)}`),
    ...[...new Set(inFolders)].map((path) => `Pictures in ${join(folder, ...path.split('/'))}`),
  ];
}

/** Endings of files that people also give these formats. */
const ENDINGS: Readonly<Record<string, ExportFormat>> = { markdown: 'md', htm: 'html', text: 'txt' };

function formatOf(out: string): ExportFormat {
  const ending = extname(out).slice(1).toLowerCase();
  const format = EXPORT_FORMATS.find((each) => each === ending) ?? ENDINGS[ending];
  if (format !== undefined) return format;
  throw new DossierError(
    'invalid_input',
    `The format is not told: name one by --format (${EXPORT_FORMATS.join(', ')}), or a file with such an ending by --out.`,
  );
}

const TEXT_FORMATS: readonly ExportFormat[] = ['md', 'html', 'txt'];

function requireTextAlone(options: ExportOptions, format: ExportFormat): void {
  if (options.json === true)
    throw new DossierError('invalid_input', '--json and --out - both want standard output: leave one out.');
  if (!TEXT_FORMATS.includes(format))
    throw new DossierError(
      'invalid_input',
      'Only md, html and txt can be written to standard output: name a file by --out.',
    );
}

/** Throws `not_found`, or `conflict` where several briefs have that title. */
export function findBrief(wanted: string, briefs: BriefSummary[]): BriefSummary {
  const byId = briefs.find((brief) => String(brief.id) === wanted);
  if (byId !== undefined) return byId;
  // A terminal may hand over Korean or accented letters decomposed.
  const title = wanted.normalize('NFC');
  const [first, ...others] = briefs.filter((brief) => brief.title.normalize('NFC') === title);
  if (first === undefined)
    throw new DossierError(
      'not_found',
      `No brief has the number or the title ${JSON.stringify(wanted)}. dossier briefs lists them.`,
    );
  if (others.length === 0) return first;
  const ids = [first, ...others].map((brief) => brief.id).join(', ');
  throw new DossierError('conflict', `Several briefs have that title: name one by its number (${ids}).`);
}

/** By its number, else by its exact name. Throws `not_found`, or `conflict` where several versions have that name. */
export function findVersion(wanted: string, versions: VersionSummary[]): VersionSummary {
  const byId = versions.find((version) => String(version.id) === wanted);
  if (byId !== undefined) return byId;
  const name = wanted.normalize('NFC');
  const [first, ...others] = versions.filter((version) => version.name?.normalize('NFC') === name);
  if (first === undefined)
    throw new DossierError(
      'not_found',
      `No version of the brief has the number or the name ${JSON.stringify(wanted)}. dossier versions lists them.`,
    );
  if (others.length === 0) return first;
  const ids = [first, ...others].map((version) => version.id).join(', ');
  throw new DossierError('conflict', `Several versions have that name: name one by its number (${ids}).`);
}

/** A folder, and the name in it; undefined where that is to be the brief's title. */
async function placeOf(out: string): Promise<{ folder: string; name?: string }> {
  const isFolder = await stat(out).then(
    (found) => found.isDirectory(),
    () => false,
  );
  return isFolder ? { folder: out } : { folder: dirname(out), name: basename(out) };
}

/** What the file refers to comes first, so that it never refers to what is not there. */
async function write(file: ExportedBrief, folder: string): Promise<string> {
  for (const { path, bytes } of file.beside) await writeOne(join(folder, ...path.split('/')), bytes, true);
  return writeOne(join(folder, file.fileName), file.bytes);
}

/** Writes beside the place and then moves there: a failure leaves an older file as it was. */
async function writeOne(path: string, bytes: Uint8Array, withFolder = false): Promise<string> {
  const draft = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    if (withFolder) await mkdir(dirname(path), { recursive: true });
    await writeFile(draft, bytes);
    await rename(draft, path);
    return path;
  } catch (error) {
    await rm(draft, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new DossierError('file_unwritable', `${path} could not be written: ${reason}`, { cause: error });
  }
}
