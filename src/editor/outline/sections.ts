/**
 * Sections: a heading with what stands below it, up to the next heading of its level or a higher one. They are moved
 * among the blocks that they stand with, and never into themselves.
 */
import { $isHeadingNode, type HeadingNode, type HeadingTagType } from '@lexical/rich-text';
import {
  $addUpdateTag,
  $getNodeByKey,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  SKIP_SELECTION_FOCUS_TAG,
} from 'lexical';
import { $isBibliographyNode } from '../bibliography/BibliographyNode.ts';
import { $isFootnotesNode } from '../footnote/FootnoteNode.ts';
import { $levelOf } from './headings.ts';

const DEEPEST = 6;

/** Puts the caret before the first letter of a heading; false where it is gone. */
export function selectHeading(editor: LexicalEditor, key: NodeKey): boolean {
  let found = false;
  editor.update(
    () => {
      const heading = $heading(key);
      found = heading !== null;
      heading?.selectStart();
    },
    { discrete: true },
  );
  return found;
}

/**
 * Moves a section before another block that it stands with, or behind the last of them (null). One step of undo;
 * the focus stays where it is. False where nothing moves.
 */
export function moveSection(editor: LexicalEditor, key: NodeKey, before: NodeKey | null): boolean {
  return change(editor, () => {
    const heading = $heading(key);
    const target = before === null ? null : $getNodeByKey(before);
    return heading !== null && (before === null || target !== null) && $move(heading, target);
  });
}

/** Moves a section over the heading before it, or over the next one, that is not deeper than its own. */
export function stepSection(editor: LexicalEditor, key: NodeKey, by: 1 | -1): boolean {
  return change(editor, () => {
    const heading = $heading(key);
    if (heading === null) return false;
    if (by === -1) {
      const above = $before(heading);
      return above !== null && $move(heading, above);
    }
    const next = $nextBlock($section(heading));
    if (!$isHeadingNode(next)) return false;
    const beside = $levelOf(next) === $levelOf(heading);
    return $move(heading, $nextBlock(beside ? $section(next) : $ownWords(next)));
  });
}

/** Makes a section with all in it one level deeper, or higher; false where a heading has no such level. */
export function shiftSection(editor: LexicalEditor, key: NodeKey, by: 1 | -1): boolean {
  return change(editor, () => {
    const heading = $heading(key);
    const headings = heading === null ? [] : $section(heading).filter($isHeadingNode);
    const levels = headings.map((each) => $levelOf(each) + by);
    if (headings.length === 0 || levels.some((level) => level < 1 || level > DEEPEST)) return false;
    for (const [index, each] of headings.entries()) each.setTag(`h${levels[index]!}` as HeadingTagType);
    return true;
  });
}

function change(editor: LexicalEditor, $act: () => boolean): boolean {
  let changed = false;
  const focused = document.activeElement;
  editor.update(
    () => {
      changed = $act();
      // What changes nothing must not become a step of undo.
      if (changed) $addUpdateTag(HISTORY_PUSH_TAG);
    },
    { discrete: true, tag: SKIP_SELECTION_FOCUS_TAG },
  );
  // Chromium moves it with the caret where the caret's heading was drawn anew.
  if (focused instanceof HTMLElement && !focused.contains(document.activeElement))
    focused.focus({ preventScroll: true });
  return changed;
}

function $heading(key: NodeKey): HeadingNode | null {
  const node = $getNodeByKey(key);
  return $isHeadingNode(node) && node.isAttached() ? node : null;
}

function $section(heading: HeadingNode): LexicalNode[] {
  const level = $levelOf(heading);
  return $blocksFrom(heading, (next) => $isHeadingNode(next) && $levelOf(next) <= level);
}

/** A heading and what stands below it before any other. */
function $ownWords(heading: HeadingNode): LexicalNode[] {
  return $blocksFrom(heading, $isHeadingNode);
}

function $blocksFrom(heading: HeadingNode, $ends: (next: LexicalNode) => boolean): LexicalNode[] {
  const blocks: LexicalNode[] = [heading];
  let next = heading.getNextSibling();
  while (next !== null && !$ends(next) && !$standsAlone(next)) {
    blocks.push(next);
    next = next.getNextSibling();
  }
  return blocks;
}

/** Belongs to no section: the footnotes, and a list of sources that has no heading before it but its own. */
function $standsAlone(block: LexicalNode): boolean {
  if ($isFootnotesNode(block)) return true;
  return $isBibliographyNode(block) && !$isHeadingNode(block.getPreviousSibling());
}

function $nextBlock(blocks: readonly LexicalNode[]): LexicalNode | null {
  return blocks.at(-1)!.getNextSibling();
}

function $before(heading: HeadingNode): HeadingNode | null {
  const level = $levelOf(heading);
  let above = heading.getPreviousSibling();
  while (above !== null && !($isHeadingNode(above) && $levelOf(above) <= level))
    above = above.getPreviousSibling();
  return above;
}

function $move(heading: HeadingNode, before: LexicalNode | null): boolean {
  const section = $section(heading);
  const parent = heading.getParentOrThrow();
  const target = before ?? $firstAlone(parent.getLastChild());
  if (target !== null && !parent.is(target.getParent())) return false;
  if (section.some((block) => block.is(target))) return false;
  const next = $nextBlock(section);
  if (next === null ? target === null : next.is(target)) return false;
  for (const block of section)
    if (target === null) parent.append(block);
    else target.insertBefore(block);
  return true;
}

/** The first of the blocks at the end that belong to no section. */
function $firstAlone(last: LexicalNode | null): LexicalNode | null {
  let first: LexicalNode | null = null;
  for (let block = last; block !== null && $standsAlone(block); block = block.getPreviousSibling())
    first = block;
  return first;
}
