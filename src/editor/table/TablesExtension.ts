/** Tables: rectangles of single cells, as wide as the text, with header rows and columns. */
import { $isTableNode, TableExtension, TableNode, TableRowNode } from '@lexical/table';
import {
  COMMAND_PRIORITY_NORMAL,
  configExtension,
  defineExtension,
  mergeRegister,
  SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
} from 'lexical';
import { $pasteNodes } from './clipboard/paste.ts';
import { tableHtml } from './clipboard/html.ts';
import { CopiedTablesExtension } from './clipboard/copy.ts';
import { registerColumnCounts, registerHeaderScopes } from './draw.ts';
import { registerTableKeys } from './keys.ts';
import { $shareWhole } from './widths.ts';

export const TablesExtension = defineExtension({
  name: 'dossier/tables',
  dependencies: [
    configExtension(TableExtension, {
      hasCellMerge: false,
      hasCellBackgroundColor: false,
      // Wide tables are scrolled, so that their columns stay wide enough to read.
      hasHorizontalScroll: true,
      hasTabHandler: false,
    }),
    CopiedTablesExtension,
  ],
  html: tableHtml,
  register: (editor) =>
    mergeRegister(
      // Behind that of footnotes, which takes its notes out of what is pasted.
      editor.registerCommand(
        SELECTION_INSERT_CLIPBOARD_NODES_COMMAND,
        ({ nodes, selection }) => $pasteNodes(nodes, selection),
        COMMAND_PRIORITY_NORMAL,
      ),
      editor.registerNodeTransform(TableNode, $shareWhole),
      editor.registerNodeTransform(TableRowNode, (row) => {
        const table = row.getParent();
        if ($isTableNode(table)) $shareWhole(table);
      }),
      registerTableKeys(editor),
      registerColumnCounts(editor),
      registerHeaderScopes(editor),
    ),
});
