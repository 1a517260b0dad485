/** Opens a PDF with pdf.js: nothing in it runs, nothing is fetched, and no picture is decoded. */
import { fileURLToPath } from 'node:url';
import type * as PdfLibrary from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { DossierError } from '#contract/errors.ts';
import { refuseBombs } from './bombs.ts';
import { unreadable } from '../read/unreadable.ts';

/** More than any book has; a file that states more is not one to read whole. */
const MAX_PAGES = 5000;
/** What a reader of PDFs skips before the signature, in bytes. */
const SIGNATURE_WINDOW = 1024;

let library: Promise<typeof PdfLibrary> | undefined;

/** Loaded at the first use: it takes 60 MB. */
export function loadPdfLibrary(): Promise<typeof PdfLibrary> {
  library ??= import('pdfjs-dist/legacy/build/pdf.mjs');
  return library;
}

/**
 * Runs `read` on the open document and closes it. Rejects with `file_unreadable` for what is no PDF, is damaged,
 * asks for a password, or is far too large when unpacked.
 */
export async function withPdf<T>(
  bytes: Uint8Array,
  fileName: string,
  read: (document: PdfLibrary.PDFDocumentProxy) => Promise<T>,
): Promise<T> {
  const start = Buffer.from(bytes.subarray(0, SIGNATURE_WINDOW)).toString('latin1');
  if (!start.includes('%PDF-')) throw unreadable(`“${fileName}” is not a PDF document, or it is damaged.`);
  refuseBombs(bytes, fileName);
  const { getDocument, VerbosityLevel } = await loadPdfLibrary();
  const task = getDocument({
    // The library takes the buffer over.
    data: Uint8Array.from(bytes),
    cMapUrl: fileURLToPath(new URL('cmaps/', import.meta.resolve('pdfjs-dist/package.json'))),
    cMapPacked: true,
    disableFontFace: true,
    enableXfa: false,
    fontExtraProperties: true,
    maxImageSize: 1,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    verbosity: VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise.catch((error: unknown) => {
      throw refusal(error, fileName);
    });
    if (document.numPages > MAX_PAGES)
      throw unreadable(
        `“${fileName}” has more than ${MAX_PAGES.toLocaleString('en-GB')} pages and was not read. Save the part that you need and import that.`,
      );
    return await read(document);
  } finally {
    await task.destroy();
  }
}

function refusal(error: unknown, fileName: string): DossierError {
  const message =
    error instanceof Error && error.name === 'PasswordException'
      ? `“${fileName}” is protected by a password. Save it without one and import it again.`
      : `“${fileName}” is a damaged PDF document. Open it in a PDF viewer, print it to a new PDF and import that.`;
  return unreadable(message, error);
}
