/** The headings of the document, told of as they change. */
import { $isHeadingNode, HeadingNode } from '@lexical/rich-text';
import { $getNodeByKey, type LexicalEditor, mergeRegister, type NodeKey } from 'lexical';
import { onBriefFacts } from '../derived/facts.ts';
import { changesElements, touchedKeys } from '../document/replaced.ts';
import { $wordsOf } from '../words.ts';

export interface Heading {
  key: NodeKey;
  /** From 1 to 6. */
  level: number;
  /** Its words without the labels of citations and notes; may be empty. */
  text: string;
  /** What it stands in: the root, or a block such as a callout. */
  parent: NodeKey;
}

/** Milliseconds in which changes are gathered. */
const SETTLE = 120;

/**
 * Tells of all headings in the order of the document: at once, and after each change of them. Until then a key costs
 * a look at the names of what it changed. The editor must have its root element. Returns the function that stops it.
 */
export function observeHeadings(
  editor: LexicalEditor,
  onChange: (headings: readonly Heading[]) => void,
): () => void {
  const keys = new Set<NodeKey>();
  let told = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = (): void => {
    timer = undefined;
    const headings = readHeadings(editor, keys);
    const words = JSON.stringify(headings);
    if (words === told) return;
    told = words;
    onChange(headings);
  };
  const soon = (): void => {
    timer ??= setTimeout(tell, SETTLE);
  };
  const stop = mergeRegister(
    onBriefFacts(editor, soon),
    editor.registerMutationListener(HeadingNode, (changes) => {
      for (const [key, change] of changes)
        if (change === 'destroyed') keys.delete(key);
        else keys.add(key);
      soon();
    }),
    editor.registerUpdateListener((update) => {
      if (timer !== undefined) return;
      // An element's own change may have moved a block that holds headings.
      if (changesElements(update)) return soon();
      for (const key of touchedKeys(update)) if (keys.has(key)) return soon();
    }),
  );
  clearTimeout(timer);
  tell();
  return () => {
    clearTimeout(timer);
    stop();
  };
}

/** In the order of the page: the document itself would have to be walked for it. */
function readHeadings(editor: LexicalEditor, keys: Iterable<NodeKey>): Heading[] {
  const keyOf = new Map<Element, NodeKey>();
  for (const key of keys) {
    const element = editor.getElementByKey(key);
    if (element !== null) keyOf.set(element, key);
  }
  const elements = editor.getRootElement()?.querySelectorAll('h1,h2,h3,h4,h5,h6') ?? [];
  return editor.read(() =>
    [...elements].flatMap((element) => {
      const key = keyOf.get(element);
      const node = key === undefined ? null : $getNodeByKey(key);
      if (!$isHeadingNode(node)) return [];
      const text = $wordsOf(editor, node);
      return { key: node.getKey(), level: $levelOf(node), text, parent: node.getParentOrThrow().getKey() };
    }),
  );
}

/** From 1 to 6. */
export function $levelOf(heading: HeadingNode): number {
  return Number(heading.getTag().slice(1));
}
