import { ArrowDownUp, FolderInput, Trash2, X } from 'lucide-react';
import { useEffect } from 'react';
import { ARTICLE_SORTS, type ArticleSort } from '#contract/articles.ts';
import type { Scope } from '#contract/organise.ts';
import { shortcutOf } from '../../app/commandInfo.ts';
import { runCommand } from '../../app/commands.ts';
import { useStore } from '../../app/store.ts';
import { AppMenu, MenuChoice, MenuDivider } from '../../ui/AppMenu.tsx';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { onMac } from '../../ui/Keys.tsx';
import { shortcutKeys } from '../../ui/shortcuts.ts';
import { ArticleList } from './ArticleList.tsx';
import { ArticleMenu } from './ArticleMenu.tsx';
import { BulkBar } from './BulkBar.tsx';
import { EmptyLibrary } from './EmptyLibrary.tsx';
import { listedTotal, listState, selectedCount, selection, showView, sortBy } from './libraryState.ts';
import { countArticles } from './organiseActions.ts';
import { type Structure, structure } from './structure.ts';
import { useArticlePages } from './useArticlePages.ts';
import { VIEW_LABELS } from './views.ts';
import { formatCount } from '../../ui/numbers.ts';
import styles from './library.module.css';

const SORT_LABELS: Record<ArticleSort, string> = {
  added: 'Last added',
  issued: 'Last published',
  title: 'Title',
  author: 'Author',
  publisher: 'Publication',
};

/** The part of the library that the analyst chose. */
export function Browse() {
  const list = useStore(listState);
  const pages = useArticlePages(list);
  const known = useStore(structure);
  const { total, error } = pages;
  useEffect(() => listedTotal.set(total), [total]);

  if (error !== null && total === null)
    return (
      <Empty title="The articles cannot be listed" role="alert">
        {error.message}
      </Empty>
    );
  const { scope } = list;
  const label = scopeLabel(scope, known);
  const isWhole = scope.view === 'all' && scope.collectionId === undefined && scope.tagId === undefined;
  if (total === 0 && isWhole && (known.counts?.trash ?? 0) === 0) return <EmptyLibrary />;
  return (
    <>
      <ListHead label={label} isWhole={isWhole} total={total} scope={scope} />
      {total === 0 && <EmptyScope scope={scope} />}
      {/* Also while it is on its way: keys may come before it. */}
      {total !== 0 && (
        <ArticleList
          key={JSON.stringify([scope, list.sort, list.direction])}
          pages={pages}
          total={total}
          label="Articles"
        />
      )}
      <ArticleMenu />
    </>
  );
}

function ListHead({
  label,
  isWhole,
  total,
  scope,
}: {
  label: string;
  isWhole: boolean;
  total: number | null;
  scope: Scope;
}) {
  const selected = selectedCount(useStore(selection), total ?? 0);
  if (selected > 1)
    return (
      <BulkBar
        count={selected}
        inTrash={scope.view === 'trash'}
        inCollection={scope.collectionId !== undefined}
      />
    );
  return (
    <div className={styles.count}>
      <output className={styles.scope}>
        {!isWhole && <span className={styles.scopeName}>{label}</span>}
        {total !== null && (
          <span className={styles.scopeCount}>{isWhole ? countArticles(total) : formatCount(total)}</span>
        )}
      </output>
      {!isWhole && (
        <button
          type="button"
          className={styles.leave}
          aria-label="Back to all articles"
          onClick={() => showView('all')}
        >
          <X size={13} aria-hidden />
        </button>
      )}
      {scope.view === 'trash' && total !== null && total > 0 ? (
        <button type="button" className={styles.sort} onClick={() => runCommand('library.emptyTrash')}>
          <Trash2 size={12} aria-hidden /> Empty
        </button>
      ) : (
        <SortMenu />
      )}
    </div>
  );
}

function SortMenu() {
  const { sort, direction } = useStore(listState);
  const byDate = sort === 'added' || sort === 'issued';
  return (
    <AppMenu
      align="end"
      trigger={
        <button type="button" className={styles.sort} aria-label={`Sorted by: ${SORT_LABELS[sort]}`}>
          <ArrowDownUp size={12} aria-hidden /> <span>{SORT_LABELS[sort]}</span>
        </button>
      }
    >
      <MenuChoice
        label="Sort by"
        value={sort}
        choices={ARTICLE_SORTS.map((value) => ({ value, label: SORT_LABELS[value] }))}
        onChange={(value) => sortBy(value)}
      />
      <MenuDivider />
      <MenuChoice
        label="Order"
        value={direction}
        choices={[
          { value: 'ascending', label: byDate ? 'Oldest first' : 'A to Z' },
          { value: 'descending', label: byDate ? 'Newest first' : 'Z to A' },
        ]}
        onChange={(value) => sortBy(sort, value)}
      />
    </AppMenu>
  );
}

function EmptyScope({ scope }: { scope: Scope }) {
  const [title, next] = emptyWords(scope);
  return (
    <div className={styles.fill}>
      <Empty title={title}>
        <p>{next}</p>
        {scope.view === 'all' && scope.collectionId === undefined && scope.tagId === undefined && (
          <Button kind="primary" icon={FolderInput} onClick={() => runCommand('library.import')}>
            Import files…
          </Button>
        )}
      </Empty>
    </div>
  );
}

function emptyWords({ view, collectionId, tagId }: Scope): [title: string, next: string] {
  if (collectionId !== undefined)
    return [
      'Nothing in this collection yet',
      `Drag articles onto it, or select some and press ${keysOf('articles.addToCollection')}.`,
    ];
  if (tagId !== undefined)
    return ['No article has this tag', `Select articles and press ${keysOf('articles.addTag')} to add it.`];
  return {
    all: ['No articles', 'All of them are in the trash. Import more, or restore some.'],
    unread: ['Nothing left to read', 'Articles are read once they have been opened.'],
    starred: [
      'No starred articles',
      `Star what matters: with the star in its row, or ${keysOf('articles.star')}.`,
    ],
    recent: ['Nothing new this week', 'Imported articles stay here for seven days.'],
    untagged: ['Every article has a tag', 'What you import next appears here.'],
    unfiled: ['Every article is in a collection', 'What you import next appears here.'],
    trash: ['The trash is empty', 'Deleted articles stay here until you empty it.'],
  }[view] as [string, string];
}

/** The shortcut of a command as people of the platform write it. */
function keysOf(command: string): string {
  return shortcutKeys(shortcutOf(command) ?? '', onMac).join(onMac ? '' : '+');
}

function scopeLabel({ view, collectionId, tagId }: Scope, { collections, tags }: Structure): string {
  const collection = collections.find(({ id }) => id === collectionId);
  const tag = tags.find(({ id }) => id === tagId);
  return collection?.name ?? tag?.name ?? VIEW_LABELS[view];
}
