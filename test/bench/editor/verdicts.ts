/** Which targets were met, by the worst of all that was measured for each. */

interface Verdict {
  bar: number;
  worst: number;
  where: string;
}

export class Verdicts {
  readonly #verdicts = new Map<string, Verdict>();

  /** All in milliseconds. */
  note(target: string, bar: number, value: number, where: string): void {
    const known = this.#verdicts.get(target);
    if (known === undefined || value > known.worst) this.#verdicts.set(target, { bar, worst: value, where });
  }

  print(): void {
    console.log('\nTargets (ms where not said)');
    console.table(
      Object.fromEntries(
        [...this.#verdicts].map(([target, { bar, worst, where }]) => [
          target,
          { 'at most': bar, worst: Number(worst.toPrecision(3)), where, met: worst <= bar ? 'yes' : 'NO' },
        ]),
      ),
    );
  }
}
