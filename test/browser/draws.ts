/** The same cases of a property each time; `VITE_SEED` and `VITE_RUNS` draw others, and more of them. */
export function draws(runs: number): { seed: number; numRuns: number } {
  const { VITE_SEED: seed = 1, VITE_RUNS: numRuns = runs } = import.meta.env;
  return { seed: Number(seed), numRuns: Number(numRuns) };
}
