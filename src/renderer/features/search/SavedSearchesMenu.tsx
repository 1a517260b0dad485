import { Bookmark, BookmarkPlus, ListChecks } from 'lucide-react';
import { memo } from 'react';
import { useOperation } from '../../api/useOperation.ts';
import { shortcutOf } from '../../app/commandInfo.ts';
import { useStore } from '../../app/store.ts';
import { showDialog } from '../../app/workspace.ts';
import { AppMenu, MenuAction, MenuDivider } from '../../ui/AppMenu.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { openSaved, searchWish } from './searchState.ts';

/** Opens saved searches, and keeps the current one. */
export const SavedSearchesMenu = memo(function SavedSearchesMenu() {
  const { data } = useOperation('searches.list', {}, ['searches.changed']);
  const searching = useStore(searchWish, ({ text }) => text.trim() !== '');
  const saved = data ?? [];
  return (
    <AppMenu align="end" trigger={<IconButton icon={Bookmark} label="Saved searches" />}>
      <MenuAction
        icon={BookmarkPlus}
        shortcut={shortcutOf('search.save')}
        disabled={!searching}
        onSelect={() => showDialog('saveSearch')}
      >
        Save this search…
      </MenuAction>
      {saved.length > 0 && (
        <>
          <MenuDivider />
          {saved.map(({ id, name, wish }) => (
            <MenuAction key={id} onSelect={() => openSaved(wish)}>
              {name}
            </MenuAction>
          ))}
          <MenuDivider />
          <MenuAction icon={ListChecks} onSelect={() => showDialog('savedSearches')}>
            Rename or remove…
          </MenuAction>
        </>
      )}
    </AppMenu>
  );
});
