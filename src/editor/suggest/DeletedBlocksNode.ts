/** Blocks that were taken out as a suggestion, drawn struck through where they stood; no words of the document. */
import { DELETED_BLOCKS_TYPE, type SuggestionMark } from '#domain/document/suggestions/marks.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import {
  $create,
  $getDocument,
  $getState,
  $getStateChange,
  $setState,
  DecoratorNode,
  type DOMExportOutput,
} from 'lexical';
import { contentState, DELETION_STATES, markState, notesState } from './DeletionNode.ts';
import { drawDeletedBlocks } from './draw.ts';
import { tagChange } from './look.ts';

export class DeletedBlocksNode extends DecoratorNode<null> {
  override $config() {
    return this.config(DELETED_BLOCKS_TYPE, { extends: DecoratorNode, stateConfigs: [...DELETION_STATES] });
  }

  getMark(): SuggestionMark {
    return $getState(this, markState);
  }

  /** The blocks as they are stored. */
  getContent(): StoredNode[] {
    return $getState(this, contentState);
  }

  /** The footnotes that marks in them name. */
  getNotes(): StoredNode[] {
    return $getState(this, notesState);
  }

  override createDOM(): HTMLElement {
    const element = $getDocument().createElement('div');
    element.className = 'suggested-deletion';
    element.contentEditable = 'false';
    tagChange(element, this.getMark(), 'deletion');
    drawDeletedBlocks(element, this.getContent());
    return element;
  }

  override updateDOM(previous: this): boolean {
    return (
      $getStateChange(this, previous, contentState) !== null ||
      $getStateChange(this, previous, markState) !== null
    );
  }

  override exportDOM(): DOMExportOutput {
    return { element: null };
  }

  override getTextContent(): string {
    return '';
  }

  override isKeyboardSelectable(): false {
    return false;
  }

  override decorate(): null {
    return null;
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
  const node = $setState($setState($create(DeletedBlocksNode), markState, mark), contentState, content);
  return notes.length === 0 ? node : $setState(node, notesState, notes);
}

export function $isDeletedBlocksNode(node: unknown): node is DeletedBlocksNode {
  return node instanceof DeletedBlocksNode;
}
