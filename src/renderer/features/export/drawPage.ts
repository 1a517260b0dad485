/** Draws a page of a PDF with its text over it. */
import { type PDFDocumentProxy, TextLayer } from 'pdfjs-dist';
import styles from './preview.module.css';

interface Drawing {
  /** The size of the page in points, once it is drawn; never where it was stopped. */
  drawn: Promise<{ width: number; height: number }>;
  stop(): void;
}

/**
 * Takes the place of what is in `place`: first the page, and when the promise resolves its text as well. `scale` is in
 * CSS pixels per point.
 */
export function drawPage(pdf: PDFDocumentProxy, number: number, scale: number, place: HTMLElement): Drawing {
  let stopped = false;
  let tasks: { cancel(): void }[] = [];
  const draw = async (): Promise<{ width: number; height: number }> => {
    const page = await pdf.getPage(number);
    const viewport = page.getViewport({ scale });
    const ratio = window.devicePixelRatio;
    const canvas = document.createElement('canvas');
    canvas.setAttribute('aria-hidden', 'true');
    canvas.width = Math.floor(viewport.width * ratio);
    canvas.height = Math.floor(viewport.height * ratio);
    const text = document.createElement('div');
    text.className = styles.text!;
    text.style.setProperty('--total-scale-factor', String(scale));
    if (!stopped) {
      const task = page.render({ canvas, viewport, transform: [ratio, 0, 0, ratio, 0, 0] });
      tasks = [task];
      await task.promise;
    }
    if (!stopped) {
      const before = place.querySelector('canvas');
      if (before === null) place.prepend(canvas);
      else {
        before.replaceWith(canvas);
        // Gives its memory free at once.
        before.width = 0;
      }
      const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport });
      tasks = [layer];
      await layer.render();
    }
    if (!stopped) place.replaceChildren(canvas, text);
    const { width, height } = page.getViewport({ scale: 1 });
    return { width, height };
  };
  return {
    drawn: new Promise((resolve, reject) => {
      draw().then(
        (size) => !stopped && resolve(size),
        (error: unknown) => !stopped && reject(error as Error),
      );
    }),
    stop() {
      stopped = true;
      for (const task of tasks) task.cancel();
    },
  };
}
