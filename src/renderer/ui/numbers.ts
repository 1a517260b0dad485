const counts = new Intl.NumberFormat();

/** `12,345`, as it is written where the analyst is. Making the format anew for each number takes longer than a line of text. */
export function formatCount(count: number): string {
  return counts.format(count);
}
