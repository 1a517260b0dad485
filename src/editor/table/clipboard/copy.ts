/** What is copied of a table: selected columns take their own widths along. */
import { GetClipboardDataExtension } from '@lexical/clipboard';
import { $isTableSelection } from '@lexical/table';
import { configExtension } from 'lexical';
import { $selectedArea } from '../grid.ts';
import { $columnShares } from '../widths.ts';

interface Copied {
  nodes: { type: string; colWidths?: number[] }[];
}

export const CopiedTablesExtension = configExtension(GetClipboardDataExtension, {
  $exportMimeType: {
    'application/x-lexical-editor': [
      (selection, $next) => {
        const json = $next();
        const area = $isTableSelection(selection) ? $selectedArea(selection) : null;
        if (json === null || area === null) return json;
        const copied = JSON.parse(json) as Copied;
        const [table] = copied.nodes;
        if (table?.colWidths !== undefined)
          table.colWidths = $columnShares(area.table).slice(area.left, area.right + 1);
        return JSON.stringify(copied);
      },
    ],
  },
});
