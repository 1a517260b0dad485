import { $moveBorderBehind, $runTableActionAt, type TableAction } from '#editor/table/actions.ts';
import { $findCellNode } from '@lexical/table';
import { Plus } from 'lucide-react';
import { $getNearestNodeFromDOMNode, type LexicalEditor } from 'lexical';
import { type CSSProperties, type PointerEvent as ReactPointerEvent, useState } from 'react';
import { createPortal } from 'react-dom';
import { type HoveredCell, useHoveredCell } from './useHoveredCell.ts';
import styles from './tableEdges.module.css';

/** Half the size of a button that inserts, in CSS pixels. */
const HALF = 9;

/**
 * For the pointer, at the edges of the table that it is on: bars that select the row and the column, buttons between
 * two that insert one, and borders that can be dragged. By keyboard the table's menu has all of it.
 */
export function TableEdges({ editor }: { editor: LexicalEditor }) {
  const [hovered, keep, leave] = useHoveredCell(editor);
  const [drag, setDrag] = useState<Drag | null>(null);
  if (hovered === null && drag === null) return null;
  const act = (action: TableAction) => (): void => {
    if (hovered !== null)
      editor.update(() => $onCell(hovered.cell, (cell) => $runTableActionAt(cell, action)));
    editor.focus();
    leave();
  };
  return createPortal(
    // A border that is drawn under a pointer at rest is come over without a move.
    <div className={styles.edges} onPointerOver={keep} onPointerMove={keep} onPointerLeave={leave}>
      {hovered !== null && drag === null && <Grips hovered={hovered} act={act} />}
      <Border editor={editor} hovered={hovered} drag={drag} onDrag={setDrag} />
    </div>,
    document.body,
  );
}

function Grips({ hovered, act }: { hovered: HoveredCell; act: (action: TableAction) => () => void }) {
  const { table, rect, before } = hovered;
  const column = { left: Math.max(rect.left, table.left), right: Math.min(rect.right, table.right) };
  const rowEdge = before.row ? rect.top : rect.bottom;
  const columnEdge = before.column ? rect.left : rect.right;
  const isSeen = columnEdge >= table.left - 1 && columnEdge <= table.right + 1;
  return (
    <>
      <Grip
        name="Select the row"
        className={styles.row!}
        place={{ left: table.left - 14, top: rect.top, height: rect.height }}
        onClick={act('selectRow')}
      />
      {column.right > column.left && (
        <Grip
          name="Select the column"
          className={styles.column!}
          place={{ left: column.left, top: table.top - 14, width: column.right - column.left }}
          onClick={act('selectColumn')}
        />
      )}
      <Insert
        name="Insert a row here"
        place={{ left: table.left - 7 - HALF, top: rowEdge - HALF }}
        onClick={act(before.row ? 'rowAbove' : 'rowBelow')}
      />
      {isSeen && (
        <Insert
          name="Insert a column here"
          place={{ left: columnEdge - HALF, top: table.top - 7 - HALF }}
          onClick={act(before.column ? 'columnLeft' : 'columnRight')}
        />
      )}
    </>
  );
}

interface EdgeProps {
  name: string;
  place: CSSProperties;
  onClick: () => void;
}

/** The text keeps its caret, and no stop of Tab is added to it. */
function Grip({ name, place, className, onClick }: EdgeProps & { className: string }) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={name}
      title={name}
      className={className}
      style={place}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    />
  );
}

function Insert({ name, place, onClick }: EdgeProps) {
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={name}
      title={name}
      className={styles.insert}
      style={place}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onClick}
    >
      <Plus size={12} aria-hidden />
    </button>
  );
}

interface Drag {
  cell: HTMLTableCellElement;
  table: DOMRect;
  /** Where the border was, and by how much it has been moved, in CSS pixels. */
  from: number;
  by: number;
}

/** Shows where a border would go while it is dragged; the text is laid out once, in the end. */
function Border({
  editor,
  hovered,
  drag,
  onDrag,
}: {
  editor: LexicalEditor;
  hovered: HoveredCell | null;
  drag: Drag | null;
  onDrag: (drag: Drag | null) => void;
}) {
  const cell = drag?.cell ?? hovered?.border ?? null;
  const table = drag?.table ?? hovered?.table;
  if (cell === null || table === undefined) return null;
  const from = drag?.from ?? cell.getBoundingClientRect().right;
  const end = (event: ReactPointerEvent): void => {
    if (drag === null) return;
    const width = cell.closest('table')!.getBoundingClientRect().width;
    const by = ((event.clientX - drag.from) / width) * 100;
    editor.update(() => $onCell(cell, (node) => $moveBorderBehind(node, by)));
    onDrag(null);
  };
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label="Drag to change the widths of the columns"
      className={styles.border}
      data-dragged={drag !== null}
      style={{ left: from + (drag?.by ?? 0) - 4, top: table.top, height: table.height }}
      onMouseDown={(event) => event.preventDefault()}
      onPointerDown={(event) => {
        event.preventDefault();
        event.currentTarget.setPointerCapture(event.pointerId);
        onDrag({ cell, table, from, by: 0 });
      }}
      onPointerMove={(event) => drag !== null && onDrag({ ...drag, by: event.clientX - drag.from })}
      onPointerUp={end}
      onPointerCancel={() => onDrag(null)}
    />
  );
}

function $onCell(
  element: HTMLElement,
  run: (cell: NonNullable<ReturnType<typeof $findCellNode>>) => void,
): void {
  const node = $getNearestNodeFromDOMNode(element);
  const cell = node === null ? null : $findCellNode(node);
  if (cell !== null) run(cell);
}
