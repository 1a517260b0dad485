/** Tables to HTML. */
import { TableCellNode, TableNode } from '@lexical/table';
import {
  type DOMExportOutput,
  type InitialEditorConfig,
  isHTMLElement,
  type Klass,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';

const LINE = '1px solid #a6a6a6';

type Html = NonNullable<InitialEditorConfig['html']>;

/** Cells go out with what a reader needs and without the editor's looks. */
export const tableHtml: Html = {
  export: new Map<Klass<LexicalNode>, typeof exportCell>([
    [TableCellNode, exportCell],
    [TableNode, exportTable],
  ]),
};

function exportCell(editor: LexicalEditor, node: LexicalNode): DOMExportOutput {
  const output = node.exportDOM(editor);
  const { element } = output;
  if (!(node instanceof TableCellNode) || !isHTMLElement(element)) return output;
  element.removeAttribute('class');
  element.style.cssText = `border:${LINE};padding:3px 6px;vertical-align:top;text-align:${node.getFormatType() || 'start'}`;
  if (node.hasHeader()) element.setAttribute('scope', node.getHeaderStyles() === 2 ? 'row' : 'col');
  return output;
}

function exportTable(editor: LexicalEditor, node: LexicalNode): DOMExportOutput {
  const output = node.exportDOM(editor);
  return {
    ...output,
    after(generated) {
      const table = output.after?.(generated) ?? generated;
      if (!isHTMLElement(table)) return table;
      table.removeAttribute('class');
      table.style.cssText = 'border-collapse:collapse';
      const columns = [...table.querySelectorAll<HTMLElement>(':scope > colgroup > col')];
      const sum = columns.reduce((total, { style }) => total + Number.parseFloat(style.width), 0);
      for (const { style } of columns)
        style.width = `${Math.round((Number.parseFloat(style.width) / sum) * 100)}%`;
      return table;
    },
  };
}
