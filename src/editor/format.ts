/** What the toolbar shows of the selection. */
import { $isLinkNode } from '@lexical/link';
import { $isTableSelection } from '@lexical/table';
import {
  $findMatchingParent,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  type TextFormatType,
} from 'lexical';
import { $alignment, type Alignment } from './blocks/alignment.ts';
import { $blockType, type BlockType } from './blocks/blockType.ts';
import { $directionChoice, type DirectionChoice } from './blocks/direction.ts';
import { $enclosingCallout, $mayHoldCallout } from './callout/actions.ts';
import { $mayInsertFootnote } from './footnote/actions.ts';
import { $portion } from './portion/portion.ts';
import { $alignment as $columnAlignment } from './table/align.ts';
import { $selectedArea } from './table/grid.ts';

export const TEXT_FORMATS = [
  'bold',
  'italic',
  'underline',
  'strikethrough',
  'superscript',
  'subscript',
  'code',
] as const satisfies TextFormatType[];
export type TextFormat = (typeof TEXT_FORMATS)[number];

export interface SelectionFormat {
  formats: readonly TextFormat[];
  /** Null where no text is selected. */
  block: BlockType | 'snippet' | null;
  /** The address of the link at the caret. */
  link: string | null;
  /** Whether the caret or the selected cells are in a table. */
  table: boolean;
  callout: { kind: string; confidence: string } | null;
  /** Whether blocks here may become a callout. */
  mayCallout: boolean;
  /** Null where the block has none to choose. */
  align: Alignment | null;
  /** Null where the block has none to choose. */
  direction: DirectionChoice | null;
  /** The portion mark of the block, empty for none; null where it can have none. */
  portion: string | null;
  /** Whether a footnote may stand here. */
  mayNote: boolean;
}

const NO_FORMAT: SelectionFormat = {
  formats: [],
  block: null,
  link: null,
  table: false,
  callout: null,
  mayCallout: false,
  align: null,
  direction: null,
  portion: null,
  mayNote: false,
};

/** Only inside a read. */
export function $selectionFormat(): SelectionFormat {
  const selection = $getSelection();
  const area = $selectedArea();
  const table = area !== null;
  if ($isTableSelection(selection))
    return area === null
      ? { ...NO_FORMAT, table }
      : {
          ...NO_FORMAT,
          table,
          align: $columnAlignment(area),
          direction: area.table.getDirection() ?? 'auto',
        };
  const mayNote = $mayInsertFootnote();
  if (!$isRangeSelection(selection)) return { ...NO_FORMAT, mayNote };
  const node = selection.anchor.getNode();
  const link =
    $findMatchingParent(node, $isLinkNode) ?? $findMatchingParent(selection.focus.getNode(), $isLinkNode);
  const callout = $enclosingCallout(node);
  return {
    formats: TEXT_FORMATS.filter((format) => selection.hasFormat(format)),
    block: $blockType(node),
    link: link?.getURL() ?? null,
    table,
    callout: callout === null ? null : { kind: callout.getKind(), confidence: callout.getConfidence() },
    mayCallout: $mayHoldCallout(),
    align: $alignment(node),
    direction: $directionChoice(node),
    portion: $portion(),
    mayNote,
  };
}

/** Takes emphasis, underline and the like off the selected text; links and blocks stay. */
export function $clearFormats(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return;
  for (const node of selection.extract()) if ($isTextNode(node)) node.setFormat(0).setStyle('');
  selection.setFormat(0);
}
