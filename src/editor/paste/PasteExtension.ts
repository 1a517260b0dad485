/** Paste from other applications: their words and structure come in, their looks and scripts stay out. */
import { ClipboardImportExtension } from '@lexical/clipboard';
import { $isCodeNode } from '@lexical/code';
import {
  $findMatchingParent,
  $getEditor,
  $isRangeSelection,
  $onUpdate,
  type BaseSelection,
  configExtension,
  defineExtension,
} from 'lexical';
import { $insertPage } from './insert.ts';
import { PLAIN_PASTED_COMMAND } from './otherwise.ts';
import { $pastePlain, $pasteTsv } from './plain.ts';

export const PasteExtension = defineExtension({
  name: 'dossier/paste',
  dependencies: [
    configExtension(ClipboardImportExtension, {
      $importMimeType: {
        'text/html': [
          // Where nothing comes of the page, the plain text beside it is taken.
          (html, selection, _next, data) =>
            !$standsInCode(selection) && $insertPage(html, data.getData('text/rtf'), selection),
        ],
        'text/plain': [
          (text, selection, $next) => {
            if ($standsInCode(selection)) return $next();
            if ($pasteTsv(text, selection)) return true;
            if ($isRangeSelection(selection)) $tell(text);
            return $pastePlain(text) || $next();
          },
        ],
      },
    }),
  ],
});

function $tell(text: string): void {
  const editor = $getEditor();
  const before = editor.getEditorState();
  $onUpdate(() => editor.dispatchCommand(PLAIN_PASTED_COMMAND, { text, before }));
}

function $standsInCode(selection: BaseSelection): boolean {
  const [anchor] = selection.getStartEndPoints() ?? [];
  return anchor !== undefined && $findMatchingParent(anchor.getNode(), $isCodeNode) !== null;
}
