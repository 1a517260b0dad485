/** The thread in which PDFs are set. */
import { parentPort, workerData } from 'node:worker_threads';
import { connect } from '../worker/rpc.ts';
import { type Compiler, createCompiler } from './pdf/compiler.ts';
import type { TypstDocument } from './pdf/typstData.ts';
import { unprintable, withCodePoints } from './pdf/unprintable.ts';

export interface TypstWorkerData {
  /** The app's folder `resources/`. */
  resources: string;
}

export interface TypstMethods {
  /** `unprintable` are letters that no font has: their code points stand for them in the PDF. */
  pdf(document: TypstDocument): { bytes: Uint8Array<ArrayBuffer>; unprintable: string[] };
}

if (parentPort === null) throw new Error('typst.worker.ts is to be started as a worker thread.');
const { resources } = workerData as TypstWorkerData;
let compiler: Compiler | null = null;

const methods: TypstMethods = {
  pdf(document) {
    compiler ??= createCompiler(resources);
    try {
      return { bytes: compiler.pdf(document), unprintable: [] };
    } catch (error) {
      const letters = unprintable(document, compiler.canPrint);
      if (letters.length === 0) throw error;
      return { bytes: compiler.pdf(withCodePoints(document, letters)), unprintable: letters };
    }
  },
};
connect(parentPort, methods);
