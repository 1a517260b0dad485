/** A page break: a line with its name, which begins a new page where there are pages. */
import { PAGE_BREAK_TYPE } from '#domain/document/pageBreak.ts';
import { $create, $getDocument, DecoratorNode, type DOMExportOutput, type LexicalNode } from 'lexical';

export class PageBreakNode extends DecoratorNode<null> {
  override $config() {
    return this.config(PAGE_BREAK_TYPE, { extends: DecoratorNode });
  }

  override createDOM(): HTMLElement {
    const element = $getDocument().createElement('div');
    element.className = 'page-break';
    element.setAttribute('role', 'separator');
    element.setAttribute('aria-label', 'Page break');
    const name = $getDocument().createElement('span');
    name.textContent = 'Page break';
    element.append(name);
    return element;
  }

  override updateDOM(): false {
    return false;
  }

  /** As Word writes a break in HTML, which word processors understand. */
  override exportDOM(): DOMExportOutput {
    const element = $getDocument().createElement('br');
    // By its old name, the one that word processors know; as a property the browser would write the new one.
    element.setAttribute('style', 'page-break-before: always');
    return { element };
  }

  override getTextContent(): string {
    return '\n';
  }

  override decorate(): null {
    return null;
  }

  override isInline(): false {
    return false;
  }
}

export function $createPageBreakNode(): PageBreakNode {
  return $create(PageBreakNode);
}

export function $isPageBreakNode(node: LexicalNode | null | undefined): node is PageBreakNode {
  return node instanceof PageBreakNode;
}
