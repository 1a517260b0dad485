/** The pending changes of a document, as they are drawn; nothing here walks the document. */
import {
  $getNearestNodeFromDOMNode,
  $getNodeByKey,
  $getSelection,
  $isElementNode,
  $isRangeSelection,
  $isTextNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import type { SuggestionMark } from '#domain/document/suggestions/marks.ts';
import { $isDeletedBlocksNode } from './DeletedBlocksNode.ts';
import { $isDeletedNode } from './DeletedNode.ts';
import { CHANGE_ATTRIBUTE } from './look.ts';
import { $insertedMark } from './state.ts';

export interface PendingChange extends SuggestionMark {
  /** Of its author: see `look.ts`. */
  hue: number;
  /** What was taken out and put in, in the order of the text; `begin`: the beginning of a paragraph, `block`: a whole block. */
  parts: { kind: 'insertion' | 'deletion'; of: 'words' | 'begin' | 'block'; text: string }[];
}

/** In the order of the text. */
export function pendingChanges(editor: LexicalEditor): PendingChange[] {
  const changes = new Map<string, PendingChange>();
  for (const element of changeElements(editor)) {
    const { changeKind, changePart, changeAuthor = '', changeAt = '', changeHue } = element.dataset;
    const id = element.getAttribute(CHANGE_ATTRIBUTE)!;
    const change = changes.get(id) ?? {
      id,
      author: changeAuthor,
      at: changeAt,
      hue: Number(changeHue),
      parts: [],
    };
    changes.set(id, change);
    const kind = changeKind === 'deletion' ? 'deletion' : 'insertion';
    const of =
      changePart === 'begin'
        ? 'begin'
        : changePart === 'whole' || element.tagName === 'DIV'
          ? 'block'
          : 'words';
    const text = of === 'begin' ? '' : wordsOf(element);
    const last = change.parts.at(-1);
    if (of === 'words' && last?.of === 'words' && last.kind === kind) last.text += text;
    else change.parts.push({ kind, of, text });
  }
  return [...changes.values()];
}

/** Blocks that hold their words on lines of their own. */
const LINES = 'p, li, h1, h2, h3, h4, h5, h6, td, th, pre, figure, blockquote, .caption';

/** The words of what was changed, with a space between those of two blocks. */
function wordsOf(element: HTMLElement): string {
  let words = '';
  let block: Element | null = null;
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const own = walker.currentNode.parentElement!.closest(LINES);
    if (own !== block && words !== '') words += ' ';
    block = own;
    words += walker.currentNode.nodeValue;
  }
  return words;
}

function changeElements(editor: LexicalEditor, id?: string): HTMLElement[] {
  const wanted = id === undefined ? `[${CHANGE_ATTRIBUTE}]` : `[${CHANGE_ATTRIBUTE}="${CSS.escape(id)}"]`;
  return [...(editor.getRootElement()?.querySelectorAll<HTMLElement>(wanted) ?? [])];
}

/** Ids of the changes that are selected, or that the caret stands in or beside. */
export function changesAtSelection(editor: LexicalEditor): Set<string> {
  return editor.read(() => {
    const found = new Set<string>();
    const selection = $getSelection();
    const add = (node: LexicalNode | null): void => {
      const mark = node === null ? null : $markOf(node);
      if (mark !== null) found.add(mark.id);
    };
    for (const node of selection?.getNodes() ?? [])
      for (let at: LexicalNode | null = node; at !== null; at = at.getParent()) add(at);
    if (!$isRangeSelection(selection) || !selection.isCollapsed()) return found;
    const { key, offset, type } = selection.anchor;
    const node = $getNodeByKey(key);
    if (type === 'text' && $isTextNode(node)) {
      if (offset === 0) add(node.getPreviousSibling());
      if (offset === node.getTextContentSize()) add(node.getNextSibling());
    } else if ($isElementNode(node)) {
      add(node.getChildAtIndex(offset - 1));
      add(node.getChildAtIndex(offset));
    }
    return found;
  });
}

/** The first change behind the caret, or the last one before it, and around at the ends; null where there is none. */
export function nextChange(editor: LexicalEditor, step: 1 | -1): string | null {
  const elements = changeElements(editor);
  const here = changesAtSelection(editor);
  const ids = [...new Set(elements.map((element) => element.getAttribute(CHANGE_ATTRIBUTE)!))];
  if (ids.length === 0) return null;
  const current = ids.findIndex((id) => here.has(id));
  if (current >= 0) return ids.at((current + step) % ids.length)!;
  const caret = editor.getElementByKey(editor.read(() => $getSelection()?.getNodes()[0]?.getKey() ?? ''));
  const following = elements.find(
    (element) =>
      caret !== null && (caret.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  const at = following === undefined ? 0 : ids.indexOf(following.getAttribute(CHANGE_ATTRIBUTE)!);
  return ids.at(step === 1 ? at : at - 1)!;
}

/** Selects what was put in, or puts the caret behind what was taken out. Returns its first element. */
export function selectChange(editor: LexicalEditor, id: string): HTMLElement | null {
  const elements = changeElements(editor, id);
  const target = elements.find(({ dataset }) => dataset['changePart'] === 'inline') ?? elements[0];
  if (target === undefined) return null;
  editor.update(
    () => {
      const node = $getNearestNodeFromDOMNode(target);
      if ($isTextNode(node)) node.select(0, node.getTextContentSize());
      else if ($isElementNode(node)) node.selectStart();
      else if (node !== null && $isDeletedBlocksNode(node)) {
        const next = node.getNextSibling();
        if ($isElementNode(next)) next.selectStart();
      } else node?.selectNext(0, 0);
    },
    { discrete: true },
  );
  return elements[0] ?? null;
}

function $markOf(node: LexicalNode): SuggestionMark | null {
  return $isDeletedNode(node) ? node.getMark() : $insertedMark(node);
}
