/** Which addresses a brief may link to, and how a typed one is completed. */
import { $createLinkNode, LinkExtension } from '@lexical/link';
import {
  $createTextNode,
  $getSelection,
  $isRangeSelection,
  COMMAND_PRIORITY_LOW,
  configExtension,
  defineExtension,
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
});
