/**
 * Which way blocks are read. Without a choice their words say it (`dir="auto"`); a choice is stored in Lexical's
 * `direction`, for lists as a whole.
 */
import type { Direction } from '#domain/document/ast.ts';
import { languageDirection, textDirection } from '#domain/document/direction.ts';
import { $isCodeNode } from '@lexical/code';
import { $isTableSelection, $isTableNode } from '@lexical/table';
import {
  $findMatchingParent,
  $getEditor,
  $getSelection,
  $isElementNode,
  $isRootOrShadowRoot,
  BEFORE_INPUT_COMMAND,
  COMMAND_PRIORITY_HIGH,
  defineExtension,
  type ElementNode,
  type LexicalEditor,
  type LexicalNode,
} from 'lexical';
import { briefFacts } from '../derived/facts.ts';
import { $areaCells, $cellsOf, $selectedArea } from '../table/grid.ts';

export const DIRECTIONS = ['auto', 'ltr', 'rtl'] as const;
export type DirectionChoice = (typeof DIRECTIONS)[number];

/** Of the block where the selection begins; null where that has none to choose. Only inside a read. */
export function $directionChoice(node: LexicalNode): DirectionChoice | null {
  const block = $turnable(node);
  return block === null ? null : (block.getDirection() ?? 'auto');
}

/** In which a block is read. Only inside a read. */
export function $readingDirection(node: LexicalNode): Direction {
  const block = $turnable(node);
  const base = languageDirection(briefFacts($getEditor()).language);
  if (block === null) return base;
  return block.getDirection() ?? textDirection(block.getTextContent()) ?? base;
}

/** Turns the selected blocks; a table, too, whose cells are all selected. */
export function setDirection(editor: LexicalEditor, choice: DirectionChoice): void {
  editor.update(() => {
    const selection = $getSelection();
    const nodes = selection?.getNodes() ?? [];
    const blocks = new Set(nodes.flatMap((node) => $turnable(node) ?? []));
    const area = $isTableSelection(selection) ? $selectedArea(selection) : null;
    if (area !== null && $areaCells(area).length === $cellsOf(area.table).flat().length)
      blocks.add(area.table);
    for (const block of blocks) block.setDirection(choice === 'auto' ? null : choice);
  });
}

export const DirectionExtension = defineExtension({
  name: 'dossier/direction',
  register: (editor) =>
    editor.registerCommand(
      BEFORE_INPUT_COMMAND,
      (event) => {
        // What the browser offers itself: Ctrl+Shift on Windows, its menu on a Mac (Input Events 2).
        if (event.inputType !== 'formatSetBlockTextDirection') return false;
        event.preventDefault();
        if (event.data === 'ltr' || event.data === 'rtl') setDirection(editor, event.data);
        return true;
      },
      COMMAND_PRIORITY_HIGH,
    ),
});

/** The block of text that a node is in, as it stands in the document, a cell, a quote or a callout. */
function $turnable(node: LexicalNode): ElementNode | null {
  const block = $findMatchingParent(
    node,
    (one): one is ElementNode =>
      $isElementNode(one) && !one.isInline() && $isRootOrShadowRoot(one.getParent()),
  );
  return block === null || block.isShadowRoot() || $isCodeNode(block) || $isTableNode(block) ? null : block;
}
