import { ActiveFilters } from './ActiveFilters.tsx';
import { FilterMenus } from './FilterMenus.tsx';
import { optionId, RESULTS } from './hits.ts';
import { SearchField } from './SearchField.tsx';
import { SearchNotes } from './SearchNotes.tsx';
import type { LibrarySearch } from './useLibrarySearch.ts';

/** The search box and what belongs to it: notes on the answer, and filters. */
export function SearchTop({ library }: { library: LibrarySearch }) {
  const { search, related, rows, cursor, active } = library;
  const listed = active && rows.total > 0;
  const { found } = search;
  return (
    <>
      <SearchField
        listId={listed ? RESULTS : undefined}
        activeId={listed && cursor.active !== null ? optionId(cursor.active) : undefined}
        onKeyDown={cursor.onKeyDown}
      />
      {active && related.text === null && found !== null && (
        <>
          <SearchNotes found={found} />
          <FilterMenus facets={found.facets} />
          <ActiveFilters />
        </>
      )}
    </>
  );
}
