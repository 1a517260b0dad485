/** Which versions are kept as time goes by. */
import type { VersionKind } from './version.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

interface Kept {
  id: number;
  kind: VersionKind;
  /** ISO 8601. */
  createdAt: string;
}

/**
 * The ids of the versions that go: of the automatic ones all stay for a day, the last of each hour for a week, and
 * the last of each day (UTC) after that. Those that were kept before a deletion or a restore stay for thirty days and
 * are then treated alike. Named ones never go, nor does the latest of all. `now` in milliseconds.
 */
export function versionsToThin(versions: readonly Kept[], now: number): number[] {
  const going: number[] = [];
  const filled = new Set<string>();
  const newestFirst = versions.toSorted(
    (a, b) => Date.parse(b.createdAt) - Date.parse(a.createdAt) || b.id - a.id,
  );
  for (const { id, kind, createdAt } of newestFirst) {
    const time = Date.parse(createdAt);
    const age = now - time;
    if (kind === 'named' || age <= (kind === 'automatic' ? DAY : 30 * DAY)) continue;
    const unit = age <= 7 * DAY ? HOUR : DAY;
    const slot = `${unit}.${Math.floor(time / unit)}`;
    if (filled.has(slot)) going.push(id);
    filled.add(slot);
  }
  return going;
}
