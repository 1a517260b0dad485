/** Words that were taken out as a suggestion, drawn struck through: one character wide to the caret, and no words of the document. */
import { DELETION_TYPE, readMark, type SuggestionMark } from '#domain/document/suggestions/marks.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import {
  $create,
  $getDocument,
  $getState,
  $getStateChange,
  $setState,
  createState,
  DecoratorNode,
  type DOMExportOutput,
} from 'lexical';
import { drawDeletedLine } from './draw.ts';
import { tagChange } from './look.ts';

const nodes = (value: unknown): StoredNode[] => (Array.isArray(value) ? (value as StoredNode[]) : []);
const NO_MARK: SuggestionMark = { id: 'unknown', author: '', at: '1970-01-01T00:00:00.000Z' };
export const markState = createState('mark', { parse: (value) => readMark(value) ?? NO_MARK });
export const contentState = createState('content', { parse: nodes });
export const notesState = createState('notes', { parse: nodes });

export const DELETION_STATES = [
  { flat: true, stateConfig: markState },
  { flat: true, stateConfig: contentState },
  { flat: true, stateConfig: notesState },
] as const;

export class DeletionNode extends DecoratorNode<null> {
  override $config() {
    return this.config(DELETION_TYPE, { extends: DecoratorNode, stateConfigs: [...DELETION_STATES] });
  }

  getMark(): SuggestionMark {
    return $getState(this, markState);
  }

  /** What was taken out, as it is stored. */
  getContent(): StoredNode[] {
    return $getState(this, contentState);
  }

  /** The footnotes that marks in it name. */
  getNotes(): StoredNode[] {
    return $getState(this, notesState);
  }

  override createDOM(): HTMLElement {
    const element = $getDocument().createElement('del');
    element.className = 'suggested-deletion';
    element.contentEditable = 'false';
    tagChange(element, this.getMark(), 'deletion');
    drawDeletedLine(element, this.getContent());
    return element;
  }

  override updateDOM(previous: this): boolean {
    return (
      $getStateChange(this, previous, contentState) !== null ||
      $getStateChange(this, previous, markState) !== null
    );
  }

  /** A copy is as the text reads with the change accepted. */
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

  override isInline(): true {
    return true;
  }
}

export function $createDeletionNode(
  mark: SuggestionMark,
  content: StoredNode[],
  notes: StoredNode[],
): DeletionNode {
  const node = $setState($setState($create(DeletionNode), markState, mark), contentState, content);
  return notes.length === 0 ? node : $setState(node, notesState, notes);
}

export function $isDeletionNode(node: unknown): node is DeletionNode {
  return node instanceof DeletionNode;
}
