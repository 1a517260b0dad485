/** What was taken out as a suggestion: kept as it is stored, drawn struck through, and no words of the document. */
import { readMark, type SuggestionMark } from '#domain/document/suggestions/marks.ts';
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
  type Klass,
} from 'lexical';
import { tagChange } from './look.ts';

const nodes = (value: unknown): StoredNode[] => (Array.isArray(value) ? (value as StoredNode[]) : []);
const NO_MARK: SuggestionMark = { id: 'unknown', author: '', at: '1970-01-01T00:00:00.000Z' };
const markState = createState('mark', { parse: (value) => readMark(value) ?? NO_MARK });
export const contentState = createState('content', { parse: nodes });
export const notesState = createState('notes', { parse: nodes });

/** For the `$config` of a node type. */
export const DELETED_STATES = [
  { flat: true, stateConfig: markState },
  { flat: true, stateConfig: contentState },
  { flat: true, stateConfig: notesState },
] as const;

export abstract class DeletedNode extends DecoratorNode<null> {
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
    const element = $getDocument().createElement(this.isInline() ? 'del' : 'div');
    element.className = 'suggested-deletion';
    element.contentEditable = 'false';
    tagChange(element, this.getMark(), 'deletion');
    this.draw(element);
    return element;
  }

  /** Draws what was taken out into its element. */
  protected abstract draw(element: HTMLElement): void;

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
}

/** Only inside an update. */
export function $createDeleted<T extends DeletedNode>(
  klass: Klass<T>,
  mark: SuggestionMark,
  content: StoredNode[],
  notes: StoredNode[],
): T {
  const node = $setState($setState($create(klass), markState, mark), contentState, content);
  return notes.length === 0 ? node : $setState(node, notesState, notes);
}

export function $isDeletedNode(node: unknown): node is DeletedNode {
  return node instanceof DeletedNode;
}
