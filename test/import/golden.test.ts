import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { goldenCases } from './cases.ts';
import { summarise } from './summary.ts';

describe('golden imports', () => {
  it.each(goldenCases())('$name', async ({ source, fileName, expected }) => {
    const golden: unknown = JSON.parse(readFileSync(expected, 'utf8'));
    expect(await summarise(readFileSync(source), fileName)).toEqual(golden);
  });
});
