import { randomBytes } from 'node:crypto';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DossierError } from '#contract/errors.ts';
import type { ExportedFile, ExportFormat } from '#contract/export.ts';
import type { BriefSummary } from '#domain/brief.ts';
import { type CommonOptions, withLibrary } from '../library.ts';
import { plain, print } from '../output.ts';

export interface ExportOptions extends CommonOptions {
  format: ExportFormat;
  /** A file, a folder, or `-` for standard output. */
  out: string;
}

/** Writes a brief, named by its number or its exact title, as a file. */
export async function exportBrief(wanted: string, options: ExportOptions): Promise<void> {
  if (options.out === '-') requireTextAlone(options);
  const file = await withLibrary(options, { create: false }, async (library) => {
    const brief = findBrief(wanted, await library.call('briefs.list', {}));
    return library.call('export.render', { briefId: brief.id, format: options.format });
  });
  if (options.out === '-') {
    process.stdout.write(file.bytes);
    for (const warning of file.warnings) process.stderr.write(`${plain(warning)}\n`);
    return;
  }
  const path = await write(file, resolve(options.out));
  const { format } = options;
  print(options, { path, format, bytes: file.bytes.length, warnings: file.warnings }, () => [
    `Written to ${path}`,
    ...file.warnings.map(plain),
  ]);
}

function requireTextAlone(options: ExportOptions): void {
  if (options.json === true)
    throw new DossierError('invalid_input', '--json and --out - both want standard output: leave one out.');
  if (options.format !== 'md')
    throw new DossierError(
      'invalid_input',
      'Only md can be written to standard output: name a file by --out.',
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

/** Writes beside the place and then moves there: a failure leaves an older file as it was. */
async function write(file: ExportedFile, out: string): Promise<string> {
  const isFolder = await stat(out).then(
    (found) => found.isDirectory(),
    () => false,
  );
  const path = isFolder ? join(out, file.fileName) : out;
  const draft = `${path}.${randomBytes(4).toString('hex')}.part`;
  try {
    await writeFile(draft, file.bytes);
    await rename(draft, path);
    return path;
  } catch (error) {
    await rm(draft, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw new DossierError('file_unwritable', `${path} could not be written: ${reason}`, { cause: error });
  }
}
