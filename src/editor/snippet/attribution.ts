/** The line under a quote: whose words they are, and whether they still are those words. */
import { type Faithfulness, faithfulness } from '#domain/quotation.ts';
import { $getNodeByKey, type LexicalEditor } from 'lexical';
import type { SnippetNode } from './SnippetNode.ts';
import { $emphasisOf, $quotedWords } from './words.ts';

export interface QuoteSources {
  /** What to call an article, by its id. */
  names: Pick<ReadonlyMap<number, string>, 'get'>;
  /** The exact words of a snippet, by its id. */
  words: Pick<ReadonlyMap<number, string>, 'get'>;
}

const NONE: QuoteSources = { names: new Map(), words: new Map() };
const sourcesOf = new WeakMap<LexicalEditor, QuoteSources>();

/** Tells the quotes of a document what they were taken from, and redraws their attributions. */
export function setQuoteSources(editor: LexicalEditor, sources: QuoteSources): void {
  sourcesOf.set(editor, sources);
  redrawAllAttributions(editor);
}

function redrawAllAttributions(editor: LexicalEditor): void {
  const keys = [...(editor.getRootElement()?.querySelectorAll('figure.snippet > figcaption') ?? [])].map(
    (caption) => caption.getAttribute('data-cite-key')!,
  );
  redrawAttributions(editor, keys);
}

export function redrawAttributions(editor: LexicalEditor, keys: Iterable<string>): void {
  editor.read(() => {
    for (const key of keys) {
      const node = $getNodeByKey<SnippetNode>(key);
      const element = editor.getElementByKey(key);
      if (node !== null && element !== null) drawAttribution(node, element, editor);
    }
  });
}

/** Only inside a read or an update. */
export function drawAttribution(node: SnippetNode, element: HTMLElement, editor: LexicalEditor): void {
  const { names } = sourcesOf.get(editor) ?? NONE;
  const item = node.getItems()[0];
  const source = item === undefined ? '' : (names.get(item.articleId) ?? '');
  const altered = $faithfulnessOf(editor, node) === 'altered';
  write(element.querySelector('.snippet-source'), source);
  write(element.querySelector('.snippet-emphasis'), $emphasisOf(node) === 'added' ? 'emphasis added' : '');
  write(element.querySelector('.snippet-altered'), altered ? 'altered' : '');
  const mark = altered ? 'true' : 'false';
  if (element.dataset['altered'] !== mark) element.dataset['altered'] = mark;
}

/** The source's words of a quote; undefined while they are not known. Only inside a read or an update. */
export function $sourceWords(editor: LexicalEditor, node: SnippetNode): string | undefined {
  const snippetId = node.getItems()[0]?.snippetId;
  return snippetId === undefined ? undefined : sourcesOf.get(editor)?.words.get(snippetId);
}

/** Undefined while the source's words are not known. Only inside a read or an update. */
export function $faithfulnessOf(editor: LexicalEditor, node: SnippetNode): Faithfulness | undefined {
  const exact = $sourceWords(editor, node);
  return exact === undefined ? undefined : faithfulness(exact, $quotedWords(node).text);
}

function write(element: Element | null, text: string): void {
  if (element !== null && element.textContent !== text) element.textContent = text;
}
