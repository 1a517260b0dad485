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

interface SourceMenuProps {
  editor: LexicalEditor;
  open: boolean;
  /** The character below which it stands. */
  at: TextPlace;
  label: string;
  options: { key: string; content: ReactNode }[];
  /** Changes when the options answer another question: then the first one is the active one. */
  question: string;
  /** Whether Enter takes the first option without more; otherwise an arrow key has to choose it. */
  ready: boolean;
  /** The option, or null for a key while none is active. */
  onChoose: (option: number | null, how: Choosing) => void;
  /** Whether Enter and Tab are for the menu where no option is active. */
  takesEnter: boolean;
  onClose: () => void;
  head?: ReactNode;
  foot?: ReactNode;
}

/** A list below the caret that is gone through from the text, which keeps the focus. */
export function SourceMenu(props: SourceMenuProps) {
  const { editor, open, at, label, options, question, ready, onChoose, onClose, head, foot } = props;
  const [active, setActive] = useState(-1);
  const id = useId();
  const { key, offset } = at;
  const anchor = useMemo(
    () => ({ getBoundingClientRect: () => textRect(editor, key, offset) }),
    [editor, key, offset],
  );
  const first = ready && options.length > 0 ? 0 : -1;
  useEffect(() => setActive(first), [question, first]);
  const shown = Math.min(active, options.length - 1);
  useMenuKeys(editor, open, (event) => {
    if (event.altKey) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && !event.shiftKey && options.length > 0)
      setActive(
        shown < 0 && step < 0 ? options.length - 1 : (shown + step + options.length) % options.length,
      );
    else if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) {
      if (shown < 0 && !props.takesEnter) return false;
      const adds = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
      onChoose(shown < 0 ? null : shown, adds ? 'add' : event.shiftKey ? 'name' : 'cite');
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
                  onPointerMove={() => setActive(place)}
                  onOpen={() => onChoose(place, 'cite')}
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
