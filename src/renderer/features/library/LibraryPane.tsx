import { ClipboardPaste, FolderInput, ListTree } from 'lucide-react';
import { memo } from 'react';
import { runCommand } from '../../app/commands.ts';
import { shortcutOf } from '../../app/commandInfo.ts';
import { settings } from '../../app/settings.ts';
import { useStore } from '../../app/store.ts';
import { IconButton } from '../../ui/Button.tsx';
import { ImportStatus } from '../import/ImportStatus.tsx';
import { SearchResults } from '../search/SearchResults.tsx';
import { SearchTop } from '../search/SearchTop.tsx';
import { useLibrarySearch } from '../search/useLibrarySearch.ts';
import { Browse } from './Browse.tsx';
import { IndexStatus } from './IndexStatus.tsx';
import { LibraryTree } from './LibraryTree.tsx';
import { structure } from './structure.ts';
import styles from './library.module.css';

/** Search on top; below it what was found, or the part of the library that is chosen in the tree. */
export function LibraryPane() {
  const library = useLibrarySearch();
  const showTree = useStore(settings, (value) => value.showLibraryTree);
  const filled = useStore(
    structure,
    ({ counts, collections }) => (counts?.all ?? 0) + (counts?.trash ?? 0) + collections.length > 0,
  );

  return (
    <div className={styles.pane}>
      <div className={styles.top}>
        <Heading filled={filled} searching={library.active} />
        <SearchTop library={library} />
      </div>
      {!library.active && showTree && filled && <LibraryTree />}
      {library.active ? <SearchResults library={library} /> : <Browse />}
      {/* What comes and goes stands above: the buttons of an import must not move under the pointer. */}
      <IndexStatus />
      <ImportStatus />
    </div>
  );
}

/** Stays as it is while the analyst types into the search box. */
const Heading = memo(function Heading({ filled, searching }: { filled: boolean; searching: boolean }) {
  const showTree = useStore(settings, (value) => value.showLibraryTree);
  return (
    <div className={styles.heading}>
      <h2>Library</h2>
      {filled && !searching && (
        <IconButton
          icon={ListTree}
          label={`${showTree ? 'Hide' : 'Show'} views, collections and tags`}
          aria-expanded={showTree}
          onClick={() => runCommand('library.toggleTree')}
        />
      )}
      <IconButton
        icon={ClipboardPaste}
        label="Paste an article"
        shortcut={shortcutOf('library.paste')}
        onClick={() => runCommand('library.paste')}
      />
      <IconButton
        icon={FolderInput}
        label="Import files"
        shortcut={shortcutOf('library.import')}
        onClick={() => runCommand('library.import')}
      />
    </div>
  );
});
