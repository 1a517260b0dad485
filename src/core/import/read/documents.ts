/** The readers of documents: files that are one article each. */
import type { DraftBlock } from '../content/draft.ts';
import type { Found } from '../metadata/found.ts';
import { readPlainText } from '../plain/read.ts';
import type { DocumentFormat } from './formats.ts';

export interface DocumentInput {
  bytes: Uint8Array;
  /** The bytes as text; throws `file_unreadable` where they are none, and reports a guessed encoding. */
  text: () => string;
  /** The name of the file, without its folder. */
  fileName: string;
}

export interface ReadDocument {
  /** Pages, where the source has them, begin at runs with `page`. */
  blocks: DraftBlock[];
  found: Found;
}

/** Throws a DossierError `file_unreadable` where the document cannot be read. */
export type DocumentReader = (input: DocumentInput) => ReadDocument | Promise<ReadDocument>;

/** Readers that need a large library load it at their first use. */
export const DOCUMENT_READERS: Record<DocumentFormat, DocumentReader> = {
  text: ({ text }) => readPlainText(text()),
  markdown: async ({ text }) => (await import('../markdown/read.ts')).readMarkdown(text()),
  html: async ({ text }) => (await import('../html/read.ts')).readHtml(text()),
  docx: async (input) => (await import('../docx/read.ts')).readDocx(input),
  epub: async (input) => (await import('../epub/read.ts')).readEpub(input),
  mhtml: async (input) => (await import('../mhtml/read.ts')).readMhtml(input),
  pdf: async (input) => (await import('../pdf/read.ts')).readPdf(input),
};
