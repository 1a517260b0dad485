import { ChevronRight, Folder, MoreHorizontal, Plus, Tag } from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { classNames } from '../../ui/classNames.ts';
import { startCollectionDrag } from './dragArticles.ts';
import { NameInput } from './NameInput.tsx';
import { createCollection, renameCollection, renameTag } from './organiseActions.ts';
import { type Renaming, renaming as renamingStore, startRename } from './renaming.ts';
import type { TreeRow } from './treeRows.ts';
import { useDropRow } from './useDropRow.ts';
import { setExpanded } from './useTreeKeys.ts';
import { VIEW_ICONS, VIEW_LABELS } from './views.ts';
import { formatCount } from '../../ui/numbers.ts';
import styles from './tree.module.css';

interface TreeRowViewProps {
  id: string;
  row: TreeRow;
  top: number;
  /** The keys act on it. */
  active: boolean;
  /** It is what the list shows. */
  selected: boolean;
  renaming: Renaming | null;
  onChoose: () => void;
  onMenu: (at: MouseEvent) => void;
  /** A name has been typed, or not: the tree takes the focus back. */
  onTyped: () => void;
}

/** One row: a view, a heading, a collection or a tag. */
export function TreeRowView({
  id,
  row,
  top,
  active,
  selected,
  renaming,
  onChoose,
  onMenu,
  onTyped,
}: TreeRowViewProps) {
  const { over, handlers } = useDropRow(row);
  const isHeading = row.kind === 'section';
  const toggle = (): void => setExpanded(row.key, row.expanded === false);
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- The tree has the keys.
    <div
      id={id}
      role="treeitem"
      aria-level={row.level}
      aria-posinset={row.position}
      aria-setsize={row.siblings}
      aria-selected={selected}
      aria-expanded={row.expanded}
      className={classNames(
        styles.row,
        isHeading && styles.heading,
        active && styles.active,
        over && styles.over,
      )}
      style={{ top, paddingInlineStart: isHeading ? 6 : 6 + Math.min(row.level - 1, 8) * 14 }}
      draggable={row.kind === 'collection' && renaming === null}
      onClick={isHeading ? toggle : onChoose}
      onDragStart={(event) => {
        if (row.kind === 'collection')
          startCollectionDrag(event, row.node.collection.id, row.node.collection.name);
      }}
      {...handlers}
    >
      <Chevron row={row} onToggle={toggle} />
      <RowContent row={row} renaming={renaming} onTyped={onTyped} onMenu={onMenu} />
    </div>
  );
}

/** For the pointer only; the keys are the arrows. */
function Chevron({ row, onToggle }: { row: TreeRow; onToggle: () => void }) {
  if (row.level === 1 && row.kind !== 'section') return null;
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <span
      aria-hidden
      className={classNames(styles.chevron, row.expanded === true && styles.open)}
      onClick={(event) => {
        if (row.expanded === undefined) return;
        event.stopPropagation();
        onToggle();
      }}
    >
      {row.expanded !== undefined && <ChevronRight size={13} />}
    </span>
  );
}

function RowContent({
  row,
  renaming,
  onTyped,
  onMenu,
}: Pick<TreeRowViewProps, 'row' | 'renaming' | 'onTyped' | 'onMenu'>) {
  const typed = (save: (name: string) => Promise<unknown>, before: string) => (name: string | null) => {
    renamingStore.set(null);
    onTyped();
    if (name !== null && name !== before) void save(name);
  };
  if (row.kind === 'new') {
    const make = (name: string): Promise<unknown> => createCollection(name, row.parentId);
    return (
      <>
        <Folder size={14} aria-hidden />
        <NameInput label="Name of the new collection" value="" onDone={typed(make, '')} />
      </>
    );
  }
  if (row.kind === 'section')
    return (
      <>
        <span className={styles.label}>{row.section === 'collections' ? 'Collections' : 'Tags'}</span>
        {row.section === 'collections' && (
          <PointerButton title="New collection" onClick={() => startRename({ kind: 'new', parentId: null })}>
            <Plus size={14} />
          </PointerButton>
        )}
      </>
    );
  if (row.kind === 'view') {
    const Icon = VIEW_ICONS[row.view];
    return (
      <Named icon={<Icon size={14} aria-hidden />} name={VIEW_LABELS[row.view]} count={row.count ?? 0} />
    );
  }
  const isTag = row.kind === 'tag';
  const { id, name, count } = isTag ? row.tag : row.node.collection;
  const icon = isTag ? <Tag size={13} aria-hidden /> : <Folder size={14} aria-hidden />;
  if (renaming?.kind === row.kind && renaming.id === id)
    return (
      <>
        {icon}
        <NameInput
          label={isTag ? 'Name of the tag' : 'Name of the collection'}
          value={name}
          onDone={typed((next) => (isTag ? renameTag(id, next) : renameCollection(id, next)), name)}
        />
      </>
    );
  return (
    <>
      <Named icon={icon} name={name} count={count} />
      <PointerButton title="More" onClick={onMenu}>
        <MoreHorizontal size={14} />
      </PointerButton>
    </>
  );
}

function Named({ icon, name, count }: { icon: ReactNode; name: string; count: number }) {
  return (
    <>
      {icon}
      <span className={styles.label} title={name} dir="auto">
        {name}
      </span>
      {count > 0 && <span className={styles.count}>{formatCount(count)}</span>}
    </>
  );
}

/** A button for the pointer only: what it does is in the menu of the row, and has a command. */
function PointerButton({
  title,
  onClick,
  children,
}: {
  title: string;
  onClick: (event: MouseEvent) => void;
  children: ReactNode;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <span
      aria-hidden
      title={title}
      className={styles.more}
      onClick={(event) => {
        event.stopPropagation();
        onClick(event);
      }}
    >
      {children}
    </span>
  );
}
