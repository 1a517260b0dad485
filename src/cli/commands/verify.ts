/** `dossier verify`: what still matches of a file that was exported with a manifest. */
import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { DossierError } from '#contract/errors.ts';
import { type Manifest, type ManifestCheck, manifestSchema } from '#contract/manifest.ts';
import { fileHash } from '#core/index.ts';
import { type CommonOptions, withLibrary } from '../library.ts';
import { plain, print } from '../output.ts';

/** Bytes of a manifest; one of ten thousand sources has some six million. */
const LARGEST = 64 * 1024 * 1024;

/** Prints a line for each thing that was looked at. The exit code is 1 where one does not match any more. */
export async function verifyExport(path: string, options: CommonOptions): Promise<void> {
  const manifest = await readManifest(path);
  const folder = dirname(resolve(path));
  const files = await checkFiles(folder, manifest);
  const checks = [...files, ...(await checkLibrary(manifest, options))];
  const differing = checks.filter(({ state }) => state === 'changed' || state === 'missing').length;
  const unchecked = checks.filter(({ state }) => state === 'unchecked').length;
  if (differing > 0) process.exitCode = 1;
  print(options, { manifest: resolve(path), matches: differing === 0, unchecked, checks }, () => [
    ...checks.map(({ state, message }) => `${state.padEnd(9)}  ${plain(message)}`),
    summary(checks.length, differing, unchecked),
  ]);
}

function summary(all: number, differing: number, unchecked: number): string {
  const rest = unchecked === 0 ? '' : ` ${unchecked} of ${all} could not be checked.`;
  if (differing > 0) return `${differing} of ${all} do not match any more.${rest}`;
  return unchecked === 0 ? 'Everything matches.' : `What could be checked matches.${rest}`;
}

/** Throws a DossierError that says why the file is no manifest. */
export async function readManifest(path: string): Promise<Manifest> {
  const { size, isFile } = await stat(path).then(
    (found) => ({ size: found.size, isFile: found.isFile() }),
    (error: unknown) => {
      throw new DossierError('file_unreadable', `There is no manifest ${path} that can be read.`, {
        cause: error,
      });
    },
  );
  if (!isFile) throw new DossierError('file_unreadable', `${path} is no file: name the manifest itself.`);
  const none = (why: string): DossierError =>
    new DossierError('invalid_input', `${path} is no manifest of an export: ${why}.`);
  if (size > LARGEST) throw none('it is too large');
  let json: unknown;
  try {
    json = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    throw none('it holds no JSON. Name the file that ends in .manifest.json');
  }
  const { type, version } = (json ?? {}) as { type?: unknown; version?: unknown };
  if (type !== 'dossier-manifest') throw none('it does not say that it is one');
  if (typeof version === 'number' && version > 1)
    throw new DossierError(
      'invalid_input',
      `${path} was written by a newer Dossier. Verify it with that one.`,
    );
  const read = manifestSchema.safeParse(json);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw none(`${issue?.path.join('.') ?? 'a part of it'} is not as it should be (${issue?.message ?? ''})`);
}

/** The files that a manifest names in its folder. Throws before it reads any where one is outside of that. */
export async function checkFiles(folder: string, { output, beside }: Manifest): Promise<ManifestCheck[]> {
  const places = [output, ...beside].map((file) => ({ ...file, place: placeOf(folder, file.path) }));
  const checks: ManifestCheck[] = [];
  for (const [index, { path, place, ...then }] of places.entries()) {
    const of = index === 0 ? 'output' : 'beside';
    const now = await hashWithin(folder, place);
    if (now === null) checks.push({ of, state: 'missing', message: `${path}: is not beside the manifest` });
    else if (now === then.sha256)
      checks.push({ of, state: 'matches', message: `${path}: as it was exported` });
    else {
      const message = `${path}: was changed: SHA-256 was ${then.sha256}, is ${now}`;
      checks.push({ of, state: 'changed', message });
    }
  }
  return checks;
}

/** Throws where a path leads out of the folder. */
function placeOf(folder: string, path: string): string {
  const place = resolve(folder, path);
  const way = relative(folder, place);
  const climbs = isAbsolute(path) || way === '' || way.split(sep)[0] === '..' || isAbsolute(way);
  if (!climbs) return place;
  throw new DossierError(
    'invalid_input',
    `The manifest names a file outside of its folder, ${JSON.stringify(path)}: nothing was read. A manifest of Dossier names only what stands beside it.`,
  );
}

/** Null where there is no such file, or a link leads out of the folder. */
async function hashWithin(folder: string, place: string): Promise<string | null> {
  try {
    const [home, real] = await Promise.all([realpath(folder), realpath(place)]);
    if (!real.startsWith(home.endsWith(sep) ? home : home + sep)) return null;
    return await fileHash(real);
  } catch {
    return null;
  }
}

/** Who was sent a brief may have no library: the files are checked then, and nothing else. */
async function checkLibrary(manifest: Manifest, options: CommonOptions): Promise<ManifestCheck[]> {
  try {
    return await withLibrary(options, { create: false }, (library) =>
      library.call('export.verify', manifest),
    );
  } catch (error) {
    const isNamed = options.library !== undefined || process.env['DOSSIER_LIBRARY'] !== undefined;
    if (isNamed || !(error instanceof DossierError && error.code === 'library_missing')) throw error;
    const message = 'brief, style and sources: there is no library here to look in; name one by --library';
    return [{ of: 'library', state: 'unchecked', message }];
  }
}
