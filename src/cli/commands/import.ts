import { randomUUID } from 'node:crypto';
import type { EventPayload } from '#contract/events.ts';
import type { ImportEntry, ImportReport } from '#contract/import.ts';
import { type CommonOptions, type OpenLibrary, withLibrary } from '../library.ts';
import { plain, print } from '../output.ts';

/** By shell convention 128 + SIGINT. */
const EXIT_CANCELLED = 130;
/** A terminal and the launcher may both deliver one Ctrl-C: only a later one counts as the second. */
const SECOND_INTERRUPT_MS = 1000;

/** Imports files and folders. Exit code 1 where a file was refused, 130 where the import was stopped. */
export async function importFiles(paths: string[], options: CommonOptions): Promise<void> {
  const report = await withLibrary(options, { create: true }, async (library) => {
    const done = await run(library, paths);
    return { ...done, entries: await allEntries(library, done) };
  });
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

/** A report on many files carries only some of its entries: the others come by page. */
async function allEntries(library: OpenLibrary, { jobId, entries }: ImportReport): Promise<ImportEntry[]> {
  const all: ImportEntry[] = [];
  for (;;) {
    const page = await library.call('import.report', { jobId, offset: all.length, limit: 1000 });
    if (page.total === entries.length) return entries;
    all.push(...page.entries);
    if (page.entries.length === 0 || all.length >= page.total) return all;
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
    if (name !== 'import.progress') return;
    const progress = payload as EventPayload<'import.progress'>;
    if (progress.jobId !== jobId) return;
    const line = `${progress.done}/${progress.total}${pace(progress)} ${plain(progress.current)}`;
    stderr.write(`\r\u001b[K${line.slice(0, stderr.columns - 1)}`);
  });
  return () => {
    end();
    stderr.write('\r\u001b[K');
  };
}

/** ` · 612/s · 1:40 left`, as far as it is known. */
function pace({ rate, remaining }: EventPayload<'import.progress'>): string {
  if (rate === null || remaining === null) return '';
  const seconds = Math.round(remaining);
  return ` · ${Math.round(rate)}/s · ${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} left`;
}

function entryLine(entry: ImportEntry): string {
  const what = entry.title === undefined ? '' : ` → ${entry.title}`;
  const why = entry.message === undefined ? '' : `: ${entry.message}`;
  return plain(`${entry.status.padEnd(8)} ${entry.file}${what}${why}`);
}

function summary(report: ImportReport): string {
  const updated = report.updated > 0 ? `${report.updated} updated, ` : '';
  const counts = `${report.imported} imported, ${updated}${report.skipped} skipped, ${report.refused} refused.`;
  return report.cancelled ? `Stopped. ${counts}` : counts;
}
