import { expect, it } from 'vitest';
import { CROSS_REFERENCE_TYPE } from '#domain/document/crossReferences.ts';
import { storedBlockId } from '#domain/document/blockId.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { readAlone } from './readAlone.test-helper.ts';

/** The place among the headings of the document that each reference leads to; -1 for none of them. */
async function led(text: string): Promise<{ to: number[]; warnings: string[] }> {
  const { document, warnings } = await readAlone(`Before.\n\n${text}`);
  const children = document.root.children ?? [];
  const ids = children.filter(({ type }) => type === 'heading').map(storedBlockId);
  return { to: children.flatMap(targets).map((target) => ids.indexOf(target)), warnings };
}

function targets(node: StoredNode): string[] {
  if (node.type === CROSS_REFERENCE_TYPE) return [node['target'] as string];
  return (node.children ?? []).flatMap(targets);
}

it('are told apart where they say the same, as GitHub tells them apart', async () => {
  const text = '# Aims\n\n# Aims\n\n# Aims\n\n[Aims](#aims-1) [Aims](#aims) [Aims](#aims-2) [Aims](#aims-3)';
  const { to, warnings } = await led(text);
  expect(to).toEqual([1, 0, 2]);
  expect(warnings).toHaveLength(1);
});

it('are not taken for one whose own words end in a number', async () => {
  const links = '[Aims](#aims) [Aims 1](#aims-1) [Aims](#aims-2)';
  expect((await led(`# Aims\n\n# Aims 1\n\n# Aims\n\n${links}`)).to).toEqual([0, 1, 2]);
});

it('are found whatever signs are in their words', async () => {
  const text =
    '# The **bold** `one` of [us](https://example.org)\n\n[The bold one of us](#the-bold-one-of-us)\n\n[*A*](#a)\n\n# A';
  expect(await led(text)).toEqual({ to: [0, 1], warnings: [] });
});

it('are found by the names that they are given', async () => {
  const pandoc = '---\ntitle: x\nnocite: ""\n---\n\n# Aims {#why .x}\n\n# Aims\n\n[Aims](#why) [Aims](#aims)';
  expect((await readAlone(pandoc)).warnings).toEqual([]);
  expect(await led('# <a id="why"></a>Aims\n\n[Aims](#why)')).toEqual({ to: [0], warnings: [] });
});

it('are referred to only where they stand in the document itself', async () => {
  const inQuote = await led('> # Aims\n\n# Aims\n\n[Aims](#aims) [Aims](#aims-1)');
  expect(inQuote.to).toEqual([0]);
  expect(inQuote.warnings).toHaveLength(1);
  const ofTitle = await readAlone('# Aims\n\n# Aims\n\n[Aims](#aims) [Aims](#aims-1)');
  expect(ofTitle.settings.title).toBe('Aims');
  expect(ofTitle.document.root.children!.flatMap(targets)).toHaveLength(1);
  const ofList = '# Cited\n\n::: {#refs}\n:::\n\n[@doe99] [Cited](#cited)';
  const { document } = await readAlone(`Before.\n\n${ofList}`);
  expect(document.root.children!.flatMap(targets)).toEqual([]);
});
