import { useEffect, useState } from 'react';
import { createStore, useStore } from '../../../app/store.ts';
import type { BriefSession } from '../session.ts';
import { keepPages, type LivePages, type LivePagesState } from './livePages.ts';

const NOTHING = createStore<LivePagesState>({ pages: null, error: null, busy: true });

/** The pages of a brief, kept for as long as the component is there. */
export function useLivePages(session: BriefSession): LivePagesState & { refresh: () => void } {
  const [live, setLive] = useState<LivePages | null>(null);
  useEffect(() => {
    const kept = keepPages(session);
    setLive(kept);
    return () => {
      kept.dispose();
      setLive(null);
    };
  }, [session]);
  const state = useStore(live?.state ?? NOTHING);
  return { ...state, refresh: () => live?.refresh() };
}
