/** The thread in which PDFs are set. */
import { parentPort, workerData } from 'node:worker_threads';
import { connect } from '../worker/rpc.ts';
import { type Compiler, createCompiler, type SetPdf } from './pdf/compiler.ts';
import type { HouseFiles } from './design/house.ts';
import type { TypstDocument } from './pdf/typstData.ts';
import { picturesOf, withoutPictures } from './pdf/pictures.ts';
import { unprintable, withCodePoints } from './pdf/unprintable.ts';

export interface TypstWorkerData {
  /** The app's folder `resources/`. */
  resources: string;
  /** The library's folder of pictures. */
  pictures: string;
}

export interface TypstMethods {
  /** Loads the compiler and the fonts, which the first document would wait for. */
  warm(): void;
  /**
   * `unprintable` are letters that no font has: their code points stand for them in the PDF; `unreadable` the pictures
   * (SHA-256) that cannot be drawn: words stand for them.
   */
  pdf(
    document: TypstDocument,
    house: HouseFiles | null,
  ): SetPdf & {
    unprintable: string[];
    unreadable: string[];
  };
}

if (parentPort === null) throw new Error('typst.worker.ts is to be started as a worker thread.');
const { resources, pictures } = workerData as TypstWorkerData;
let loaded: Compiler | null = null;
let inHouse: { sha256: string; compiler: Compiler } | null = null;

/** A compiler has its fonts for life: that of the house design that was set in last is kept beside the usual one. */
const ready = (house: HouseFiles | null = null): Compiler => {
  if (house === null) return (loaded ??= createCompiler(resources, pictures));
  if (inHouse?.sha256 !== house.sha256)
    inHouse = { sha256: house.sha256, compiler: createCompiler(resources, pictures, house) };
  return inHouse.compiler;
};

const methods: TypstMethods = {
  warm() {
    ready();
  },
  pdf(document, house) {
    const compiler = ready(house);
    try {
      return { ...compiler.pdf(document), unprintable: [], unreadable: [] };
    } catch (error) {
      const unreadable = compiler.unreadable(picturesOf(document));
      const readable = withoutPictures(document, unreadable);
      const letters = unprintable(readable, compiler.canPrint);
      if (letters.length === 0 && unreadable.length === 0) throw error;
      const set = compiler.pdf(withCodePoints(readable, letters));
      return { ...set, unprintable: letters, unreadable };
    }
  },
};
connect(parentPort, methods);
