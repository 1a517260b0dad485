/** Which places of a document can be led to. Typst fails where a link leads to a name that is not there, or twice. */
import type { TypstBlock, TypstInline } from './typstData.ts';

/** `body` with the references that lead nowhere as their words alone. */
export function withTargets(body: TypstBlock[]): TypstBlock[] {
  const names = new Map<string, number>();
  for (const name of namesIn(body)) names.set(name, (names.get(name) ?? 0) + 1);
  const isGone = (name: string): boolean => names.get(name) !== 1;
  let isAnyGone = false;
  eachNode(body, (node) => {
    if (isReference(node) && isGone(node.to)) isAnyGone = true;
  });
  return isAnyGone ? (unlinked(body, isGone) as TypstBlock[]) : body;
}

/** The names in the data of blocks; those that come again with each head of a table twice. */
export function namesIn(data: unknown): string[] {
  const names: string[] = [];
  eachNode(data, (node) => {
    if ('id' in node && typeof node.id === 'string') names.push(node.id);
    if (node.t !== 'table' || !('repeat' in node) || node.repeat !== true) return;
    const { cells, head } = node as unknown as { cells: { y: number }[]; head: number };
    names.push(...namesIn(cells.filter(({ y }) => y < head)));
  });
  return names;
}

/** Everything of the template's kinds (`t`) in the data. */
function eachNode(data: unknown, meet: (node: { t: unknown }) => void): void {
  if (typeof data !== 'object' || data === null) return;
  if ('t' in data) meet(data);
  for (const value of Object.values(data)) eachNode(value, meet);
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
