import { Popover } from '@base-ui/react/popover';
import { Toolbar as Bar } from '@base-ui/react/toolbar';
import type { LexicalEditor } from 'lexical';
import { type KeyboardEvent, useRef, useState } from 'react';
import { IconButton } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/classNames.ts';
import menu from '../../../ui/menu.module.css';
import { insertTable, TABLE_ICON } from '../formatActions.ts';
import styles from '../toolbar.module.css';

const ROWS = 8;
const COLUMNS = 8;
const STEPS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Inserts a table of the size that is pointed at, or chosen with the arrow keys. */
export function TableSizePicker({ editor, disabled }: { editor: LexicalEditor; disabled: boolean }) {
  const [open, setOpen] = useState(false);
  const [[rows, columns], setSize] = useState<[number, number]>([3, 3]);
  const grid = useRef<HTMLButtonElement>(null);

  const insert = (): void => {
    setOpen(false);
    insertTable(editor, rows, columns);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setSize([clamp(rows + step[0], ROWS), clamp(columns + step[1], COLUMNS)]);
  };

  return (
    <Popover.Root open={open} onOpenChange={setOpen}>
      <Bar.Button
        disabled={disabled}
        render={<Popover.Trigger render={<IconButton icon={TABLE_ICON} label="Table" />} />}
      />
      <Popover.Portal>
        <Popover.Positioner className={menu.place} sideOffset={4}>
          <Popover.Popup
            className={classNames(menu.popup, styles.sizes)}
            initialFocus={grid}
            finalFocus={() => editor.getRootElement()}
          >
            <button
              ref={grid}
              type="button"
              className={styles.grid}
              aria-label={`Insert a table of ${rows} rows and ${columns} columns`}
              onKeyDown={onKeyDown}
              onClick={insert}
            >
              {Array.from({ length: ROWS * COLUMNS }, (_, index) => {
                const cell: [number, number] = [Math.floor(index / COLUMNS) + 1, (index % COLUMNS) + 1];
                return (
                  <span
                    key={index}
                    data-on={cell[0] <= rows && cell[1] <= columns}
                    onPointerEnter={() => setSize(cell)}
                  />
                );
              })}
            </button>
            <p aria-live="polite">
              {rows} × {columns}
            </p>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function clamp(value: number, max: number): number {
  return Math.min(Math.max(value, 1), max);
}
