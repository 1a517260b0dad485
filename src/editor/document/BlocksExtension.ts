/**
 * The document by its top-level blocks: each block's stored JSON and counts are kept until the block
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
import { touchedKeys } from './replaced.ts';

interface Caches {
  json: Map<NodeKey, string>;
  counts: Map<NodeKey, TextCounts>;
}

export const BlocksExtension = defineExtension({
  name: 'dossier/blocks',
  build: (): Caches => ({ json: new Map(), counts: new Map() }),
  register(editor, _config, state) {
    const { json, counts } = state.getOutput();
    return editor.registerUpdateListener((update) => {
      for (const key of touchedKeys(update)) {
        json.delete(key);
        counts.delete(key);
      }
    });
  },
});

/** The whole document as it is stored. */
export function serialiseDocument(editor: LexicalEditor): StoredDocument {
  return JSON.parse(documentJson(editor)) as StoredDocument;
}

/** The JSON of `serialiseDocument`, for much less work where most of the document is as it was. */
export function documentJson(editor: LexicalEditor): string {
  const { json } = getExtensionDependencyFromEditor(editor, BlocksExtension).output;
  return editor.read(() => {
    const root = $getRoot();
    const blocks = root.getChildren().map((block) => cached(json, block, $toJson));
    const { children: _children, ...own } = root.exportJSON();
    const head = JSON.stringify({ docVersion: DOC_VERSION, root: { ...own, children: [] } });
    return `${head.slice(0, -EMPTY_END.length)}${blocks.join()}${EMPTY_END}`;
  });
}

/** How the JSON of a document without blocks ends, from where they belong. */
const EMPTY_END = ']}}';

/**
 * Prepares what saving and counting need, in pauses of the window, so that the first edit of a long document has not
 * to wait for it. Returns the function that ends it.
 */
export function prepareBlocks(editor: LexicalEditor): () => void {
  const { json, counts } = getExtensionDependencyFromEditor(editor, BlocksExtension).output;
  const prepare = (deadline: IdleDeadline): void => {
    const isDone = editor.read(() =>
      $getRoot()
        .getChildren()
        .every((block) => {
          if (deadline.timeRemaining() <= PREPARE_LEAST) return false;
          cached(json, block, $toJson);
          cached(counts, block, $countBlock);
          return true;
        }),
    );
    if (!isDone) next = requestIdleCallback(prepare);
  };
  let next = requestIdleCallback(prepare);
  return () => cancelIdleCallback(next);
}

/** Milliseconds that a pause must have left to go on in it. */
const PREPARE_LEAST = 2;

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
      total[part] = addCounts(total[part], cached(counts, block, $countBlock));
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

function $countBlock(block: LexicalNode): TextCounts {
  return countText($plainText(block));
}

function $toJson(block: LexicalNode): string {
  return JSON.stringify($toStored(block));
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
