/** The golden cases of files that hold many items: folders under `test/fixtures/items`. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { ReadItem } from '#core/import/read/item.ts';
import { readItems } from '#core/import/read/readItems.ts';
import { fileInMemory } from '#core/import/read/sourceFile.ts';
import { summariseArticle } from './summary.ts';

export interface ItemsCase {
  name: string;
  source: string;
  expected: string;
}

const root = resolve(import.meta.dirname, '../fixtures/items');

export function itemsCases(): ItemsCase[] {
  return readdirSync(root).map((name) => {
    const folder = join(root, name);
    const file = readdirSync(folder).find((other) => other.startsWith('source.'));
    if (file === undefined) throw new Error(`${folder} holds no file source.*`);
    return { name, source: join(folder, file), expected: join(folder, 'expected.json') };
  });
}

/** What a golden file says of the items of a file: all but their bytes. */
export async function summariseItems(source: string): Promise<unknown[]> {
  const file = fileInMemory(source.slice(source.lastIndexOf('source.')), readFileSync(source));
  const items: unknown[] = [];
  for await (const item of readItems(file)) items.push(summariseItem(item));
  return items;
}

function summariseItem(item: ReadItem): unknown {
  if (item.kind === 'refused') return item;
  const { kind, original, messages, tags } = item;
  const more = { name: original.name, messages, ...(tags !== undefined && { tags }) };
  return item.kind === 'reference'
    ? { kind, csl: item.csl, ...more }
    : { kind, ...summariseArticle(item), ...more };
}
