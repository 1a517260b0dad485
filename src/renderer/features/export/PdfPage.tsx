import { type PDFDocumentProxy, type PDFPageProxy, TextLayer } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { notifyError } from '../../ui/toasts.ts';
import styles from './preview.module.css';

interface PdfPageProps {
  pdf: PDFDocumentProxy;
  number: number;
  /** CSS pixels per PDF point. */
  scale: number;
  /** Size of the page in points, to stand in its place until it is drawn. */
  size: { width: number; height: number };
  onVisible: (page: number, share: number) => void;
}

/** One page, drawn at the screen's own resolution when it comes near the window, with its text to select and to hear. */
export function PdfPage({ pdf, number, scale, size, onVisible }: PdfPageProps) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);

  useEffect(() => {
    const element = box.current!;
    const nearby = new IntersectionObserver(([entry]) => setNear(entry!.isIntersecting), {
      rootMargin: '800px',
    });
    const visible = new IntersectionObserver(([entry]) => onVisible(number, entry!.intersectionRatio), {
      threshold: [0, 0.25, 0.5, 0.75, 1],
    });
    nearby.observe(element);
    visible.observe(element);
    return () => {
      nearby.disconnect();
      visible.disconnect();
    };
  }, [number, onVisible]);

  useEffect(() => {
    if (!near) return undefined;
    return drawPage(pdf, number, scale, canvas.current!, text.current!);
  }, [near, pdf, number, scale]);

  return (
    <article
      ref={box}
      className={styles.page}
      aria-label={`Page ${number}`}
      style={{ width: Math.floor(size.width * scale), height: Math.floor(size.height * scale) }}
    >
      <canvas ref={canvas} aria-hidden />
      <div ref={text} className={styles.text} />
    </article>
  );
}

/** Draws a page and lays its text over it. Returns the function that stops it and gives the memory free. */
function drawPage(
  pdf: PDFDocumentProxy,
  number: number,
  scale: number,
  canvas: HTMLCanvasElement,
  text: HTMLElement,
): () => void {
  let stopped = false;
  let tasks: { cancel(): void }[] = [];
  const draw = async (): Promise<void> => {
    const page: PDFPageProxy = await pdf.getPage(number);
    if (stopped) return;
    const viewport = page.getViewport({ scale });
    const ratio = window.devicePixelRatio;
    canvas.width = Math.floor(viewport.width * ratio);
    canvas.height = Math.floor(viewport.height * ratio);
    const task = page.render({ canvas, viewport, transform: [ratio, 0, 0, ratio, 0, 0] });
    text.replaceChildren();
    text.style.setProperty('--total-scale-factor', String(scale));
    const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: text, viewport });
    tasks = [task, layer];
    await Promise.all([task.promise, layer.render()]);
  };
  draw().catch((error: unknown) => {
    if (!stopped) notifyError(error, `Page ${number} cannot be drawn`);
  });
  return () => {
    stopped = true;
    for (const task of tasks) task.cancel();
    canvas.width = 0;
    text.replaceChildren();
  };
}
