import { useEffect, useRef } from 'react';
import type { PassageHit } from '#contract/search.ts';
import { useStore } from '../../app/store.ts';
import { openPassage, workspace } from '../../app/workspace.ts';
import { classNames } from '../../ui/classNames.ts';
import { formatIsoDate } from '../../ui/dates.ts';
import { Highlighted } from '../../ui/Highlighted.tsx';
import { ListBox, ListOption } from '../../ui/ListBox.tsx';
import type { ActiveOption } from '../../ui/useActiveOption.ts';
import styles from './search.module.css';

/** Shows the passage in the reader, with the words that were found. */
export function openHit(hit: PassageHit): void {
  openPassage({
    articleId: hit.articleId,
    versionId: hit.versionId,
    range: { start: hit.start, end: hit.end },
    matches: hit.matches,
  });
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}

interface SearchResultsProps {
  id: string;
  hits: PassageHit[];
  total: number;
  option: ActiveOption;
  more: () => void;
}

/** Passages, best first. The next page comes when the end is near. */
export function SearchResults({ id, hits, total, option, more }: SearchResultsProps) {
  const end = useRef<HTMLDivElement>(null);
  const shown = useStore(workspace, (state) => state.reader);

  useEffect(() => {
    if (end.current === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => entries.some((entry) => entry.isIntersecting) && more(),
      // A margin counts only for the element that scrolls.
      { root: end.current.parentElement, rootMargin: '600px' },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [more]);

  useEffect(() => {
    if (option.active >= 0)
      document.getElementById(optionId(id, option.active))?.scrollIntoView({ block: 'nearest' });
  }, [id, option.active]);

  return (
    <div className={styles.scroll}>
      <ListBox
        id={id}
        label="Passages found"
        className={styles.hits}
        activeId={option.active < 0 ? undefined : optionId(id, option.active)}
        onKeyDown={option.onKeyDown}
      >
        {hits.map((hit, index) => (
          <ListOption
            key={`${hit.versionId}-${hit.start}`}
            id={optionId(id, index)}
            active={index === option.active}
            position={index + 1}
            total={total}
            className={classNames(
              styles.hit,
              shown?.articleId === hit.articleId && shown.range?.start === hit.start && styles.shown,
            )}
            onOpen={() => {
              option.setActive(index);
              openHit(hit);
            }}
          >
            <div className={styles.hitTitle}>{hit.title}</div>
            <p className={styles.excerpt} dir="auto">
              <Highlighted text={hit.excerpt} ranges={hit.highlights} />
            </p>
            <div className={styles.hitSource}>
              {[hit.publication, hit.issued === null ? null : formatIsoDate(hit.issued)]
                .filter((part) => part !== null)
                .join(' · ')}
            </div>
          </ListOption>
        ))}
      </ListBox>
      <div ref={end} />
    </div>
  );
}
