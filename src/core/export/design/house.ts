/**
 * House designs: folders that a team drops into `templates/` of its library. A design is code, so only what it needs is
 * let in: its own files, as they were read here, and nothing of the disk or of the network. docs/designs.md tells what
 * such a folder holds.
 */
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { z } from 'zod';
import { DossierError } from '#contract/errors.ts';
import { DESIGNS, type DesignFacts } from '#domain/page.ts';
import type { Design } from './design.ts';

/** Before the name of the folder, in the settings of briefs. */
export const HOUSE = 'house:';
const FACTS_FILE = 'design.json';
const DESIGN_FILE = 'design.typ';
const MAX_FILES = 200;
const MAX_BYTES = 64 * 1024 * 1024;
const FONTS = new Set(['.ttf', '.otf', '.ttc', '.otc']);

/** Files of a house design for Typst, by their paths in its folder. */
export interface HouseFiles {
  /** SHA-256 over all of them. */
  sha256: string;
  files: { path: string; bytes: Uint8Array }[];
  /** Absolute paths: Typst's compiler ends the process where it is given fonts by their bytes beside others by path. */
  fonts: string[];
}

const usual = DESIGNS['think-tank']!;
const length = z.number().min(15).max(80);
const colour = z.string().regex(/^#[0-9a-f]{6}$/iu, 'has to be a colour such as #1f4e79');
const coloursSchema = z
  .strictObject({ ink: colour, faint: colour, accent: colour, headings: colour })
  .partial()
  .transform((own) => ({ ...usual.colours, headings: own.ink ?? usual.colours.headings, ...own }));
const factsSchema = z.strictObject({
  title: z.string().trim().min(1).max(80),
  size: z.number().min(7).max(16).default(usual.size),
  margins: z.strictObject({ top: length, bottom: length, side: length }).default(usual.margins),
  columns: z.union([z.literal(1), z.literal(2)]).default(usual.columns),
  letters: z.enum(['serif', 'sans']).default(usual.letters),
  colours: coloursSchema.default(usual.colours),
  contents: z.boolean().default(usual.contents),
});

/** The names of the folders in `templates`, in the order of their letters. */
export function houseNames(templates: string): string[] {
  try {
    const entries = readdirSync(templates, { withFileTypes: true });
    return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).toSorted();
  } catch {
    return [];
  }
}

/** Throws a DossierError (`export_failed`) that names the file, and the line where there is one. */
export function readHouse(templates: string, name: string): Design {
  if (!houseNames(templates).includes(name))
    throw new DossierError('export_failed', `The design “${name}” is not in ${templates}.`);
  const folder = join(templates, name);
  const files = readFiles(folder, name);
  const facts = readFacts(files, name);
  if (!files.some(({ path }) => path === DESIGN_FILE)) throw problem(name, `it has no ${DESIGN_FILE}`);
  for (const { path, bytes } of files) if (path.endsWith('.typ')) refuseReach(name, path, bytes);
  const hash = createHash('sha256');
  for (const { path, bytes } of files) hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  const fonts = files.filter(({ path }) => FONTS.has(extname(path).toLowerCase()));
  return {
    facts,
    file: `/house/${DESIGN_FILE}`,
    house: { sha256: hash.digest('hex'), files, fonts: fonts.map(({ path }) => join(folder, path)) },
  };
}

/** Sorted by their paths. What is no plain file or folder, as a link is, may lead out of the folder: it is refused. */
function readFiles(folder: string, name: string): HouseFiles['files'] {
  const files: HouseFiles['files'] = [];
  let bytes = 0;
  const visit = (path: string): void => {
    for (const entry of readdirSync(join(folder, path)).toSorted()) {
      const inside = path === '' ? entry : `${path}/${entry}`;
      const { size, ...found } = statOf(join(folder, inside));
      if (found.isFolder) visit(inside);
      else if (!found.isFile) throw problem(name, `${inside} is a link: put the file itself there`);
      else if (!entry.startsWith('.')) {
        bytes += size;
        if (files.length === MAX_FILES || bytes > MAX_BYTES)
          throw problem(name, `it has more than ${MAX_FILES} files or ${MAX_BYTES / 2 ** 20} MB`);
        files.push({ path: inside, bytes: new Uint8Array(readFileSync(join(folder, inside))) });
      }
    }
  };
  visit('');
  return files;
}

function statOf(path: string): { size: number; isFile: boolean; isFolder: boolean } {
  const stat = lstatSync(path);
  return { size: stat.size, isFile: stat.isFile(), isFolder: stat.isDirectory() };
}

function readFacts(files: HouseFiles['files'], name: string): DesignFacts {
  const file = files.find(({ path }) => path === FACTS_FILE);
  if (file === undefined) throw problem(name, `it has no ${FACTS_FILE}`);
  try {
    return factsSchema.parse(JSON.parse(new TextDecoder().decode(file.bytes)));
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : undefined;
    const reason =
      issue === undefined ? 'it is no JSON' : `${issue.path.join('.') || 'the object'}: ${issue.message}`;
    throw problem(name, `${FACTS_FILE}: ${reason}`);
  }
}

/**
 * Typst reads no file outside of its workspace, but it would download packages. They are named by what follows an
 * `import` or `include`; that has to be a path, written out, of a file that is looked through here. `eval` could spell it
 * otherwise, and `std` gives `eval`. Comments are looked through as well: where one begins is for Typst to say.
 */
function refuseReach(name: string, path: string, bytes: Uint8Array): void {
  const lines = new TextDecoder().decode(bytes).split('\n');
  for (const [index, line] of lines.entries()) {
    const place = `${path}, line ${index + 1}`;
    if (/\b(?:eval|std)\b/u.test(line))
      throw problem(name, `${place}: “eval” and “std” are not allowed here`);
    if (/(?<![\w-])page(?![\w-])/u.test(line))
      throw problem(
        name,
        `${place}: “page” is not allowed here, not in a comment either, as pages carry the marking of the brief`,
      );
    for (const match of line.matchAll(/\b(?:import|include)\b/gu))
      if (!/^\s*"(?!@)[^"\\]*\.typ"/u.test(line.slice(match.index + match[0].length)))
        throw problem(
          name,
          `${place}: “${match[0]}” takes the path of a .typ file, in quotes and on the same line; packages are not loaded`,
        );
  }
}

function problem(name: string, reason: string): DossierError {
  return new DossierError('export_failed', `The design “${name}” cannot be used: ${reason}.`);
}
