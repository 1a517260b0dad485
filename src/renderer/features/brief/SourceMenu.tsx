import { Popover } from '@base-ui/react/popover';
import type { LexicalEditor } from 'lexical';
import { type ReactNode, useEffect, useId, useMemo, useState } from 'react';
import type { TextPlace } from '#editor/citation/cite.ts';
import { classNames } from '../../ui/classNames.ts';
import { ListBox, ListOption } from '../../ui/ListBox.tsx';
import menu from '../../ui/menu.module.css';
import { textRect } from './textRect.ts';
import { useMenuKeys } from './typedMenu.ts';
import styles from './citeMenu.module.css';

/** What is done with the chosen option: cite it, name its author in the text, or cite it with more to come. */
export type Choosing = 'cite' | 'name' | 'add';

/** How an option was chosen. */
export interface Choice {
  /** `Enter`, `Tab`, or null for the pointer. */
  key: string | null;
  /** It was looked for by arrow keys or the pointer; else it is the first one, whatever that is. */
  isMeant: boolean;
}

interface SourceMenuProps {
  editor: LexicalEditor;
  open: boolean;
  /** Whether its keys are taken although it is not open: its first options are on their way. */
  opening?: boolean;
  /** The character below which it stands. */
  at: TextPlace;
  label: string;
  options: { key: string; content: ReactNode }[];
  /** Changes when the options answer another question: then the first one is the active one. */
  question: string;
  /** Whether Enter takes the first option without more; otherwise an arrow key has to choose it. */
  ready: boolean;
  /** The option, or null for a key while none is active. Returns whether the key was for the menu. */
  onChoose: (option: number | null, how: Choosing, by: Choice) => boolean;
  onClose: () => void;
  head?: ReactNode;
  foot?: ReactNode;
}

/** A list below the caret that is gone through from the text, which keeps the focus. */
export function SourceMenu(props: SourceMenuProps) {
  const { editor, open, at, label, options, question, ready, onChoose, onClose, head, foot } = props;
  const [active, setActive] = useState(-1);
  const [isMeant, setMeant] = useState(false);
  const id = useId();
  const { key, offset } = at;
  const anchor = useMemo(
    () => ({ getBoundingClientRect: () => textRect(editor, key, offset) }),
    [editor, key, offset],
  );
  const first = ready && options.length > 0 ? 0 : -1;
  useEffect(() => {
    setActive(first);
    setMeant(false);
  }, [question, first]);
  const lookAt = (place: number): void => {
    setActive(place);
    setMeant(true);
  };
  const shown = Math.min(active, options.length - 1);
  useMenuKeys(editor, open || props.opening === true, (event) => {
    if (event.altKey) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && !event.shiftKey && open && options.length > 0)
      lookAt(shown < 0 && step < 0 ? options.length - 1 : (shown + step + options.length) % options.length);
    // The caret waits for the list.
    else if (step !== undefined && !open) return true;
    else if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) {
      const adds = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
      return onChoose(shown < 0 ? null : shown, adds ? 'add' : event.shiftKey ? 'name' : 'cite', {
        key: event.key,
        isMeant,
      });
    } else return false;
    return true;
  });
  const activeId = open && shown >= 0 ? `${id}-${shown}` : undefined;
  useEffect(() => {
    const root = editor.getRootElement();
    if (!open || root === null) return undefined;
    const attributes = {
      'aria-controls': id,
      'aria-haspopup': 'listbox',
      'aria-autocomplete': 'list',
      ...(activeId === undefined ? {} : { 'aria-activedescendant': activeId }),
    };
    for (const [name, value] of Object.entries(attributes)) root.setAttribute(name, value);
    if (activeId !== undefined) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' });
    return () => {
      for (const name of Object.keys(attributes)) root.removeAttribute(name);
    };
  }, [editor, open, activeId, id]);

  return (
    <Popover.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Popover.Portal>
        <Popover.Positioner className={menu.place} anchor={anchor} side="bottom" align="start" sideOffset={6}>
          <Popover.Popup
            className={classNames(menu.popup, styles.menu)}
            initialFocus={false}
            finalFocus={false}
            role="presentation"
            // The text keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
          >
            {head}
            <ListBox id={id} label={label} activeId={activeId} className={styles.list}>
              {options.map(({ key, content }, place) => (
                <ListOption
                  key={key}
                  id={`${id}-${place}`}
                  className={menu.item}
                  active={place === shown}
                  position={place + 1}
                  total={options.length}
                  data-highlighted={place === shown ? '' : undefined}
                  onPointerMove={() => lookAt(place)}
                  onOpen={() => onChoose(place, 'cite', { key: null, isMeant: true })}
                >
                  {content}
                </ListOption>
              ))}
            </ListBox>
            {foot}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
