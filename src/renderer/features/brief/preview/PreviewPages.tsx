import type { TextPlace } from '#editor/document/textPlace.ts';
import type { LexicalEditor } from 'lexical';
import {
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useEffectEvent,
  useRef,
  useState,
} from 'react';
import { PdfPage } from '../../export/PdfPage.tsx';
import { clickedWords } from './clickedWords.ts';
import { goToText } from './goToText.ts';
import type { Pages } from './livePages.ts';
import { onPage, type PlaceOnPage } from './places.ts';
import styles from './livePreview.module.css';

interface PreviewPagesProps {
  editor: LexicalEditor;
  pages: Pages;
  caret: TextPlace | null;
  /** CSS pixels per point. */
  scale: number;
  /** What the pages scroll in. */
  view: RefObject<HTMLElement | null>;
  /** Told the number of the page that fills most of the view. */
  onPage: (page: number) => void;
}

/** How far below the upper edge of the view the caret's line is brought, as a share of the view. */
const AT = 0.35;
/** Pages this near to the view are drawn, in CSS pixels: each edit draws them anew. */
const NEAR = 200;
/** Lines this near to an edge of the view, in CSS pixels, are not in view. */
const EDGE = 48;

export function PreviewPages({ editor, pages, caret, scale, view, onPage: tellPage }: PreviewPagesProps) {
  const { pdf, sheet, places } = pages;
  const place = caret === null ? null : onPage(places, caret, sheet);
  const shares = useRef(new Map<number, number>());
  const onVisible = useCallback(
    (number: number, share: number) => {
      shares.current.set(number, share);
      const [most] = [...shares.current].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
      if (most !== undefined) tellPage(most[0]);
    },
    [tellPage],
  );

  // The page that is written on is drawn first; the others wait for it, where it is drawn at all.
  const [settled, setSettled] = useState(pdf);
  const waits = settled !== pdf && place !== null && isNear(view.current, place.page);
  const others = waits ? settled : pdf;
  useEffect(() => {
    if (!waits) setSettled(pdf);
  }, [waits, pdf]);

  const follow = useEffectEvent(() => {
    if (place !== null && view.current !== null) bringIntoView(view.current, place, scale);
  });
  // Not where the pages are scrolled by hand, until the caret moves or its line does.
  useEffect(() => follow(), [place?.page, place?.y, scale]);

  const pick = (number: number, event: MouseEvent): void => {
    // Who selected words wants those; a link on the page is none to follow here.
    if (getSelection()?.isCollapsed === false) return;
    const box = event.currentTarget.getBoundingClientRect();
    const point = {
      page: number,
      x: (event.clientX - box.left) / scale,
      y: (event.clientY - box.top) / scale,
    };
    goToText(editor, pages, point, clickedWords(event.clientX, event.clientY));
  };

  return (
    <div className={styles.pages}>
      {Array.from({ length: pdf.numPages }, (_unused, index) => (
        <PdfPage
          key={index}
          pdf={place?.page === index + 1 ? pdf : others}
          number={index + 1}
          scale={scale}
          size={sheet}
          margin={NEAR}
          onVisible={onVisible}
          onDrawn={place?.page === index + 1 ? setSettled : undefined}
          onPick={(event) => pick(index + 1, event)}
        >
          {place?.page === index + 1 && (
            <span
              aria-hidden
              className={styles.marker}
              style={{
                top: place.block.top * scale,
                height: (place.block.bottom - place.block.top) * scale,
              }}
            />
          )}
        </PdfPage>
      ))}
    </div>
  );
}

function isNear(view: HTMLElement | null, page: number): boolean {
  return view?.querySelector(`[data-page="${page}"] canvas`) !== null;
}

function bringIntoView(view: HTMLElement, { page, y }: PlaceOnPage, scale: number): void {
  const sheet = view.querySelector(`[data-page="${page}"]`);
  if (sheet === null) return;
  const top = sheet.getBoundingClientRect().top - view.getBoundingClientRect().top + y * scale;
  if (top >= EDGE && top <= view.clientHeight - EDGE) return;
  view.scrollTop += top - view.clientHeight * AT;
}
