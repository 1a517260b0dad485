import {
  FileDown,
  FolderPlus,
  MailOpen,
  MoreHorizontal,
  PencilLine,
  RotateCcw,
  Star,
  Tag,
  Trash2,
  X,
} from 'lucide-react';
import { shortcutOf } from '../../app/commandInfo.ts';
import { runCommand } from '../../app/commands.ts';
import { AppMenu, MenuAction } from '../../ui/AppMenu.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { NOTHING, selection } from './libraryState.ts';
import { formatCount } from '../../ui/numbers.ts';
import styles from './library.module.css';

/** Stands in place of the heading of the list while several articles are selected: what can be done with them. */
export function BulkBar({
  count,
  inTrash,
  inCollection,
}: {
  count: number;
  inTrash: boolean;
  inCollection: boolean;
}) {
  const tool = (id: string) => ({ shortcut: shortcutOf(id), onClick: () => void runCommand(id) });
  return (
    <div className={styles.bulk} role="toolbar" aria-label="Selected articles">
      <output aria-label={`${count} selected`}>
        {formatCount(count)}
        <span className={styles.bulkWord}> selected</span>
      </output>
      {inTrash ? (
        <>
          <IconButton icon={RotateCcw} label="Restore" {...tool('articles.restore')} />
          <IconButton icon={Trash2} label="Delete for good…" {...tool('articles.purge')} />
        </>
      ) : (
        <>
          <IconButton icon={Star} label="Star, or remove the star" {...tool('articles.star')} />
          <IconButton icon={MailOpen} label="Mark as read, or as unread" {...tool('articles.read')} />
          <IconButton icon={Tag} label="Add a tag…" {...tool('articles.addTag')} />
          <IconButton icon={FolderPlus} label="Add to a collection…" {...tool('articles.addToCollection')} />
          <AppMenu
            align="end"
            trigger={<IconButton icon={MoreHorizontal} label="More for the selected articles" />}
          >
            <MenuAction icon={PencilLine} onSelect={() => runCommand('articles.editMany')}>
              Edit fields of all…
            </MenuAction>
            <MenuAction
              shortcut={shortcutOf('articles.takeTag')}
              onSelect={() => runCommand('articles.takeTag')}
            >
              Remove a tag…
            </MenuAction>
            {inCollection && (
              <MenuAction onSelect={() => runCommand('articles.takeFromCollection')}>
                Remove from this collection
              </MenuAction>
            )}
            <MenuAction icon={FileDown} onSelect={() => runCommand('articles.exportReferences')}>
              Export references…
            </MenuAction>
            <MenuAction icon={Trash2} shortcut="Delete" onSelect={() => runCommand('articles.trash')}>
              Move to the trash
            </MenuAction>
          </AppMenu>
        </>
      )}
      <IconButton icon={X} label="Select nothing" onClick={() => selection.set(NOTHING)} />
    </div>
  );
}
