import { useCallback, useEffect, useRef, useState } from 'react';
import type { EventName } from '#contract/events.ts';
import type { OperationInput, OperationName, OperationOutput } from '#contract/index.ts';
import { client } from './client.ts';
import { lostConnection } from './connection.ts';

export interface OperationState<T> {
  /** The last answer; kept while a newer one is under way. */
  data: T | null;
  error: Error | null;
  loading: boolean;
  reload: () => void;
}

/**
 * Runs a query and keeps its answer. It runs again when `input` changes (compared as JSON) and after each of
 * the events named, and when a lost connection is back. A null input runs nothing. Answers that arrive out of order are dropped.
 */
export function useOperation<N extends OperationName>(
  name: N,
  input: OperationInput<N> | null,
  refreshOn: EventName[] = [],
): OperationState<OperationOutput<N>> {
  const [state, setState] = useState<Omit<OperationState<OperationOutput<N>>, 'reload'>>({
    data: null,
    error: null,
    loading: input !== null,
  });
  const [turn, setTurn] = useState(0);
  const key = input === null ? null : JSON.stringify(input);
  const latest = useRef(0);

  useEffect(() => {
    latest.current += 1;
    const run = latest.current;
    if (key === null) {
      setState({ data: null, error: null, loading: false });
      return;
    }
    setState((before) => ({ ...before, loading: true }));
    client.call(name, JSON.parse(key) as OperationInput<N>).then(
      (data) => {
        if (run === latest.current) setState({ data, error: null, loading: false });
      },
      (error: unknown) => {
        if (run === latest.current)
          setState((before) => ({ ...before, error: error as Error, loading: false }));
      },
    );
  }, [name, key, turn]);

  const reload = useCallback(() => setTurn((before) => before + 1), []);
  const eventKey = refreshOn.join(' ');
  useEffect(() => {
    const names = eventKey === '' ? [] : (eventKey.split(' ') as EventName[]);
    const ends = names.map((event) => client.on(event, reload));
    ends.push(lostConnection.subscribe(() => lostConnection.get() === null && reload()));
    return () => {
      for (const end of ends) end();
    };
  }, [eventKey, reload]);

  return { ...state, reload };
}
