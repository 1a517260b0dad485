/** The caption of a picture or a table: a line beside it, with formatting and citations. */
import { CAPTION_TYPE } from '#domain/document/figures.ts';
import {
  $create,
  $createParagraphNode,
  $getDocument,
  type DOMExportOutput,
  ElementNode,
  type LexicalEditor,
  type LexicalNode,
  type ParagraphNode,
  type RangeSelection,
} from 'lexical';

export class CaptionNode extends ElementNode {
  override $config() {
    return this.config(CAPTION_TYPE, { extends: ElementNode });
  }

  override createDOM(): HTMLElement {
    const element = $getDocument().createElement('p');
    element.className = 'caption';
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  /** For other applications: with its number, which here is drawn. */
  override exportDOM(editor: LexicalEditor): DOMExportOutput {
    const element = $getDocument().createElement('p');
    const label = editor.getElementByKey(this.getKey())?.dataset['label'] ?? '';
    return {
      element,
      after: (generated) => {
        if (generated instanceof Element && label !== '') generated.prepend(label);
        return generated;
      },
    };
  }

  override insertNewAfter(_selection: RangeSelection, restoreSelection = true): ParagraphNode {
    const paragraph = $createParagraphNode();
    this.insertAfter(paragraph, restoreSelection);
    return paragraph;
  }

  override canIndent(): false {
    return false;
  }
}

export function $createCaptionNode(): CaptionNode {
  return $create(CaptionNode);
}

export function $isCaptionNode(node: LexicalNode | null | undefined): node is CaptionNode {
  return node instanceof CaptionNode;
}
