/** Plain text from the clipboard. Only inside an update. */
import { $insertGeneratedNodes } from '@lexical/clipboard';
import { $isTableSelection } from '@lexical/table';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $getEditor,
  $getSelection,
  $isRangeSelection,
  type BaseSelection,
  type RangeSelection,
} from 'lexical';
import { $tableOfTexts } from '../table/clipboard/paste.ts';
import { parseTsv } from '../table/clipboard/tsv.ts';
import { $selectedArea } from '../table/grid.ts';
import { $forPlace } from './items.ts';

/** Cells of a spreadsheet; into selected cells also lines, one below the other. False where it is neither. */
export function $pasteTsv(text: string, selection: BaseSelection): boolean {
  const lines = $isTableSelection(selection)
    ? text.replace(/\r\n?/gu, '\n').replace(/\n$/u, '').split('\n')
    : [];
  const rows = parseTsv(text) ?? (lines.length > 0 ? lines.map((line) => [line]) : null);
  if (rows === null) return false;
  if (rows.length === 1 && $selectedArea(selection) === null) return false;
  $insertGeneratedNodes($getEditor(), [$tableOfTexts(rows)], selection);
  return true;
}

/** Text in paragraphs, at the caret. */
export function $insertPlain(text: string, selection: RangeSelection): void {
  if (!$pastePlain(text)) selection.insertRawText(text);
}

/** Blank lines part paragraphs; where there are none, every line is one. False for a single line. */
export function $pastePlain(text: string): boolean {
  const normal = text.replace(/\r\n?/g, '\n').replace(/^\n+|\n+$/g, '');
  const selection = $getSelection();
  if (!normal.includes('\n') || !$isRangeSelection(selection)) return false;
  const paragraphs = /\n[ \t]*\n/.test(normal) ? normal.split(/\n(?:[ \t]*\n)+/) : normal.split('\n');
  const nodes = paragraphs.map((lines) => {
    const paragraph = $createParagraphNode();
    lines.split('\n').forEach((line, index) => {
      if (index > 0) paragraph.append($createLineBreakNode());
      if (line !== '') paragraph.append($createTextNode(line.replace(/\t/g, ' ')));
    });
    return paragraph;
  });
  selection.insertNodes($forPlace(nodes, selection));
  return true;
}
