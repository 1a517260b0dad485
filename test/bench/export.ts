/**
 * Export of justified briefs of 3, 20 and 100 pages with 5, 60 and 300 notes: beside an empty Typst document, and beside
 * others that print the same text. `DOSSIER_BENCH_RUNS` is the number of runs of each kind that is warm.
 */
import { join } from 'node:path';
import { appFiles } from '#core/index.ts';
import { temporaryFolder } from './core.ts';
import { Verdicts } from './editor/verdicts.ts';
import { measureBrief } from './export/child.ts';
import { chromiumPrint, emptyTypst, weasyPrint } from './export/rivals.ts';
import { BRIEFS } from './export/texts.ts';
import { livePreview } from './export/window.ts';
import { percentile } from './measure.ts';

const RUNS = Number(process.env['DOSSIER_BENCH_RUNS'] ?? 9);

const round = (value: number): number => Number(value.toPrecision(3));
const p50 = (times: readonly number[]): number => round(percentile(times, 0.5));

export async function benchExport(): Promise<void> {
  const folder = temporaryFolder();
  const verdicts = new Verdicts();
  const empty = p50(await emptyTypst(appFiles().resources, RUNS));
  const pdfs: Record<string, object> = {};
  const others: Record<string, object> = {};
  for (const [key, { name }] of Object.entries(BRIEFS)) {
    const html = join(folder, `${key}.html`);
    const ours = await measureBrief(key as keyof typeof BRIEFS, RUNS, html);
    const chromium = await chromiumPrint(html, RUNS);
    const weasy = weasyPrint(html);
    pdfs[name] = {
      pages: ours.pages,
      'first of all': round(ours.first),
      'in the app': round(ours.inApp),
      'after a pause': round(ours.counted),
      'its work': round(ours.inAppWork),
      'after an edit': p50(ours.edits),
      'the same': p50(ours.same),
      'empty Typst': empty,
      Chromium: round(chromium.first),
      again: p50(chromium.again),
      'from its start': round(chromium.cold),
      WeasyPrint: weasy === null ? 'not here' : round(weasy),
      'memory, MB': round(ours.memory),
    };
    others[name] = Object.fromEntries(
      Object.entries(ours.others).map(([format, times]) => [format, p50(times)]),
    );
    const again = percentile(chromium.again, 0.5);
    verdicts.note('PDF first of all, beside Chromium from its start', chromium.cold, ours.first, name);
    verdicts.note(
      'first PDF in the app, beside the first of a Chromium that runs',
      chromium.first,
      ours.inApp,
      name,
    );
    verdicts.note('first PDF after a pause, beside the same', chromium.first, ours.counted, name);
    verdicts.note('PDF after an edit, beside Chromium again', again, percentile(ours.edits, 0.5), name);
    if (key !== 'long') continue;
    verdicts.note('100 pages with 300 notes, in the app', 2500, ours.inApp, name);
    verdicts.note('memory of the thread that sets PDFs, MB', 500, ours.memory, name);
  }
  console.log('\nPDF: p50 ms');
  console.table(pdfs);
  console.log('\nOther formats, warm: p50 ms');
  console.table(others);
  const live = await livePreview('middle', RUNS);
  console.log(`\nThe pages beside the text, ${BRIEFS.middle.name}, in the window: ms`);
  console.table({
    'opened for the first time': { p50: round(live.first) },
    'a word typed, to its page': { p50: p50(live.words), p95: round(percentile(live.words, 0.95)) },
  });
  verdicts.note(
    'page at the caret right after a pause',
    400,
    percentile(live.words, 0.5),
    BRIEFS.middle.name,
  );
  verdicts.print();
}
