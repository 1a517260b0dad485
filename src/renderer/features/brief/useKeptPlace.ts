import { type Stretch, stretchInView } from '#editor/blocksInView.ts';
import type { LexicalEditor } from 'lexical';
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { caretTop } from './caretTop.ts';

/** How far from the edges of the view the caret is to stand, in CSS pixels. */
const MARGIN = 72;

/** What was seen when that was last looked at. */
interface Place {
  blocks: Stretch;
  /** Top of the first block. */
  top: number;
  scrollTop: number;
}

/**
 * What is read or written stays in view where the text becomes narrower, wider or larger: the browser keeps only how
 * far it was scrolled, which is pages away then. Who scrolled in the same moment, to show something, goes before.
 */
export function useKeptPlace(
  editor: LexicalEditor,
  scroller: RefObject<HTMLElement | null>,
  zoom: number,
): void {
  const keeper = useRef<Keeper>(null);
  useEffect(() => {
    keeper.current = keepPlace(editor, scroller.current!);
    return () => keeper.current?.stop();
  }, [editor, scroller]);
  useLayoutEffect(() => keeper.current?.restore(), [zoom]);
}

interface Keeper {
  restore: () => void;
  stop: () => void;
}

/** Whatever ends the settling: the analyst goes on. */
const INPUTS = ['keydown', 'pointerdown', 'wheel'] as const;

function keepPlace(editor: LexicalEditor, view: HTMLElement): Keeper {
  let place: Place | null = null;
  let width = view.clientWidth;
  let look: number | null = null;
  /** Blocks that come into view take their true heights, some frames later. */
  let settle: (() => void) | null = null;
  const remember = (): void => {
    // In between a new width and its restoring, nothing stands where it stood.
    if (view.clientWidth !== width || settle !== null) return;
    const blocks = stretchInView(editor.getRootElement());
    const top = blocks?.[0].getBoundingClientRect().top ?? 0;
    place = blocks === null ? null : { blocks, top, scrollTop: view.scrollTop };
  };
  // In pauses: in the middle of a change it would have the text laid out before that is complete.
  const rememberSoon = (): void => {
    look ??= requestIdleCallback(() => {
      look = null;
      remember();
    });
  };
  const restore = (): void => {
    const known = place;
    if (known === null || scrolledSince(known, view)) return;
    const isAtCaret = holdsCaret(known.blocks, editor.getRootElement());
    settle = () => {
      const [first] = known.blocks;
      if (first.isConnected) view.scrollTop += first.getBoundingClientRect().top - known.top;
      if (isAtCaret) showCaret(editor, view);
      known.scrollTop = view.scrollTop;
    };
    settle();
  };
  const goOn = (): void => {
    if (settle === null) return;
    settle = null;
    remember();
  };
  const onScroll = (): void => {
    if (place !== null && settle !== null && scrolledSince(place, view)) settle = null;
    remember();
  };
  const sizes = new ResizeObserver(() => {
    if (view.clientWidth !== width) {
      width = view.clientWidth;
      restore();
    } else settle?.();
    rememberSoon();
  });
  sizes.observe(view);
  const stops = [
    editor.registerUpdateListener(rememberSoon),
    editor.registerRootListener((root, previous) => {
      if (previous !== null) sizes.unobserve(previous);
      if (root !== null) sizes.observe(root);
    }),
  ];
  view.addEventListener('scroll', onScroll, { passive: true });
  for (const input of INPUTS) window.addEventListener(input, goOn, { capture: true, passive: true });
  return {
    restore,
    stop() {
      sizes.disconnect();
      view.removeEventListener('scroll', onScroll);
      for (const input of INPUTS) window.removeEventListener(input, goOn, { capture: true });
      for (const stop of stops) stop();
      if (look !== null) cancelIdleCallback(look);
    },
  };
}

/** A text that has become shorter is scrolled by the browser, to its end. */
function scrolledSince({ scrollTop }: Place, view: HTMLElement): boolean {
  const isAtEnd = view.scrollTop + view.clientHeight >= view.scrollHeight - 1;
  return Math.abs(view.scrollTop - scrollTop) > 1 && !(isAtEnd && view.scrollTop < scrollTop);
}

function holdsCaret([first, last]: Stretch, root: Element | null): boolean {
  let block: Node | null = getSelection()?.focusNode ?? null;
  while (block !== null && block.parentNode !== root) block = block.parentNode;
  if (block === null) return false;
  const isBefore = (one: Node, other: Node): boolean =>
    one === other || (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  return isBefore(first, block) && isBefore(block, last);
}

function showCaret(editor: LexicalEditor, view: HTMLElement): void {
  const caret = caretTop(editor);
  if (caret === null) return;
  const { top, bottom } = view.getBoundingClientRect();
  if (caret > bottom - MARGIN) view.scrollTop += caret - bottom + MARGIN;
  else if (caret < top) view.scrollTop -= top - caret;
}
