/**
 * Citations of a long brief: 500 of 200 sources, beside bare citeproc in the same run, and in the real window. Needs
 * a build.
 */
import { cpus } from 'node:os';
import type { Page } from '@playwright/test';
import { createEngine, FORMAT_NAME } from '#core/citations/engine/createEngine.ts';
import { engineCite, engineItem } from '#core/citations/engine/engineInput.ts';
import type { CitationItem, CitationsProgress } from '#domain/citation.ts';
import { listChanges } from '#domain/listChanges.ts';
import { DOC_VERSION, type StoredNode } from '#domain/document/stored.ts';
import { App } from '../e2e/app.ts';
import { closeBrowser, launchWeb } from '../e2e/hosts/index.ts';
import { type BenchCore, openBenchCore, temporaryFolder } from './core.ts';
import { syntheticLibrary } from './library.ts';
import { printRows, type Row, timeEach } from './measure.ts';
import { createRandom, type Random } from './random.ts';
import { word } from './words.ts';

const SOURCES = 200;
const CITATIONS = 500;
const PARAGRAPHS = 125;
/** As many as a window shows at once. */
const IN_VIEW = 25;
/** Milliseconds after which a pause has been saved. */
const SAVED = 2000;
/** Milliseconds: quicker than anybody types, and yet each key has a frame of its own. */
const BETWEEN_KEYS = 30;
const RUNS = Number(process.env['DOSSIER_BENCH_RUNS'] ?? 15);
const STYLES = [
  ['chicago-notes', 'Chicago notes'],
  ['apa', 'APA'],
] as const;

type Clusters = CitationItem[][];
type Change = 'edit' | 'insert';

export async function benchCite(): Promise<void> {
  const library = syntheticLibrary(temporaryFolder(), SOURCES);
  const core = await openBenchCore(library);
  const clusters = citedTwiceAndMore(createRandom(7));
  const rows: Row[] = [];
  for (const [styleId, name] of STYLES) rows.push(...(await operations(core, styleId, name, clusters)));
  rows.push(await styleSwitch(core, clusters));
  printRows(`${CITATIONS} citations of ${SOURCES} sources, by operation (${cpus().length} processors)`, rows);

  const briefs = new Map<string, string>();
  for (const [styleId] of STYLES) {
    const title = `Brief in ${styleId}`;
    const { id } = await core.call('briefs.create', { title, document: longBrief(clusters) });
    await core.call('briefs.updateSettings', { id, settings: { styleId } });
    briefs.set(styleId, title);
  }
  await core.close();
  await inTheWindow(library, briefs);
}

/** Each source at least once, the others drawn anew, most with a locator. */
function citedTwiceAndMore(random: Random): Clusters {
  return Array.from({ length: CITATIONS }, (_unused, index) => [
    {
      articleId: index < SOURCES ? index + 1 : random.integer(1, SOURCES),
      ...(index % 4 === 0 ? {} : { locator: String(random.integer(1, 400)), label: 'page' as const }),
    },
  ]);
}

/** An edit in the middle and an insertion at the top, each of a brief that is formatted. */
async function operations(
  core: BenchCore,
  styleId: string,
  name: string,
  clusters: Clusters,
): Promise<Row[]> {
  let known: string | null = null;
  let asked: Clusters = [];
  const ask = async (changed: Clusters, first: number[]): Promise<CitationsProgress> => {
    const changes = listChanges(asked, changed);
    const request = { styleId, language: 'en', clusters: changes, first, known };
    const progress = await core.call('citations.formatSoon', request);
    known = progress.answer;
    asked = changed;
    return progress;
  };
  const rest = async (progress: CitationsProgress): Promise<void> => {
    let { answer, bibliography } = progress;
    while (bibliography === null)
      ({ answer, bibliography } = await core.call('citations.formatMore', { answer, first: [] }));
    known = answer;
  };
  const around = Array.from({ length: IN_VIEW }, (_unused, index) => 250 + index);
  const top = Array.from({ length: IN_VIEW }, (_unused, index) => index);
  await rest(await ask(clusters, top));

  let step = 0;
  const edited = (): Clusters => clusters.with(250, [{ ...clusters[250]![0]!, locator: `${(step += 1)}` }]);
  const inserted = (): Clusters => [[{ articleId: ((step += 1) % SOURCES) + 1 }], ...clusters];
  const edits: number[] = [];
  const inserts: number[] = [];
  const wholes: number[] = [];
  for (let count = 0; count < RUNS; count += 1) {
    const before = performance.now();
    const edit = await ask(edited(), around);
    edits.push(performance.now() - before);
    await rest(edit);
    await rest(await ask(clusters, []));
    const start = performance.now();
    const insert = await ask(inserted(), top);
    inserts.push(performance.now() - start);
    await rest(insert);
    wholes.push(performance.now() - start);
    await rest(await ask(clusters, []));
  }
  const bare = await bareEngine(core, styleId, clusters);
  return [
    { what: `${name}: edit a locator`, ours: edits, floor: bare.edits, floorIs: 'bare citeproc' },
    {
      what: `${name}: insert at the top, those in view`,
      ours: inserts,
      floor: bare.inserts,
      floorIs: 'bare citeproc, all',
    },
    {
      what: `${name}: insert at the top, all and the list`,
      ours: wholes,
      floor: bare.wholes,
      floorIs: 'bare citeproc',
    },
  ];
}

/** The same by `processCitationCluster` and `makeBibliography` alone, in this thread. */
async function bareEngine(
  core: BenchCore,
  styleId: string,
  clusters: Clusters,
): Promise<{ edits: number[]; inserts: number[]; wholes: number[] }> {
  const ids = Array.from({ length: SOURCES }, (_unused, index) => index + 1);
  const articles = await core.call('articles.summaries', { ids });
  const items = new Map(articles.map(({ id, csl }) => [String(id), engineItem(id, csl)]));
  const engine = createEngine(styleId, 'en', items);
  const isNote = engine.opt.xclass === 'note';
  const citation = (id: string, cluster: CitationItem[], at: number) => ({
    citationID: id,
    citationItems: cluster.map((cite) => engineCite(cite, { opensNote: false, isNamed: false })),
    properties: { noteIndex: isNote ? at + 1 : 0 },
  });
  const places = (from: number, to: number, shift = 0): [string, number][] =>
    Array.from({ length: to - from }, (_unused, index) => [
      `c${from + index}`,
      isNote ? from + index + 1 + shift : 0,
    ]);
  engine.rebuildProcessorState(
    clusters.map((cluster, at) => citation(`c${at}`, cluster, at)),
    FORMAT_NAME,
    [],
  );
  engine.makeBibliography();
  const edits = await timeEach(Array.from({ length: RUNS }), () => {
    const cluster = [{ ...clusters[250]![0]!, locator: String(Math.random()).slice(2, 5) }];
    engine.processCitationCluster(citation('c250', cluster, 250), places(0, 250), places(251, CITATIONS));
  });
  const inserts: number[] = [];
  // Without its list: that is the same in each of them.
  const list = await timeEach([1, 2, 3], () => engine.makeBibliography());
  for (let count = 0; count < 3; count += 1) {
    const start = performance.now();
    engine.processCitationCluster(
      citation('new', [{ articleId: count + 3 }], 0),
      [],
      places(0, CITATIONS, 1),
    );
    inserts.push(performance.now() - start);
    const [first, ...others] = places(0, CITATIONS);
    engine.processCitationCluster(citation(first![0], clusters[0]!, 0), [], others);
  }
  return { edits, inserts, wholes: inserts.map((time, index) => time + list[index]!) };
}

/** Back and forth between two styles that were used before. */
async function styleSwitch(core: BenchCore, clusters: Clusters): Promise<Row> {
  const first = Array.from({ length: IN_VIEW }, (_unused, index) => index);
  const ours = await timeEach(Array.from({ length: RUNS }), () =>
    timeEach(STYLES, ([styleId]) =>
      core.call('citations.formatSoon', {
        styleId,
        language: 'en',
        clusters: [{ items: clusters }],
        first,
        known: null,
      }),
    ),
  );
  const floor = await timeEach(Array.from({ length: RUNS }), () =>
    core.call('articles.summaries', { ids: Array.from({ length: SOURCES }, (_unused, index) => index + 1) }),
  );
  const each = ours.map((both) => both / STYLES.length);
  return { what: 'style switch, those in view', ours: each, floor, floorIs: 'the metadata alone' };
}

function longBrief(clusters: Clusters) {
  const random = createRandom(3);
  const text = (words: number): StoredNode => ({
    type: 'text',
    version: 1,
    text: ` ${Array.from({ length: words }, () => word(random.integer(0, 4000))).join(' ')}`,
  });
  const each = CITATIONS / PARAGRAPHS;
  const children = Array.from({ length: PARAGRAPHS }, (_unused, index): StoredNode => ({
    type: 'paragraph',
    version: 1,
    children: clusters
      .slice(index * each, (index + 1) * each)
      .flatMap((items) => [text(25), { type: 'citation', version: 1, items }]),
  }));
  return { docVersion: DOC_VERSION, root: { type: 'root', version: 1, children } };
}

async function inTheWindow(library: string, briefs: ReadonlyMap<string, string>): Promise<void> {
  const host = await launchWeb({ library });
  try {
    const { page } = host;
    const app = new App(page);
    const change = (kind: Change): Promise<number> => page.evaluate<number, Change>(changeCitation, kind);
    const rows: Row[] = [];
    for (const [styleId, name] of STYLES) {
      await app.openBrief(briefs.get(styleId)!);
      await page.waitForFunction(isSettled);
      await page.locator('[contenteditable="true"]').focus();
      await page.keyboard.press('ControlOrMeta+Home');
      const idle = await typing(page, null);
      const edits: number[] = [];
      const inserts: number[] = [];
      const during: number[] = [];
      for (let count = 0; count < RUNS; count += 1) {
        // Words that were typed are saved a second later, by the thread that labels come through.
        await page.waitForTimeout(SAVED);
        edits.push(await change('edit'));
        await page.waitForFunction(isSettled);
        during.push(...(await typing(page, async () => inserts.push(await change('insert')))).waits);
        await page.waitForFunction(isSettled);
      }
      rows.push(
        {
          what: `${name}: edit, to the label on the screen`,
          ours: edits,
          floor: idle.frames,
          floorIs: 'a key',
        },
        {
          what: `${name}: insert at the top, to all labels in view`,
          ours: inserts,
          floor: idle.frames,
          floorIs: 'a key',
        },
        {
          what: `${name}: a key waits while 500 are formatted`,
          ours: during,
          floor: idle.waits,
          floorIs: 'a key before',
        },
      );
    }
    printRows(`${CITATIONS} citations in the window`, rows);
  } finally {
    await host.close();
    await closeBrowser();
  }
}

interface Keys {
  /** Milliseconds from a key to the window's first look at it. */
  waits: number[];
  /** Milliseconds from there until the frame with all that the key set off. */
  frames: number[];
}

/** Types 40 keys, a change of a citation among them. */
async function typing(page: Page, change: (() => Promise<unknown>) | null): Promise<Keys> {
  await page.evaluate(() => {
    const root = document.querySelector<HTMLElement>('[contenteditable="true"]')!;
    const keys: Keys = { waits: [], frames: [] };
    const onKey = (event: KeyboardEvent): void => {
      const start = performance.now();
      keys.waits.push(start - event.timeStamp);
      // After everything that the key sets off in this turn and the next.
      requestAnimationFrame(() => setTimeout(() => keys.frames.push(performance.now() - start)));
    };
    root.addEventListener('keydown', onKey, { capture: true });
    const stop = (): Keys => {
      root.removeEventListener('keydown', onKey, { capture: true });
      return keys;
    };
    Object.assign(window, { benchStop: stop });
    root.focus();
  });
  const changed = change?.();
  for (let count = 0; count < 40; count += 1) {
    await page.keyboard.press(count % 2 === 0 ? 'x' : 'Backspace');
    await page.waitForTimeout(BETWEEN_KEYS);
  }
  await changed;
  return page.evaluate(() => (window as unknown as { benchStop: () => Keys }).benchStop());
}

/** In the page: whether every citation has its text. */
function isSettled(): boolean {
  const marks = [...document.querySelectorAll('[data-cite-key]')];
  const hasText = /: (?!details are missing$)/u;
  return marks.length >= 500 && marks.every((mark) => hasText.test(mark.getAttribute('aria-label') ?? ''));
}

/**
 * In the page: gives a citation in view another locator, or puts one before all others, as the interface does.
 * Milliseconds to the frame that shows the text of every citation in view.
 */
function changeCitation(kind: Change): Promise<number> {
  interface CitationNode {
    constructor: new () => CitationNode;
    setItems(items: object[]): void;
    insertBefore(node: CitationNode): void;
  }
  interface Editor {
    update(change: () => void, options: { discrete: true }): void;
    getEditorState(): object;
  }
  const root = document.querySelector<HTMLElement>('[contenteditable="true"]')!;
  // Where Lexical keeps them.
  const editor = Reflect.get(root, '__lexicalEditor') as Editor;
  const state = window as unknown as { benchStep: number };
  state.benchStep = (state.benchStep || 0) + 1;
  const first = root.querySelector('[data-cite-key]')!;
  const spoken = (mark: Element | null): string => mark?.getAttribute('aria-label') ?? '';
  const before = spoken(first);
  const hasText = /: (?!details are missing$)/u;
  const isShown = (mark: Element): boolean => hasText.test(spoken(mark));
  const inView = (): Element[] =>
    [...root.querySelectorAll('[data-cite-key]')].slice(0, 40).filter((mark) => {
      const { top, bottom } = mark.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
  return new Promise((resolve, reject) => {
    const start = performance.now();
    editor.update(
      () => {
        const nodes = Reflect.get(editor.getEditorState(), '_nodeMap') as Map<string, CitationNode>;
        const node = nodes.get(first.getAttribute('data-cite-key')!)!;
        if (kind === 'edit') {
          node.setItems([{ articleId: 1, locator: String(state.benchStep), label: 'page' }]);
          return;
        }
        const added = new node.constructor();
        added.setItems([{ articleId: (state.benchStep % 200) + 1, locator: '7', label: 'page' }]);
        node.insertBefore(added);
      },
      { discrete: true },
    );
    const look = (): void => {
      const mark = root.querySelector('[data-cite-key]')!;
      // Where it stands is asked once: that takes milliseconds itself.
      if (spoken(mark) === before || !hasText.test(spoken(mark)) || !inView().every(isShown)) {
        requestAnimationFrame(look);
        return;
      }
      if (!inView().includes(mark)) reject(new Error('The citation that was changed is not in view.'));
      setTimeout(() => resolve(performance.now() - start));
    };
    requestAnimationFrame(look);
  });
}
