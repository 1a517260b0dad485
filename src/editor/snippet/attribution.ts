/** The line under a quote: whose words they are, and whether they still are those words. */
import { $getNodeByKey, $isElementNode, $isTextNode, type LexicalEditor, type LexicalNode } from 'lexical';
import type { SnippetNode } from './SnippetNode.ts';

export interface QuoteSources {
  /** What to call an article, by its id. */
  names: ReadonlyMap<number, string>;
  /** The exact words of a snippet, by its id. */
  words: ReadonlyMap<number, string>;
}

const NONE: QuoteSources = { names: new Map(), words: new Map() };
const sourcesOf = new WeakMap<LexicalEditor, QuoteSources>();

/** Tells the quotes of a document what they were taken from, and redraws their attributions. */
export function setQuoteSources(editor: LexicalEditor, sources: QuoteSources): void {
  sourcesOf.set(editor, sources);
  redrawAllAttributions(editor);
}

export function redrawAllAttributions(editor: LexicalEditor): void {
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
  const { names, words } = sourcesOf.get(editor) ?? NONE;
  const item = node.getItems()[0];
  const source = item === undefined ? '' : (names.get(item.articleId) ?? '');
  const exact = item?.snippetId === undefined ? undefined : words.get(item.snippetId);
  const altered = exact !== undefined && !sameWords(exact, quotedText(node));
  write(element.querySelector('.snippet-source'), source);
  write(element.querySelector('.snippet-altered'), altered ? 'altered' : '');
  const mark = altered ? 'true' : 'false';
  if (element.dataset['altered'] !== mark) element.dataset['altered'] = mark;
}

/** A quote may be laid out anew, so white space does not count; every other character does. */
function sameWords(exact: string, quoted: string): boolean {
  return squeeze(exact) === squeeze(quoted);
}

/** The words of a quote without the citations that stand in it. */
function quotedText(node: LexicalNode): string {
  if ($isTextNode(node)) return node.getTextContent();
  if (!$isElementNode(node)) return node.getType() === 'linebreak' ? ' ' : '';
  const text = node.getChildren().map(quotedText).join('');
  return node.isInline() ? text : `${text} `;
}

function squeeze(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

function write(element: Element | null, text: string): void {
  if (element !== null && element.textContent !== text) element.textContent = text;
}
