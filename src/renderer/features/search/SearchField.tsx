import { Search, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useStore } from '../../app/store.ts';
import { IconButton } from '../../ui/Button.tsx';
import { SEARCH_FIELD, searchFor, searchWish } from './searchState.ts';
import styles from './search.module.css';

interface SearchFieldProps {
  /** Id of the list of results, and of the option in it that Enter opens. */
  listId: string | undefined;
  activeId: string | undefined;
  onKeyDown: (event: KeyboardEvent) => void;
}

export function SearchField({ listId, activeId, onKeyDown }: SearchFieldProps) {
  const text = useStore(searchWish, (wish) => wish.text);
  const keyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape' && text !== '') {
      event.preventDefault();
      searchFor('');
      return;
    }
    onKeyDown(event);
  };
  return (
    <search className={styles.fieldBox}>
      <Search size={15} aria-hidden />
      <input
        id={SEARCH_FIELD}
        className={styles.field}
        type="text"
        inputMode="search"
        role="combobox"
        aria-label="Search the library"
        aria-autocomplete="list"
        aria-expanded={listId !== undefined}
        aria-controls={listId}
        aria-activedescendant={activeId}
        placeholder="Search passages"
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => searchFor(event.target.value)}
        onKeyDown={keyDown}
      />
      {text !== '' && <IconButton icon={X} label="Clear the search" onClick={() => searchFor('')} />}
    </search>
  );
}
