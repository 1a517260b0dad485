import { useEffect, useState } from 'react';
import type { SearchStatus } from '#contract/search.ts';
import { client } from '../../api/client.ts';
import { useOperation } from '../../api/useOperation.ts';

/** How far the search index is; null before the first answer. */
export function useSearchStatus(): SearchStatus | null {
  const { data } = useOperation('search.status', {});
  const [status, setStatus] = useState(data);
  useEffect(() => setStatus(data), [data]);
  useEffect(() => client.on('search.indexed', setStatus), []);
  return status;
}
