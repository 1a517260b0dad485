import { Popover } from '@base-ui/react/popover';
import { CircleQuestionMark } from 'lucide-react';
import { memo } from 'react';
import { shortcutOf } from '../../app/commandInfo.ts';
import { createStore, useStore } from '../../app/store.ts';
import { classNames } from '../../ui/classNames.ts';
import { IconButton } from '../../ui/Button.tsx';
import menu from '../../ui/menu.module.css';
import { focusSearch, searchFor, searchWish } from './searchState.ts';
import styles from './help.module.css';

export const searchHelp = createStore(false);

const EXAMPLES: { heading: string; rows: [example: string, meaning: string][] }[] = [
  {
    heading: 'Words',
    rows: [
      ['forced labour', 'both words; passages with both come first'],
      ['"forced labour"', 'exactly these words, one after the other'],
      ['sanction*', 'words that begin with these letters'],
      ['court NEAR/5 compensation', 'at most five words apart'],
    ],
  },
  {
    heading: 'Together',
    rows: [
      ['tariff OR duty', 'either; AND, OR and NOT in capitals'],
      ['export -coal', 'without this word; NOT does the same'],
      ['(steel OR coal) export', 'what is in brackets is taken together'],
    ],
  },
  {
    heading: 'In the source',
    rows: [
      ['title:summit', 'in the title; author: for names'],
      ['publisher:Reuters', 'from this publication'],
      ['date:2023..2024-03', 'between two dates; either may be left out'],
      ['lang:Korean', 'in this language'],
      ['type:report', 'of this kind of source'],
      ['grade:A..C', 'graded A to C; also B2, or 1..3'],
    ],
  },
  {
    heading: 'In your library',
    rows: [
      ['tag:sanctions', 'with this tag'],
      ['in:"South Korea"', 'in this collection, or one inside it'],
      ['is:starred', 'with a star; also unread, read, trash'],
      ['cited:yes', 'cited in a brief'],
    ],
  },
];

/** The query language in examples; each can be put into the box. */
export const SearchHelp = memo(function SearchHelp() {
  const open = useStore(searchHelp);
  const use = (example: string): void => {
    searchHelp.set(false);
    const { text } = searchWish.get();
    searchFor(text.trim() === '' ? example : `${text.trimEnd()} ${example}`);
    focusSearch();
  };
  return (
    <Popover.Root open={open} onOpenChange={(next) => searchHelp.set(next)}>
      <Popover.Trigger
        render={
          <IconButton icon={CircleQuestionMark} label="How to search" shortcut={shortcutOf('search.help')} />
        }
      />
      <Popover.Portal>
        <Popover.Positioner className={menu.place} sideOffset={6} align="start">
          <Popover.Popup className={classNames(menu.popup, styles.help)}>
            <Popover.Title className={styles.title}>How to search</Popover.Title>
            {EXAMPLES.map(({ heading, rows }) => (
              <section key={heading}>
                <h3 className={styles.heading}>{heading}</h3>
                <ul>
                  {rows.map(([example, meaning]) => (
                    <li key={example} className={styles.row}>
                      <button type="button" className={styles.example} onClick={() => use(example)}>
                        {example}
                      </button>
                      <span>{meaning}</span>
                    </li>
                  ))}
                </ul>
              </section>
            ))}
            <p className={styles.foot}>
              Upper and lower case, accents and the forms of Russian words make no difference. Tab takes what
              the list below the box offers.
            </p>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
});
