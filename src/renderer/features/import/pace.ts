import { formatCount } from '../../ui/numbers.ts';

/** `612 a second, 1 min 40 s left`, as far as it is known; nothing for a rate that rounds to none. */
export function pace({ rate, remaining }: { rate: number | null; remaining: number | null }): string {
  // Before the first files are through.
  if (rate === null || rate < 0.05) return '';
  const speed = `${rate >= 10 ? formatCount(Math.round(rate)) : rate.toFixed(1)} a second`;
  return remaining === null ? speed : `${speed}, ${duration(remaining)} left`;
}

/** Coarser the longer it is: nobody waits for the second of an hour. */
export function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 10) return `${minutes} min ${whole % 60} s`;
  return minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
