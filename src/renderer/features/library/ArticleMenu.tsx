import {
  BookOpen,
  FileDown,
  FolderMinus,
  FolderPlus,
  ListPlus,
  Mail,
  MailOpen,
  PencilLine,
  RotateCcw,
  Star,
  Tag,
  Trash2,
} from 'lucide-react';
import { activeBrief } from '../../app/activeBrief.ts';
import { shortcutOf } from '../../app/commandInfo.ts';
import { runCommand } from '../../app/commands.ts';
import { useStore } from '../../app/store.ts';
import { openPassage, showDialog } from '../../app/workspace.ts';
import { MenuAction, MenuDivider } from '../../ui/AppMenu.tsx';
import { PlacedMenu } from '../../ui/PlacedMenu.tsx';
import { articleMenu } from './articleMenu.ts';
import { listedTotal, listState, selectedCount, selection } from './libraryState.ts';
import { structure } from './structure.ts';

const close = (): void => articleMenu.set(null);
const command = (id: string) => ({ shortcut: shortcutOf(id), onSelect: () => runCommand(id) });

/** The menu of the selected articles, where it is open. */
export function ArticleMenu() {
  const menu = useStore(articleMenu);
  const brief = useStore(activeBrief);
  const selected = useStore(selection);
  const total = useStore(listedTotal) ?? 0;
  const { scope } = useStore(listState);
  const { collections } = useStore(structure);
  if (menu === null) return null;
  const { article, at } = menu;
  const single = selectedCount(selected, total) === 1;
  const collection = collections.find(({ id }) => id === scope.collectionId);
  const inTrash = scope.view === 'trash';

  return (
    <PlacedMenu label="Articles" at={at} onClose={close}>
      {single && (
        <MenuAction icon={BookOpen} onSelect={() => openPassage({ articleId: article.id })}>
          Open
        </MenuAction>
      )}
      <MenuAction icon={Star} {...command('articles.star')}>
        {article.starred ? 'Remove the star' : 'Star'}
      </MenuAction>
      <MenuAction icon={article.read ? Mail : MailOpen} {...command('articles.read')}>
        {article.read ? 'Mark as unread' : 'Mark as read'}
      </MenuAction>
      <MenuDivider />
      <MenuAction icon={Tag} {...command('articles.addTag')}>
        Add a tag…
      </MenuAction>
      <MenuAction {...command('articles.takeTag')}>Remove a tag…</MenuAction>
      <MenuAction icon={FolderPlus} {...command('articles.addToCollection')}>
        Add to a collection…
      </MenuAction>
      {collection !== undefined && (
        <MenuAction icon={FolderMinus} {...command('articles.takeFromCollection')}>
          Remove from “{collection.name}”
        </MenuAction>
      )}
      {!inTrash && brief !== null && !selected.all && (
        <MenuAction icon={ListPlus} onSelect={() => brief.listSources([...selected.ids])}>
          List in this brief’s sources
        </MenuAction>
      )}
      <MenuDivider />
      {single ? (
        <MenuAction
          icon={PencilLine}
          shortcut={shortcutOf('article.details')}
          onSelect={() => {
            openPassage({ articleId: article.id });
            showDialog('details');
          }}
        >
          Details…
        </MenuAction>
      ) : (
        <MenuAction icon={PencilLine} {...command('articles.editMany')}>
          Edit fields of all…
        </MenuAction>
      )}
      <MenuAction icon={FileDown} {...command('articles.exportReferences')}>
        Export references…
      </MenuAction>
      <MenuDivider />
      {inTrash ? (
        <>
          <MenuAction icon={RotateCcw} {...command('articles.restore')}>
            Restore
          </MenuAction>
          <MenuAction icon={Trash2} {...command('articles.purge')}>
            Delete for good…
          </MenuAction>
        </>
      ) : (
        <MenuAction icon={Trash2} shortcut="Delete" onSelect={() => runCommand('articles.trash')}>
          Move to the trash
        </MenuAction>
      )}
    </PlacedMenu>
  );
}
