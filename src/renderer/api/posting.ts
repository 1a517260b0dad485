/** POST requests to the host: what is large goes through a thread of its own. */

export interface Answer {
  status: number;
  /** The media type of the text; null where none is said. */
  type: string | null;
  text: string;
}

/** What the thread is told. */
export interface ToPost {
  id: number;
  path: string;
  body: string;
  type: string;
}

/** What it tells; null where nobody answered. */
export interface Posted {
  id: number;
  answer: Answer | null;
}

/** Characters from which on it pays. */
const LARGE = 50_000;

/** Browsers let requests of this much, all together, outlive their window (64 KiB, Fetch standard). */
const KEEPALIVE_BYTES = 60_000;

/**
 * Rejects where nobody answers. `isLeaving`: the window may go before the answer comes, and its threads with it.
 */
export async function post(
  path: string,
  body: string | Blob,
  type: string,
  isLeaving: boolean,
): Promise<Answer> {
  if (typeof body === 'string' && body.length >= LARGE && !isLeaving) {
    const posted = thread()?.post(path, body, type);
    if (posted !== undefined) return posted;
  }
  const response = await fetch(path, {
    method: 'POST',
    body,
    headers: { 'content-type': type },
    keepalive: isLeaving && new Blob([body]).size < KEEPALIVE_BYTES,
  });
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    text: await response.text(),
  };
}

interface Thread {
  post(path: string, body: string, type: string): Promise<Answer>;
}

/** Null where it does not start: the window then posts by itself. */
let started: Thread | null | undefined;

function thread(): Thread | null {
  if (started === undefined) started = start();
  return started;
}

function start(): Thread {
  const waiting = new Map<number, { resolve: (answer: Answer) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  const worker = new Worker(new URL('./posting.worker.ts', import.meta.url), { type: 'module' });
  worker.addEventListener('message', ({ data: { id, answer } }: MessageEvent<Posted>) => {
    const call = waiting.get(id);
    waiting.delete(id);
    if (answer === null) call?.reject(new TypeError('Nobody answers.'));
    else call?.resolve(answer);
  });
  worker.addEventListener('error', () => {
    started = null;
    for (const { reject } of waiting.values()) reject(new TypeError('The thread that posts has ended.'));
    waiting.clear();
  });
  return {
    post: (path, body, type) =>
      new Promise((resolve, reject) => {
        lastId += 1;
        waiting.set(lastId, { resolve, reject });
        worker.postMessage({ id: lastId, path, body, type } satisfies ToPost);
      }),
  };
}
