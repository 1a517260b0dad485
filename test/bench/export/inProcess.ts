/**
 * Exports one brief in a process of its own, in which nothing was set before: Typst remembers for the whole process.
 * Started by `child.ts` with the brief's key and what to measure.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openBenchCore, temporaryFolder } from '../core.ts';
import { syntheticLibrary } from '../library.ts';
import { timeEach } from '../measure.ts';
import { anotherBrief, anotherPage, BRIEFS, briefOf, edited, SOURCES } from './texts.ts';

const STYLE = 'chicago-notes';
const OTHERS = ['md', 'docx', 'html', 'txt'] as const;

/** Times in ms, memory in MB. */
export interface Measured {
  pages: number;
  /** A PDF as the first thing of all that is asked of the core. */
  first?: number;
  /**
   * The first PDF of a brief whose citations are formatted already, as they are where it is open, of a core that has set
   * another one before.
   */
  inApp: number;
  /** Processor time of the process meanwhile. */
  inAppWork: number;
  /** The same again. */
  same: number[];
  /** After other words in the middle. */
  edits: number[];
  others: Record<string, number[]>;
  /** What the process grew by at most since before the first PDF. */
  memory: number;
}

const [key, what, count, html] = process.argv.slice(2) as [
  keyof typeof BRIEFS,
  'cold' | 'counted' | 'app',
  string,
  string,
];
const size = BRIEFS[key];
const document = briefOf(size);
const runs = Array.from({ length: Number(count) }, (_unused, run) => run);

const core = await openBenchCore(syntheticLibrary(join(temporaryFolder(), key), SOURCES));
const { id, ...created } = await core.call('briefs.create', { title: size.name, styleId: STYLE, document });
let { revision } = created;
const pdf = () => core.call('export.render', { briefId: id, format: 'pdf' });

if (what === 'cold') process.send!(await timeEach([null], pdf));
else if (what === 'counted') {
  await core.call('export.pages', { briefId: id });
  process.send!(await timeEach([null], pdf));
} else {
  const another = await core.call('briefs.create', { title: 'Another', document: anotherBrief() });
  await core.call('export.pages', { briefId: another.id });
  const asPage = async (briefId: number, path: string): Promise<void> =>
    writeFileSync(path, (await core.call('export.render', { briefId, format: 'html' })).bytes);
  await asPage(another.id, anotherPage(html));
  await asPage(id, html);
  const before = process.memoryUsage().rss;
  const idle = process.cpuUsage();
  const [inApp] = await timeEach([null], pdf);
  const { user, system } = process.cpuUsage(idle);
  const { bytes } = await pdf();
  const same = await timeEach(runs, pdf);
  const edits: number[] = [];
  for (const run of runs) {
    ({ revision } = await core.call('briefs.save', {
      id,
      revision,
      document: edited(document, `Words ${run}`),
    }));
    edits.push(...(await timeEach([null], pdf)));
  }
  const memory = (process.resourceUsage().maxRSS * 1024 - before) / 1e6;
  const others: Measured['others'] = {};
  for (const format of OTHERS)
    others[format] = await timeEach(runs, () => core.call('export.render', { briefId: id, format }));
  const pages = pagesOf(bytes);
  process.send!({
    pages,
    inApp: inApp!,
    inAppWork: (user + system) / 1000,
    same,
    edits,
    others,
    memory,
  } satisfies Measured);
}
await core.close();
process.disconnect();

/** The number of pages, from the PDF's tree of them. */
function pagesOf(bytes: Uint8Array): number {
  const counts = Buffer.from(bytes)
    .toString('latin1')
    .matchAll(/\/Type \/Pages\s+\/Count (\d+)/gu);
  return Math.max(...Array.from(counts, ([, pages]) => Number(pages)));
}
