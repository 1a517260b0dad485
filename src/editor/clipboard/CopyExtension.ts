/** Copying: citations stay alive between briefs of one library, and are formatted text everywhere else. */
import {
  $generateNodesFromSerializedNodes,
  $getHtmlContent,
  $insertGeneratedNodes,
  ClipboardImportExtension,
  GetClipboardDataExtension,
} from '@lexical/clipboard';
import {
  $getEditor,
  $getNodeByKey,
  type BaseSelection,
  configExtension,
  defineExtension,
  type LexicalEditor,
} from 'lexical';
import type { RichText } from '#domain/citation.ts';
import { $isCitationNode } from '../citation/CitationNode.ts';
import { CITATIONS, citationView, keyOfCitation } from '../citation/view.ts';
import { drawnNote } from '../footnote/view.ts';
import { $isSnippetNode } from '../snippet/SnippetNode.ts';
import { citationOfNote, type CopiedNote, footnoteOfNote, htmlWithNotes, textWithNotes } from './copied.ts';
import { type CopiedContent, withoutSources } from './foreign.ts';
import { withoutSuggestions } from './suggested.ts';
import { libraryOf } from './library.ts';
import { richHtml } from './rich.ts';

/** Of the editor; what other programs with Lexical put there is not ours to read. */
const NAMESPACE = 'dossier';
const LEXICAL = 'application/x-lexical-editor';

export const CopyExtension = defineExtension({
  name: 'dossier/copy',
  dependencies: [
    configExtension(GetClipboardDataExtension, {
      $exportMimeType: {
        [LEXICAL]: [
          (_selection, $next) => {
            const json = $next();
            if (json === null) return null;
            const content = JSON.parse(json) as CopiedContent;
            return $signed({ ...content, nodes: withoutSuggestions(content.nodes) });
          },
        ],
        'text/html': [
          (_selection, $next) => {
            const html = $next();
            const editor = $getEditor();
            return html === null ? null : htmlWithNotes(html, (id) => $noteOf(editor, id));
          },
        ],
        'text/plain': [
          (selection, $next) => {
            const editor = $getEditor();
            const html = selection === null ? '' : $getHtmlContent(editor, selection);
            return html === '' ? $next() : textWithNotes(html, (id) => $noteOf(editor, id));
          },
        ],
      },
    }),
    configExtension(ClipboardImportExtension, {
      $importMimeType: {
        [LEXICAL]: [(json, selection, $next) => $pasteForeign(json, selection) || $next()],
      },
    }),
  ],
});

/** Says in which library the sources are, and what their citations read elsewhere. */
function $signed(content: CopiedContent): string {
  const editor = $getEditor();
  return JSON.stringify({ ...content, library: libraryOf(editor), labels: $labels(editor) });
}

function $labels(editor: LexicalEditor): Record<string, RichText | string> {
  const labels: Record<string, RichText | string> = {};
  for (const mark of editor.getRootElement()?.querySelectorAll(CITATIONS) ?? []) {
    const key = keyOfCitation(mark);
    const node = $getNodeByKey(key);
    const view = citationView(editor, key);
    if ($isSnippetNode(node))
      labels[JSON.stringify(node.getItems())] =
        editor.getElementByKey(key)?.querySelector('.snippet-source')?.textContent ?? '';
    else if ($isCitationNode(node) && view !== null) {
      const { label, lead = '', note, description } = view;
      const words = view.rich ?? [{ text: note ? description : label }];
      labels[JSON.stringify(node.getItems())] = note
        ? [{ text: `${lead} (`.trimStart() }, ...withoutStop(words), { text: ')' }]
        : words;
    }
  }
  return labels;
}

/** A note becomes a parenthesis. */
function withoutStop(words: RichText): RichText {
  const last = words.at(-1);
  return last === undefined ? [] : [...words.slice(0, -1), { ...last, text: last.text.replace(/\.$/u, '') }];
}

/** True where it came from another library and is in the text now, without its sources. */
function $pasteForeign(json: string, selection: BaseSelection): boolean {
  const editor = $getEditor();
  const content = read(json);
  if (content === null || content.library === libraryOf(editor)) return false;
  $insertGeneratedNodes(editor, $generateNodesFromSerializedNodes(withoutSources(content)), selection);
  return true;
}

function read(json: string): CopiedContent | null {
  try {
    const content = JSON.parse(json) as CopiedContent;
    return content.namespace === NAMESPACE && Array.isArray(content.nodes) ? content : null;
  } catch {
    return null;
  }
}

function $noteOf(editor: LexicalEditor, mark: string): CopiedNote | null {
  const key = citationOfNote(mark);
  const view = key === null ? null : citationView(editor, key);
  if (view !== null) return { number: view.label, html: richHtml(view.rich ?? [{ text: view.description }]) };
  const id = footnoteOfNote(mark);
  const note = id === null ? null : drawnNote(editor, id);
  return note === null ? null : { number: note.number, html: richHtml(note.text) };
}
