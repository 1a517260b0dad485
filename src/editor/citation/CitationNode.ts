/** A citation in running text: one character wide to the caret, drawn without React. */
import { type CitationCluster, insideSentence } from '#domain/citation.ts';
import {
  $create,
  $getDocument,
  $getState,
  $setState,
  DecoratorNode,
  type DOMExportOutput,
  type EditorConfig,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { markOfCitation } from '../clipboard/copied.ts';
import { richHtml } from '../clipboard/rich.ts';
import { itemsState } from './items.ts';
import { citationView, drawCitation, markCitation } from './view.ts';

export class CitationNode extends DecoratorNode<null> {
  override $config() {
    return this.config('citation', {
      extends: DecoratorNode,
      stateConfigs: [{ flat: true, stateConfig: itemsState }],
    });
  }

  getItems(): CitationCluster {
    return $getState(this, itemsState);
  }

  setItems(items: CitationCluster): this {
    return $setState(this, itemsState, items);
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    // An anchor without an address: what ARIA in HTML allows to be a doc-noteref.
    const element = $getDocument().createElement('a');
    element.className = 'citation';
    // Read by itself, whatever the words around it are.
    element.dir = 'auto';
    element.setAttribute('role', 'doc-noteref');
    markCitation(element, this.getKey());
    drawCitation(element, editor);
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  /** For other applications: the words as they are read, and the mark of a note. */
  override exportDOM(editor: LexicalEditor): DOMExportOutput {
    const drawn = editor.getElementByKey(this.getKey());
    const view = citationView(editor, this.getKey());
    const element = $getDocument().createElement('span');
    if (drawn?.dataset['apart'] === 'true') element.append(' ');
    const words = $getDocument().createElement('span');
    if (view === null) words.textContent = drawn?.textContent ?? '';
    else if (view.note) words.textContent = view.lead ?? '';
    else words.innerHTML = richHtml(insideSentence(view.rich ?? [], drawn?.nextSibling?.textContent ?? ''));
    element.append(...words.childNodes);
    if (view?.note === true) element.append(markOfCitation(this.getKey(), view.label));
    return { element };
  }

  override decorate(): null {
    return null;
  }

  override isInline(): true {
    return true;
  }
}

export function $createCitationNode(items: CitationCluster): CitationNode {
  return $create(CitationNode).setItems(items);
}

export function $isCitationNode(node: LexicalNode | null | undefined): node is CitationNode {
  return node instanceof CitationNode;
}
