/** What a drawn table shows beyond what Lexical draws. */
import { TableNode } from '@lexical/table';
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
