/**
 * The document by its top-level blocks: each block's stored form and counts are kept until the block
 * changes, so that saving and counting cost what changed and not what there is.
 */
import { addCounts, countText, NO_COUNTS, type TextCounts } from '#domain/counts.ts';
import { DOC_VERSION, type StoredDocument, type StoredNode } from '#domain/document/stored.ts';
import { getExtensionDependencyFromEditor } from '@lexical/extension';
import {
  $getRoot,
  $isElementNode,
  $isLineBreakNode,
  $isTextNode,
  defineExtension,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { $isFootnotesNode } from '../footnote/FootnoteNode.ts';
import { $isUnknownNode } from '../unknown/UnknownNode.ts';
import { replacesState } from './replaced.ts';

interface Caches {
  stored: Map<NodeKey, StoredNode>;
  counts: Map<NodeKey, TextCounts>;
}

export const BlocksExtension = defineExtension({
  name: 'dossier/blocks',
  build: (): Caches => ({ stored: new Map(), counts: new Map() }),
  register(editor, _config, state) {
    const { stored, counts } = state.getOutput();
    return editor.registerUpdateListener((update) => {
      if (replacesState(update)) {
        stored.clear();
        counts.clear();
        return;
      }
      for (const keys of [update.dirtyElements.keys(), update.dirtyLeaves])
        for (const key of keys) {
          stored.delete(key);
          counts.delete(key);
        }
    });
  },
});

/** The whole document as it is stored. */
export function serialiseDocument(editor: LexicalEditor): StoredDocument {
  const { stored } = getExtensionDependencyFromEditor(editor, BlocksExtension).output;
  return editor.read(() => {
    const root = $getRoot();
    const children = root.getChildren().map((block) => cached(stored, block, $toStored));
    return { docVersion: DOC_VERSION, root: { ...root.exportJSON(), children } };
  });
}

/** Of the text, and of the footnotes below it. Labels of citations are not counted. */
export interface DocumentCounts {
  text: TextCounts;
  notes: TextCounts;
}

export function countDocument(editor: LexicalEditor): DocumentCounts {
  const { counts } = getExtensionDependencyFromEditor(editor, BlocksExtension).output;
  return editor.read(() => {
    const total = { text: NO_COUNTS, notes: NO_COUNTS };
    for (const block of $getRoot().getChildren()) {
      const part = $isFootnotesNode(block) ? 'notes' : 'text';
      total[part] = addCounts(
        total[part],
        cached(counts, block, (node) => countText($plainText(node))),
      );
    }
    return total;
  });
}

function cached<T>(cache: Map<NodeKey, T>, block: LexicalNode, compute: (block: LexicalNode) => T): T {
  const key = block.getKey();
  let value = cache.get(key);
  if (value === undefined) cache.set(key, (value = compute(block)));
  return value;
}

function $toStored(node: LexicalNode): StoredNode {
  if ($isUnknownNode(node)) return node.getRaw();
  const json = node.exportJSON() as StoredNode;
  return $isElementNode(node) ? { ...json, children: node.getChildren().map($toStored) } : json;
}

/** Blocks and lines end with a line break. */
function $plainText(node: LexicalNode): string {
  if ($isTextNode(node)) return node.getTextContent();
  if (!$isElementNode(node)) return node.isInline() && !$isLineBreakNode(node) ? '' : '\n';
  const text = node.getChildren().map($plainText).join('');
  return node.isInline() ? text : `${text}\n`;
}
