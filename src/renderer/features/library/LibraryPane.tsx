import { ArrowDownUp, FolderInput } from 'lucide-react';
import { useEffect, useState } from 'react';
import { runCommand } from '../../app/commands.ts';
import { shortcutOf } from '../../app/commandInfo.ts';
import { useStore } from '../../app/store.ts';
import { AppMenu, MenuChoice } from '../../ui/AppMenu.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { useActiveOption } from '../../ui/useActiveOption.ts';
import { ImportStatus } from '../import/ImportStatus.tsx';
import { Facets } from '../search/Facets.tsx';
import { SearchField } from '../search/SearchField.tsx';
import { optionId, openHit, SearchResults } from '../search/SearchResults.tsx';
import { searchWish } from '../search/searchState.ts';
import { useSearch } from '../search/useSearch.ts';
import { ArticleList } from './ArticleList.tsx';
import { EmptyLibrary } from './EmptyLibrary.tsx';
import { IndexStatus } from './IndexStatus.tsx';
import { type ArticlePages, type ArticleSort, useArticlePages } from './useArticlePages.ts';
import styles from './library.module.css';

const RESULTS = 'search-results';
const SORT_LABELS: Record<ArticleSort, string> = {
  added: 'Last added',
  issued: 'Last published',
  title: 'Title',
};

/** Search on top; below it what was found, or all articles. */
export function LibraryPane() {
  const wish = useStore(searchWish);
  const search = useSearch(wish);
  const hits = search.results?.hits ?? [];
  const option = useActiveOption(hits.length, (index) => {
    const hit = hits[index];
    if (hit !== undefined) openHit(hit);
  });
  const { setActive } = option;
  useEffect(() => setActive(-1), [setActive, wish]);
  const searching = wish.text.trim() !== '';
  const listed = searching && hits.length > 0;

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
        <SearchField
          listId={listed ? RESULTS : undefined}
          activeId={listed && option.active >= 0 ? optionId(RESULTS, option.active) : undefined}
          onKeyDown={option.onKeyDown}
        />
        {searching && search.results !== null && <Facets facets={search.results.facets} />}
      </div>
      {searching ? <Found search={search} option={option} /> : <AllArticles />}
      <ImportStatus />
      <IndexStatus />
    </div>
  );
}

function Found({
  search,
  option,
}: {
  search: ReturnType<typeof useSearch>;
  option: ReturnType<typeof useActiveOption>;
}) {
  const { results, error, loading, more } = search;
  if (error !== null)
    return (
      <Empty title="The search failed" role="alert">
        {error.message}
      </Empty>
    );
  if (results === null) return <div className={styles.fill} />;
  return (
    <>
      <output className={styles.count}>{countWords(results.total)}</output>
      {results.hits.length > 0 ? (
        <SearchResults id={RESULTS} hits={results.hits} total={results.total} option={option} more={more} />
      ) : (
        <div className={styles.fill}>
          {!loading && (
            <Empty title="Nothing found">
              <p>No passage has all of these words. Try fewer of them, or another form.</p>
            </Empty>
          )}
        </div>
      )}
    </>
  );
}

function countWords(total: number): string {
  return total === 1 ? '1 passage' : `${total.toLocaleString()} passages, best first`;
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
