import type { SuggestionMark } from '#domain/document/suggestions/marks.ts';
import { $getNodeByKey, $isElementNode, $isTextNode, type LexicalNode } from 'lexical';
import { $isFootnoteMarkNode } from '../footnote/FootnoteMarkNode.ts';
import { $isDeletedNode } from './DeletedNode.ts';
import type { Pass } from './pass.ts';
import { $setInserted } from './state.ts';
import { isChangedBlock, type Unit } from './units.ts';
import { $settleInside } from './whole.ts';

/** Marks what came. Returns the first of it where it stands on a line, null otherwise. Only inside an update. */
export function $markUnits(pass: Pass, come: readonly Unit[], mark: SuggestionMark): LexicalNode | null {
  let first: LexicalNode | null = null;
  for (let index = 0; index < come.length; index += 1) {
    const unit = come[index]!;
    const start = index;
    while (come[index + 1]?.key === unit.key) index += 1;
    const whole = $getNodeByKey(unit.key);
    if (whole === null || $isDeletedNode(whole)) continue;
    let node: LexicalNode = whole;
    if ($isTextNode(whole)) {
      const from = unit.offset;
      const parts = whole.splitText(...new Set([from, from + index - start + 1]));
      node = from === 0 ? parts[0]! : parts[1]!;
    }
    $setInserted(node, mark);
    if (unit.kind === 'block') pass.told.add(unit.key);
    if (isChangedBlock(unit) && $isElementNode(node)) $settleInside(pass, node, null);
    if ($isFootnoteMarkNode(node)) pass.newNotes.set(node.getId(), mark);
    if (start === 0 && (unit.kind === 'character' || unit.kind === 'object')) first = node;
  }
  return first;
}
