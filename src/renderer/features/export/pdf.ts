/** pdf.js with the worker that is bundled with the interface; it fetches nothing. */
import { getDocument, GlobalWorkerOptions, type PDFDocumentLoadingTask, PDFWorker } from 'pdfjs-dist';
// oxlint-disable-next-line import/default -- The address comes from the bundler.
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** A thread for PDFs that follow each other; `destroy` ends it. */
export const startPdfWorker = (): PDFWorker => new PDFWorker();

/** Opens a PDF from its bytes, of which it takes a copy. Call `destroy` on the task when done. */
export function openPdf(bytes: Uint8Array, worker?: PDFWorker): PDFDocumentLoadingTask {
  return getDocument({
    data: bytes.slice(),
    ...(worker !== undefined && { worker }),
    // Our pages carry their fonts and hold no images that need a decoder.
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
  });
}
