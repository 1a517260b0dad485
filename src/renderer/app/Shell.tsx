import { useEffect, useState } from 'react';
import { BriefPane } from '../features/brief/BriefPane.tsx';
import { BriefsHome } from '../features/briefs/BriefsHome.tsx';
import { DropTarget } from '../features/import/DropTarget.tsx';
import { LibraryPane } from '../features/library/LibraryPane.tsx';
import { ReaderPane } from '../features/reader/ReaderPane.tsx';
import { classNames } from '../ui/classNames.ts';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { Splitter } from '../ui/Splitter.tsx';
import { ConnectionBanner } from './ConnectionBanner.tsx';
import { Dialogs } from './Dialogs.tsx';
import { focusMode } from './focusMode.ts';
import { LIBRARY_MIN, layoutPanes, READER_MIN } from './layout.ts';
import { PANES } from './panes.ts';
import { DEFAULT_SETTINGS, setSetting, settings } from './settings.ts';
import { useStore } from './store.ts';
import { TopBar } from './TopBar.tsx';
import { workspace } from './workspace.ts';
import styles from './shell.module.css';

/** The window: a bar on top, three panes, and the dialog over them. */
export function Shell() {
  const { briefId, showLibrary, showReader } = useStore(workspace);
  const { libraryWidth, readerWidth } = useStore(settings);
  const focus = useStore(focusMode) && briefId !== null;
  const windowWidth = useWindowWidth();
  const layout = layoutPanes(windowWidth, { showLibrary, showReader, libraryWidth, readerWidth });

  return (
    <div className={styles.shell} data-focus={focus || undefined}>
      <ConnectionBanner />
      <TopBar />
      <div className={styles.panes}>
        {showLibrary && (
          <section
            id={PANES.library}
            className={styles.library}
            aria-label="Library"
            style={{ width: layout.library }}
          >
            <div className={styles.inner}>
              <ErrorBoundary name="The library">
                <LibraryPane />
              </ErrorBoundary>
            </div>
            <Splitter
              label="Width of the library"
              controls={PANES.library}
              side="left"
              value={layout.library}
              min={LIBRARY_MIN}
              max={layout.libraryMax}
              initial={DEFAULT_SETTINGS.libraryWidth}
              onChange={(width) => setSetting('libraryWidth', width)}
            />
          </section>
        )}
        <main id={PANES.brief} className={styles.brief} tabIndex={-1}>
          <ErrorBoundary key={briefId} name="The brief">
            {briefId === null ? <BriefsHome /> : <BriefPane briefId={briefId} />}
          </ErrorBoundary>
        </main>
        {showReader && (
          <section
            id={PANES.reader}
            className={classNames(styles.reader, layout.readerFloats && styles.floating)}
            aria-label="Reader"
            tabIndex={-1}
            style={{ width: layout.reader }}
          >
            <Splitter
              label="Width of the reader"
              controls={PANES.reader}
              side="right"
              value={layout.reader}
              min={READER_MIN}
              max={layout.readerMax}
              initial={DEFAULT_SETTINGS.readerWidth}
              onChange={(width) => setSetting('readerWidth', width)}
            />
            <div className={styles.inner}>
              <ErrorBoundary name="The reader">
                <ReaderPane />
              </ErrorBoundary>
            </div>
          </section>
        )}
      </div>
      <Dialogs />
      <DropTarget />
    </div>
  );
}

function useWindowWidth(): number {
  const [width, setWidth] = useState(window.innerWidth);
  useEffect(() => {
    const measure = (): void => setWidth(window.innerWidth);
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return width;
}
