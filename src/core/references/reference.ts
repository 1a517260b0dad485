/** What the writers of reference formats are given, and how a format makes one file of them. */
import type { CslItem } from '#domain/csl.ts';

/** A source on its way into a file. */
export interface Reference {
  /** Its citation key. */
  key: string;
  csl: CslItem;
  tags: readonly string[];
}

export interface FormatWriter {
  mediaType: string;
  /** Without its dot. */
  extension: string;
  /** What stands before the first, between two, and behind the last. */
  open: string;
  between: string;
  close: string;
  write: (reference: Reference) => string;
}
