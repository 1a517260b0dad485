/** Resizing a picture by its handle: shown while it is dragged, kept when it is let go, in one step of undo. */
import { MAX_SHARE } from '#domain/document/figures.ts';
import { $getNearestNodeFromDOMNode, type LexicalEditor, registerEventListener } from 'lexical';
import { $isPictureNode, clampShare } from './PictureNode.ts';
import { $selectPicture } from './pictures.ts';
import { isHandle, pictureElementAt, previewShare } from './pictureView.ts';

export function registerResizing(editor: LexicalEditor): () => void {
  return editor.registerRootListener((root) => {
    if (root === null) return undefined;
    return registerEventListener(root, 'pointerdown', (event) => {
      const element = pictureElementAt(event.target);
      if (element === null || !isHandle(event.target) || event.button !== 0) return;
      // Neither a caret nor a selection of text begins at the handle.
      event.preventDefault();
      event.stopPropagation();
      drag(editor, element, event);
    });
  });
}

function drag(editor: LexicalEditor, element: HTMLElement, start: PointerEvent): void {
  const handle = start.target as HTMLElement;
  // In the pixels of the pointer, also where the text is zoomed.
  const whole = element.getBoundingClientRect().width;
  const before = Number.parseFloat((element.firstElementChild as HTMLElement).style.width);
  const direction = getComputedStyle(element).direction === 'rtl' ? -1 : 1;
  let share = before;
  const move = (event: PointerEvent): void => {
    const by = ((event.clientX - start.clientX) * direction * MAX_SHARE) / whole;
    share = clampShare(before + by);
    previewShare(element, share);
  };
  const end = (keep: boolean): void => {
    handle.removeEventListener('pointermove', move);
    handle.removeEventListener('pointerup', drop);
    handle.removeEventListener('pointercancel', cancel);
    window.removeEventListener('keydown', escape, true);
    delete element.dataset['resizing'];
    if (!keep || share === before) previewShare(element, before);
    else
      editor.update(() => {
        const picture = $getNearestNodeFromDOMNode(element);
        if (!$isPictureNode(picture)) return;
        picture.change({ share });
        $selectPicture(picture);
      });
  };
  const drop = (): void => end(true);
  const cancel = (): void => end(false);
  const escape = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    cancel();
  };
  element.dataset['resizing'] = 'true';
  handle.setPointerCapture(start.pointerId);
  handle.addEventListener('pointermove', move);
  handle.addEventListener('pointerup', drop);
  handle.addEventListener('pointercancel', cancel);
  window.addEventListener('keydown', escape, true);
}
