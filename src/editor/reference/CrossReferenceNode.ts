/** A reference to a heading, figure or table: one character wide to the caret, drawn without React. */
import { CROSS_REFERENCE_TYPE } from '#domain/document/crossReferences.ts';
import {
  $create,
  $getDocument,
  $getState,
  $setState,
  createState,
  DecoratorNode,
  type DOMExportOutput,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';

const parse = (value: unknown): string => (typeof value === 'string' ? value : '');
const targetState = createState('target', { parse });
const lastState = createState('last', { parse });

export class CrossReferenceNode extends DecoratorNode<null> {
  override $config() {
    return this.config(CROSS_REFERENCE_TYPE, {
      extends: DecoratorNode,
      stateConfigs: [
        { flat: true, stateConfig: targetState },
        { flat: true, stateConfig: lastState },
      ],
    });
  }

  /** The id of the block that it refers to. */
  getTarget(): string {
    return $getState(this, targetState);
  }

  /** What it read when its target went; empty while it never did. */
  getLast(): string {
    return $getState(this, lastState);
  }

  setTarget(target: string): this {
    return $setState(this, targetState, target);
  }

  setLast(words: string): this {
    return $setState(this, lastState, words);
  }

  /** `draw.ts` writes what it reads. */
  override createDOM(): HTMLElement {
    const element = $getDocument().createElement('a');
    element.className = 'cross-reference';
    // Read by itself, whatever the words around it are.
    element.dir = 'auto';
    element.setAttribute('role', 'link');
    element.textContent = this.getLast() || '…';
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  /** For other applications: the words as they are read. */
  override exportDOM(editor: LexicalEditor): DOMExportOutput {
    const element = $getDocument().createElement('span');
    element.textContent = editor.getElementByKey(this.getKey())?.textContent ?? this.getLast();
    return { element };
  }

  override decorate(): null {
    return null;
  }

  override isInline(): true {
    return true;
  }
}

export function $createCrossReferenceNode(target: string): CrossReferenceNode {
  return $create(CrossReferenceNode).setTarget(target);
}

export function $isCrossReferenceNode(node: LexicalNode | null | undefined): node is CrossReferenceNode {
  return node instanceof CrossReferenceNode;
}
