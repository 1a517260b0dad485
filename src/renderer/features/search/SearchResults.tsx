import { Empty } from '../../ui/Empty.tsx';
import { FoundHead } from './FoundHead.tsx';
import { NothingFound } from './NothingFound.tsx';
import { RelatedHead } from './RelatedHead.tsx';
import { ResultsList } from './ResultsList.tsx';
import type { LibrarySearch } from './useLibrarySearch.ts';
import styles from './found.module.css';

/** What was found, or why there is nothing. */
export function SearchResults({ library }: { library: LibrarySearch }) {
  const { related } = library;
  return related.text === null ? (
    <Found library={library} />
  ) : (
    <RelatedFound library={library} text={related.text} />
  );
}

function Found({ library: { search, rows, group, cursor, open } }: { library: LibrarySearch }) {
  const { found, error, loading } = search;
  if (error !== null)
    return (
      <div className={styles.fill}>
        <Empty title="The search failed" role="alert">
          {error.message}
        </Empty>
      </div>
    );
  if (found === null) return <div className={styles.fill} />;
  return (
    <>
      <FoundHead found={found} />
      {found.total > 0 ? (
        <ResultsList
          key={`${rows.generation} ${group}`}
          label={group === 'article' ? 'Articles found' : 'Passages found'}
          rows={rows}
          group={group}
          cursor={cursor}
          onOpen={open}
        />
      ) : (
        <div className={styles.fill}>{!loading && <NothingFound found={found} />}</div>
      )}
    </>
  );
}

function RelatedFound({ library, text }: { library: LibrarySearch; text: string }) {
  const { related, cursor, open } = library;
  return (
    <>
      <RelatedHead text={text} />
      {related.error !== null && (
        <Empty title="The search failed" role="alert">
          {related.error.message}
        </Empty>
      )}
      {related.rows !== null && related.rows.total > 0 && (
        <ResultsList
          key={related.rows.generation}
          label="Related passages"
          rows={related.rows}
          group="passage"
          cursor={cursor}
          onOpen={open}
        />
      )}
      {related.rows?.total === 0 && (
        <div className={styles.fill}>
          <Empty title="Nothing related">
            <p>
              No other article has a passage that shares telling words with this one. A longer passage may
              find more.
            </p>
          </Empty>
        </div>
      )}
    </>
  );
}
