/** Which places of a document can be led to. Typst fails where a link leads to a name that is not there, or twice. */
import type { TypstBlock, TypstInline } from './typstData.ts';

/** `body` with the references that lead nowhere as their words alone. */
export function withTargets(body: TypstBlock[]): TypstBlock[] {
  const names = new Map<string, number>();
  for (const name of namesIn(body)) names.set(name, (names.get(name) ?? 0) + 1);
  return unlinked(body, (name) => names.get(name) !== 1) as TypstBlock[];
}

/** The names in the data of blocks; those that come again with each head of a table twice. */
export function namesIn(data: unknown): string[] {
  if (typeof data !== 'object' || data === null) return [];
  const inner = Object.values(data).flatMap(namesIn);
  if (!('t' in data)) return inner;
  if ('id' in data && typeof data.id === 'string') return [data.id, ...inner];
  if (data.t !== 'table' || !('repeat' in data) || data.repeat !== true) return inner;
  const { cells, head } = data as unknown as { cells: { y: number }[]; head: number };
  return [...inner, ...namesIn(cells.filter(({ y }) => y < head))];
}

function unlinked(data: unknown, isGone: (name: string) => boolean): unknown {
  if (typeof data !== 'object' || data === null) return data;
  if (Array.isArray(data))
    return data.flatMap((item: unknown) =>
      isReference(item) && isGone(item.to)
        ? (unlinked(item.c, isGone) as unknown[])
        : [unlinked(item, isGone)],
    );
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, unlinked(value, isGone)]));
}

function isReference(data: unknown): data is Extract<TypstInline, { t: 'ref' }> {
  return typeof data === 'object' && data !== null && 't' in data && data.t === 'ref';
}
