import { useEffect, useMemo, useRef } from 'react';
import type { MouseEvent } from 'react';
import { DEFAULT_SETTINGS, setSetting, settings } from '../../app/settings.ts';
import { useStore } from '../../app/store.ts';
import { Splitter } from '../../ui/Splitter.tsx';
import { placeOf } from './articleMenu.ts';
import { LIBRARY_TREE } from './ids.ts';
import { listState } from './libraryState.ts';
import { renaming } from './renaming.ts';
import { structure } from './structure.ts';
import { hasMenu, TreeMenu } from './TreeMenu.tsx';
import { treeMenu } from './treeMenu.ts';
import { TreeRowView } from './TreeRowView.tsx';
import { isListed, treeRows } from './treeRows.ts';
import { bringRowIntoView, useRowsInView } from './useRowsInView.ts';
import { useTreeKeys } from './useTreeKeys.ts';
import styles from './tree.module.css';

/** Height of a row in CSS pixels. */
const ROW = 26;
/** Space below the rows. */
const PADDING = 4;
const MIN_HEIGHT = 100;
const MAX_HEIGHT = 1200;

/** Views, collections and tags: what is chosen here is listed below. Only the rows in view are in the page. */
export function LibraryTree() {
  const box = useRef<HTMLDivElement>(null);
  const known = useStore(structure);
  const collapsed = useStore(settings, (value) => value.collapsed);
  const treeHeight = useStore(settings, (value) => value.treeHeight);
  const { scope } = useStore(listState);
  const typing = useStore(renaming);
  const rows = useMemo(() => treeRows(known, new Set(collapsed), typing), [known, collapsed, typing]);
  const keys = useTreeKeys(rows);
  const { first, last } = useRowsInView(box, rows.length, ROW);

  const { active } = keys;
  const activeKey = rows[active]?.key;
  useEffect(() => {
    if (box.current !== null) bringRowIntoView(box.current, active, ROW);
    // Rows that come and go above it leave the view where it is.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [activeKey]);
  const typedAt = rows.findIndex(({ kind }) => kind === 'new');
  useEffect(() => {
    if (box.current !== null && typedAt >= 0) bringRowIntoView(box.current, typedAt, ROW);
  }, [typedAt]);

  const openMenu = (event: MouseEvent): void => {
    const element = event.target instanceof Element ? event.target.closest('[role=treeitem]') : null;
    const index = element === null ? active : rows.findIndex(({ key }) => rowId(key) === element.id);
    const row = rows[index];
    if (row === undefined) return;
    event.preventDefault();
    if (!hasMenu(row)) return;
    treeMenu.set({ row, at: placeOf(element === null ? document.getElementById(rowId(row.key)) : event) });
  };

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/interactive-supports-focus */}
      <div
        ref={box}
        id={LIBRARY_TREE}
        role="tree"
        tabIndex={0}
        aria-label="Views, collections and tags"
        aria-activedescendant={
          active >= first && active <= last && activeKey !== undefined ? rowId(activeKey) : undefined
        }
        className={styles.tree}
        style={{ maxHeight: `min(${treeHeight}px, 60%)` }}
        onKeyDown={keys.onKeyDown}
        onContextMenu={openMenu}
      >
        <div className={styles.inner} role="presentation" style={{ height: rows.length * ROW }}>
          {rows.slice(first, last + 1).map((row, offset) => (
            <TreeRowView
              key={row.key}
              id={rowId(row.key)}
              row={row}
              top={(first + offset) * ROW}
              active={first + offset === active}
              selected={isListed(row, scope)}
              renaming={typing}
              onChoose={() => keys.choose(row)}
              onMenu={(place) => treeMenu.set({ row, at: placeOf(place) })}
              onTyped={() => box.current?.focus()}
            />
          ))}
        </div>
      </div>
      <Splitter
        label="Height of the views, collections and tags"
        controls={LIBRARY_TREE}
        side="above"
        value={Math.min(treeHeight, rows.length * ROW + PADDING)}
        min={MIN_HEIGHT}
        max={MAX_HEIGHT}
        initial={DEFAULT_SETTINGS.treeHeight}
        onChange={(height) => setSetting('treeHeight', height)}
      />
      <TreeMenu />
    </>
  );
}

function rowId(key: string): string {
  return `tree-${key}`;
}
