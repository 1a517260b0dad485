/** What is done with the list of sources. Only inside an update, but for `$bibliography`. */
import {
  $createParagraphNode,
  $getRoot,
  $getSelection,
  $isElementNode,
  $isParagraphNode,
  type LexicalNode,
} from 'lexical';
import { $isFootnotesNode } from '../footnote/FootnoteNode.ts';
import { $lastBodyBlock } from '../footnote/section.ts';
import {
  $createBibliographyNode,
  $isBibliographyNode,
  type BibliographyNode,
  type BibliographySettings,
  NO_SETTINGS,
} from './BibliographyNode.ts';

/** Null where the document says nothing of its list. Also inside a read. */
export function $bibliography(): BibliographyNode | null {
  return $getRoot().getChildren().find($isBibliographyNode) ?? null;
}

/** Changes the settings of the list; where the document has no block for it yet, one at its end is made. */
export function $changeBibliography(
  change: (settings: BibliographySettings) => Partial<BibliographySettings>,
): void {
  const node = $bibliography();
  const before = node?.getSettings() ?? NO_SETTINGS;
  const settings = { ...before, ...change(before) };
  if (node !== null) node.setSettings(settings);
  else $putLast($createBibliographyNode(settings));
}

/** Puts the list behind the block with the caret, from wherever it was, and the caret behind it. */
export function $insertBibliography(): void {
  const selection = $getSelection();
  const place = selection?.getNodes().at(-1)?.getTopLevelElement() ?? null;
  const block = $rootChild(place);
  const node = $bibliography() ?? $createBibliographyNode();
  if (node.is(block)) return;
  if (block === null || $isFootnotesNode(block)) $putLast(node);
  else if ($isParagraphNode(block) && block.isEmpty()) block.replace(node);
  else block.insertAfter(node);
  const next = node.getNextSibling();
  if ($isElementNode(next) && !$isFootnotesNode(next)) {
    next.selectStart();
    return;
  }
  const paragraph = $createParagraphNode();
  node.insertAfter(paragraph);
  paragraph.select();
}

/** Moves the list over the block before or behind it; false at either end of the text. */
export function $moveBibliography(step: -1 | 1): boolean {
  const node = $bibliography();
  const neighbour = step < 0 ? node?.getPreviousSibling() : node?.getNextSibling();
  if (!node || !neighbour || $isFootnotesNode(neighbour)) return false;
  if (step < 0) neighbour.insertBefore(node);
  else neighbour.insertAfter(node);
  return true;
}

/** Takes the block away: the list stands at the end again, as it is by itself. */
export function $removeBibliography(): void {
  const node = $bibliography();
  if (node === null) return;
  if (node.isSelected()) node.selectNext();
  node.remove();
  if ($getRoot().isEmpty()) $getRoot().append($createParagraphNode());
}

/** There is one block, among the root's own children; what another lists goes into it. */
export function $settleBibliography(node: BibliographyNode): void {
  for (const other of $getRoot().getChildren().filter($isBibliographyNode)) {
    if (other.is(node)) continue;
    const { uncited } = other.getSettings();
    if (uncited.length > 0) {
      const settings = node.getSettings();
      node.setSettings({ ...settings, uncited: [...settings.uncited, ...uncited] });
    }
    other.remove();
  }
  const block = $rootChild(node);
  if (node.is(block)) return;
  if (block === null || $isFootnotesNode(block)) $putLast(node);
  else block.insertAfter(node);
}

function $putLast(node: BibliographyNode): void {
  const last = $lastBodyBlock();
  if (last === null) $getRoot().splice(0, 0, [node]);
  else last.insertAfter(node);
}

/** The child of the root that a node stands in. */
function $rootChild(node: LexicalNode | null): LexicalNode | null {
  let block = node;
  while (block !== null && !$getRoot().is(block.getParent())) block = block.getParent();
  return block;
}
