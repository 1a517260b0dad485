/** The word behind a slash at the caret, which a menu of blocks filters by. */
import type { LexicalEditor } from 'lexical';
import { $blockType } from './blocks/blockType.ts';
import { $caretInText } from './caretText.ts';

/** A slash at the beginning of a block or behind a space, and what was typed after it. */
const SLASH = /(?:^|\s)\/([\p{L}\p{N}]*(?: [\p{L}\p{N}]+)?)$/u;

/** Null where the caret does not stand behind a slash. Only inside a read. */
export function $slashQuery(): { query: string; key: string; offset: number } | null {
  const place = $caretInText();
  if (place === null) return null;
  const { node, selection } = place;
  const before = node.getTextContent().slice(0, selection.anchor.offset);
  const match = SLASH.exec(before);
  if (match === null) return null;
  const offset = before.lastIndexOf('/');
  const atBlockStart = offset > 0 || node.getPreviousSibling() === null;
  if (!atBlockStart || ['code', 'snippet'].includes($blockType(node))) return null;
  return { query: match[1]!, key: node.getKey(), offset };
}

/** Takes the slash and the word behind it out of the text. */
export function removeSlashQuery(editor: LexicalEditor): void {
  editor.update(
    () => {
      const found = $slashQuery();
      const place = $caretInText();
      if (found === null || place === null) return;
      place.node.spliceText(found.offset, found.query.length + 1, '', true);
    },
    { discrete: true },
  );
}
