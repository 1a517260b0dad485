/** Calls and notifications over a message port, in both directions. Values travel by structured clone. */
import { parentPort } from 'node:worker_threads';
import { DossierError, type ErrorCode } from '#contract/errors.ts';

/** The part of MessagePort and Worker that is used here. */
export interface Endpoint {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
}

/** A set of functions as the far side sees it: everything is asynchronous. */
export type Remote<T> = {
  [K in keyof T]: T[K] extends (...args: infer A) => infer R ? (...args: A) => Promise<Awaited<R>> : never;
};

type Message =
  /** The far side is loaded. */
  | { kind: 'ready' }
  /** To a worker thread: end, as soon as nothing runs. */
  | { kind: 'end' }
  | { kind: 'call'; id: number; method: string; args: unknown[] }
  | { kind: 'return'; id: number; value: unknown }
  | {
      kind: 'throw';
      id: number;
      error: SentError;
    };

interface SentError {
  /** Of a DossierError. */
  code: ErrorCode | null;
  /** Of an error of the system or of SQLite, such as `ENOSPC`. */
  systemCode: string | null;
  message: string;
  stack: string | undefined;
}

export interface Peer<T> {
  /** The far side's methods. */
  remote: Remote<T>;
  /** Resolves once the far side has connected, too. */
  ready: Promise<void>;
  /** Asks a worker thread on the far side to end between two calls. */
  end(): void;
  /** Fails every call under way and all later ones, for instance because the far side ended. */
  close(reason: Error): void;
}

/**
 * Serves `local` to the far side of `endpoint` and returns the far side's methods. A DossierError keeps its
 * code on the way; any other error arrives as an Error with the same message and, where it has one, code.
 */
export function connect<T>(endpoint: Endpoint, local: object): Peer<T> {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  let closed: Error | null = null;
  const ready = Promise.withResolvers<void>();

  const serve = async (message: Extract<Message, { kind: 'call' }>): Promise<void> => {
    const { id, method, args } = message;
    try {
      if (!Object.hasOwn(local, method)) throw new Error(`No method ${method} on this side.`);
      const run = (local as Record<string, (...args: unknown[]) => unknown>)[method]!;
      endpoint.postMessage({ kind: 'return', id, value: await run(...args) } satisfies Message);
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown));
      const { message: text, stack } = error;
      const code = error instanceof DossierError ? error.code : null;
      const systemCode = code === null && 'code' in error ? String(error.code) : null;
      endpoint.postMessage({
        kind: 'throw',
        id,
        error: { code, systemCode, message: text, stack },
      } satisfies Message);
    }
  };

  endpoint.on('message', (received) => {
    const message = received as Message;
    if (message.kind === 'ready') {
      ready.resolve();
      return;
    }
    if (message.kind === 'end') {
      // In a worker thread this ends the thread alone.
      if (endpoint === parentPort) process.exit();
      return;
    }
    if (message.kind === 'call') {
      void serve(message);
      return;
    }
    const call = waiting.get(message.id);
    if (call === undefined) return;
    waiting.delete(message.id);
    if (message.kind === 'return') call.resolve(message.value);
    else call.reject(revive(message.error));
  });

  const remote = new Proxy(
    {},
    {
      get: (_target, method) => {
        // A peer must not look like a promise.
        if (typeof method !== 'string' || method === 'then') return undefined;
        return (...args: unknown[]) =>
          new Promise((resolve, reject) => {
            if (closed !== null) {
              reject(closed);
              return;
            }
            lastId += 1;
            waiting.set(lastId, { resolve, reject });
            endpoint.postMessage({ kind: 'call', id: lastId, method, args } satisfies Message);
          });
      },
    },
  ) as Remote<T>;

  endpoint.postMessage({ kind: 'ready' } satisfies Message);
  return {
    remote,
    ready: ready.promise,
    end: () => endpoint.postMessage({ kind: 'end' } satisfies Message),
    close(reason) {
      closed = reason;
      for (const call of waiting.values()) call.reject(reason);
      waiting.clear();
    },
  };
}

function revive(error: SentError): Error {
  const revived =
    error.code === null ? new Error(error.message) : new DossierError(error.code, error.message);
  if (error.systemCode !== null) Object.assign(revived, { code: error.systemCode });
  if (error.stack !== undefined) revived.stack = error.stack;
  return revived;
}
