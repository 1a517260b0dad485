/** The words of an author's footnote, and the section at the document's end in which all notes stand. */
import { NOTE_TYPE, SECTION_TYPE } from '#domain/document/footnotes.ts';
import {
  $create,
  $createParagraphNode,
  $getDocument,
  $getState,
  $getStateChange,
  $setState,
  type EditorConfig,
  ElementNode,
  type LexicalEditor,
  type LexicalNode,
  setDOMUnmanaged,
} from 'lexical';
import { idState } from './id.ts';
import { drawNote, tagNote } from './view.ts';

/** A shadow root: what is written in a note never joins the words around it. */
export class FootnoteNode extends ElementNode {
  override $config() {
    return this.config(NOTE_TYPE, {
      extends: ElementNode,
      stateConfigs: [{ flat: true, stateConfig: idState }],
    });
  }

  /** The id of its mark. */
  getId(): string {
    return $getState(this, idState);
  }

  setId(id: string): this {
    return $setState(this, idState, id);
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const document = $getDocument();
    const element = document.createElement('div');
    element.className = 'footnote';
    element.setAttribute('role', 'doc-footnote');
    const number = document.createElement('a');
    number.className = 'footnote-number';
    number.setAttribute('role', 'doc-backlink');
    number.contentEditable = 'false';
    setDOMUnmanaged(number, { captureSelection: true });
    const words = document.createElement('div');
    words.className = 'footnote-words';
    element.append(number, words);
    tagNote(element, this.getKey(), this.getId());
    drawNote(element, editor);
    return element;
  }

  override updateDOM(previous: this): boolean {
    return $getStateChange(this, previous, idState) !== null;
  }

  override getDOMSlot(element: HTMLElement) {
    return super.getDOMSlot(element).withElement(element.lastElementChild as HTMLElement);
  }

  override isShadowRoot(): true {
    return true;
  }

  override canIndent(): false {
    return false;
  }

  override canBeEmpty(): false {
    return false;
  }
}

/** The last child of the root; holds notes in the order of their marks, and is there only where there are notes. */
export class FootnotesNode extends ElementNode {
  override $config() {
    return this.config(SECTION_TYPE, { extends: ElementNode });
  }

  override createDOM(): HTMLElement {
    const element = $getDocument().createElement('section');
    element.className = 'footnotes';
    element.setAttribute('role', 'doc-endnotes');
    element.setAttribute('aria-label', 'Footnotes');
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  override isShadowRoot(): true {
    return true;
  }

  override canIndent(): false {
    return false;
  }

  override canBeEmpty(): false {
    return false;
  }
}

export function $createFootnoteNode(id: string, blocks: LexicalNode[] = []): FootnoteNode {
  const note = $create(FootnoteNode).setId(id);
  return note.append(...(blocks.length > 0 ? blocks : [$createParagraphNode()]));
}

export function $createFootnotesNode(): FootnotesNode {
  return $create(FootnotesNode);
}

export function $isFootnoteNode(node: LexicalNode | null | undefined): node is FootnoteNode {
  return node instanceof FootnoteNode;
}

export function $isFootnotesNode(node: LexicalNode | null | undefined): node is FootnotesNode {
  return node instanceof FootnotesNode;
}
