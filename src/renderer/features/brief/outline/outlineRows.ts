/** The rows of the outline, from the headings. */
import type { Heading } from '#editor/outline/headings.ts';
import type { NodeKey } from 'lexical';

export interface OutlineRow {
  heading: Heading;
  /** From 0: how deep it is below the highest level in the brief. */
  depth: number;
  /** The row that it lies below; null for those at the outermost. */
  outer: OutlineRow | null;
  /** Undefined where nothing lies below it. */
  expanded: boolean | undefined;
  /** Place among the rows with the same outer one, from 1, and how many these are. */
  position: number;
  siblings: number;
}

/** Those below a closed one are left out. */
export function outlineRows(headings: readonly Heading[], closed: ReadonlySet<NodeKey>): OutlineRow[] {
  const highest = Math.min(...headings.map(({ level }) => level));
  const below = new Map<OutlineRow | null, OutlineRow[]>();
  const path: OutlineRow[] = [];
  const rows = headings.map((heading) => {
    while (path.length > 0 && path.at(-1)!.heading.level >= heading.level) path.pop();
    const outer = path.at(-1) ?? null;
    const siblings = below.get(outer) ?? [];
    const row: OutlineRow = {
      heading,
      depth: heading.level - highest,
      outer,
      expanded: undefined,
      position: siblings.length + 1,
      siblings: 0,
    };
    below.set(outer, [...siblings, row]);
    path.push(row);
    return row;
  });
  for (const row of rows) {
    row.siblings = below.get(row.outer)!.length;
    if (below.has(row)) row.expanded = !closed.has(row.heading.key);
  }
  return rows.filter(isShown);
}

function isShown({ outer }: OutlineRow): boolean {
  return outer === null || (outer.expanded !== false && isShown(outer));
}

/**
 * The heading before which a section goes that is dropped before row `gap` (the number of rows: behind the last one).
 * Null stands for the end; undefined where it may not go there, or is there already.
 */
export function dropTarget(
  headings: readonly Heading[],
  rows: readonly OutlineRow[],
  dragged: NodeKey,
  gap: number,
): NodeKey | null | undefined {
  const from = headings.findIndex(({ key }) => key === dragged);
  const own = headings[from];
  if (own === undefined) return undefined;
  const behind = headings.findIndex(
    ({ level, parent }, index) => index > from && parent === own.parent && level <= own.level,
  );
  const until = behind < 0 ? headings.length : behind;
  const shown = rows[gap]?.heading.key;
  const at = shown === undefined ? headings.length : headings.findIndex(({ key }) => key === shown);
  const target = headings.findIndex(({ parent }, index) => index >= at && parent === own.parent);
  if (target < 0) return until === headings.length ? undefined : null;
  return target >= from && target <= until ? undefined : headings[target]!.key;
}
