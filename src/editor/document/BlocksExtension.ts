/**
 * The document by its top-level blocks: each block's stored form and word count are kept until the block
 * changes, so that saving and counting cost what changed and not what there is.
 */
import { countWords } from '#domain/article.ts';
import { DOC_VERSION, type StoredDocument, type StoredNode } from '#domain/document/stored.ts';
import { getExtensionDependencyFromEditor } from '@lexical/extension';
import {
  $getRoot,
  $isElementNode,
  $isTextNode,
  defineExtension,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
} from 'lexical';
import { $isUnknownNode } from '../unknown/UnknownNode.ts';
import { replacesState } from './replaced.ts';

interface Caches {
  stored: Map<NodeKey, StoredNode>;
  words: Map<NodeKey, number>;
}

export const BlocksExtension = defineExtension({
  name: 'dossier/blocks',
  build: (): Caches => ({ stored: new Map(), words: new Map() }),
  register(editor, _config, state) {
    const { stored, words } = state.getOutput();
    return editor.registerUpdateListener((update) => {
      if (replacesState(update)) {
        stored.clear();
        words.clear();
        return;
      }
      for (const keys of [update.dirtyElements.keys(), update.dirtyLeaves])
        for (const key of keys) {
          stored.delete(key);
          words.delete(key);
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

/** Words of the document. Labels of citations are not counted. */
export function countDocumentWords(editor: LexicalEditor): number {
  const { words } = getExtensionDependencyFromEditor(editor, BlocksExtension).output;
  return editor.read(() => {
    let total = 0;
    for (const block of $getRoot().getChildren())
      total += cached(words, block, (node) => countWords($plainText(node)));
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

function $plainText(node: LexicalNode): string {
  if ($isTextNode(node)) return node.getTextContent();
  if (!$isElementNode(node)) return node.isInline() ? '' : ' ';
  const text = node.getChildren().map($plainText).join('');
  return node.isInline() ? text : `${text} `;
}
