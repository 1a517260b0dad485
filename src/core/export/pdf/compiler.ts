/** Sets documents with Typst. Runs in the worker: the compiler is a native module of 51 MB. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { DossierError } from '#contract/errors.ts';
import { fontFiles } from './fonts.ts';

/** The standard that is kept to: tagged for screen readers, every glyph with its text. */
const STANDARD = 'ua-1';
const TEMPLATE = 'brief.typ';

/** A part of a diagnostic of Typst. */
interface Diagnostic {
  message: string;
  path: string;
  severity: number;
}

export interface Compiler {
  /** Throws a DossierError (`export_failed`) with Typst's diagnostics. */
  pdf(data: unknown): Uint8Array<ArrayBuffer>;
  /** Whether `text` can be printed: some font here, ours or the system's, has every glyph of it. */
  canPrint: (text: string) => boolean;
}

/** `resources` is the app's folder of that name. */
export function createCompiler(resources: string): Compiler {
  const workspace = join(resources, 'typst');
  const template = readFileSync(join(workspace, TEMPLATE), 'utf8');
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fontFiles(resources) }] });

  const render = (source: string, data: unknown): Uint8Array<ArrayBuffer> => {
    compiler.mapShadow(join(workspace, 'doc.json'), Buffer.from(JSON.stringify(data)));
    try {
      const compiled = compiler.compile({ mainFileContent: source });
      const document: NodeTypstDocument | null = compiled.result;
      if (document === null) {
        const error = compiled.takeDiagnostics();
        throw failure(error === null ? [] : (compiler.fetchDiagnostics(error) as Diagnostic[]));
      }
      // The default timestamp is the time of day: a fixed one keeps the bytes the same.
      return new Uint8Array(compiler.pdf(document, { pdfStandard: STANDARD, creationTimestamp: 0 }));
    } finally {
      compiler.resetShadow();
      compiler.evictCache(KEPT_RUNS);
    }
  };

  return {
    pdf: (data) => render(template, data),
    canPrint(text) {
      try {
        render(PROBE, { text });
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** Runs for which Typst remembers what it set, so that a change is quick and memory stays bounded. */
const KEPT_RUNS = 10;

const PROBE = '#set document(title: "Probe")\n#json("/doc.json").text';

function failure(diagnostics: Diagnostic[]): DossierError {
  const told = diagnostics
    .filter((diagnostic) => diagnostic.severity === 1)
    .map((diagnostic) => diagnostic.message)
    .join('; ');
  return new DossierError(
    'export_failed',
    `The PDF could not be set. Typst says: ${told === '' ? 'nothing' : told}.`,
  );
}
