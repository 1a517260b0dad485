import { CaseSensitive, ChevronDown, ChevronRight, ChevronUp, Regex, WholeWord, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useStore } from '../../../app/store.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import field from '../../../ui/field.module.css';
import { formatCount } from '../../../ui/numbers.ts';
import type { Finder, FindState } from './finder.ts';
import styles from './find.module.css';

/** The line above the text in which words are looked for and replaced. */
export function FindBar({ finder }: { finder: Finder }) {
  const open = useStore(finder.state, (state) => state.open);
  return open ? <OpenBar finder={finder} /> : null;
}

const OPTIONS = [
  { option: 'matchCase', label: 'Match case', icon: CaseSensitive },
  { option: 'wholeWord', label: 'Whole words', icon: WholeWord },
  { option: 'regex', label: 'Regular expression', icon: Regex },
] as const;

function OpenBar({ finder }: { finder: Finder }) {
  const state = useStore(finder.state);
  const words = useRef<HTMLInputElement>(null);
  const status = useId();
  useEffect(() => words.current?.select(), []);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') finder.close();
    else if (event.key === 'F3') finder.step(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // The keys of all its controls.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <search className={styles.bar} onKeyDown={onKeyDown} aria-label="Find in the brief">
      <div className={styles.line}>
        <IconButton
          icon={state.replacing ? ChevronDown : ChevronRight}
          label={state.replacing ? 'Hide replacing' : 'Replace as well'}
          aria-expanded={state.replacing}
          onClick={() => finder.change({ replacing: !state.replacing })}
        />
        <input
          ref={words}
          className={field.input}
          aria-label="Find"
          aria-describedby={status}
          aria-invalid={state.error !== null}
          placeholder="Find"
          autoComplete="off"
          spellCheck={false}
          // Opened by the analyst to be typed into.
          // oxlint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          value={state.words}
          onChange={(event) => finder.change({ words: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            finder.step(event.shiftKey ? -1 : 1);
          }}
        />
        <div className={styles.options}>
          {OPTIONS.map(({ option, label, icon }) => (
            <IconButton
              key={option}
              icon={icon}
              label={label}
              aria-pressed={state.options[option]}
              onClick={() => finder.toggle(option)}
            />
          ))}
        </div>
        <output id={status} className={styles.status}>
          {countOf(state)}
        </output>
        <IconButton
          icon={ChevronUp}
          label="Previous match"
          shortcut="Shift+Enter"
          disabled={state.matches.length === 0}
          onClick={() => finder.step(-1)}
        />
        <IconButton
          icon={ChevronDown}
          label="Next match"
          shortcut="Enter"
          disabled={state.matches.length === 0}
          onClick={() => finder.step(1)}
        />
        <IconButton icon={X} label="Close" shortcut="Esc" onClick={() => finder.close()} />
      </div>
      {state.replacing && (
        <div className={styles.line}>
          <span className={styles.indent} />
          <input
            className={field.input}
            aria-label="Replace with"
            placeholder="Replace with"
            autoComplete="off"
            value={state.replacement}
            onChange={(event) => finder.change({ replacement: event.target.value })}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
              event.preventDefault();
              finder.replaceOne();
            }}
          />
          <Button disabled={state.matches.length === 0} onClick={() => finder.replaceOne()}>
            Replace
          </Button>
          <Button disabled={state.matches.length === 0} onClick={() => finder.replaceAll()}>
            Replace all
          </Button>
        </div>
      )}
      {(state.error ?? state.outcome) !== null && (
        <p className={state.error === null ? styles.outcome : field.error} role="alert">
          {state.error ?? state.outcome}
        </p>
      )}
    </search>
  );
}

function countOf({ words, matches, current, cut, error }: FindState): string {
  if (words === '' || error !== null) return '';
  if (matches.length === 0) return 'No match';
  return `${formatCount(current + 1)} of ${formatCount(matches.length)}${cut ? '+' : ''}`;
}
