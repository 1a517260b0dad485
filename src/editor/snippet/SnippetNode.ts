/** A quote with its source: paragraphs that the analyst took from an article, and a line that says whose they are. */
import type { CitationCluster } from '#domain/citation.ts';
import {
  $create,
  $createParagraphNode,
  $createTextNode,
  $getDocument,
  $getState,
  $setState,
  createState,
  type DOMExportOutput,
  type EditorConfig,
  ElementNode,
  type LexicalEditor,
  type LexicalNode,
  setDOMUnmanaged,
} from 'lexical';
import { citationView, drawCitation, markCitation } from '../citation/view.ts';
import { markOfCitation } from '../clipboard/copied.ts';
import { itemsState } from '../citation/items.ts';
import { drawAttribution } from './attribution.ts';

/** `original` where the analyst says that the emphasis in a quote is the source's. */
const emphasisState = createState('emphasis', {
  parse: (value): 'original' | null => (value === 'original' ? value : null),
});

/** A shadow root: paragraphs inside split and join among themselves, never with the text around the quote. */
export class SnippetNode extends ElementNode {
  override $config() {
    return this.config('snippet', {
      extends: ElementNode,
      stateConfigs: [
        { flat: true, stateConfig: itemsState },
        { flat: true, stateConfig: emphasisState },
      ],
    });
  }

  /** One source: the article and passage that the words were taken from. */
  getItems(): CitationCluster {
    return $getState(this, itemsState);
  }

  setItems(items: CitationCluster): this {
    return $setState(this, itemsState, items);
  }

  getEmphasis(): 'original' | null {
    return $getState(this, emphasisState);
  }

  setEmphasis(emphasis: 'original' | null): this {
    return $setState(this, emphasisState, emphasis);
  }

  override createDOM(_config: EditorConfig, editor: LexicalEditor): HTMLElement {
    const document = $getDocument();
    const element = document.createElement('figure');
    element.className = 'snippet';
    const words = document.createElement('blockquote');
    const caption = document.createElement('figcaption');
    caption.contentEditable = 'false';
    setDOMUnmanaged(caption, { captureSelection: true });
    for (const part of ['snippet-source', 'citation-label', 'snippet-emphasis', 'snippet-altered']) {
      const label = part === 'citation-label';
      const node = document.createElement(label ? 'a' : 'span');
      node.className = part;
      node.dir = 'auto';
      if (label) node.setAttribute('role', 'doc-noteref');
      caption.append(node);
    }
    element.append(words, caption);
    markCitation(caption, this.getKey());
    drawCitation(caption, editor);
    drawAttribution(this, element, editor);
    return element;
  }

  override updateDOM(_previous: this, element: HTMLElement): boolean {
    return element.tagName !== 'FIGURE';
  }

  override getDOMSlot(element: HTMLElement) {
    return super.getDOMSlot(element).withElement(element.firstElementChild as HTMLElement);
  }

  override exportDOM(editor: LexicalEditor): DOMExportOutput {
    const element = $getDocument().createElement('blockquote');
    const source = editor.getElementByKey(this.getKey())?.querySelector('.snippet-source')?.textContent ?? '';
    return {
      element,
      after: (generated) => {
        if (source !== '' && generated instanceof Element) {
          const line = generated.ownerDocument.createElement('p');
          line.textContent = `— ${source}`;
          const view = citationView(editor, this.getKey());
          if (view?.note === true) line.append(markOfCitation(this.getKey(), view.label));
          generated.append(line);
        }
        return generated;
      },
    };
  }

  override isShadowRoot(): boolean {
    return true;
  }

  override canIndent(): false {
    return false;
  }

  override canBeEmpty(): false {
    return false;
  }
}

/** Each paragraph's inner line breaks become spaces, as they are in the reader. */
export function $createSnippetNode(items: CitationCluster, paragraphs: string[]): SnippetNode {
  const snippet = $create(SnippetNode).setItems(items);
  for (const text of paragraphs) snippet.append($createParagraphNode().append($createTextNode(text)));
  return snippet;
}

export function $isSnippetNode(node: LexicalNode | null | undefined): node is SnippetNode {
  return node instanceof SnippetNode;
}
