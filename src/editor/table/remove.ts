import type { TableNode } from '@lexical/table';
import { $createParagraphNode } from 'lexical';

/** Leaves an empty paragraph with the caret in a table's place. Only inside an update. */
export function $removeTable(table: TableNode): void {
  const paragraph = $createParagraphNode();
  table.replace(paragraph);
  paragraph.select();
}
