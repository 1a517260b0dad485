import { ArrowDownUp, FolderInput } from 'lucide-react';
import { useState } from 'react';
import { runCommand } from '../../app/commands.ts';
import { shortcutOf } from '../../app/commandInfo.ts';
import { AppMenu, MenuChoice } from '../../ui/AppMenu.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { ImportStatus } from '../import/ImportStatus.tsx';
import { SearchResults } from '../search/SearchResults.tsx';
import { SearchTop } from '../search/SearchTop.tsx';
import { useLibrarySearch } from '../search/useLibrarySearch.ts';
import { ArticleList } from './ArticleList.tsx';
import { EmptyLibrary } from './EmptyLibrary.tsx';
import { IndexStatus } from './IndexStatus.tsx';
import { type ArticlePages, type ArticleSort, useArticlePages } from './useArticlePages.ts';
import styles from './library.module.css';

const SORT_LABELS: Record<ArticleSort, string> = {
  added: 'Last added',
  issued: 'Last published',
  title: 'Title',
};

/** Search on top; below it what was found, or all articles. */
export function LibraryPane() {
  const library = useLibrarySearch();
  return (
    <div className={styles.pane}>
      <div className={styles.top}>
        <div className={styles.heading}>
          <h2>Library</h2>
          <IconButton
            icon={FolderInput}
            label="Import files"
            shortcut={shortcutOf('library.import')}
            onClick={() => runCommand('library.import')}
          />
        </div>
        <SearchTop library={library} />
      </div>
      {library.active ? <SearchResults library={library} /> : <AllArticles />}
      <ImportStatus />
      <IndexStatus />
    </div>
  );
}

function AllArticles() {
  const [sort, setSort] = useState<ArticleSort>('added');
  const pages: ArticlePages = useArticlePages(sort);
  if (pages.error !== null && pages.total === null)
    return (
      <Empty title="The articles cannot be listed" role="alert">
        {pages.error.message}
      </Empty>
    );
  if (pages.total === null) return <div className={styles.fill} />;
  if (pages.total === 0) return <EmptyLibrary />;
  return (
    <>
      <div className={styles.count}>
        <output>{pages.total === 1 ? '1 article' : `${pages.total.toLocaleString()} articles`}</output>
        <AppMenu
          align="end"
          trigger={
            <button type="button" className={styles.sort} aria-label={`Sorted by: ${SORT_LABELS[sort]}`}>
              <ArrowDownUp size={12} aria-hidden /> {SORT_LABELS[sort]}
            </button>
          }
        >
          <MenuChoice
            label="Sort by"
            value={sort}
            choices={(Object.keys(SORT_LABELS) as ArticleSort[]).map((value) => ({
              value,
              label: SORT_LABELS[value],
            }))}
            onChange={setSort}
          />
        </AppMenu>
      </div>
      <ArticleList key={sort} pages={pages} total={pages.total} />
    </>
  );
}
