/** Blocks that were taken out as a suggestion, where they stood. */
import { DELETED_BLOCKS_TYPE, type SuggestionMark } from '#domain/document/suggestions/marks.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { DecoratorNode } from 'lexical';
import { $createDeleted, DELETED_STATES, DeletedNode } from './DeletedNode.ts';
import { drawDeletedBlocks } from './draw.ts';

export class DeletedBlocksNode extends DeletedNode {
  override $config() {
    return this.config(DELETED_BLOCKS_TYPE, { extends: DecoratorNode, stateConfigs: [...DELETED_STATES] });
  }

  protected override draw(element: HTMLElement): void {
    drawDeletedBlocks(element, this.getContent());
  }

  override isInline(): false {
    return false;
  }
}

export function $createDeletedBlocksNode(
  mark: SuggestionMark,
  content: StoredNode[],
  notes: StoredNode[],
): DeletedBlocksNode {
  return $createDeleted(DeletedBlocksNode, mark, content, notes);
}

export function $isDeletedBlocksNode(node: unknown): node is DeletedBlocksNode {
  return node instanceof DeletedBlocksNode;
}
