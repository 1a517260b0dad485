import { MoveHorizontal, TextCursorInput, ZoomIn, ZoomOut } from 'lucide-react';
import { useStore } from '../../../app/store.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { AnnexButton } from '../../export/AnnexButton.tsx';
import { chosenZoom, nextZoom, ZOOMS } from './scale.ts';
import styles from './livePreview.module.css';

interface PreviewBarProps {
  /** The page that fills most of the view, and how many there are; 0 before they are known. */
  page: number;
  pages: number;
  busy: boolean;
  zoom: number;
  /** Puts the caret where the page in view begins. */
  onGoToText: () => void;
}

/** Above the pages: where one is, and how large they are. */
export function PreviewBar({ page, pages, busy, zoom, onGoToText }: PreviewBarProps) {
  const fits = useStore(chosenZoom) === null;
  return (
    <div className={styles.bar}>
      <span className={styles.count}>{pages > 0 && `Page ${Math.min(page, pages)} of ${pages}`}</span>
      {busy && pages > 0 && <span className={styles.busy}>Setting…</span>}
      <span className={styles.space} />
      <AnnexButton />
      <IconButton
        icon={TextCursorInput}
        label="Go to the text of this page"
        disabled={pages === 0}
        onClick={onGoToText}
      />
      <IconButton
        icon={ZoomOut}
        label="Smaller pages"
        disabled={zoom <= ZOOMS[0]}
        onClick={() => chosenZoom.set(nextZoom(zoom, -1))}
      />
      <span className={styles.zoom}>{Math.round(zoom * 100)} %</span>
      <IconButton
        icon={ZoomIn}
        label="Larger pages"
        disabled={zoom >= ZOOMS.at(-1)!}
        onClick={() => chosenZoom.set(nextZoom(zoom, 1))}
      />
      <IconButton
        icon={MoveHorizontal}
        label="As wide as the panel"
        aria-pressed={fits}
        onClick={() => chosenZoom.set(fits ? zoom : null)}
      />
    </div>
  );
}
