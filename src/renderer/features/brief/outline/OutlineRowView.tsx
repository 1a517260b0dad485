import { ChevronRight } from 'lucide-react';
import type { DragEvent } from 'react';
import { classNames } from '../../../ui/classNames.ts';
import type { OutlineRow } from './outlineRows.ts';
import styles from './outline.module.css';

/** Levels beyond are indented no further. */
const DEEPEST = 5;
const INDENT = 13;

interface OutlineRowViewProps {
  id: string;
  row: OutlineRow;
  /** The keys act on it. */
  active: boolean;
  /** The section that is written or read. */
  current: boolean;
  /** A section that is dragged would go before it, or behind it. */
  drop: 'before' | 'behind' | null;
  onJump: () => void;
  onExpand: (expanded: boolean) => void;
  onDragStart: (event: DragEvent) => void;
  onDragOver: (event: DragEvent) => void;
}

/** One heading. */
export function OutlineRowView(props: OutlineRowViewProps) {
  const { id, row, active, current, drop, onJump, onExpand, onDragStart, onDragOver } = props;
  const { heading, depth, expanded, position, siblings } = row;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- The tree has the keys.
    <div
      id={id}
      role="treeitem"
      aria-level={depth + 1}
      aria-posinset={position}
      aria-setsize={siblings}
      aria-expanded={expanded}
      aria-selected={active}
      aria-current={current ? 'location' : undefined}
      className={classNames(styles.row, active && styles.active)}
      style={{ paddingInlineStart: 4 + Math.min(depth, DEEPEST) * INDENT }}
      data-depth={depth}
      data-drop={drop ?? undefined}
      draggable
      onClick={onJump}
      onDragStart={onDragStart}
      onDragOver={onDragOver}
    >
      {/* For the pointer only; the keys are the arrows. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <span
        aria-hidden
        className={styles.chevron}
        data-expanded={expanded}
        onClick={(event) => {
          if (expanded === undefined) return;
          event.stopPropagation();
          onExpand(!expanded);
        }}
      >
        {expanded !== undefined && <ChevronRight size={13} />}
      </span>
      <span className={styles.text} dir="auto" title={heading.text}>
        {heading.text === '' ? <i>Heading without words</i> : heading.text}
      </span>
    </div>
  );
}
