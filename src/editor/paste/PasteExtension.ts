/** Paste from other applications: their words and structure come in, their looks and scripts stay out. */
import { ClipboardImportExtension } from '@lexical/clipboard';
import { $isCodeNode } from '@lexical/code';
import {
  $findMatchingParent,
  $getEditor,
  $onUpdate,
  type BaseSelection,
  configExtension,
  createCommand,
  defineExtension,
  type LexicalCommand,
} from 'lexical';
import { readPage } from './html.ts';
import { $insertBlocks } from './insert.ts';
import type { PagePictures } from './pictures.ts';
import { $pastePlain, $pasteTsv } from './plain.ts';

/** Sent when pasted text is in the document: the pictures whose nodes wait for their files. */
export const PASTED_PICTURES_COMMAND: LexicalCommand<PagePictures> = createCommand('PASTED_PICTURES_COMMAND');

export const PasteExtension = defineExtension({
  name: 'dossier/paste',
  dependencies: [
    configExtension(ClipboardImportExtension, {
      $importMimeType: {
        'text/html': [
          (html, selection, $next, data) =>
            !$standsInCode(selection) && ($pasteHtml(html, data.getData('text/rtf'), selection) || $next()),
        ],
        'text/plain': [
          (text, selection, $next) => {
            if ($standsInCode(selection)) return $next();
            return $pasteTsv(text, selection) || $pastePlain(text) || $next();
          },
        ],
      },
    }),
  ],
});

/** False where there is nothing in the page. */
function $pasteHtml(html: string, rtf: string, selection: BaseSelection): boolean {
  const { blocks, pictures } = readPage(html, rtf);
  if (blocks.length === 0) return false;
  $insertBlocks(blocks, selection);
  const editor = $getEditor();
  if (pictures.placed.length + pictures.leftOut > 0)
    $onUpdate(() => editor.dispatchCommand(PASTED_PICTURES_COMMAND, pictures));
  return true;
}

function $standsInCode(selection: BaseSelection): boolean {
  const [anchor] = selection.getStartEndPoints() ?? [];
  return anchor !== undefined && $findMatchingParent(anchor.getNode(), $isCodeNode) !== null;
}
