import type { SuggestedSource } from '#contract/search.ts';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import field from '../../ui/field.module.css';
import { ListBox, ListOption } from '../../ui/ListBox.tsx';
import menu from '../../ui/menu.module.css';
import { SourceLines } from './SourceLines.tsx';
import { useSources } from './useSources.ts';
import styles from './citeMenu.module.css';

interface AddSourceProps {
  /** The brief's own sources, the latest first. */
  cited: () => number[];
  onAdd: (source: SuggestedSource) => void;
}

/** A field that finds a further source for a citation. */
export function AddSource({ cited, onAdd }: AddSourceProps) {
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  const words = text.trim();
  const found = useSources(words === '' ? null : words, cited);
  const isOpen = words !== '' && found.sources.length > 0;
  useEffect(() => setActive(0), [found]);
  useEffect(() => {
    if (isOpen) document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, isOpen, active]);
  const take = (source: SuggestedSource | undefined): void => {
    if (source === undefined || found.words !== words) return;
    setText('');
    onAdd(source);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || words === '') return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && isOpen)
      setActive((active + step + found.sources.length) % found.sources.length);
    else if (event.key === 'Enter') take(found.sources[active]);
    else if (event.key === 'Escape') setText('');
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={styles.add}>
      <input
        className={field.input}
        role="combobox"
        aria-label="Add a source"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-activedescendant={isOpen ? `${id}-${active}` : undefined}
        placeholder="Add a source: author, title, words"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={onKeyDown}
      />
      {isOpen && (
        <ListBox
          id={id}
          label="Sources to add"
          activeId={`${id}-${active}`}
          tabIndex={-1}
          className={styles.found}
          // The field keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
        >
          {found.sources.map((source, place) => (
            <ListOption
              key={source.articleId}
              id={`${id}-${place}`}
              className={menu.item}
              active={place === active}
              position={place + 1}
              total={found.sources.length}
              data-highlighted={place === active ? '' : undefined}
              onPointerMove={() => setActive(place)}
              onOpen={() => take(source)}
            >
              <SourceLines source={source} />
            </ListOption>
          ))}
        </ListBox>
      )}
    </div>
  );
}
