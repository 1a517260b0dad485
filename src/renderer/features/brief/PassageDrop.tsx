import type { LexicalEditor } from 'lexical';
import { useEffect, useState } from 'react';
import { carriesPassage, droppedPassage } from '../reader/passageDrag.ts';
import { citePlace, quotePlace } from '../reader/citeActions.ts';
import { caretAt, placeAt, type DropPlace } from './dropPlace.ts';
import styles from './drop.module.css';

/** Takes passages that are dragged into the text: between blocks as a quote, with Alt held at the caret as a citation. */
export function PassageDrop({ editor }: { editor: LexicalEditor }) {
  const [place, setPlace] = useState<DropPlace | null>(null);

  useEffect(() => {
    const onOver = (event: DragEvent): void => {
      if (!carriesPassage(event.dataTransfer)) return;
      event.preventDefault();
      event.stopPropagation();
      event.dataTransfer!.dropEffect = event.altKey ? 'link' : 'copy';
      setPlace(placeAt(editor, event));
    };
    const onLeave = (event: DragEvent): void => {
      const root = editor.getRootElement();
      if (!(event.relatedTarget instanceof Node) || root?.contains(event.relatedTarget) !== true)
        setPlace(null);
    };
    const onDrop = (event: DragEvent): void => {
      setPlace(null);
      const passage = droppedPassage(event.dataTransfer);
      if (passage === null) return;
      event.preventDefault();
      event.stopPropagation();
      const dropped = placeAt(editor, event);
      if (dropped?.kind === 'quote') void quotePlace(passage, dropped);
      else if (dropped !== null && caretAt(editor, event)) void citePlace(passage);
    };
    const onEnd = (): void => setPlace(null);
    // Before the editor, which would take the words as plain text.
    const listen = (root: HTMLElement | null, on: 'addEventListener' | 'removeEventListener'): void => {
      root?.[on]('dragover', onOver as EventListener, true);
      root?.[on]('dragleave', onLeave as EventListener, true);
      root?.[on]('drop', onDrop as EventListener, true);
    };
    document.addEventListener('dragend', onEnd);
    const stop = editor.registerRootListener((root, previous) => {
      listen(previous, 'removeEventListener');
      listen(root, 'addEventListener');
    });
    return () => {
      stop();
      document.removeEventListener('dragend', onEnd);
    };
  }, [editor]);

  if (place === null) return null;
  const { left, top, width, height, kind } = place;
  return (
    <div className={styles.mark} data-kind={kind} style={{ left, top, width, height }} aria-hidden>
      <span className={styles.label}>{kind === 'quote' ? 'Quote · Alt: cite here' : 'Cite here'}</span>
    </div>
  );
}
