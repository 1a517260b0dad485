import { type DragEvent, type MouseEvent, useEffect, useLayoutEffect, useRef } from 'react';
import type { ArticleSummary } from '#domain/article.ts';
import { useStore } from '../../app/store.ts';
import { workspace } from '../../app/workspace.ts';
import { ListBox } from '../../ui/ListBox.tsx';
import { ArticleRow } from './ArticleRow.tsx';
import { openArticleMenu } from './articleMenu.ts';
import { startArticleDrag } from './dragArticles.ts';
import { ARTICLE_LIST, LIBRARY_TREE } from './ids.ts';
import { isSelected, listState, selectedCount, selection } from './libraryState.ts';
import { countArticles } from './organiseActions.ts';
import type { ArticlePages } from './useArticlePages.ts';
import { useListKeys } from './useListKeys.ts';
import { bringRowIntoView, useRowsInView } from './useRowsInView.ts';
import styles from './articles.module.css';

/** Height of a row in CSS pixels: every row has the same, so that only those in view need be there. */
const ROW = 68;

interface ArticleListProps {
  pages: ArticlePages;
  /** Null while it is on its way. */
  total: number | null;
  label: string;
}

/** A part of the library; only the rows in view are in the page. */
export function ArticleList({ pages, total: known, label }: ArticleListProps) {
  const total = known ?? 0;
  const box = useRef<HTMLDivElement>(null);
  const shown = useStore(workspace, (state) => state.reader?.articleId);
  const selected = useStore(selection);
  const sort = useStore(listState, (state) => state.sort);
  const keys = useListKeys(total, (index) => pages.at(index)?.id);
  const { first, last } = useRowsInView(box, total, ROW);
  const { show } = pages;
  useEffect(() => {
    if (last >= first) show(first, last);
  }, [show, first, last]);
  // A list that turns out to be empty gives the focus back.
  useLayoutEffect(
    () => () => {
      if (document.activeElement?.id === ARTICLE_LIST) document.getElementById(LIBRARY_TREE)?.focus();
    },
    [],
  );

  const { active } = keys;
  useEffect(() => {
    if (box.current !== null && active >= 0) bringRowIntoView(box.current, active, ROW);
  }, [active]);

  const drag = (index: number, article: ArticleSummary, event: DragEvent): void => {
    keys.pointAt(index, article.id);
    const count = selectedCount(selection.get(), total);
    startArticleDrag(event, count === 1 ? article.title : countArticles(count));
  };
  const openMenu = (event: MouseEvent): void => {
    event.preventDefault();
    const row = event.target instanceof Element ? event.target.closest('[role=option]') : null;
    const index = row === null ? active : Number(row.getAttribute('aria-posinset')) - 1;
    const article = pages.at(index);
    if (article === undefined) return;
    keys.pointAt(index, article.id);
    openArticleMenu(article, row === null ? document.getElementById(rowId(index)) : event);
  };

  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_unused, offset) => {
    const index = first + offset;
    const article = pages.at(index);
    return (
      <ArticleRow
        key={index}
        id={rowId(index)}
        article={article}
        sort={sort}
        top={index * ROW}
        position={index + 1}
        total={total}
        active={index === active}
        selected={article !== undefined && isSelected(selected, article.id)}
        shown={article !== undefined && article.id === shown}
        onClick={(event) => article !== undefined && keys.onClick(index, article.id, event)}
        onDragStart={(event) => article !== undefined && drag(index, article, event)}
      />
    );
  });

  return (
    <ListBox
      ref={box}
      id={ARTICLE_LIST}
      label={label}
      className={styles.articles}
      aria-multiselectable
      aria-busy={known === null}
      activeId={active >= first && active <= last ? rowId(active) : undefined}
      onKeyDown={keys.onKeyDown}
      onContextMenu={openMenu}
    >
      <div className={styles.articlesInner} role="presentation" style={{ height: total * ROW }}>
        {rows}
      </div>
    </ListBox>
  );
}

function rowId(index: number): string {
  return `article-${index}`;
}
