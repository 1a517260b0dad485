/** The commands that order the library. They act on what is selected in the list, else on the article in the reader. */
import type { Target, View } from '#contract/organise.ts';
import type { ArticleSummary } from '#domain/article.ts';
import { client } from '../../api/client.ts';
import type { Command } from '../../app/commands.ts';
import { setSetting, settings } from '../../app/settings.ts';
import { workspace } from '../../app/workspace.ts';
import { notifyError } from '../../ui/toasts.ts';
import { askForReferences } from '../export/exportReferences.ts';
import { listedCollection } from './intoCollection.ts';
import {
  keepListed,
  listedTotal,
  listState,
  NOTHING,
  selectedCount,
  selectedTarget,
  selection,
  showView,
} from './libraryState.ts';
import { ask } from './libraryTask.ts';
import { listInput } from './useArticlePages.ts';
import {
  countArticles,
  markRead,
  restore,
  star,
  takeFromCollection,
  trash,
  undoLast,
} from './organiseActions.ts';
import { startRename } from './renaming.ts';
import { structure } from './structure.ts';
import { VIEW_LABELS } from './views.ts';

interface Meant {
  target: Target;
  count: number;
}

/** What a command acts on; null where there is nothing. */
function meantArticles(): Meant | null {
  const target = selectedTarget();
  if (target !== null) return { target, count: selectedCount(selection.get(), listedTotal.get() ?? 0) };
  const open = workspace.get().reader?.articleId;
  return open === undefined ? null : { target: { ids: [open] }, count: 1 };
}

const something = (): boolean => meantArticles() !== null;
const inTrash = (): boolean => listState.get().scope.view === 'trash' && selection.get() !== NOTHING;

export function libraryCommands(): Command[] {
  return [...articleCommands(), ...trashCommands(), ...structureCommands(), ...viewCommands()];
}

function articleCommands(): Command[] {
  return [
    {
      id: 'articles.star',
      group: 'Articles',
      title: 'Star, or remove the star',
      shortcut: 'Alt+S',
      enabled: something,
      run: () => toggle('starred'),
    },
    {
      id: 'articles.read',
      group: 'Articles',
      title: 'Mark as read, or as unread',
      shortcut: 'Alt+U',
      enabled: something,
      run: () => toggle('read'),
    },
    {
      id: 'articles.addTag',
      group: 'Articles',
      title: 'Add a tag…',
      shortcut: 'Alt+T',
      enabled: something,
      run: () => askAbout('addTag'),
    },
    {
      id: 'articles.takeTag',
      group: 'Articles',
      title: 'Remove a tag…',
      shortcut: 'Alt+Shift+T',
      enabled: something,
      run: () => askAbout('takeTag'),
    },
    {
      id: 'articles.addToCollection',
      group: 'Articles',
      title: 'Add to a collection…',
      shortcut: 'Alt+L',
      enabled: something,
      run: () => askAbout('addToCollection'),
    },
    {
      id: 'articles.takeFromCollection',
      group: 'Articles',
      title: 'Remove from this collection',
      enabled: () => something() && listedCollection() !== null,
      run: () => {
        const [meant, collection] = [meantArticles(), listedCollection()];
        if (meant === null || collection === null) return;
        selection.set(NOTHING);
        void takeFromCollection(meant.target, collection);
      },
    },
    {
      id: 'articles.editMany',
      group: 'Articles',
      title: 'Edit fields of all that are selected…',
      enabled: something,
      run: () => askAbout('editMany'),
    },
    {
      id: 'articles.exportReferences',
      group: 'Articles',
      title: 'Export references…',
      enabled: something,
      run: () => {
        const meant = meantArticles();
        if (meant !== null)
          askForReferences({ of: { target: meant.target }, name: countArticles(meant.count) });
      },
    },
  ];
}

function trashCommands(): Command[] {
  return [
    {
      id: 'articles.trash',
      group: 'Articles',
      title: 'Move to the trash',
      enabled: something,
      run: () => {
        const meant = meantArticles();
        if (meant === null) return;
        if (inTrash()) askAbout('purge');
        else void trash(meant.target);
      },
    },
    {
      id: 'articles.restore',
      group: 'Articles',
      title: 'Restore from the trash',
      enabled: inTrash,
      run: () => {
        const meant = meantArticles();
        if (meant !== null) void restore(meant.target);
      },
    },
    {
      id: 'articles.purge',
      group: 'Articles',
      title: 'Delete for good…',
      enabled: inTrash,
      run: () => askAbout('purge'),
    },
    {
      id: 'library.emptyTrash',
      group: 'Library',
      title: 'Empty the trash…',
      enabled: () => (structure.get().counts?.trash ?? 0) > 0,
      run: () =>
        ask({
          kind: 'purge',
          target: { scope: { view: 'trash' }, except: [] },
          count: structure.get().counts?.trash ?? 0,
        }),
    },
    {
      id: 'library.undo',
      group: 'Library',
      title: 'Undo the last change of the library',
      run: () => void undoLast(),
    },
  ];
}

function structureCommands(): Command[] {
  return [
    {
      id: 'library.newCollection',
      group: 'Library',
      title: 'New collection',
      run: () => {
        showTree();
        startRename({ kind: 'new', parentId: listState.get().scope.collectionId ?? null });
      },
    },
    {
      id: 'library.toggleTree',
      group: 'Library',
      title: 'Show or hide views, collections and tags',
      run: () => {
        if (!workspace.get().showLibrary) showTree();
        else setSetting('showLibraryTree', !settings.get().showLibraryTree);
      },
    },
  ];
}

function viewCommands(): Command[] {
  return (Object.keys(VIEW_LABELS) as View[]).map((view) => ({
    id: `library.view.${view}`,
    group: 'Library',
    title: `Show: ${VIEW_LABELS[view]}`,
    run: () => {
      workspace.set((before) => ({ ...before, showLibrary: true }));
      showView(view);
    },
  }));
}

function showTree(): void {
  workspace.set((before) => ({ ...before, showLibrary: true }));
  setSetting('showLibraryTree', true);
}

function askAbout(kind: 'addTag' | 'takeTag' | 'addToCollection' | 'editMany' | 'purge'): void {
  const meant = meantArticles();
  if (meant !== null && meant.count > 0) ask({ kind, ...meant });
}

/** Turns a mark of all that is meant to what the first of them has not. */
async function toggle(mark: 'starred' | 'read'): Promise<void> {
  const meant = meantArticles();
  if (meant === null) return;
  try {
    const first = await firstOf(meant.target);
    if (first === undefined) return;
    if ('ids' in meant.target) keepListed(meant.target.ids.slice(0, 1000));
    await (mark === 'starred' ? star(meant.target, !first.starred) : markRead(meant.target, !first.read));
  } catch (error) {
    notifyError(error);
  }
}

async function firstOf(target: Target): Promise<ArticleSummary | undefined> {
  if ('ids' in target) return (await client.call('articles.summaries', { ids: target.ids.slice(0, 1) }))[0];
  const { articles } = await client.call('articles.list', { ...listInput(listState.get()), limit: 1 });
  return articles[0];
}
