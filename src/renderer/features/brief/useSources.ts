/** Sources to cite, as the library suggests them for what is typed. */
import type { SuggestedSource } from '#contract/search.ts';
import { DossierError } from '#contract/errors.ts';
import { useEffect, useRef, useState } from 'react';
import { client } from '../../api/client.ts';

export interface Suggestions {
  sources: readonly SuggestedSource[];
  /** The words that they were found by; null before the first answer. */
  words: string | null;
}

const NONE: Suggestions = { sources: [], words: null };
/** Sources shown at once. */
const MOST = 10;

/** The best source for `words`; null where there is none. Rejects as `search.sources` does. */
export async function bestSource(words: string, cited: number[]): Promise<SuggestedSource | null> {
  for (;;)
    try {
      const { sources } = await client.call('search.sources', { query: words, cited, limit: MOST });
      return sources[0] ?? null;
    } catch (error) {
      // Another question took its place; this one has to be answered.
      if (!(error instanceof DossierError && error.code === 'cancelled')) throw error;
    }
}

/**
 * Suggestions for `words`; null asks for none. The last ones stay until the next are there: `words` of the answer says
 * what it is about. `cited` are the brief's own sources, the latest first.
 */
export function useSources(words: string | null, cited: () => number[]): Suggestions {
  const [found, setFound] = useState(NONE);
  const own = useRef<number[]>([]);
  const isOpen = words !== null;
  const latest = useRef(cited);
  useEffect(() => {
    latest.current = cited;
  });
  useEffect(() => {
    if (isOpen) own.current = latest.current();
    else setFound(NONE);
  }, [isOpen]);
  useEffect(() => {
    if (words === null) return undefined;
    let current = true;
    client.call('search.sources', { query: words, cited: own.current, limit: MOST }).then(
      ({ sources }) => {
        if (current) setFound({ sources, words });
      },
      (error: unknown) => {
        // A newer question took its place.
        if (error instanceof DossierError && error.code === 'cancelled') return;
        if (current) setFound({ sources: [], words });
      },
    );
    return () => {
      current = false;
    };
  }, [words]);
  return found;
}
