import { useEffect, useState } from 'react';

const EVERY = 30_000;

/** The time in milliseconds, good enough for `5 minutes ago`. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY);
    return () => clearInterval(timer);
  }, []);
  return now;
}
