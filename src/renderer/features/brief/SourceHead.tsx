import { ArrowDown, ArrowUp, GripVertical, X } from 'lucide-react';
import { IconButton } from '../../ui/Button.tsx';
import styles from './popovers.module.css';

interface SourceHeadProps {
  name: string;
  /** From 0. */
  place: number;
  count: number;
  /** Where in it, while its fields are folded away; null for no place. */
  locator: string | null;
  /** The id of its fields; null while they are folded away. */
  controls: string | null;
  onUnfold: () => void;
  onMove: (to: number) => void;
  onRemove: () => void;
}

const DRAGGED = 'application/x-dossier-cited-source';

export function isDraggedSource(data: DataTransfer): boolean {
  return data.types.includes(DRAGGED);
}

/** The place that a dragged source had; null for anything else. */
export function draggedSource(data: DataTransfer): number | null {
  return isDraggedSource(data) ? Number(data.getData(DRAGGED)) : null;
}

/** The head of one of several sources of a citation: it is dragged by its handle, or moved by keys. */
export function SourceHead(props: SourceHeadProps) {
  const { name, place, count, locator, controls, onUnfold, onMove, onRemove } = props;
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- For the pointer; the buttons beside it and Alt with the arrow keys do the same. */}
      <span
        className={styles.grip}
        draggable
        title="Drag to another place"
        onDragStart={(event) => {
          event.dataTransfer.setData(DRAGGED, String(place));
          event.dataTransfer.effectAllowed = 'move';
        }}
      >
        <GripVertical size={14} aria-hidden />
      </span>
      <button
        type="button"
        className={styles.fold}
        aria-expanded={controls !== null}
        aria-controls={controls ?? undefined}
        onClick={onUnfold}
      >
        <span>{name}</span>
        {locator !== null && <small>{locator}</small>}
      </button>
      <IconButton
        icon={ArrowUp}
        label="Move this source up"
        shortcut="Alt+ArrowUp"
        disabled={place === 0}
        onClick={() => onMove(place - 1)}
      />
      <IconButton
        icon={ArrowDown}
        label="Move this source down"
        shortcut="Alt+ArrowDown"
        disabled={place === count - 1}
        onClick={() => onMove(place + 1)}
      />
      <IconButton icon={X} label="Remove this source" onClick={onRemove} />
    </>
  );
}
