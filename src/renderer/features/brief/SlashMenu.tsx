import { Popover } from '@base-ui/react/popover';
import { CalendarDays, Link, type LucideIcon, ScissorsLineDashed, Tag } from 'lucide-react';
import { $slashQuery, removeSlashQuery } from '#editor/slash.ts';
import type { LexicalEditor } from 'lexical';
import { useEffect, useId, useMemo, useState } from 'react';
import { Keys } from '../../ui/Keys.tsx';
import { classNames } from '../../ui/classNames.ts';
import { ListBox, ListOption } from '../../ui/ListBox.tsx';
import menu from '../../ui/menu.module.css';
import {
  BLOCK_ACTIONS,
  FOOTNOTE_ICON,
  FOOTNOTE_SHORTCUT,
  insertFootnote,
  insertRule,
  insertTable,
  mayInsertFootnote,
  OFFERED_BLOCKS,
  RULE_ICON,
  RULE_SHORTCUT,
  setBlockType,
  SOURCES_ICON,
  SOURCES_SHORTCUT,
  TABLE_ICON,
  TABLE_SHORTCUT,
} from './formatActions.ts';
import { mayHoldCallout, toggleCallout } from './blocks/calloutEdits.ts';
import { CALLOUT_ACTIONS } from './blocks/callouts.ts';
import { insertPageBreak, mayBreakPage, PAGE_BREAK_SHORTCUT } from './blocks/pageBreak.ts';
import {
  FIELD_ACTIONS,
  insertField,
  insertToday,
  mayInsertField,
  TODAY_SHORTCUT,
} from './fields/fieldEdits.ts';
import { choosePictures } from './figures/addPictures.ts';
import {
  CAPTION_ICON,
  CAPTION_SHORTCUT,
  insertCaption,
  mayInsertCaption,
  mayInsertReference,
  PICTURE_ICON,
  PICTURE_SHORTCUT,
  REFERENCE_ICON,
  REFERENCE_SHORTCUT,
} from './figures/figureCommands.ts';
import { showDialog } from '../../app/workspace.ts';
import { textRect } from './textRect.ts';
import { insertBibliography } from './sources/bibliographyEdits.ts';
import { useMenuKeys, useTypedQuery } from './typedMenu.ts';
import { isInTable } from './table/tableCommands.ts';
import styles from './toolbar.module.css';

interface Item {
  title: string;
  icon: LucideIcon;
  words: string;
  shortcut?: string | undefined;
  run: () => void;
  /** Absent: always. */
  enabled?: () => boolean;
}

/** Blocks to insert, opened by typing a slash and filtered by what follows it. */
export function SlashMenu({ editor, onLink }: { editor: LexicalEditor; onLink: () => void }) {
  const [slash, close] = useTypedQuery(editor, $slashQuery, 'wait');
  const [index, setIndex] = useState(0);
  const id = useId();
  const items = useMemo(() => itemsFor(editor, onLink), [editor, onLink]);
  const found = slash === null ? [] : filterItems(items, slash.query);
  const open = found.length > 0;
  const { key, offset } = slash ?? {};
  const anchor = useMemo(
    () =>
      key === undefined || offset === undefined
        ? null
        : { getBoundingClientRect: () => textRect(editor, key, offset) },
    [editor, key, offset],
  );
  const active = Math.min(index, Math.max(found.length - 1, 0));

  useEffect(() => setIndex(0), [slash?.query]);
  const choose = (item: Item | undefined): void => {
    if (item === undefined) return;
    removeSlashQuery(editor);
    close();
    item.run();
  };
  useMenuKeys(editor, open, ({ key }) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key];
    if (step !== undefined) setIndex((active + step + found.length) % found.length);
    else if (key === 'Enter' || key === 'Tab') choose(found[active]);
    else if (key === 'Escape') close();
    else return false;
    return true;
  });
  useEffect(() => {
    const root = editor.getRootElement();
    if (!open || root === null) return undefined;
    root.setAttribute('aria-controls', id);
    root.setAttribute('aria-activedescendant', `${id}-${active}`);
    document.getElementById(`${id}-${active}`)?.scrollIntoView({ block: 'nearest' });
    return () => {
      root.removeAttribute('aria-controls');
      root.removeAttribute('aria-activedescendant');
    };
  }, [editor, open, active, id]);

  return (
    <Popover.Root open={open} onOpenChange={(next) => !next && close()}>
      <Popover.Portal>
        <Popover.Positioner className={menu.place} anchor={anchor} side="bottom" align="start" sideOffset={6}>
          <Popover.Popup
            className={classNames(menu.popup, styles.slash)}
            initialFocus={false}
            finalFocus={false}
            role="presentation"
          >
            <ListBox
              id={id}
              label="Insert a block"
              activeId={`${id}-${active}`}
              onMouseDown={(event) => event.preventDefault()}
            >
              {found.map((item, place) => (
                <ListOption
                  key={item.title}
                  id={`${id}-${place}`}
                  className={menu.item}
                  active={place === active}
                  position={place + 1}
                  total={found.length}
                  data-highlighted={place === active ? '' : undefined}
                  onPointerMove={() => setIndex(place)}
                  onOpen={() => choose(item)}
                >
                  <item.icon size={16} aria-hidden />
                  <span className={menu.label}>{item.title}</span>
                  {item.shortcut !== undefined && (
                    <span className={menu.side}>
                      <Keys shortcut={item.shortcut} />
                    </span>
                  )}
                </ListOption>
              ))}
            </ListBox>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function itemsFor(editor: LexicalEditor, onLink: () => void): Item[] {
  return [
    ...OFFERED_BLOCKS.map((type): Item => {
      const { title, icon, words, shortcut } = { shortcut: undefined, ...BLOCK_ACTIONS[type] };
      return { title, icon, words, shortcut, run: () => setBlockType(editor, type) };
    }),
    {
      title: 'Table',
      icon: TABLE_ICON,
      words: 'grid rows columns',
      shortcut: TABLE_SHORTCUT,
      run: () => insertTable(editor),
      enabled: () => !isInTable(editor),
    },
    {
      title: 'Picture…',
      icon: PICTURE_ICON,
      words: 'image figure photo',
      shortcut: PICTURE_SHORTCUT,
      run: () => choosePictures(editor),
    },
    {
      title: 'Caption',
      icon: CAPTION_ICON,
      words: 'figure table legend',
      shortcut: CAPTION_SHORTCUT,
      run: () => insertCaption(editor),
      enabled: () => mayInsertCaption(editor),
    },
    {
      title: 'Cross reference…',
      icon: REFERENCE_ICON,
      words: 'see figure table heading section',
      shortcut: REFERENCE_SHORTCUT,
      run: () => showDialog('crossReference'),
      enabled: () => mayInsertReference(editor),
    },
    ...CALLOUT_ACTIONS.map(({ kind, title, icon, words, shortcut }): Item => ({
      title,
      icon,
      words,
      shortcut,
      run: () => toggleCallout(editor, kind),
      enabled: () => mayHoldCallout(editor),
    })),
    {
      title: 'Page break',
      icon: ScissorsLineDashed,
      words: 'new page',
      shortcut: PAGE_BREAK_SHORTCUT,
      run: () => insertPageBreak(editor),
      enabled: () => mayBreakPage(editor),
    },
    {
      title: 'Date of today',
      icon: CalendarDays,
      words: 'now field',
      shortcut: TODAY_SHORTCUT,
      run: () => insertToday(editor),
      enabled: () => mayInsertField(editor),
    },
    ...FIELD_ACTIONS.map(({ field, title, words, shortcut }): Item => ({
      title,
      icon: Tag,
      words,
      shortcut,
      run: () => insertField(editor, field),
      enabled: () => mayInsertField(editor),
    })),
    {
      title: 'Horizontal rule',
      icon: RULE_ICON,
      words: 'hr line divider',
      shortcut: RULE_SHORTCUT,
      run: () => insertRule(editor),
    },
    {
      title: 'Footnote',
      icon: FOOTNOTE_ICON,
      words: 'note endnote fn',
      shortcut: FOOTNOTE_SHORTCUT,
      run: () => insertFootnote(editor),
      enabled: () => mayInsertFootnote(editor),
    },
    {
      title: 'List of sources',
      icon: SOURCES_ICON,
      words: 'bibliography references works cited',
      shortcut: SOURCES_SHORTCUT,
      run: () => insertBibliography(editor),
    },
    { title: 'Link', icon: Link, words: 'url address', shortcut: 'Mod+K', run: onLink },
  ];
}

/** Items whose name has the typed word, those that begin with it first; then those known by another name. */
function filterItems(items: Item[], query: string): Item[] {
  const typed = query.toLocaleLowerCase();
  const rank = (item: Item): number => {
    const title = item.title.toLocaleLowerCase();
    if (title.startsWith(typed)) return 0;
    if (title.split(' ').some((word) => word.startsWith(typed)) || title.includes(typed)) return 1;
    return item.words.split(' ').some((word) => word.startsWith(typed)) ? 2 : 3;
  };
  return items
    .filter((item) => rank(item) < 3 && item.enabled?.() !== false)
    .toSorted((a, b) => rank(a) - rank(b));
}
