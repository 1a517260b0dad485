/** pdf.js with the worker that is bundled with the interface; it fetches nothing. */
import { getDocument, GlobalWorkerOptions, type PDFDocumentLoadingTask } from 'pdfjs-dist';
// oxlint-disable-next-line import/default -- The address comes from the bundler.
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** Opens a PDF from its bytes, of which it takes a copy. Call `destroy` on the task when done. */
export function openPdf(bytes: Uint8Array): PDFDocumentLoadingTask {
  return getDocument({
    data: bytes.slice(),
    // Our pages carry their fonts and hold no images that need a decoder.
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
  });
}
