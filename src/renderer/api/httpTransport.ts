import { DossierError, type Result } from '#contract/errors.ts';
import { decodeJson, encodeJson } from '#contract/json.ts';
import { events } from '#contract/events.ts';
import type { Transport } from './client.ts';
import { type Answer, post } from './posting.ts';

/** Web host: one POST a call, server-sent events, and an upload for files to import. */
export function httpTransport(): Transport {
  const stream = eventStream();
  watchLeaving();
  return {
    async call(name, input) {
      return send(`/op/${encodeURIComponent(name)}`, encodeJson(input), 'application/json');
    },
    onEvent: stream.onEvent,
    onBreak: stream.onBreak,
    async filePaths(files) {
      const paths: string[] = [];
      for (const file of files) {
        const staged = await send(
          `/stage?name=${encodeURIComponent(file.name)}`,
          file,
          'application/octet-stream',
        );
        if (!staged.ok) throw new DossierError(staged.error.code, staged.error.message);
        paths.push((staged.value as { path: string }).path);
      }
      return paths;
    },
  };
}

const REOPEN_AFTER = 2000;

/** One EventSource for all listeners. A browser reconnects by itself unless it was refused: then it is opened anew. */
function eventStream(): Required<Pick<Transport, 'onEvent' | 'onBreak'>> {
  const listeners = new Set<(name: string, payload: unknown) => void>();
  const breakListeners = new Set<() => void>();
  let open = false;

  const receive = (event: MessageEvent<string>): void => {
    const payload = decodeJson(event.data);
    for (const listener of listeners) listener(event.type, payload);
  };
  const connect = (): void => {
    open = true;
    const source = new EventSource('/events');
    for (const name of Object.keys(events)) source.addEventListener(name, receive);
    source.addEventListener('error', () => {
      for (const listener of breakListeners) listener();
      if (source.readyState === EventSource.CLOSED) setTimeout(connect, REOPEN_AFTER);
    });
  };

  return {
    onEvent(listener) {
      if (!open) connect();
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onBreak: (listener) => breakListeners.add(listener),
  };
}

let leaving = false;

/** Notes when the window is about to go, so that a last save outlives it. */
function watchLeaving(): void {
  for (const event of ['beforeunload', 'pagehide'])
    window.addEventListener(event, noteLeaving, { capture: true });
}

function noteLeaving(): void {
  leaving = true;
  // The window may stay after all.
  setTimeout(() => {
    leaving = false;
  }, 1000);
}

async function send(path: string, body: string | Blob, type: string): Promise<Result> {
  let answer: Answer;
  try {
    answer = await post(path, body, type, leaving);
  } catch {
    return failure('Dossier does not answer. Is it still running? Your last words are kept in this window.');
  }
  if (answer.type?.startsWith('application/json') === true) return decodeJson(answer.text) as Result;
  return failure(
    answer.status === 401
      ? 'This window is no longer signed in to Dossier. Open the address that Dossier printed when it started.'
      : `Dossier answered ${answer.status}: ${answer.text.slice(0, 200)}`,
  );
}

function failure(message: string): Result {
  return { ok: false, error: { code: 'unavailable', message } };
}
