/** A core that answers from a table, for tests of the hosts alone. */
import type { Result } from '#contract/errors.ts';
import type { EventName, EventPayload } from '#contract/events.ts';
import type { Core, EventListener } from '#core/index.ts';

export interface FakeCore extends Core {
  answers: Record<string, (input: never) => unknown>;
  calls: { name: string; input: unknown }[];
  emit<N extends EventName>(name: N, payload: EventPayload<N>): void;
  listeners: number;
  closed: boolean;
}

export function fakeCore(answers: Record<string, (input: never) => unknown> = {}): FakeCore {
  const listeners = new Set<EventListener>();
  const core: FakeCore = {
    answers,
    calls: [],
    closed: false,
    get listeners() {
      return listeners.size;
    },
    emit(name, payload) {
      for (const listener of listeners) listener(name, payload);
    },
    async dispatch(name, input): Promise<Result> {
      core.calls.push({ name, input });
      const run = core.answers[name];
      if (run === undefined)
        return { ok: false, error: { code: 'invalid_input', message: `There is no operation ${name}.` } };
      return { ok: true, value: await run(input as never) };
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      core.closed = true;
    },
  };
  return core;
}
