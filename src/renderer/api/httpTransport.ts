import { DossierError, type Result } from '#contract/errors.ts';
import { decodeJson, encodeJson } from '#contract/json.ts';
import { events } from '#contract/events.ts';
import type { Transport } from './client.ts';

/** Web host: one POST a call, server-sent events, and an upload for files to import. */
export function httpTransport(): Transport {
  let source: EventSource | null = null;
  return {
    async call(name, input) {
      return post(`/op/${encodeURIComponent(name)}`, encodeJson(input), 'application/json');
    },
    onEvent(listener) {
      source ??= new EventSource('/events');
      const stream = source;
      const receive = (event: MessageEvent<string>): void => listener(event.type, decodeJson(event.data));
      const names = Object.keys(events);
      for (const name of names) stream.addEventListener(name, receive);
      return () => {
        for (const name of names) stream.removeEventListener(name, receive);
      };
    },
    async filePaths(files) {
      const paths: string[] = [];
      for (const file of files) {
        const staged = await post(
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

async function post(path: string, body: string | Blob, type: string): Promise<Result> {
  let response: Response;
  try {
    response = await fetch(path, { method: 'POST', body, headers: { 'content-type': type } });
  } catch {
    return failure('Dossier does not answer. Is it still running? Your last words are kept in this window.');
  }
  const text = await response.text();
  if (response.headers.get('content-type')?.startsWith('application/json') === true)
    return decodeJson(text) as Result;
  return failure(
    response.status === 401
      ? 'This window is no longer signed in to Dossier. Open the address that Dossier printed when it started.'
      : `Dossier answered ${response.status}: ${text.slice(0, 200)}`,
  );
}

function failure(message: string): Result {
  return { ok: false, error: { code: 'unavailable', message } };
}
