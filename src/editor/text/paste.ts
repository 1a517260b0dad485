/** Paste from other applications: their words and structure come in, their looks and scripts stay out. */
import { $insertGeneratedNodes, ClipboardImportExtension } from '@lexical/clipboard';
import { $isCodeNode } from '@lexical/code';
import { $generateNodesFromDOM } from '@lexical/html';
import { $isTableSelection } from '@lexical/table';
import {
  $createLineBreakNode,
  $createParagraphNode,
  $createTextNode,
  $findMatchingParent,
  $getEditor,
  $getSelection,
  $isRangeSelection,
  type BaseSelection,
  configExtension,
  defineExtension,
} from 'lexical';
import { $tableOfTexts } from '../table/clipboard/paste.ts';
import { parseTsv } from '../table/clipboard/tsv.ts';
import { $selectedArea } from '../table/grid.ts';
import { cleanPastedHtml } from './pastedHtml.ts';

export const PasteExtension = defineExtension({
  name: 'dossier/paste',
  dependencies: [
    configExtension(ClipboardImportExtension, {
      $importMimeType: {
        'text/html': [
          (html, selection, $next) => !$standsInCode(selection) && $pasteHtml(html, selection, $next),
        ],
        'text/plain': [
          (text, selection, $next) => {
            if ($standsInCode(selection)) return $next();
            return $pasteTsv(text, selection) || $pastePlain(text, $next);
          },
        ],
      },
    }),
  ],
});

function $pasteHtml(html: string, selection: BaseSelection, $next: () => boolean): boolean {
  const document = new DOMParser().parseFromString(html, 'text/html');
  cleanPastedHtml(document);
  if ((document.body.textContent ?? '').trim() === '') return $next();
  const editor = $getEditor();
  $insertGeneratedNodes(editor, $generateNodesFromDOM(editor, document), selection);
  return true;
}

/** Cells of a spreadsheet; into selected cells also lines, one below the other. */
function $pasteTsv(text: string, selection: BaseSelection): boolean {
  const lines = $isTableSelection(selection)
    ? text.replace(/\r\n?/gu, '\n').replace(/\n$/u, '').split('\n')
    : [];
  const rows = parseTsv(text) ?? (lines.length > 0 ? lines.map((line) => [line]) : null);
  if (rows === null) return false;
  if (rows.length === 1 && $selectedArea(selection) === null) return false;
  $insertGeneratedNodes($getEditor(), [$tableOfTexts(rows)], selection);
  return true;
}

/** Blank lines part paragraphs; where there are none, every line is one. */
function $pastePlain(text: string, $next: () => boolean): boolean {
  const normal = text.replace(/\r\n?/g, '\n').replace(/^\n+|\n+$/g, '');
  const selection = $getSelection();
  if (!normal.includes('\n') || !$isRangeSelection(selection)) return $next();
  const paragraphs = /\n[ \t]*\n/.test(normal) ? normal.split(/\n(?:[ \t]*\n)+/) : normal.split('\n');
  selection.insertNodes(
    paragraphs.map((lines) => {
      const paragraph = $createParagraphNode();
      lines.split('\n').forEach((line, index) => {
        if (index > 0) paragraph.append($createLineBreakNode());
        if (line !== '') paragraph.append($createTextNode(line.replace(/\t/g, ' ')));
      });
      return paragraph;
    }),
  );
  return true;
}

function $standsInCode(selection: BaseSelection): boolean {
  const [anchor] = selection.getStartEndPoints() ?? [];
  return anchor !== undefined && $findMatchingParent(anchor.getNode(), $isCodeNode) !== null;
}
