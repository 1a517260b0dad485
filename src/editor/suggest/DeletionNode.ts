/** Words that were taken out as a suggestion: one character wide to the caret. */
import { DELETION_TYPE, type SuggestionMark } from '#domain/document/suggestions/marks.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { DecoratorNode } from 'lexical';
import { $createDeleted, DELETED_STATES, DeletedNode } from './DeletedNode.ts';
import { drawDeletedLine } from './draw.ts';

export class DeletionNode extends DeletedNode {
  override $config() {
    return this.config(DELETION_TYPE, { extends: DecoratorNode, stateConfigs: [...DELETED_STATES] });
  }

  protected override draw(element: HTMLElement): void {
    drawDeletedLine(element, this.getContent());
  }

  override isInline(): true {
    return true;
  }
}

export function $createDeletionNode(
  mark: SuggestionMark,
  content: StoredNode[],
  notes: StoredNode[],
): DeletionNode {
  return $createDeleted(DeletionNode, mark, content, notes);
}

export function $isDeletionNode(node: unknown): node is DeletionNode {
  return node instanceof DeletionNode;
}
