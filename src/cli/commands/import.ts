import { randomUUID } from 'node:crypto';
import type { ImportEntry, ImportReport } from '#contract/import.ts';
import { type CommonOptions, type OpenLibrary, withLibrary } from '../library.ts';
import { plain, print } from '../output.ts';

/** By shell convention 128 + SIGINT. */
const EXIT_CANCELLED = 130;
/** A terminal and the launcher may both deliver one Ctrl-C: only a later one counts as the second. */
const SECOND_INTERRUPT_MS = 1000;

/** Imports files and folders. Exit code 1 where a file was refused, 130 where the import was stopped. */
export async function importFiles(paths: string[], options: CommonOptions): Promise<void> {
  const report = await withLibrary(options, { create: true }, (library) => run(library, paths));
  const entries = report.entries.map((entry) => ({ id: entry.articleId, ...entry }));
  print(options, { ...report, entries }, () => [...report.entries.map(entryLine), summary(report)]);
  if (report.cancelled) process.exitCode = EXIT_CANCELLED;
  else if (report.refused > 0) process.exitCode = 1;
}

async function run(library: OpenLibrary, paths: string[]): Promise<ImportReport> {
  const jobId = randomUUID();
  const endProgress = showProgress(library, jobId);
  const endInterrupt = onInterrupt(() => void library.call('import.cancel', { jobId }));
  try {
    return await library.call('import.run', { jobId, paths });
  } finally {
    endInterrupt();
    endProgress();
  }
}

/** The first Ctrl-C asks the import to stop after the file at hand; the second ends Dossier. */
function onInterrupt(cancel: () => void): () => void {
  let first: number | null = null;
  const interrupt = (): void => {
    if (first === null) {
      first = Date.now();
      cancel();
    } else if (Date.now() - first > SECOND_INTERRUPT_MS) process.exit(EXIT_CANCELLED);
  };
  process.on('SIGINT', interrupt);
  return () => process.off('SIGINT', interrupt);
}

/** One line on standard error that is written over, where that is a terminal. */
function showProgress(library: OpenLibrary, jobId: string): () => void {
  const { stderr } = process;
  if (!stderr.isTTY) return () => undefined;
  const end = library.subscribe((name, payload) => {
    if (name !== 'import.progress' || !('jobId' in payload) || payload.jobId !== jobId) return;
    const line = `${payload.done}/${payload.total} ${plain(payload.current)}`;
    stderr.write(`\r\u001b[K${line.slice(0, stderr.columns - 1)}`);
  });
  return () => {
    end();
    stderr.write('\r\u001b[K');
  };
}

function entryLine(entry: ImportEntry): string {
  const what = entry.title === undefined ? '' : ` → ${entry.title}`;
  const why = entry.message === undefined ? '' : `: ${entry.message}`;
  return plain(`${entry.status.padEnd(8)} ${entry.file}${what}${why}`);
}

function summary(report: ImportReport): string {
  const counts = `${report.imported} imported, ${report.skipped} skipped, ${report.refused} refused.`;
  return report.cancelled ? `Stopped. ${counts}` : counts;
}
