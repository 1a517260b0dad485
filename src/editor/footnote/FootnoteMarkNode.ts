/** The mark of an author's footnote: one character wide to the caret, drawn without React. */
import { MARK_TYPE } from '#domain/document/footnotes.ts';
import {
  $create,
  $getDocument,
  $getState,
  $getStateChange,
  $setState,
  DecoratorNode,
  type DOMExportOutput,
  type EditorConfig,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { markOfFootnote } from '../clipboard/copied.ts';
import { idState } from './id.ts';
import { drawMark, numberOf, tagMark } from './view.ts';

export class FootnoteMarkNode extends DecoratorNode<null> {
  override $config() {
    return this.config(MARK_TYPE, {
      extends: DecoratorNode,
      stateConfigs: [{ flat: true, stateConfig: idState }],
    });
  }

  /** Names the note; no other mark has it. */
  getId(): string {
    return $getState(this, idState);
  }

  setId(id: string): this {
    return $setState(this, idState, id);
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    // An anchor without an address: what ARIA in HTML allows to be a doc-noteref.
    const element = $getDocument().createElement('a');
    element.className = 'footnote-mark';
    // Read by itself, whatever the words around it are.
    element.dir = 'auto';
    element.setAttribute('role', 'doc-noteref');
    tagMark(element, this.getKey(), this.getId());
    drawMark(element, editor);
    return element;
  }

  override updateDOM(previous: this): boolean {
    return $getStateChange(this, previous, idState) !== null;
  }

  /** For other applications: the number as it is read; its note follows the text. */
  override exportDOM(editor: LexicalEditor): DOMExportOutput {
    return { element: markOfFootnote(this.getId(), String(numberOf(editor, this.getId()) ?? '')) };
  }

  override decorate(): null {
    return null;
  }

  override isInline(): true {
    return true;
  }
}

export function $createFootnoteMarkNode(id: string): FootnoteMarkNode {
  return $create(FootnoteMarkNode).setId(id);
}

export function $isFootnoteMarkNode(node: LexicalNode | null | undefined): node is FootnoteMarkNode {
  return node instanceof FootnoteMarkNode;
}
