/** Tables: rectangles of single cells, as wide as the text, with header rows and columns. */
import { TableExtension } from '@lexical/table';
import { configExtension, defineExtension, mergeRegister } from 'lexical';
import { registerColumnCounts } from './draw.ts';
import { registerTableKeys } from './keys.ts';

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
  ],
  register: (editor) => mergeRegister(registerTableKeys(editor), registerColumnCounts(editor)),
});
