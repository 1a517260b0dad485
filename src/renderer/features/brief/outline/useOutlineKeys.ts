import { shiftSection, stepSection } from '#editor/outline/sections.ts';
import type { LexicalEditor, NodeKey } from 'lexical';
import { type KeyboardEvent, useRef } from 'react';
import { onMac } from '../../../ui/Keys.tsx';
import { matchesShortcut } from '../../../ui/shortcuts.ts';
import type { OutlineRow } from './outlineRows.ts';

interface OutlineKeys {
  editor: LexicalEditor;
  rows: readonly OutlineRow[];
  /** Index of the row that the keys act on. */
  active: number;
  onActive: (key: NodeKey) => void;
  onExpand: (key: NodeKey, expanded: boolean) => void;
  onJump: (key: NodeKey) => void;
  /** What became of a section that was to be moved, for who cannot see it. */
  onTold: (words: string) => void;
}

/** Milliseconds after which letters begin a new word to look for. */
const WORD_ENDS = 700;

/**
 * Moves through the outline as the ARIA pattern has it (https://www.w3.org/WAI/ARIA/apg/patterns/treeview/); with Alt
 * and Shift the arrows move the section, and change its level.
 */
export function useOutlineKeys(outline: OutlineKeys): (event: KeyboardEvent) => void {
  const typed = useRef({ word: '', at: 0 });
  const { editor, rows, active, onActive, onExpand, onJump, onTold } = outline;
  const row = rows[active];
  const go = (index: number): void => {
    const next = rows[Math.max(0, Math.min(index, rows.length - 1))];
    if (next !== undefined) onActive(next.heading.key);
  };

  const move = (by: 1 | -1, key: NodeKey): void => {
    const moved = stepSection(editor, key, by);
    onTold(moved ? `Moved ${by < 0 ? 'up' : 'down'}` : `It is the ${by < 0 ? 'first' : 'last'} section here`);
  };
  const shift = (by: 1 | -1, { key, level }: OutlineRow['heading']): void => {
    if (shiftSection(editor, key, by)) onTold(`Heading ${level + by}`);
    else onTold(by < 0 ? 'It is at the highest level' : 'A heading in it is at the deepest level');
  };

  const find = (letter: string): void => {
    const now = performance.now();
    const { word, at } = typed.current;
    const sought = (now - at < WORD_ENDS ? word : '') + letter.toLocaleLowerCase();
    typed.current = { word: sought, at: now };
    // A longer word may still be that of the row.
    const from = sought.length > 1 ? active : active + 1;
    const order = [...rows.slice(from), ...rows.slice(0, from)];
    const found = order.find(({ heading }) => heading.text.toLocaleLowerCase().startsWith(sought));
    if (found !== undefined) onActive(found.heading.key);
  };

  const act = (event: KeyboardEvent): boolean => {
    const is = (shortcut: string): boolean => matchesShortcut(shortcut, event.nativeEvent, onMac);
    if (row === undefined) return false;
    const { heading, expanded, outer } = row;
    if (is('ArrowDown')) go(active + 1);
    else if (is('ArrowUp')) go(active - 1);
    else if (is('Home')) go(0);
    else if (is('End')) go(rows.length - 1);
    else if (is('ArrowRight')) {
      if (expanded === false) onExpand(heading.key, true);
      else if (expanded === true) go(active + 1);
    } else if (is('ArrowLeft')) {
      if (expanded === true) onExpand(heading.key, false);
      else if (outer !== null) onActive(outer.heading.key);
    } else if (is('Alt+Shift+ArrowUp')) move(-1, heading.key);
    else if (is('Alt+Shift+ArrowDown')) move(1, heading.key);
    else if (is('Alt+Shift+ArrowLeft')) shift(-1, heading);
    else if (is('Alt+Shift+ArrowRight')) shift(1, heading);
    else if (is('Enter')) onJump(heading.key);
    else if (/^[\p{L}\p{N}]$/u.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey)
      find(event.key);
    else return false;
    return true;
  };

  return (event) => {
    if (event.nativeEvent.isComposing || !act(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
}
