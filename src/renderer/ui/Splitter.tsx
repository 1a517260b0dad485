import type { KeyboardEvent, PointerEvent } from 'react';
import { classNames } from './classNames.ts';
import styles from './Splitter.module.css';

interface SplitterProps {
  /** Which pane it sizes: `Width of the library`. */
  label: string;
  /** Id of that pane. */
  controls: string;
  /** Width of that pane (its height where it lies above) in CSS pixels, and its bounds. */
  value: number;
  min: number;
  max: number;
  /** The pane that it sizes lies on this side of it. */
  side: 'left' | 'right' | 'above';
  /** Size that a double click brings back. */
  initial: number;
  onChange: (size: number) => void;
}

const STEP = 16;

/** A bar that sizes a pane by dragging, arrow keys, Home and End; a double click resets it. */
export function Splitter(props: SplitterProps) {
  const { label, controls, value, min, max, side, initial, onChange } = props;
  const sign = side === 'right' ? -1 : 1;
  const upright = side !== 'above';
  const change = (size: number): void => onChange(Math.round(Math.min(max, Math.max(min, size))));

  const drag = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.button !== 0) return;
    const bar = event.currentTarget;
    const place = ({ clientX, clientY }: { clientX: number; clientY: number }): number =>
      upright ? clientX : clientY;
    const from = place(event);
    bar.setPointerCapture(event.pointerId);
    const move = (moved: globalThis.PointerEvent): void => change(value + sign * (place(moved) - from));
    const end = (): void => bar.removeEventListener('pointermove', move);
    bar.addEventListener('pointermove', move);
    bar.addEventListener('lostpointercapture', end, { once: true });
  };

  const key = (event: KeyboardEvent): void => {
    const size = {
      [upright ? 'ArrowLeft' : 'ArrowUp']: value - sign * STEP,
      [upright ? 'ArrowRight' : 'ArrowDown']: value + sign * STEP,
      Home: min,
      End: max,
    }[event.key];
    if (size === undefined) return;
    event.preventDefault();
    change(size);
  };

  return (
    <div
      className={classNames(styles.splitter, !upright && styles.level)}
      // A separator that sizes panes takes the focus; <hr> is only a line.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="separator"
      tabIndex={0}
      aria-orientation={upright ? 'vertical' : 'horizontal'}
      aria-label={label}
      aria-controls={controls}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      onPointerDown={drag}
      onKeyDown={key}
      onDoubleClick={() => change(initial)}
    />
  );
}
