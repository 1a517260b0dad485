/**
 * Writing in a long brief: the real window beside a bare contenteditable and Tiptap, with the same texts in the same
 * browser, turn by turn. Needs a build. `DOSSIER_BENCH_WORDS` and `DOSSIER_BENCH_CITATIONS` list the sizes.
 */
import { DOC_VERSION } from '#domain/document/stored.ts';
import { closeBrowser, launchWeb } from '../e2e/hosts/index.ts';
import { openBenchCore, temporaryFolder } from './core.ts';
import { Window } from './editor/app.ts';
import { measureCommands, measureSession } from './editor/commands.ts';
import {
  KEYS,
  type Line,
  measurePlaces,
  type PlaceLines,
  processorOf,
  type Rivals,
  short,
  timesOf,
} from './editor/keys.ts';
import { servePages } from './editor/pages.ts';
import { Rival, type Typed } from './editor/rival.ts';
import { blocksAsHtml, storedBlocks, syntheticText, type TextSize } from './editor/text.ts';
import { Verdicts } from './editor/verdicts.ts';
import { syntheticLibrary } from './library.ts';
import { percentile } from './measure.ts';

const SOURCES = 200;
const WORDS = sizes('DOSSIER_BENCH_WORDS', '1000,10000,50000');
const CITATIONS = sizes('DOSSIER_BENCH_CITATIONS', '0,100,500');
const OPENINGS = 3;
const PANELS = ['Outline', 'Related passages', 'History', null] as const;
const PANEL_TURNS = 3;

function sizes(variable: string, fallback: string): number[] {
  return (process.env[variable] ?? fallback).split(',').map(Number);
}

const nameOf = ({ words, citations }: TextSize): string =>
  `${words.toLocaleString('en')} words, ${citations} citations`;

export async function benchEditor(): Promise<void> {
  const texts = WORDS.flatMap((words) => CITATIONS.map((citations) => ({ words, citations })));
  const library = await libraryWith(texts);
  const pages = await servePages();
  const host = await launchWeb({ library });
  try {
    const window = await Window.of(host.page);
    const context = host.page.context();
    const rivals: Rivals = {
      Dossier: await Rival.of(host.page),
      bare: await Rival.of(await context.newPage()),
      Tiptap: await Rival.of(await context.newPage()),
    };
    await rivals.bare.page.goto(`${pages.url}/bare`);
    await rivals.Tiptap.page.goto(`${pages.url}/tiptap`);
    const bench = new Bench(window, rivals);
    for (const text of texts) await bench.text(text);
    await bench.longest(texts.at(-1)!);
    bench.judge();
  } finally {
    await host.close();
    await closeBrowser();
    pages.close();
  }
}

/** A library with sources, and each text as a brief, and an empty brief to come from. */
async function libraryWith(texts: readonly TextSize[]): Promise<string> {
  const library = syntheticLibrary(temporaryFolder(), SOURCES);
  const core = await openBenchCore(library);
  await core.call('briefs.create', { title: 'Empty' });
  for (const text of texts) {
    const root = { type: 'root', version: 1, children: storedBlocks(syntheticText(text, SOURCES)) };
    const title = nameOf(text);
    const { id } = await core.call('briefs.create', { title, document: { docVersion: DOC_VERSION, root } });
    await core.call('briefs.updateSettings', { id, settings: { styleId: 'apa' } });
  }
  while (!(await core.call('search.status', {})).ready)
    await new Promise((resolve) => setTimeout(resolve, 50));
  await core.close();
  return library;
}

class Bench {
  readonly #window: Window;
  readonly #rivals: Rivals;
  readonly #verdicts = new Verdicts();

  constructor(window: Window, rivals: Rivals) {
    this.#window = window;
    this.#rivals = rivals;
  }

  /** Opens a text in each editor a few times, and types in it. */
  async text(size: TextSize): Promise<void> {
    const name = nameOf(size);
    const text = syntheticText(size, SOURCES);
    const { Dossier, bare, Tiptap } = this.#rivals;
    const html = blocksAsHtml(text, (source) => `(Author ${source}, 2020)`);
    await bare.take(html);
    await Tiptap.take(html);
    const opened = { Dossier: [] as number[], bare: [] as number[], Tiptap: [] as number[] };
    for (let turn = 0; turn < OPENINGS; turn += 1) {
      await this.#window.open('Empty', 1);
      await this.#window.settle(0);
      opened.Dossier.push(await this.#window.open(name, text.length));
      opened.bare.push(await bare.open());
      opened.Tiptap.push(await Tiptap.open());
    }
    await this.#window.settle(size.citations);
    const openings = Object.entries(opened).map(([who, times]) => [who, short(percentile(times, 0.5))]);
    const heaps = await Promise.all(
      Object.entries(this.#rivals).map(async ([who, rival]) => [`${who} MB`, short(await rival.heap())]),
    );
    print('To open a text, p50 of three, ms; JavaScript heap, MB', {
      [name]: Object.fromEntries([...openings, ...heaps]) as Line,
    });
    if (size.words === 50_000)
      this.#verdicts.note('open 50,000 words, p50', 350, percentile(opened.Dossier, 0.5), name);

    await Dossier.watch(true);
    await bare.watch(false);
    await Tiptap.watch(false);
    const settled = (): Promise<void> => this.#window.saved();
    const places = Object.entries(await measurePlaces(this.#rivals, name, settled, this.#verdicts));
    const part = (of: keyof PlaceLines): Record<string, Line> =>
      Object.fromEntries(places.map(([what, lines]) => [what, lines[of]]));
    print('Key to DOM, p50 and p95, ms', part('dom'));
    print(
      'Key to the painted frame, p50, ms; processor time of the main thread, mean of a key, ms',
      part('cost'),
    );
    await this.#judgeSaves(name);
  }

  /** What is measured in one text alone, which is the open one. */
  async longest(size: TextSize): Promise<void> {
    const settled = (): Promise<void> => this.#window.saved();
    print('Key to DOM, p50 (and painted), ms', await measureCommands(this.#rivals, settled));
    print('Panels beside the text, ms a key', await this.#panels(settled));
    await this.#judgeSaves('panels open');
    const session = await measureSession(this.#rivals.Dossier, settled);
    print('Memory of a long session, MB', { Dossier: session });
    const blocks = syntheticText(size, SOURCES).length;
    const reloads = [await this.#window.reload(blocks), await this.#window.reload(blocks)];
    print('Reload to the text', { ms: { first: short(reloads[0]!), second: short(reloads[1]!) } });
  }

  /** Turn by turn, as machines change their pace. */
  async #panels(settled: () => Promise<void>): Promise<Record<string, Line>> {
    const { Dossier } = this.#rivals;
    const typed = new Map<string, Typed[]>();
    for (let turn = 0; turn < PANEL_TURNS; turn += 1)
      for (const panel of PANELS) {
        await this.#window.panel(panel);
        await settled();
        await Dossier.placeCaret('middle');
        await Dossier.press(['x', 'y']);
        const name = panel ?? 'none';
        typed.set(name, [...(typed.get(name) ?? []), await Dossier.press(KEYS)]);
        await settled();
      }
    const p50 = (name: string, what: 'dom' | 'listeners'): number =>
      percentile(timesOf(typed.get(name)!, what), 0.5);
    const beyond = (what: 'dom' | 'listeners'): number => p50('Related passages', what) - p50('none', what);
    this.#verdicts.note(
      'related passages beyond no panel, key to DOM, p50',
      1,
      beyond('dom'),
      'longest text',
    );
    this.#verdicts.note(
      'related passages beyond no panel, listeners, p50',
      1,
      beyond('listeners'),
      'longest text',
    );
    return Object.fromEntries(
      [...typed].map(([name, turns]) => {
        const line: Line = { 'key to DOM p50': short(p50(name, 'dom')) };
        line['p95'] = short(percentile(timesOf(turns, 'dom'), 0.95));
        line['listeners p50'] = short(p50(name, 'listeners'));
        line['listeners p95'] = short(percentile(timesOf(turns, 'listeners'), 0.95));
        line['processor'] = short(processorOf(turns, 'all'));
        return [name, line];
      }),
    );
  }

  async #judgeSaves(name: string): Promise<void> {
    const saves = await this.#window.page.evaluate(() => window.bench.saves.splice(0));
    if (saves.length === 0) return;
    const own = saves.map(({ all, request }) => all - request);
    const all = saves.map((save) => save.all);
    this.#verdicts.note('a save on the main thread, p50', 4, percentile(all, 0.5), name);
    this.#verdicts.note('a save on the main thread, p95', 4, percentile(all, 0.95), name);
    this.#verdicts.note('the same without the request, p50', 4, percentile(own, 0.5), name);
  }

  /** Which targets were met. */
  judge(): void {
    this.#verdicts.print();
  }
}

function print(title: string, lines: Record<string, Line>): void {
  console.log(`\n${title}`);
  console.table(lines);
}
