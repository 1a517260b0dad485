/// <reference lib="dom" />
/** What is put into a page to measure its keys. Each function runs in the page and stands alone. */

export interface KeyTimes {
  /** Milliseconds from keydown to the last change of the text's DOM that the key brought about itself. */
  dom: number;
  /** To the end of the frame that shows it. */
  painted: number;
}

export interface Recorder {
  /** When the DOM of the text changed last. */
  changed: number;
  /** The key that was pressed last; null where its frame has not been painted yet. */
  last: KeyTimes | null;
  /** Milliseconds of the listeners of the key that was pressed last, where the editor is Lexical. */
  listeners: number;
  /** The pieces of work in which a brief was saved. */
  saves: Save[];
  observer: MutationObserver;
}

/** In milliseconds. */
export interface Save {
  all: number;
  /** Of it, handing the request over to the browser: more where it tells a driver such as Playwright of it. */
  request: number;
}

declare global {
  interface Window {
    bench: Recorder;
  }
}

/** Once for a page, before its `watchText`. */
export function installRecorder(): void {
  const observer = new MutationObserver(() => {
    window.bench.changed = performance.now();
  });
  const bench: Recorder = { changed: 0, last: null, listeners: 0, saves: [], observer };
  window.bench = bench;
  window.addEventListener(
    'keydown',
    (event) => {
      if (['Control', 'Meta', 'Shift'].includes(event.key)) return;
      bench.last = null;
      bench.listeners = 0;
      const start = performance.now();
      bench.changed = start;
      requestAnimationFrame(() =>
        setTimeout(() => {
          bench.last = { dom: bench.changed - start, painted: performance.now() - start };
        }),
      );
    },
    { capture: true },
  );
}

/** For each text that is opened anew. */
export function watchText(): void {
  const { observer } = window.bench;
  observer.disconnect();
  const area = document.querySelector('[contenteditable="true"]')!;
  observer.observe(area, { subtree: true, childList: true, characterData: true });
}

/** Times the listeners of a Lexical editor, of updates and of mutations. */
export function timeListeners(): void {
  // Where Lexical keeps them.
  const editor = Reflect.get(document.querySelector('[contenteditable="true"]')!, '__lexicalEditor') as {
    _listeners: { update: Map<() => void, unknown>; mutation: Map<(...args: unknown[]) => void, unknown> };
  };
  // oxlint-disable-next-line no-underscore-dangle
  const { update, mutation } = editor._listeners;
  let began = 0;
  const first = (): void => void (began = performance.now());
  const last = (): void => void (window.bench.listeners += performance.now() - began);
  update[Symbol.iterator] = function* entries() {
    yield [first, undefined];
    yield* Map.prototype.entries.call(update) as MapIterator<[() => void, unknown]>;
    yield [last, undefined];
    return undefined;
  };
  mutation[Symbol.iterator] = function* entries() {
    for (const [listener, classes] of Map.prototype.entries.call(mutation) as MapIterator<
      [(...args: unknown[]) => void, unknown]
    >)
      yield [
        (...args: unknown[]): void => {
          const start = performance.now();
          listener(...args);
          window.bench.listeners += performance.now() - start;
        },
        classes,
      ];
    return undefined;
  };
}

/** Times the pieces of work in pauses of the window in which a brief was saved; once for a page. */
export function timeSaves(): void {
  let request: number | null = null;
  const timed = <T>(path: unknown, send: () => T): T => {
    const start = performance.now();
    const answer = send();
    if (typeof path === 'string' && path.includes('briefs.save')) request = performance.now() - start;
    return answer;
  };
  const call = window.fetch;
  window.fetch = (input, init) => timed(input, () => call(input, init));
  // Large ones go through a thread.
  const posted = Object.getOwnPropertyDescriptor(Worker.prototype, 'postMessage')!;
  const post = posted.value as (this: Worker, message: { path?: string }, options?: object) => void;
  Worker.prototype.postMessage = function timedPost(message: { path?: string }, options?: object) {
    timed(message.path, () => post.call(this, message, options));
  };
  const whenIdle = window.requestIdleCallback.bind(window);
  window.requestIdleCallback = (run, options) =>
    whenIdle((deadline) => {
      request = null;
      const start = performance.now();
      run(deadline);
      if (request !== null) window.bench.saves.push({ all: performance.now() - start, request });
    }, options);
}

/** Resolves with the key that was pressed last, once its frame is painted. */
export function lastKey(): Promise<KeyTimes & { listeners: number }> {
  return new Promise((resolve) => {
    const look = (): void => {
      const { last, listeners } = window.bench;
      if (last === null) requestAnimationFrame(look);
      else resolve({ ...last, listeners });
    };
    look();
  });
}

export type Place = 'start' | 'middle' | 'end' | 'table';

/** Puts the caret into the middle of a paragraph, or of a cell, and scrolls there. */
export async function placeCaret(place: Place): Promise<void> {
  const area = document.querySelector<HTMLElement>('[contenteditable="true"]')!;
  const among = [...area.querySelectorAll(place === 'table' ? 'td p' : ':scope > p')];
  const share = { start: 0, middle: 0.45, end: 1, table: 0.5 }[place];
  const element = among[Math.round((among.length - 1) * share)]!;
  area.focus({ preventScroll: true });
  element.scrollIntoView({ block: 'center' });
  const frame = (): Promise<void> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
    });
  await frame();
  element.scrollIntoView({ block: 'center' });
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text;
  getSelection()!.collapse(text, Math.floor(text.length / 2));
  await frame();
  await frame();
}
