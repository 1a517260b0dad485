/**
 * Blocks as a row of units: characters, whatever else stands in a line, the beginnings of blocks of text, and blocks
 * that are one unit each. Two states of a document are compared by them. Only inside a read or an update.
 */
import { isTextual, type SuggestionMark } from '#domain/document/suggestions/marks.ts';
import { leafIdentity } from '#domain/document/suggestions/signature.ts';
import { $isLinkNode } from '@lexical/link';
import { $isElementNode, $isTextNode, type ElementNode, type LexicalNode, type NodeKey } from 'lexical';
import { $stored } from './stored.ts';
import { $insertedMark } from './state.ts';

/** A character, or what else takes part in a comparison. */
export interface Unit {
  kind: 'character' | 'object' | 'begin' | 'block';
  /** Units with the same one are the same; beginnings are compared by `isSameUnit`. */
  id: string;
  key: NodeKey;
  /** Of a character in its node. */
  offset: number;
  mark: SuggestionMark | null;
  /** The link that it stands in. */
  link: NodeKey | null;
}

/** Whether this element holds nothing but lines of text. */
export function $isTextBlock(node: LexicalNode): node is ElementNode {
  if (!$isElementNode(node)) return false;
  const children = node.getFirstChild()?.getType() === 'list' ? [{ type: 'list' }] : [];
  return isTextual({ type: node.getType(), children });
}

/** A leaf in a line, the beginning of a block, or a block that is one unit. */
export interface Piece {
  node: LexicalNode;
  kind: 'leaf' | 'begin' | 'block';
  link: NodeKey | null;
}

/** `deep`: blocks of text inside other blocks are told apart, and those others are nothing themselves. */
export function $pieces(blocks: readonly LexicalNode[], deep = false): Piece[] {
  const pieces: Piece[] = [];
  for (const block of blocks)
    if ($isTextBlock(block)) {
      pieces.push({ node: block, kind: 'begin', link: null });
      $addLeaves(block, null, pieces);
    } else if (deep && $isElementNode(block) && block.getType() !== 'code')
      pieces.push(...$pieces(block.getChildren(), true));
    else pieces.push({ node: block, kind: 'block', link: null });
  return pieces;
}

function $addLeaves(parent: ElementNode, link: NodeKey | null, into: Piece[]): void {
  for (let child = parent.getFirstChild(); child !== null; child = child.getNextSibling())
    if ($isElementNode(child)) $addLeaves(child, $isLinkNode(child) ? child.getKey() : link, into);
    else into.push({ node: child, kind: 'leaf', link });
}

/** `changed`: blocks that are one unit, and are no longer what they were. */
export function $unitsOf(pieces: readonly Piece[], changed?: ReadonlySet<NodeKey>): Unit[] {
  const units: Unit[] = [];
  for (const { node, kind, link } of pieces) {
    const key = node.getKey();
    const mark = $insertedMark(node);
    const base = { key, offset: 0, mark, link };
    if (kind === 'begin') units.push({ ...base, kind: 'begin', id: '' });
    else if (kind === 'block')
      units.push({ ...base, kind: 'block', id: changed?.has(key) ? `changed ${key}` : key });
    else if ($isTextNode(node)) {
      const text = node.getTextContent();
      const of = mark?.id ?? '';
      for (let offset = 0; offset < text.length; offset += 1)
        units.push({ ...base, offset, kind: 'character', id: text[offset]! + of });
    } else units.push({ ...base, kind: 'object', id: leafIdentity($stored(node)) + (mark?.id ?? '') });
  }
  return units;
}

/** Whether it is a block that stayed, and is told as a whole. */
export function isChangedBlock({ kind, id, key }: Unit): boolean {
  return kind === 'block' && id !== key;
}

/** `lost`: blocks that are in one of the two states only; such two may be one, turned into another kind. */
export function isSameUnit(before: Unit, now: Unit, lost: ReadonlySet<NodeKey>): boolean {
  if (before.kind !== now.kind) return false;
  if (before.kind !== 'begin') return before.id === now.id;
  return before.key === now.key || (lost.has(before.key) && lost.has(now.key));
}
