/** Timing and printing, shared by the benchmarks. */

/** Milliseconds that each call took, in order. */
export async function timeEach<T>(inputs: readonly T[], run: (input: T) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (const input of inputs) {
    const start = performance.now();
    await run(input);
    times.push(performance.now() - start);
  }
  return times;
}

/** The value below which the share `p` (0 to 1) of the values lies, by nearest rank. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))] ?? Number.NaN;
}

export interface Row {
  what: string;
  ours: number[];
  /** The same work at its cheapest, in the same run. */
  floor: number[];
  floorIs: string;
}

/** Prints p50 and p95 in milliseconds beside the floor, and their ratio at p50. */
export function printRows(title: string, rows: Row[]): void {
  console.log(`\n${title}`);
  console.table(
    Object.fromEntries(
      rows.map((row) => [
        row.what,
        {
          'p50 ms': round(percentile(row.ours, 0.5)),
          'p95 ms': round(percentile(row.ours, 0.95)),
          runs: row.ours.length,
          floor: row.floorIs,
          'floor p50': round(percentile(row.floor, 0.5)),
          'floor p95': round(percentile(row.floor, 0.95)),
          'times the floor': round(percentile(row.ours, 0.5) / percentile(row.floor, 0.5)),
        },
      ]),
    ),
  );
}

/** Prints p95 in milliseconds of each row at each size, and how it grew from the first size to the last. */
export function printGrowth(title: string, sizes: { articles: number; rows: Row[] }[]): void {
  if (sizes.length < 2) return;
  const p95 = (rows: Row[], what: string): number =>
    round(percentile(rows.find((row) => row.what === what)!.ours, 0.95));
  console.log(`\n${title}`);
  console.table(
    Object.fromEntries(
      sizes[0]!.rows.map(({ what }) => {
        const each = sizes.map(({ articles, rows }) => [articles.toLocaleString(), p95(rows, what)] as const);
        const growth = round(each.at(-1)![1] / each[0]![1]);
        return [what, { ...Object.fromEntries(each), growth }];
      }),
    ),
  );
}

function round(value: number): number {
  return Number(value.toPrecision(3));
}
