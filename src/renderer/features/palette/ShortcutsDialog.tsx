import { type Command, commands } from '../../app/commands.ts';
import { useStore } from '../../app/store.ts';
import { Keys } from '../../ui/Keys.tsx';
import { Modal } from '../../ui/Modal.tsx';
import styles from './palette.module.css';

type Listed = Pick<Command, 'title' | 'shortcut'>;

/** Keys that belong to a part of the window and are no commands. */
const LOCAL_KEYS: [string, Listed[]][] = [
  [
    'While writing',
    [
      { title: 'Blocks to insert', shortcut: '/' },
      { title: 'Sources to cite', shortcut: '@' },
      { title: 'Cite, with the author named in the text', shortcut: 'Shift+Enter' },
      { title: 'Cite, and add another source', shortcut: 'Mod+Enter' },
    ],
  ],
  [
    'In the reader',
    [
      { title: 'Select the next passage', shortcut: 'Alt+ArrowDown' },
      { title: 'Select the previous passage', shortcut: 'Alt+ArrowUp' },
      { title: 'Extend the selection', shortcut: 'Shift+→' },
      { title: 'Find in the article', shortcut: 'Mod+F' },
    ],
  ],
  [
    'In the outline',
    [
      { title: 'Go to the heading', shortcut: 'Enter' },
      { title: 'Move the section up', shortcut: 'Alt+Shift+ArrowUp' },
      { title: 'Move the section down', shortcut: 'Alt+Shift+ArrowDown' },
      { title: 'One level higher', shortcut: 'Alt+Shift+ArrowLeft' },
      { title: 'One level deeper', shortcut: 'Alt+Shift+ArrowRight' },
    ],
  ],
  [
    'In lists',
    [
      { title: 'Move', shortcut: 'ArrowDown' },
      { title: 'Open', shortcut: 'Enter' },
      { title: 'Clear the search', shortcut: 'Esc' },
    ],
  ],
];

/** Every command that has keys, by group. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const groups = new Map<string, Listed[]>();
  for (const command of useStore(commands).values()) {
    const { title, group, keys, shortcut = keys } = command;
    if (shortcut === undefined) continue;
    groups.set(group, [...(groups.get(group) ?? []), { title, shortcut }]);
  }
  return (
    <Modal title="Keyboard shortcuts" size="large" onClose={onClose}>
      <div className={styles.shortcuts}>
        {[...groups, ...LOCAL_KEYS].map(([group, list]) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {list.map(({ title, shortcut }) => (
                <div key={title}>
                  <dt>{title}</dt>
                  <dd>
                    <Keys shortcut={shortcut!} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
