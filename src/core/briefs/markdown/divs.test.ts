import { expect, it } from 'vitest';
import type { StoredNode } from '#domain/document/stored.ts';
import { wordsOf } from './nodes.ts';
import { readAlone } from './readAlone.test-helper.ts';

async function read(text: string): Promise<{ blocks: [type: string, words: string][]; warnings: string[] }> {
  const { document, warnings } = await readAlone(text);
  const children = document.root.children as StoredNode[];
  return { blocks: children.map((node) => [node.type, wordsOf([node])]), warnings };
}

it('give what they hold, and say so once for each kind', async () => {
  const { blocks, warnings } = await read(
    '::: {.note}\nOne.\n\n- Two\n:::\n\n:::: Warning ::::\n\n::: {.note}\nThree.\n:::\n\n::::\n\nFour.',
  );
  expect(blocks).toEqual([
    ['paragraph', 'One.'],
    ['list', 'Two'],
    ['paragraph', 'Three.'],
    ['paragraph', 'Four.'],
  ]);
  expect(warnings).toEqual([
    'A brief has no place for the block “{.note}”: what it holds stands in the text.',
    'A brief has no place for the block “Warning”: what it holds stands in the text.',
  ]);
});

it('stand in quotes and lists too', async () => {
  const { blocks } = await read(
    'Cited [@doe99].\n\n> ::: {.x}\n> One.\n> :::\n\n- ::: {.y}\n  Two.\n  :::\n',
  );
  expect(blocks.slice(1)).toEqual([
    ['quote', 'One.'],
    ['list', 'Two.'],
  ]);
});

it('are text where they are not closed, or not opened, or no fence', async () => {
  const { blocks, warnings } = await read(
    '::: {.x}\nOne.\n:::\n\n:::\n\n::: {.open}\n\nTwo\n\n::: is no fence\n\n`::: {.x}`\n\n    ::: {.x}\n',
  );
  expect(blocks).toEqual([
    ['paragraph', 'One.'],
    ['paragraph', ':::'],
    ['paragraph', '::: {.open}'],
    ['paragraph', 'Two'],
    ['paragraph', '::: is no fence'],
    ['paragraph', '::: {.x}'],
    ['code', '::: {.x}'],
  ]);
  expect(warnings).toHaveLength(1);
});

it('are where the sources stand, with words in them or not', async () => {
  for (const inside of ['', '\nOf note.\n\n']) {
    const { blocks, warnings } = await read(
      `Cited [@doe99].\n\n# Works\n\n::: {#refs .by-type}\n${inside}:::\n\nLast.`,
    );
    expect(blocks.map(([type]) => type)).toEqual([
      'paragraph',
      'bibliography',
      ...(inside === '' ? [] : ['paragraph']),
      'paragraph',
    ]);
    expect(warnings).toEqual([]);
  }
});
