import type { PDFDocumentProxy } from 'pdfjs-dist';
import { type MouseEvent, type ReactNode, useEffect, useEffectEvent, useRef, useState } from 'react';
import { notifyError } from '../../ui/toasts.ts';
import { drawPage } from './drawPage.ts';
import styles from './preview.module.css';

interface PdfPageProps {
  pdf: PDFDocumentProxy;
  number: number;
  /** CSS pixels per PDF point. */
  scale: number;
  /** Size of the page in points, until its own is known. */
  size: { width: number; height: number };
  /** Pages as near to the window as this are drawn, in CSS pixels. */
  margin?: number;
  onVisible: (page: number, share: number) => void;
  /** Told when the page is drawn. */
  onDrawn?: (pdf: PDFDocumentProxy) => void;
  /** A click on the page. */
  onPick?: (event: MouseEvent) => void;
  /** What lies over the page. */
  children?: ReactNode;
}

/**
 * One page, drawn at the screen's own resolution when it comes near the window, with its text to select and to hear.
 * What was drawn stays until another PDF, or another size, is drawn as well.
 */
export function PdfPage({
  pdf,
  number,
  scale,
  size,
  margin = 800,
  onVisible,
  onDrawn,
  onPick,
  children,
}: PdfPageProps) {
  const box = useRef<HTMLElement>(null);
  const sheet = useRef<HTMLDivElement>(null);
  const [near, setNear] = useState(false);
  const [own, setOwn] = useState(size);

  useEffect(() => {
    const element = box.current!;
    const nearby = new IntersectionObserver(([entry]) => setNear(entry!.isIntersecting), {
      // Of what they scroll in.
      scrollMargin: `${margin}px`,
    });
    const visible = new IntersectionObserver(([entry]) => onVisible(number, entry!.intersectionRatio), {
      threshold: [0, 0.25, 0.5, 0.75, 1],
    });
    nearby.observe(element);
    visible.observe(element);
    return () => {
      nearby.disconnect();
      visible.disconnect();
      onVisible(number, 0);
    };
  }, [number, margin, onVisible]);

  const tellDrawn = useEffectEvent(() => onDrawn?.(pdf));
  useEffect(() => {
    const place = sheet.current!;
    if (!near) {
      place.replaceChildren();
      return undefined;
    }
    const drawing = drawPage(pdf, number, scale, place);
    drawing.drawn.then(
      (points) => {
        setOwn((before) => (isSame(before, points) ? before : points));
        tellDrawn();
      },
      (error: unknown) => notifyError(error, `Page ${number} cannot be drawn`),
    );
    return () => drawing.stop();
  }, [near, pdf, number, scale]);

  return (
    // Who clicks on a page goes to its place in the text; keys do that by a button beside the pages.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <article
      ref={box}
      className={styles.page}
      aria-label={`Page ${number}`}
      data-page={number}
      style={{ width: Math.floor(own.width * scale), height: Math.floor(own.height * scale) }}
      onClick={onPick}
    >
      <div ref={sheet} className={styles.sheet} />
      {children}
    </article>
  );
}

function isSame(one: PdfPageProps['size'], other: PdfPageProps['size']): boolean {
  return one.width === other.width && one.height === other.height;
}
