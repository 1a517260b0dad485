/** Puts citations in the place of what was typed for them. */
import type { CitationCluster } from '#domain/citation.ts';
import {
  $createRangeSelection,
  $getNodeByKey,
  $getSelection,
  $isRangeSelection,
  $isTextNode,
  $setSelection,
  type NodeKey,
  type RangeSelection,
} from 'lexical';
import { $beside } from '../caretText.ts';
import { $createCitationNode, $isCitationNode, type CitationNode } from './CitationNode.ts';

/** A place between two characters of a text node. */
export interface TextPlace {
  key: NodeKey;
  offset: number;
}

/**
 * Cites `items` in the place of the text between two places, with the caret behind it; a citation that stands right
 * beside takes them in. A space before it goes: labels set themselves apart. Returns the citation's key. Only inside
 * an update.
 */
function $replaceByCitation(from: TextPlace, to: TextPlace, items: CitationCluster): NodeKey {
  const selection = $createRangeSelection();
  selection.anchor.set(from.key, from.offset, 'text');
  selection.focus.set(to.key, to.offset, 'text');
  $setSelection(selection);
  selection.removeText();
  // A name is part of the sentence, in every style.
  if (items[0]?.authorInText !== true) $dropSpaceBefore(selection);
  const [before, after] = $beside(selection.anchor);
  const neighbour = [before, after].find($isCitationNode);
  if (neighbour !== undefined && items[0]?.authorInText !== true) {
    const known = neighbour.getItems();
    if (neighbour === before || known[0]?.authorInText === true)
      return $join(neighbour, [...known, ...items]);
    return $join(neighbour, [...items, ...known]);
  }
  const citation = $createCitationNode(items);
  selection.insertNodes([citation]);
  citation.selectNext(0, 0);
  return citation.getKey();
}

/**
 * As `$replaceByCitation`, but whoever typed on meanwhile goes on where they are: the caret stays where it stands in
 * other text, and is put behind the citation only from inside of what it replaces. Only inside an update.
 */
export function $citeAround(from: TextPlace, to: TextPlace, items: CitationCluster): NodeKey {
  const caret = $getSelection()?.clone() ?? null;
  const key = $replaceByCitation(from, to, items);
  if (!$isRangeSelection(caret)) return key;
  const { anchor, focus } = caret;
  if (caret.isCollapsed() && anchor.key === to.key && anchor.offset >= from.offset) {
    const behind = anchor.offset - to.offset;
    const rest = $getNodeByKey(key)?.getNextSibling();
    if (behind > 0 && $isTextNode(rest)) rest.select(behind, behind);
  } else if ([anchor, focus].every((point) => $getNodeByKey(point.key)?.isAttached() === true))
    $setSelection(caret);
  return key;
}

function $join(citation: CitationNode, items: CitationCluster): NodeKey {
  citation.setItems(items);
  citation.selectNext(0, 0);
  return citation.getKey();
}

function $dropSpaceBefore({ anchor }: RangeSelection): void {
  const node = anchor.getNode();
  if (!$isTextNode(node)) return;
  const text = node.getTextContent();
  if (anchor.offset === 0 || text[anchor.offset - 1] !== ' ') return;
  // A space keeps two citations apart.
  if (anchor.offset === 1 && $isCitationNode(node.getPreviousSibling())) return;
  node.spliceText(anchor.offset - 1, 1, '', true);
}
