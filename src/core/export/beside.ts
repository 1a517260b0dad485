/** What is written beside a file: what Markdown refers to. */
import { zipSync } from 'fflate';
import type { ExportedBrief } from '#contract/export.ts';

/** The folder for the pictures of a file, by the file's name. */
export function pictureFolder(fileName: string): string {
  return besideName(fileName, 'pictures');
}

/** The name of what stands beside a file; no link needs signs escaped for it. */
export function besideName(fileName: string, what: string): string {
  const stem = stemOf(fileName).replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, '-');
  return `${stem}-${what}`;
}

/** A file and what stands beside it as one ZIP; a file that stands alone as it is. */
export function packed(file: ExportedBrief): ExportedBrief {
  if (file.beside.length === 0) return file;
  const { fileName, bytes, beside, warnings } = file;
  const entries = Object.fromEntries([[fileName, bytes], ...beside.map((each) => [each.path, each.bytes])]);
  // The same brief gives the same bytes: no time of day. Pictures are compressed as they are.
  const zip = zipSync(entries as Record<string, Uint8Array>, { level: 1, mtime: new Date(1980, 0, 1) });
  return {
    fileName: `${stemOf(fileName)}.zip`,
    mediaType: 'application/zip',
    bytes: new Uint8Array(zip),
    beside: [],
    warnings,
  };
}

function stemOf(fileName: string): string {
  return fileName.replace(/\.[^.]+$/u, '');
}
