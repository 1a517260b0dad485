/** Class names of what has no tag of its own; everything else is styled by its tag. */
import type { EditorThemeClasses } from 'lexical';

export const theme: EditorThemeClasses = {
  text: {
    // Text that is bold as well has the tag of that alone.
    italic: 'text-italic',
    underline: 'text-underline',
    strikethrough: 'text-strikethrough',
    underlineStrikethrough: 'text-underline-strikethrough',
    code: 'text-code',
  },
  list: {
    checklist: 'check-list',
    listitemChecked: 'check-item checked',
    listitemUnchecked: 'check-item',
    nested: { listitem: 'nested-item' },
  },
  code: 'code-block',
  tableScrollableWrapper: 'table-scroller',
  tableCellHeader: 'header-cell',
  tableCellSelected: 'selected-cell',
  tableSelection: 'selecting-cells',
  hrSelected: 'selected',
  blockCursor: 'block-cursor',
};
