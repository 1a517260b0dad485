/** The editor of a brief, put together from one extension a feature. */
import { CodeExtension } from '@lexical/code';
import {
  ClickAfterLastBlockExtension,
  HorizontalRuleExtension,
  buildEditorFromExtensions,
} from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { RichTextExtension } from '@lexical/rich-text';
import type { StoredDocument } from '#domain/document/stored.ts';
import { configExtension, defineExtension, HISTORY_MERGE_TAG, type LexicalEditorWithDispose } from 'lexical';
import { BibliographyExtension } from './bibliography/BibliographyExtension.ts';
import { CodeKeysExtension } from './blocks/code.ts';
import { DirectionExtension } from './blocks/direction.ts';
import { ListsExtension } from './blocks/lists.ts';
import { CalloutExtension } from './callout/CalloutExtension.ts';
import { CitationExtension } from './citation/CitationExtension.ts';
import { CopyExtension } from './clipboard/CopyExtension.ts';
import { CommentsExtension } from './comments/CommentsExtension.ts';
import { $needsParagraphBelow } from './document/below.ts';
import { BlockIdExtension } from './document/BlockIdExtension.ts';
import { BlocksExtension } from './document/BlocksExtension.ts';
import { parseDocument } from './document/load.ts';
import { FieldExtension } from './field/FieldExtension.ts';
import { FigureExtension } from './figure/FigureExtension.ts';
import { FootnoteExtension } from './footnote/FootnoteExtension.ts';
import { JumpExtension } from './jump.ts';
import { KeptCaretExtension } from './keptCaret.ts';
import { MovedCaretExtension } from './movedCaret.ts';
import { PageBreakExtension } from './pageBreak/PageBreakExtension.ts';
import { PassOnExtension } from './passOn.ts';
import { PortionExtension } from './portion/PortionExtension.ts';
import { CrossReferenceExtension } from './reference/CrossReferenceExtension.ts';
import { SnippetExtension } from './snippet/SnippetExtension.ts';
import { TablesExtension } from './table/TablesExtension.ts';
import { SuggestExtension } from './suggest/SuggestExtension.ts';
import { LinksExtension } from './text/links.ts';
import { MarkdownShortcutsExtension } from './text/markdownShortcuts.ts';
import { PasteExtension } from './paste/PasteExtension.ts';
import { theme } from './theme.ts';
import { UnknownExtension } from './unknown/UnknownNode.ts';

/** Undo steps kept; each holds a whole editor state. */
export const HISTORY_DEPTH = 200;

/**
 * An editor that shows `document`; give it an element with `setRootElement`, and `dispose` it in the end.
 * Throws where the document cannot be read whole. Of a later update that fails nothing stays, and `onError` is told;
 * where `onError` throws, what the update had done does stay, for the next one to finish.
 */
export function createBriefEditor(
  document: StoredDocument,
  onError: (error: Error) => void = () => {},
): LexicalEditorWithDispose {
  let isOpen = false;
  const editor = buildEditorFromExtensions(
    briefExtension((error) => {
      onError(error);
      // Lexical would show a document cut short, and autosave would store it.
      if (!isOpen) throw error;
    }),
  );
  try {
    editor.setEditorState(parseDocument(editor, document), { tag: HISTORY_MERGE_TAG });
  } catch (error) {
    editor.dispose();
    throw error;
  }
  isOpen = true;
  return editor;
}

function briefExtension(onError: (error: Error) => void) {
  return defineExtension({
    name: 'dossier/brief',
    namespace: 'dossier',
    theme,
    $initialEditorState: null,
    onError,
    dependencies: [
      RichTextExtension,
      configExtension(HistoryExtension, { maxDepth: HISTORY_DEPTH }),
      ListsExtension,
      DirectionExtension,
      CodeExtension,
      CodeKeysExtension,
      HorizontalRuleExtension,
      configExtension(ClickAfterLastBlockExtension, { $shouldInsertAfter: $needsParagraphBelow }),
      LinksExtension,
      TablesExtension,
      MarkdownShortcutsExtension,
      PasteExtension,
      CopyExtension,
      CitationExtension,
      SnippetExtension,
      CalloutExtension,
      PageBreakExtension,
      FieldExtension,
      FootnoteExtension,
      FigureExtension,
      BibliographyExtension,
      UnknownExtension,
      BlocksExtension,
      BlockIdExtension,
      PortionExtension,
      CrossReferenceExtension,
      CommentsExtension,
      JumpExtension,
      MovedCaretExtension,
      KeptCaretExtension,
      PassOnExtension,
      // Its look at an update comes after whatever the others do to it.
      SuggestExtension,
    ],
  });
}
