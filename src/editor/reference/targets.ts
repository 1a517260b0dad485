/** What may be referred to, and what a reference reads. Only inside a read or an update. */
import { captionName } from '#domain/document/figures.ts';
import { $isHeadingNode, type HeadingNode } from '@lexical/rich-text';
import { $getNodeByKey, $getRoot, type LexicalEditor, type LexicalNode, type NodeKey } from 'lexical';
import { briefFacts } from '../derived/facts.ts';
import { $blockById, $hasBlockId, $ownBlockId } from '../document/blockId.ts';
import { $isCaptionNode, type CaptionNode } from '../figure/CaptionNode.ts';
import { numberedCaptions } from '../figure/labels.ts';
import { $wordsOf } from '../words.ts';

/** The block that a reference leads to: a heading or a caption; null where there is none of that name any more. */
export function $targetOf(id: string): LexicalNode | null {
  const block = id === '' ? null : $blockById(id);
  return $isTarget(block) ? block : null;
}

/** Whether a block, which a reference led to when it was drawn last, still is what that names. Cheap: asked at every key. */
export function $isStillTarget(key: NodeKey, id: string): boolean {
  const block = $getNodeByKey(key);
  return $isTarget(block) && $hasBlockId(block, id);
}

/** All headings and captions by their ids, in one walk over the blocks. */
export function $targetsById(): Map<string, LexicalNode> {
  const targets = new Map<string, LexicalNode>();
  for (const block of $getRoot().getChildren()) {
    const id = $isTarget(block) ? $ownBlockId(block) : null;
    if (id !== null && !targets.has(id)) targets.set(id, block);
  }
  return targets;
}

function $isTarget(block: LexicalNode | null): block is HeadingNode | CaptionNode {
  return $isHeadingNode(block) || $isCaptionNode(block);
}

/** What a reference to that block reads; empty for a heading without words, and a caption that names nothing. */
export function $nameOf(editor: LexicalEditor, block: LexicalNode): string {
  if ($isHeadingNode(block)) return $wordsOf(editor, block);
  const caption = numberedCaptions(editor).get(block.getKey());
  return caption === undefined ? '' : captionName(caption, briefFacts(editor).language);
}

export interface ReferenceTarget {
  key: NodeKey;
  kind: 'heading' | 'figure' | 'table';
  /** What a reference to it will read. */
  name: string;
  /** The words of a caption. */
  words: string;
}

/** All that has a name, in the order of the text. */
export function $referenceTargets(editor: LexicalEditor): ReferenceTarget[] {
  return $getRoot()
    .getChildren()
    .flatMap((block): ReferenceTarget[] => {
      if (!$isHeadingNode(block) && !$isCaptionNode(block)) return [];
      const name = $nameOf(editor, block);
      if (name === '') return [];
      const kind = $isHeadingNode(block) ? 'heading' : numberedCaptions(editor).get(block.getKey())!.of;
      return [
        { key: block.getKey(), kind, name, words: $isHeadingNode(block) ? '' : $wordsOf(editor, block) },
      ];
    });
}
