/** Paste from other applications: their words and structure come in, their looks and scripts stay out. */
import { $insertGeneratedNodes, ClipboardImportExtension } from '@lexical/clipboard';
import { $isCodeNode } from '@lexical/code';
import { $generateNodesFromDOM } from '@lexical/html';
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
          (text, selection, $next) => (!$standsInCode(selection) ? $pastePlain(text, $next) : $next()),
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
