import { Search, X } from 'lucide-react';
import { type KeyboardEvent, useCallback, useLayoutEffect, useRef } from 'react';
import { useStore } from '../../app/store.ts';
import { IconButton } from '../../ui/Button.tsx';
import { CompletionList, completionId, COMPLETIONS } from './CompletionList.tsx';
import { QueryColours } from './QueryColours.tsx';
import { SavedSearchesMenu } from './SavedSearchesMenu.tsx';
import { SearchHelp } from './SearchHelp.tsx';
import { SEARCH_FIELD, searchFor, searchWish } from './searchState.ts';
import { useCompletions } from './useCompletions.ts';
import styles from './field.module.css';

interface SearchFieldProps {
  /** Id of the list of results, and of the option in it that Enter opens. */
  listId: string | undefined;
  activeId: string | undefined;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** The search box: the query in colours, what could be typed below it, help and saved searches beside it. */
export function SearchField({ listId, activeId, onKeyDown }: SearchFieldProps) {
  const text = useStore(searchWish, (wish) => wish.text);
  const input = useRef<HTMLInputElement>(null);
  const colours = useRef<HTMLDivElement>(null);
  const caretWish = useRef<number | null>(null);
  const change = useCallback((completed: string, caret: number) => {
    caretWish.current = caret;
    searchFor(completed);
  }, []);
  const completions = useCompletions(change);
  const open = completions.items.length > 0;

  const followScroll = (): void => {
    if (colours.current !== null && input.current !== null)
      colours.current.style.transform = `translateX(${-input.current.scrollLeft}px)`;
  };
  useLayoutEffect(() => {
    if (caretWish.current !== null) input.current?.setSelectionRange(caretWish.current, caretWish.current);
    caretWish.current = null;
    followScroll();
  }, [text]);

  const keyDown = (event: KeyboardEvent): void => {
    if (completions.onKeyDown(event)) return;
    if (event.key === 'Escape' && text !== '' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      searchFor('');
      return;
    }
    onKeyDown(event);
  };

  return (
    <search className={styles.box}>
      <Search size={15} aria-hidden />
      <div className={styles.query}>
        <div className={styles.colours} aria-hidden>
          <div ref={colours}>
            <QueryColours text={text} />
          </div>
        </div>
        <input
          ref={input}
          id={SEARCH_FIELD}
          className={styles.field}
          type="text"
          inputMode="search"
          role="combobox"
          aria-label="Search the library"
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-expanded={open || listId !== undefined}
          aria-controls={open ? COMPLETIONS : listId}
          aria-activedescendant={
            open ? (completions.active < 0 ? undefined : completionId(completions.active)) : activeId
          }
          placeholder="Search passages"
          autoComplete="off"
          spellCheck={false}
          maxLength={2000}
          value={text}
          onChange={({ target }) => {
            searchFor(target.value);
            completions.ask(target.value, target.selectionStart ?? target.value.length);
          }}
          onKeyDown={keyDown}
          onBlur={completions.close}
          onScroll={followScroll}
          onSelect={followScroll}
        />
      </div>
      {text !== '' && (
        <IconButton
          icon={X}
          label="Clear the search"
          onClick={() => {
            searchFor('');
            input.current?.focus();
          }}
        />
      )}
      <SearchHelp />
      <SavedSearchesMenu />
      {open && <CompletionList completions={completions} />}
    </search>
  );
}
