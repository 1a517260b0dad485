import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { itemsCases, summariseItems } from './items.ts';

describe('golden files of many items', () => {
  it.each(itemsCases())('$name', async ({ source, expected }) => {
    const golden: unknown = JSON.parse(readFileSync(expected, 'utf8'));
    expect(JSON.parse(JSON.stringify(await summariseItems(source)))).toEqual(golden);
  });
});
