import { useMemo } from 'react';
import { useOperation } from '../../api/useOperation.ts';
import { useStore } from '../../app/store.ts';
import { groupHits } from './hits.ts';
import { relatedTo } from './searchState.ts';
import type { Rows } from './useSearch.ts';

/** Answers are told apart by numbers that searches do not use. */
const numbers = new WeakMap<object, number>();
let lastNumber = 0;

function numberOf(answer: object): number {
  const number = numbers.get(answer) ?? (lastNumber -= 1);
  numbers.set(answer, number);
  return number;
}

const LIMIT = 50;
const LONGEST = 20_000;

export interface Related {
  /** What the passages are related to; null while none are shown. */
  text: string | null;
  /** Null before the answer. */
  rows: Rows | null;
  error: Error | null;
}

/** Passages of other articles that are about the same as what was chosen in the reader. */
export function useRelated(): Related {
  const wish = useStore(relatedTo);
  const asked =
    wish === null
      ? null
      : { text: wish.text.slice(0, LONGEST), excludeArticleIds: [wish.articleId], limit: LIMIT };
  const { data, error, loading } = useOperation('search.related', asked);
  const rows = useMemo((): Rows | null => {
    if (data === null) return null;
    const articles = groupHits(data.hits);
    return {
      total: articles.length,
      at: (row) => articles[row],
      show: () => undefined,
      unfold: () => undefined,
      generation: numberOf(data),
    };
  }, [data]);
  return { text: wish?.text ?? null, rows: loading && data === null ? null : rows, error };
}
