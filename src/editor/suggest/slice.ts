/** What went, as it is stored. Only inside a read of the state before. */
import { blockBreak } from '#domain/document/suggestions/marks.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { $getNodeByKey, $isTextNode, type NodeKey } from 'lexical';
import { $stored, $storedShell } from './stored.ts';
import type { Unit } from './units.ts';

/** On one line, in the link `link` or in none; blocks that begin within are told. */
export function $sliceOf(gone: readonly Unit[], link: NodeKey | null): StoredNode[] {
  const slice: StoredNode[] = [];
  const open: { key: NodeKey | null; children: StoredNode[] } = { key: null, children: [] };
  for (let index = 0; index < gone.length; index += 1) {
    const unit = gone[index]!;
    const start = index;
    while (gone[index + 1]?.key === unit.key) index += 1;
    const node = $getNodeByKey(unit.key)!;
    if (unit.kind === 'begin') {
      // One that was put in and went again never was.
      if (unit.mark === null) slice.push(blockBreak($storedShell(node)));
      open.key = null;
      continue;
    }
    const stored = $isTextNode(node)
      ? { ...$stored(node), text: node.getTextContent().slice(unit.offset, gone[index]!.offset + 1) }
      : $stored(node);
    if (start !== index && !$isTextNode(node)) throw new Error('Only text takes more than one unit.');
    if (unit.link === null || unit.link === link) {
      open.key = null;
      slice.push(stored);
    } else {
      if (open.key !== unit.link) {
        open.key = unit.link;
        open.children = [];
        slice.push({ ...$storedShell($getNodeByKey(unit.link)!), children: open.children });
      }
      open.children.push(stored);
    }
  }
  return slice;
}
