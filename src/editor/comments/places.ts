/** Where the threads of a brief stand in its text, as the page shows it. */
import { type LexicalEditor, mergeRegister } from 'lexical';
import { replacesState } from '../document/replaced.ts';
import { onCommentedLeaves } from './CommentsExtension.ts';
import { THREADS } from './look.ts';

export interface ThreadPlace {
  /** Of its leaves, in the order of the page; never empty. */
  elements: readonly HTMLElement[];
  /** What it is on, in one line. */
  words: string;
}

/** Milliseconds in which changes are gathered. */
const SETTLE = 120;
/** Words of a place are cut behind so many UTF-16 units. */
const MOST_WORDS = 600;
const BLOCKS = 'p, li, h1, h2, h3, h4, h5, h6, td, th, pre, figure, .caption';

/** The threads that have words, in the order in which they begin on the page. */
export function threadPlaces(editor: LexicalEditor): Map<string, ThreadPlace> {
  const found = new Map<string, HTMLElement[]>();
  for (const element of editor.getRootElement()?.querySelectorAll<HTMLElement>(`[${THREADS}]`) ?? [])
    for (const id of element.getAttribute(THREADS)!.split(' ')) {
      const elements = found.get(id);
      if (elements === undefined) found.set(id, [element]);
      else elements.push(element);
    }
  return new Map([...found].map(([id, elements]) => [id, { elements, words: wordsOf(elements) }]));
}

/**
 * Calls `listener` after threads came, went, moved, or their words changed. Until then a key costs a look at what it
 * changed. Returns the function that stops it.
 */
export function observePlaces(editor: LexicalEditor, listener: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      listener();
    }, SETTLE);
  };
  const stop = mergeRegister(
    onCommentedLeaves(editor, soon),
    editor.registerUpdateListener((update) => {
      // A change of the root's own may have moved a block.
      if (replacesState(update) || update.dirtyElements.get('root') === true) soon();
    }),
  );
  return () => {
    clearTimeout(timer);
    stop();
  };
}

function wordsOf(elements: readonly HTMLElement[]): string {
  let words = '';
  let block: Element | null = null;
  for (const element of elements) {
    if (words.length > MOST_WORDS) break;
    const own = element.closest(BLOCKS);
    if (own !== block) words += ' ';
    block = own;
    words += element.textContent || element.querySelector('img')?.alt || '';
  }
  const line = words.replaceAll(/\s+/gu, ' ').trim();
  return line.length > MOST_WORDS ? `${line.slice(0, MOST_WORDS - 1)}…` : line;
}
