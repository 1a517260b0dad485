import { useEffect, useRef, useState } from 'react';
import { useStore } from '../../app/store.ts';
import { openPassage, workspace } from '../../app/workspace.ts';
import { ListBox } from '../../ui/ListBox.tsx';
import { useActiveOption } from '../../ui/useActiveOption.ts';
import { ArticleRow } from './ArticleRow.tsx';
import type { ArticlePages } from './useArticlePages.ts';
import styles from './library.module.css';

/** Height of a row in CSS pixels: every row has the same, so that only those in view need be there. */
const ROW = 68;
const BEYOND = 6;

/** All articles; only the rows in view are in the page. */
export function ArticleList({ pages, total }: { pages: ArticlePages; total: number }) {
  const box = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, height: 800 });
  const shown = useStore(workspace, (state) => state.reader?.articleId);
  const option = useActiveOption(total, (index) => {
    const article = pages.at(index);
    if (article !== undefined) openPassage({ articleId: article.id });
  });

  const first = Math.max(0, Math.floor(view.top / ROW) - BEYOND);
  const last = Math.min(total - 1, Math.ceil((view.top + view.height) / ROW) + BEYOND);
  const { show } = pages;
  useEffect(() => show(first, last), [show, first, last]);

  useEffect(() => {
    const element = box.current;
    if (element === null) return undefined;
    const measure = (): void => setView({ top: element.scrollTop, height: element.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, []);

  useEffect(() => {
    if (box.current !== null && option.active >= 0) bringRowIntoView(box.current, option.active);
  }, [option.active]);

  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_unused, offset) => {
    const index = first + offset;
    const article = pages.at(index);
    return (
      <ArticleRow
        key={index}
        id={`article-${index}`}
        article={article}
        top={index * ROW}
        position={index + 1}
        total={total}
        active={index === option.active}
        shown={article !== undefined && article.id === shown}
        onOpen={() => {
          option.setActive(index);
          if (article !== undefined) openPassage({ articleId: article.id });
        }}
      />
    );
  });

  const activeInView = option.active >= first && option.active <= last;
  return (
    <ListBox
      ref={box}
      label="Articles"
      className={styles.articles}
      activeId={activeInView ? `article-${option.active}` : undefined}
      onKeyDown={option.onKeyDown}
    >
      <div className={styles.articlesInner} role="presentation" style={{ height: total * ROW }}>
        {rows}
      </div>
    </ListBox>
  );
}

/** Scrolls as little as needed; the row itself may not be in the page yet. */
function bringRowIntoView(list: HTMLElement, row: number): void {
  const top = row * ROW;
  if (top < list.scrollTop) list.scrollTop = top;
  else if (top + ROW > list.scrollTop + list.clientHeight) list.scrollTop = top + ROW - list.clientHeight;
}
