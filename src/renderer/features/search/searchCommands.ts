/** Commands of the search. */
import { client } from '../../api/client.ts';
import { type Command, registerCommands } from '../../app/commands.ts';
import { showDialog, workspace } from '../../app/workspace.ts';
import { notifyError } from '../../ui/toasts.ts';
import { selectedPlace } from '../reader/readerSelection.ts';
import { searchHelp } from './SearchHelp.tsx';
import { focusSearch, openSaved, relatedTo, searchWish } from './searchState.ts';

/** Shows passages of other articles that are about the same as the words selected in the reader. */
export async function showRelated(): Promise<void> {
  const selection = selectedPlace();
  if (selection === null) return;
  const { articleId, versionId, start, end } = selection;
  try {
    const { content } = await client.call('articles.get', { id: articleId, versionId });
    relatedTo.set({ text: content.text.slice(start, end), articleId });
    workspace.set((before) => ({ ...before, showLibrary: true }));
  } catch (error) {
    notifyError(error, 'Related passages cannot be shown');
  }
}

export function searchCommands(): Command[] {
  return [
    {
      id: 'library.search',
      group: 'Library',
      title: 'Search the library',
      shortcut: 'Mod+Shift+F',
      run: focusSearch,
    },
    {
      id: 'search.help',
      group: 'Help',
      title: 'How to search',
      shortcut: 'Shift+F1',
      run: () => {
        workspace.set((before) => ({ ...before, showLibrary: true }));
        searchHelp.set(true);
      },
    },
    {
      id: 'search.save',
      group: 'Library',
      title: 'Save this search…',
      shortcut: 'Mod+Shift+S',
      enabled: () => searchWish.get().text.trim() !== '',
      run: () => showDialog('saveSearch'),
    },
    {
      id: 'search.saved',
      group: 'Library',
      title: 'Saved searches…',
      run: () => showDialog('savedSearches'),
    },
    {
      id: 'reader.related',
      group: 'Reader',
      title: 'Passages related to the selected words',
      shortcut: 'Alt+R',
      enabled: () => selectedPlace() !== null,
      run: showRelated,
    },
  ];
}

/** Keeps a command for each saved search. */
export function followSavedSearches(): void {
  let unregister = (): void => undefined;
  const read = async (): Promise<void> => {
    const saved = await client.call('searches.list', {});
    unregister();
    unregister = registerCommands(
      saved.map(({ id, name, wish }) => ({
        id: `search.saved.${id}`,
        group: 'Saved searches',
        title: name,
        run: () => openSaved(wish),
      })),
    );
  };
  const follow = (): void =>
    void read().catch((error: unknown) => notifyError(error, 'Saved searches are missing'));
  follow();
  client.on('searches.changed', follow);
}
