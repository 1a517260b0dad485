import { useRef, useState } from 'react';
import { useStore } from '../../../app/store.ts';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { useWidth } from '../../../ui/useWidth.ts';
import type { BriefSession } from '../session.ts';
import { goToText } from './goToText.ts';
import { PreviewBar } from './PreviewBar.tsx';
import { PreviewPages } from './PreviewPages.tsx';
import { chosenZoom, POINT } from './scale.ts';
import { useCaretPlace } from './useCaretPlace.ts';
import { useLivePages } from './useLivePages.ts';
import styles from './livePreview.module.css';

/** What lies beside a page, in CSS pixels. */
const MARGINS = 24;
/** The pages before they are known. */
const A4 = { width: 595, height: 842 };

/** The pages of the PDF as they are written, at the caret. */
export function LivePreview({ session }: { session: BriefSession }) {
  const { editor } = session;
  const { pages, error, busy, refresh } = useLivePages(session);
  const caret = useCaretPlace(editor, pages?.places);
  const [page, setPage] = useState(1);
  const view = useRef<HTMLDivElement>(null);
  const width = useWidth(view, 'preview');
  const chosen = useStore(chosenZoom);
  const sheet = pages?.sheet ?? A4;
  const fitting = Math.max(0.1, (width - MARGINS) / (sheet.width * POINT));
  const zoom = chosen ?? fitting;

  return (
    <div className={styles.preview}>
      <PreviewBar
        page={page}
        pages={pages?.pdf.numPages ?? 0}
        busy={busy}
        zoom={zoom}
        onGoToText={() => pages !== null && goToText(editor, pages, { page, x: 0, y: 0 })}
      />
      {error !== null && (
        <div className={styles.error} role="alert">
          <p>
            {pages === null ? 'The pages could not be set.' : 'These are the pages before the last changes.'}{' '}
            {error.message}
          </p>
          <Button onClick={refresh}>Try again</Button>
        </div>
      )}
      {error === null && pages !== null && pages.warnings.length > 0 && <Warnings of={pages.warnings} />}
      {/* Arrow keys scroll it. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section ref={view} className={styles.view} aria-label="Pages" tabIndex={0} data-panel-focus>
        {pages === null && error === null && <Empty title="Setting the pages…" />}
        {pages !== null && width > 0 && (
          <PreviewPages
            editor={editor}
            pages={pages}
            caret={caret}
            scale={zoom * POINT}
            view={view}
            onPage={setPage}
          />
        )}
      </section>
    </div>
  );
}

function Warnings({ of }: { of: readonly string[] }) {
  return (
    <details className={styles.warnings}>
      <summary>{of.length === 1 ? '1 warning' : `${of.length} warnings`}</summary>
      <ul>
        {of.map((warning) => (
          <li key={warning}>{warning}</li>
        ))}
      </ul>
    </details>
  );
}
