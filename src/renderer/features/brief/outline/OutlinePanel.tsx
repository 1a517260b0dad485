import type { Heading } from '#editor/outline/headings.ts';
import type { LexicalEditor, NodeKey } from 'lexical';
import { useEffect, useEffectEvent, useId, useMemo, useRef, useState } from 'react';
import { Keys } from '../../../ui/Keys.tsx';
import type { BriefSession } from '../session.ts';
import { goToHeading } from './jump.ts';
import { OutlineRowView } from './OutlineRowView.tsx';
import { outlineRows } from './outlineRows.ts';
import { useCurrentHeading, useHeadings } from './useHeadings.ts';
import { useOutlineKeys } from './useOutlineKeys.ts';
import { useSectionDrag } from './useSectionDrag.ts';
import styles from './outline.module.css';

/** The headings of the brief: to find one's way, and to put its sections in order. */
export function OutlinePanel({ session: { editor } }: { session: BriefSession }) {
  const headings = useHeadings(editor);
  if (headings === null) return null;
  return headings.length === 0 ? <NoHeadings /> : <Outline editor={editor} headings={headings} />;
}

function NoHeadings() {
  return (
    <div className={styles.empty}>
      <p>The headings of the brief are listed here.</p>
      <p>
        Begin a line with <kbd>#</kbd> and a space, or press <Keys shortcut="Mod+Alt+1" />
      </p>
    </div>
  );
}

function Outline({ editor, headings }: { editor: LexicalEditor; headings: readonly Heading[] }) {
  const tree = useRef<HTMLDivElement>(null);
  const id = useId();
  const [closed, setClosed] = useState<ReadonlySet<NodeKey>>(new Set());
  const [cursor, setCursor] = useState<NodeKey | null>(null);
  const [told, setTold] = useState('');
  const rows = useMemo(() => outlineRows(headings, closed), [headings, closed]);
  const current = useCurrentHeading(editor, headings);
  const drag = useSectionDrag(editor, headings, rows);

  const indexOf = (key: NodeKey | null): number => rows.findIndex(({ heading }) => heading.key === key);
  const active = [cursor, current].map(indexOf).find((index) => index >= 0) ?? 0;
  const activeKey = rows[active]?.heading.key;
  const rowId = (key: NodeKey | undefined): string => `${id}-${key}`;

  const jump = (key: NodeKey): void => {
    setCursor(key);
    goToHeading(editor, key);
  };
  const expand = (key: NodeKey, expanded: boolean): void => {
    const others = [...closed].filter((other) => other !== key);
    setClosed(new Set(expanded ? others : [...others, key]));
  };
  const onKeyDown = useOutlineKeys({
    editor,
    rows,
    active,
    onActive: setCursor,
    onExpand: expand,
    onJump: jump,
    onTold: setTold,
  });

  // The row that the keys act on stays in view, and that of the text where it changes.
  const show = (key: NodeKey | null | undefined): void => {
    document.getElementById(rowId(key ?? undefined))?.scrollIntoView({ block: 'nearest' });
  };
  const bringActive = useEffectEvent(() => show(activeKey));
  const bringCurrent = useEffectEvent(() => {
    if (tree.current?.contains(document.activeElement) === true) return;
    setCursor(null);
    show(current);
  });
  useEffect(() => bringActive(), [activeKey, rows]);
  useEffect(() => bringCurrent(), [current]);

  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex, jsx-a11y/interactive-supports-focus */}
      <div
        ref={tree}
        role="tree"
        tabIndex={0}
        data-panel-focus
        aria-label="Headings"
        aria-activedescendant={rowId(activeKey)}
        aria-keyshortcuts="Alt+Shift+ArrowUp Alt+Shift+ArrowDown Alt+Shift+ArrowLeft Alt+Shift+ArrowRight"
        className={styles.tree}
        onKeyDown={onKeyDown}
        onDrop={drag.drop}
        onDragEnd={drag.end}
      >
        {rows.map((row, index) => (
          <OutlineRowView
            key={row.heading.key}
            id={rowId(row.heading.key)}
            row={row}
            active={index === active}
            current={row.heading.key === current}
            drop={dropMark(drag.gap, index, rows.length)}
            onJump={() => jump(row.heading.key)}
            onExpand={(expanded) => expand(row.heading.key, expanded)}
            onDragStart={(event) => drag.start(event, row)}
            onDragOver={(event) => drag.over(event, index)}
          />
        ))}
      </div>
      <output className="visually-hidden">{told}</output>
    </>
  );
}

function dropMark(gap: number | null, index: number, rows: number): 'before' | 'behind' | null {
  if (gap === index) return 'before';
  return gap === rows && index === rows - 1 ? 'behind' : null;
}
