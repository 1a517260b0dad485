/** Where a change cannot be told word by word: what was there goes as a whole, and what is there now comes as a whole. */
import type { SuggestionMark } from '#domain/document/suggestions/marks.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { $isElementNode, type ElementNode, type LexicalNode } from 'lexical';
import { $isFootnoteMarkNode } from '../footnote/FootnoteMarkNode.ts';
import { $isDeletedNode } from './DeletedNode.ts';
import { markBeside, type Pass } from './pass.ts';
import { $putDeletedBlocks } from './place.ts';
import { $insertedMark, $setInserted } from './state.ts';
import { $isTextBlock } from './units.ts';

/** `nodes` stand behind `after` in `holder`; `blocks` is what was there, as it is stored. Only inside an update. */
export function $replaceWhole(
  pass: Pass,
  holder: ElementNode,
  after: LexicalNode | null,
  nodes: readonly LexicalNode[],
  blocks: StoredNode[],
): void {
  const mark = markBeside(pass, nodes.map($insertedMark));
  for (const node of nodes) {
    pass.told.add(node.getKey());
    $markWhole(pass, node, mark);
  }
  if (blocks.length > 0) $putDeletedBlocks(pass, holder, mark, blocks, after);
}

function $markWhole(pass: Pass, node: LexicalNode, mark: SuggestionMark): void {
  if ($isDeletedNode(node)) {
    node.remove();
    return;
  }
  $setInserted(node, mark);
  if ($isElementNode(node)) $settleInside(pass, node, $isTextBlock(node) ? mark : null);
}

/** What was told of inside `parent` is told by `parent` now. All in a block of text came; all in another block came with it, and needs no mark of its own. */
export function $settleInside(pass: Pass, parent: ElementNode, mark: SuggestionMark | null): void {
  for (const child of parent.getChildren()) {
    if ($isDeletedNode(child)) child.remove();
    else if ($isElementNode(child)) {
      $setInserted(child, null);
      $settleInside(pass, child, mark);
    } else {
      $setInserted(child, mark);
      if ($isFootnoteMarkNode(child) && mark !== null) pass.newNotes.set(child.getId(), mark);
    }
  }
}
