/** Which addresses a brief may link to, and how a typed one is completed. */
import { $createLinkNode, $isLinkNode, LinkExtension } from '@lexical/link';
import {
  $createTextNode,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  COMPOSITION_START_COMMAND,
  configExtension,
  defineExtension,
  mergeRegister,
  PASTE_COMMAND,
} from 'lexical';
import { $isCodeNode } from '@lexical/code';

const PROTOCOLS = new Set(['http:', 'https:', 'mailto:']);

/** The address in full, or null where it is no http, https or mailto link. `example.org` becomes https. */
export function normaliseUrl(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /\s/u.test(text)) return null;
  const candidate = /^[a-z][a-z0-9+.-]*:/i.test(text)
    ? text
    : /^[^@/]+@[^@/]+\.[^@/]+$/.test(text)
      ? `mailto:${text}`
      : `https://${text}`;
  if (!URL.canParse(candidate)) return null;
  const url = new URL(candidate);
  if (!PROTOCOLS.has(url.protocol)) return null;
  if (url.protocol === 'mailto:') return /@/.test(url.pathname) ? candidate : null;
  return url.hostname.includes('.') || url.hostname === 'localhost' ? candidate : null;
}

/** Accepts full addresses only: what is pasted over words becomes a link only where it is one. */
function isLinkUrl(text: string): boolean {
  return /^(https?:\/\/|mailto:)\S+$/i.test(text.trim()) && normaliseUrl(text) !== null;
}

export const LinksExtension = defineExtension({
  name: 'dossier/links',
  dependencies: [configExtension(LinkExtension, { validateUrl: isLinkUrl })],
  register: (editor) =>
    mergeRegister(
      editor.registerCommand(COMPOSITION_START_COMMAND, $leaveLink, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(
        PASTE_COMMAND,
        (event) => {
          const text =
            event instanceof ClipboardEvent ? (event.clipboardData?.getData('text/plain') ?? '') : '';
          const selection = $getSelection();
          if (!isLinkUrl(text) || !$isRangeSelection(selection) || !selection.isCollapsed()) return false;
          if ($isCodeNode(selection.anchor.getNode().getTopLevelElement())) return false;
          event.preventDefault();
          selection.insertNodes([$createLinkNode(text.trim()).append($createTextNode(text.trim()))]);
          return true;
        },
        COMMAND_PRIORITY_LOW,
      ),
    ),
});

/**
 * Takes a caret at the edge of a link out of it before a composition begins: no text goes into a link there, and
 * Lexical would write what the browser composed in the link a second time behind it.
 */
function $leaveLink(): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || !selection.isCollapsed()) return false;
  const node = selection.anchor.getNode();
  const { offset } = selection.anchor;
  if (!$isTextNode(node)) return false;
  const isBehind = offset === 0 && $isLinkNode(node.getPreviousSibling());
  const link = node.getParent();
  const isFirst = offset === 0 && node.getPreviousSibling() === null;
  const isLast = offset === node.getTextContentSize() && node.getNextSibling() === null;
  if (!isBehind && !($isLinkNode(link) && (isFirst || isLast))) return false;
  const from = isBehind ? node : link!;
  const index = from.getIndexWithinParent() + (!isBehind && isLast ? 1 : 0);
  for (const point of [selection.anchor, selection.focus])
    point.set(from.getParentOrThrow().getKey(), index, 'element');
  return false;
}
