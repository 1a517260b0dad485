/** Writes the open brief to a file: where the host has dialogs it asks for a place, else the browser downloads it. */
import type { ExportedFile, ExportFormat, MarkdownFlavour } from '#contract/export.ts';
import { client } from '../../api/client.ts';
import { activeBrief } from '../../app/activeBrief.ts';
import { capabilities } from '../../app/host.ts';
import { workspace } from '../../app/workspace.ts';
import { notify, notifyError } from '../../ui/toasts.ts';
import { printedNow } from './printed.ts';

const FORMAT_NAMES: Record<ExportFormat, string> = {
  md: 'Markdown',
  pdf: 'PDF',
  docx: 'Word',
  html: 'HTML',
  txt: 'text',
};
const WARNINGS_SHOWN = 4;

interface ExportOptions {
  /** For Word: with comments and tracked changes. */
  review?: boolean;
  /** Of Markdown. */
  flavour?: MarkdownFlavour;
  /** With the evidence annex; a PDF has it, unless said otherwise, where its preview has. */
  annex?: boolean;
  /** A PDF that carries the brief itself. */
  data?: boolean;
  /** With a manifest beside it. */
  manifest?: boolean;
  /** A version of the brief, as it was. */
  versionId?: number;
}

export async function exportBrief(
  format: ExportFormat,
  { review = false, ...options }: ExportOptions = {},
): Promise<void> {
  const { briefId } = workspace.get();
  if (briefId === null) return;
  try {
    await activeBrief.get()?.flush();
    const { suggestions, annex } = printedNow();
    const choices = { briefId, format, suggestions, review, ...(format === 'pdf' && { annex }), ...options };
    if (!capabilities.get().nativeDialogs) {
      download(await client.call('export.render', { ...choices, packed: true }));
      return;
    }
    const saved = await client.call('export.save', choices);
    if (saved !== null) announceSaved(saved.path, saved.warnings);
  } catch (error) {
    notifyError(error, `The ${FORMAT_NAMES[format]} file was not written`);
  }
}

/** Puts the open brief on the clipboard as plain text, to go into a mail. */
export async function copyAsText(): Promise<void> {
  const { briefId } = workspace.get();
  if (briefId === null) return;
  try {
    await activeBrief.get()?.flush();
    const { bytes, warnings } = await client.call('export.render', { briefId, format: 'txt' });
    await navigator.clipboard.writeText(new TextDecoder().decode(bytes));
    notify({
      title: 'Copied as plain text',
      description: wordWarnings(warnings),
      kind: warnings.length > 0 ? 'warning' : 'plain',
    });
  } catch (error) {
    notifyError(error, 'The brief was not copied');
  }
}

/** Gives the browser a file to save. */
export function download(file: ExportedFile): void {
  const url = URL.createObjectURL(new Blob([file.bytes], { type: file.mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = file.fileName;
  link.click();
  // The browser reads the address after the click; a minute is more than it needs.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  announce(file.fileName, file.warnings);
}

/** Tells of a file that was written, with a way to it. */
export function announceSaved(path: string, warnings: string[]): void {
  const show = (): void => {
    client.call('app.revealFile', { path }).catch((error: unknown) => notifyError(error));
  };
  const action = capabilities.get().revealFile ? { label: 'Show in folder', run: show } : undefined;
  announce(path.split(/[/\\]/u).at(-1) ?? path, warnings, action);
}

function announce(fileName: string, warnings: string[], action?: { label: string; run: () => void }): void {
  notify({
    title: 'Exported',
    description: [fileName, wordWarnings(warnings)].filter(Boolean).join('\n'),
    kind: warnings.length > 0 ? 'warning' : 'plain',
    action,
  });
}

function wordWarnings(warnings: string[]): string | undefined {
  if (warnings.length === 0) return undefined;
  const more = warnings.length - WARNINGS_SHOWN;
  return [...warnings.slice(0, WARNINGS_SHOWN), ...(more > 0 ? [`and ${more} more`] : [])].join('\n');
}
