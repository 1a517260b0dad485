/** What a version is called. */
import type { VersionKind, VersionSummary } from '#domain/versions/version.ts';

const KINDS: Readonly<Record<VersionKind, string>> = {
  named: '',
  automatic: 'Kept by itself',
  beforeDeletion: 'Before much was deleted',
  beforeRestore: 'Before an earlier version was restored',
};

export function versionTitle({ kind, name }: VersionSummary): string {
  return name ?? KINDS[kind];
}

/** `14:05`, in the time of this computer. */
export function timeOf(iso: string): string {
  return new Intl.DateTimeFormat(undefined, { timeStyle: 'short' }).format(new Date(iso));
}

/** `Today`, `Yesterday` or the date, in the time of this computer. */
export function dayOf(iso: string, now: number): string {
  const date = new Date(iso);
  const midnight = new Date(now).setHours(0, 0, 0, 0);
  const days = Math.round((midnight - new Date(date).setHours(0, 0, 0, 0)) / 86_400_000);
  if (days === 0) return 'Today';
  if (days === 1) return 'Yesterday';
  const isThisYear = date.getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(undefined, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(!isThisYear && { year: 'numeric' }),
  }).format(date);
}

/** `Yesterday 14:05 · Sent to the desk`. */
export function versionLine(version: VersionSummary, now: number): string {
  return `${dayOf(version.createdAt, now)} ${timeOf(version.createdAt)} · ${versionTitle(version)}`;
}
