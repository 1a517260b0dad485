/** What a drawn table shows beyond what Lexical draws. */
import { TableCellHeaderStates, TableCellNode, TableNode } from '@lexical/table';
import { $getNodeByKey, type LexicalEditor } from 'lexical';

/** Tells the style sheet how many columns a table has: `--columns`, by which a wide one is scrolled. */
export function registerColumnCounts(editor: LexicalEditor): () => void {
  return editor.registerMutationListener(TableNode, (mutations) => {
    editor.read(() => {
      for (const [key, mutation] of mutations) {
        const node = mutation === 'destroyed' ? null : $getNodeByKey<TableNode>(key);
        const element = editor.getElementByKey(key)?.querySelector('table');
        if (node === null || element === null || element === undefined) continue;
        const columns = String(node.getColumnCount());
        if (element.style.getPropertyValue('--columns') !== columns)
          element.style.setProperty('--columns', columns);
      }
    });
  });
}

/** Says of each header whose it is, for those who hear a table cell by cell. */
export function registerHeaderScopes(editor: LexicalEditor): () => void {
  return editor.registerMutationListener(TableCellNode, (mutations) => {
    editor.read(() => {
      for (const [key, mutation] of mutations) {
        const node = mutation === 'destroyed' ? null : $getNodeByKey<TableCellNode>(key);
        const element = editor.getElementByKey(key);
        if (node === null || element?.tagName !== 'TH') continue;
        // A cell of the header row heads its column.
        const scope = (node.getHeaderStyles() & TableCellHeaderStates.ROW) === 0 ? 'row' : 'col';
        if (element.getAttribute('scope') !== scope) element.setAttribute('scope', scope);
      }
    });
  });
}
