/** Threads that were begun since the state that is restored: they are put on the same words of the same blocks. */
import { $getNodeByKey, $getRoot, $isTextNode, type LexicalEditor, type LexicalNode } from 'lexical';
import { $blockById, $blockIdOf } from '../document/blockId.ts';
import { $leavesOf, type Leaf } from '../leafMarks/leaves.ts';
import { commentedLeaves } from './CommentsExtension.ts';
import { $setThreads, $threadsOf } from './threads.ts';

/** A stretch of a block that is in a thread. */
interface Stretch {
  thread: string;
  block: string;
  words: string;
  /** In the text of the block, in UTF-16 units. */
  start: number;
}

/** What stands for a citation and the like in the text of a block. */
const OBJECT = '\uFFFC';

/** Runs a change that puts other blocks in the place of those that are there. Only inside an update. */
export function $carryThreadsOver(editor: LexicalEditor, $change: () => void): void {
  const stretches = $stretches(editor);
  $change();
  if (stretches.length === 0) return;
  const standing = new Set($leavesOf($getRoot()).flatMap($threadsOf));
  for (const stretch of stretches) if (!standing.has(stretch.thread)) $putBack(stretch);
}

function $stretches(editor: LexicalEditor): Stretch[] {
  const blocks = new Map<string, LexicalNode>();
  for (const key of commentedLeaves(editor).keys()) {
    const block = $getNodeByKey(key)?.getTopLevelElement() ?? null;
    const id = block === null ? null : $blockIdOf(block);
    if (id !== null) blocks.set(id, block!);
  }
  return [...blocks].flatMap(([block, node]) => {
    const found: Stretch[] = [];
    let start = 0;
    for (const leaf of $leavesOf(node)) {
      const words = $words(leaf);
      for (const thread of $threadsOf(leaf)) {
        const open = found.findLast((stretch) => stretch.thread === thread);
        if (open !== undefined && open.start + open.words.length === start) open.words += words;
        else found.push({ thread, block, words, start });
      }
      start += words.length;
    }
    return found;
  });
}

/** To where the words stand nearest to where they stood; nowhere where they are gone. */
function $putBack({ thread, block: id, words, start }: Stretch): void {
  const block = $blockById(id);
  if (block === null) return;
  const leaves = $leavesOf(block);
  const text = leaves.map($words).join('');
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at);
  const [from] = places.toSorted((a, b) => Math.abs(a - start) - Math.abs(b - start));
  if (from === undefined) return;
  let offset = 0;
  for (const leaf of leaves) {
    const size = $words(leaf).length;
    const first = Math.max(from - offset, 0);
    const last = Math.min(from + words.length - offset, size);
    if (first < last) {
      const part = $part(leaf, first, last);
      $setThreads(part, [...$threadsOf(part), thread]);
    }
    offset += size;
  }
}

function $part(leaf: Leaf, first: number, last: number): Leaf {
  if (!$isTextNode(leaf)) return leaf;
  const cuts = [first, last].filter((at) => at > 0 && at < leaf.getTextContentSize());
  return leaf.splitText(...cuts)[first > 0 ? 1 : 0]!;
}

function $words(leaf: Leaf): string {
  return $isTextNode(leaf) ? leaf.getTextContent() : OBJECT;
}
