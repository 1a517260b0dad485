import { Asterisk, Highlighter, TextQuote, TextSearch } from 'lucide-react';
import { type RefObject, useLayoutEffect, useRef } from 'react';
import { shortcutOf } from '../../app/commandInfo.ts';
import { Keys, onMac } from '../../ui/Keys.tsx';
import { ariaShortcut } from '../../ui/shortcuts.ts';
import { showRelated } from '../search/searchCommands.ts';
import { citeSelection, quoteSelection } from './citeActions.ts';
import { highlightSelection } from './highlightActions.ts';
import type { SelectionPlace } from './useReaderSelection.ts';
import styles from './reader.module.css';

const ACTIONS = [
  { command: 'reader.quote', label: 'Quote', icon: TextQuote, run: () => quoteSelection() },
  { command: 'reader.cite', label: 'Cite', icon: Asterisk, run: () => citeSelection() },
  { command: 'reader.highlight', label: 'Highlight', icon: Highlighter, run: highlightSelection },
  { command: 'reader.related', label: 'Related passages', icon: TextSearch, run: showRelated },
];

interface SelectionBarProps {
  place: SelectionPlace;
  /** The scrolled area that the bar stays inside. */
  within: RefObject<HTMLElement | null>;
}

const GAP = 8;

/** Where the pane is too narrow for everything, the keys go first, then the words. */
function fit(element: HTMLElement, room: number): void {
  for (const level of ['all', 'words', 'icons']) {
    element.dataset['fit'] = level;
    if (element.offsetWidth <= room) return;
  }
}

/** What can be done with the selected words, below them where there is room, else above. */
export function SelectionBar({ place, within }: SelectionBarProps) {
  const bar = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const bounds = within.current?.getBoundingClientRect();
    const element = bar.current;
    if (bounds === undefined || element === null) return;
    fit(element, bounds.width - 2 * GAP);
    const { width, height } = element.getBoundingClientRect();
    const left = Math.min(Math.max(place.x - width / 2, bounds.left + GAP), bounds.right - width - GAP);
    const below = place.bottom + GAP;
    const wanted = below + height <= bounds.bottom ? below : place.top - height - GAP;
    const top = Math.min(Math.max(wanted, bounds.top + GAP), bounds.bottom - height - GAP);
    element.style.transform = `translate(${Math.round(left)}px, ${Math.round(top)}px)`;
  }, [place, within]);

  return (
    <div ref={bar} className={styles.bar} role="toolbar" aria-label="Selected words">
      {ACTIONS.map(({ command, label, icon: Icon, run }) => {
        const shortcut = shortcutOf(command);
        return (
          <button
            key={command}
            type="button"
            title={label}
            aria-keyshortcuts={shortcut === undefined ? undefined : ariaShortcut(shortcut, onMac)}
            // The selection must outlive the press.
            onPointerDown={(event) => event.preventDefault()}
            onMouseDown={(event) => event.preventDefault()}
            // A click without a pointer comes from the keyboard.
            onClick={(event) => void run(event.detail === 0)}
          >
            <Icon size={15} aria-hidden />
            <span className={styles.barLabel}>{label}</span>
            {shortcut !== undefined && <Keys shortcut={shortcut} />}
          </button>
        );
      })}
    </div>
  );
}
