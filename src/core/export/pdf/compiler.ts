/** Sets documents with Typst. Runs in the worker: the compiler is a native module of 51 MB. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { z } from 'zod';
import { DossierError } from '#contract/errors.ts';
import type { BlockPlace } from '#contract/export.ts';
import type { HouseFiles } from '../design/house.ts';
import { fontFiles } from './fonts.ts';
import { broughtBack } from './strayNotes.ts';
import type { TypstDocument } from './typstData.ts';
import type { TypstPicture } from './typstFigures.ts';

/** The standard that is kept to: tagged for screen readers, every glyph with its text. */
const STANDARD = 'ua-1';
/** For a PDF that carries files: for archives, and as well tagged. */
const ARCHIVE_STANDARD = 'a-3a';
const TEMPLATE = 'brief.typ';

/** Where a house design stands in the workspace. */
const HOUSE_FOLDER = 'house';

/** A part of a diagnostic of Typst; lines count from 0. */
interface Diagnostic {
  message: string;
  path: string;
  severity: number;
  range?: { start: { line: number } } | null;
}

export interface SetPdf {
  bytes: Uint8Array<ArrayBuffer>;
  pages: number;
  /** Of the blocks whose places were asked for. */
  places: BlockPlace[];
  /** The numbers of the notes that could not be set on the pages of their marks. */
  strays: number[];
}

export interface Compiler {
  /** Throws a DossierError (`export_failed`) with Typst's diagnostics. */
  pdf(data: TypstDocument): SetPdf;
  /** Those of these pictures that Typst cannot read, by their SHA-256. */
  unreadable(pictures: TypstPicture[]): string[];
  /** Whether `text` can be printed: some font here, ours or the system's, has every glyph of it. */
  canPrint: (text: string) => boolean;
}

/** `resources` is the app's folder of that name, `pictures` the library's; `house` is the design that it sets in. */
export function createCompiler(
  resources: string,
  pictures: string,
  house: HouseFiles | null = null,
): Compiler {
  const workspace = join(resources, 'typst');
  const template = readFileSync(join(workspace, TEMPLATE), 'utf8');
  const compiler = NodeCompiler.create({
    workspace,
    fontArgs: [{ fontPaths: [...fontFiles(resources), ...(house?.fonts ?? [])] }],
  });

  const lay = (sha256: string): void =>
    compiler.mapShadow(join(workspace, 'pictures', sha256), readFileSync(join(pictures, sha256)));

  const compile = (source: string, data: unknown): NodeTypstDocument => {
    compiler.mapShadow(join(workspace, 'doc.json'), Buffer.from(JSON.stringify(data)));
    const compiled = compiler.compile({ mainFileContent: source });
    if (compiled.result !== null) return compiled.result;
    const error = compiled.takeDiagnostics();
    throw failure(error === null ? [] : (compiler.fetchDiagnostics(error) as Diagnostic[]));
  };

  const write = (document: NodeTypstDocument, pdfStandard = STANDARD): Uint8Array<ArrayBuffer> => {
    try {
      // The default timestamp is the time of day: a fixed one keeps the bytes the same.
      return new Uint8Array(compiler.pdf(document, { pdfStandard, creationTimestamp: 0 }));
    } catch (error) {
      const [, message = String(error)] = /message: "((?:[^"\\]|\\.)*)"/u.exec(String(error)) ?? [];
      throw failure([{ message, path: '', severity: 1 }]);
    }
  };

  /** The indexes of the notes that are not on the pages of their marks. */
  const straysIn = ({ marks, notes }: Pages): number[] =>
    marks.flatMap((page, index) => (page === notes[index] ? [] : [index]));

  const pagesOf = (document: NodeTypstDocument): Pages =>
    pagesSchema.parse(compiler.query(document, { selector: '<pages>', field: 'value' }))[0];

  const placesOf = (document: NodeTypstDocument): BlockPlace[] =>
    placesSchema.parse(compiler.query(document, { selector: '<places>', field: 'value' }));

  return {
    pdf({ archive, ...brief }) {
      const data = { ...brief, archive: archive === null ? null : { ...archive, json: '' } };
      try {
        for (const { path, bytes } of house?.files ?? [])
          compiler.mapShadow(join(workspace, HOUSE_FOLDER, path), Buffer.from(bytes));
        if (archive !== null) compiler.mapShadow(join(workspace, 'brief.json'), Buffer.from(archive.json));
        for (const sha256 of data.pictures) lay(sha256);
        let body = data.body;
        let document = compile(template, data);
        let pages = pagesOf(document);
        const tried = new Set<number>();
        for (let run = 0; run < MAX_BREAKS; run += 1) {
          const next = broughtBack(body, straysIn(pages), tried);
          if (next === null) break;
          body = next;
          document = compile(template, { ...data, body });
          pages = pagesOf(document);
        }
        return {
          bytes: write(document, archive === null ? STANDARD : ARCHIVE_STANDARD),
          pages: pages.count,
          places: placesOf(document),
          strays: straysIn(pages).map((index) => index + 1),
        };
      } finally {
        compiler.resetShadow();
        compiler.evictCache(KEPT_RUNS);
      }
    },
    unreadable(found) {
      return found.flatMap(({ sha256, format }) => {
        try {
          lay(sha256);
          write(compile(PICTURE_PROBE, { sha256, format }));
          return [];
        } catch {
          return [sha256];
        } finally {
          compiler.resetShadow();
        }
      });
    },
    canPrint(text) {
      try {
        write(compile(PROBE, { text }));
        return true;
      } catch {
        return false;
      }
    },
  };
}

const pagesSchema = z.tuple([
  z.object({ count: z.number(), marks: z.array(z.number()), notes: z.array(z.number()) }),
]);
type Pages = z.infer<typeof pagesSchema>[0];

/** None, or one list of them all. */
const placesSchema = z
  .array(z.array(z.tuple([z.string(), z.number(), z.number(), z.number()])))
  .transform((lists) => lists.flat().map(([blockId, page, x, y]): BlockPlace => ({ blockId, page, x, y })));

/** Notes brought back to their marks; each costs a run, and a brief has one or two of them at most. */
const MAX_BREAKS = 12;

/** Runs for which Typst remembers what it set, so that a change is quick and memory stays bounded. */
const KEPT_RUNS = 10;

const PICTURE_PROBE =
  '#set document(title: "Probe")\n#let it = json("/doc.json")\n#image("/pictures/" + it.sha256, format: it.format, alt: "Probe")';
const PROBE = '#set document(title: "Probe")\n#json("/doc.json").text';

function failure(diagnostics: Diagnostic[]): DossierError {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 1);
  const told = errors.map(({ message }) => message).join('; ');
  const inHouse = errors.flatMap(({ message, path, range }) => {
    const [, file] = path.replaceAll('\\', '/').split(`/${HOUSE_FOLDER}/`);
    const line = range ? `, line ${range.start.line + 1}` : '';
    return file === undefined ? [] : [`${file}${line}: ${message}`];
  });
  if (inHouse.length > 0)
    return new DossierError('export_failed', `The house design has an error in ${inHouse.join('; ')}.`);
  return new DossierError(
    'export_failed',
    `The PDF could not be set. Typst says: ${told === '' ? 'nothing' : told}.`,
  );
}
