import { useEffect, useMemo, useRef } from 'react';
import { useOperation } from '../../api/useOperation.ts';
import { openLink } from '../../app/host.ts';
import { openPassage, type ReaderTarget } from '../../app/workspace.ts';
import { Empty } from '../../ui/Empty.tsx';
import { ArticleBody } from './ArticleBody.tsx';
import { ArticleHeader } from './ArticleHeader.tsx';
import { copyFromReader } from './copy.ts';
import { ArticleFindBar } from './find/ArticleFindBar.tsx';
import { dragSelection } from './passageDrag.ts';
import { HighlightLayer } from './HighlightLayer.tsx';
import { usePassageKeys } from './passageKeys.ts';
import { NoText } from './NoText.tsx';
import { clearPassage, showPassage } from './passageMarks.ts';
import { ReaderPanel } from './ReaderPanel.tsx';
import type { ReaderSource } from './readerSelection.ts';
import { READER_TEXT } from './readerState.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { useReaderSelection } from './useReaderSelection.ts';
import { VersionLine } from './VersionLine.tsx';
import styles from './reader.module.css';

/** One version of an article: its head, its text with what was marked in it, and what belongs to it below. */
export function ArticleView({ target }: { target: ReaderTarget }) {
  const { versionId } = target;
  const text = useOperation('articles.get', { id: target.articleId, ...(versionId && { versionId }) });
  const { data: article, error } = text;
  // What was merged into another article since is shown as that one.
  const articleId = article?.id ?? target.articleId;
  // Metadata changes often and is small; the text of a version never changes.
  const { data: summaries } = useOperation('articles.summaries', { ids: [articleId] }, ['articles.changed']);
  const shownVersion = versionId ?? article?.versionId;
  const { data: highlights } = useOperation(
    'highlights.list',
    shownVersion === undefined ? null : { articleId, versionId: shownVersion },
    ['annotations.changed'],
  );
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const summary = summaries?.find(({ id }) => id === articleId) ?? article;
  const content = article?.content ?? null;

  const source = useMemo<ReaderSource | null>(
    () =>
      content === null || shownVersion === undefined ? null : { articleId, versionId: shownVersion, content },
    [articleId, shownVersion, content],
  );
  const place = useReaderSelection(body, source);
  usePassageKeys(scroller, body, content !== null);
  const onLatest = (): void => {
    openPassage({ articleId });
    // The text was the latest when it was opened: another has come since.
    if (versionId === undefined) text.reload();
  };

  // A text that was taken back is shown no longer; one that has come since is only offered.
  const isGone = versionId === undefined && (summary?.versionId ?? 0) < (article?.versionId ?? 0);
  const { reload } = text;
  useEffect(() => {
    if (isGone) reload();
  }, [isGone, reload]);

  useEffect(() => {
    if (content === null || body.current === null) return undefined;
    if (target.range === undefined && target.matches === undefined) {
      clearPassage();
      scroller.current?.scrollTo(0, 0);
    } else showPassage(body.current, target);
    return clearPassage;
  }, [content, target]);

  if (error !== null && article === null)
    return (
      <Empty title="This article cannot be shown" role="alert">
        {error.message}
      </Empty>
    );
  if (article === null || summary === null || source === null)
    return <div className={styles.scroller} aria-busy />;
  return (
    <>
      <ArticleFindBar text={article.content.text} body={body} scroller={scroller} />
      <section
        ref={scroller}
        id={READER_TEXT}
        className={styles.scroller}
        // It scrolls, and its passages are selected by keys.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label={`Text of ${summary.title}`}
      >
        <article className={styles.article}>
          <ArticleHeader article={summary} onLink={openLink}>
            <VersionLine articleId={articleId} shown={source.versionId} onLatest={onLatest} />
          </ArticleHeader>
          {article.content.text === '' && <NoText articleId={articleId} onAttached={onLatest} />}
          <div
            ref={body}
            onCopy={(event) => copyFromReader(event, article.content.text)}
            onDragStart={dragSelection}
          >
            <ArticleBody content={article.content} language={summary.csl.language} onLink={openLink} />
          </div>
        </article>
      </section>
      <HighlightLayer body={body} source={source} highlights={highlights} />
      <ReaderPanel
        articleId={articleId}
        language={summary.csl.language}
        versionId={source.versionId}
        latest={source.versionId === summary.versionId}
        highlights={highlights}
      />
      {place !== null && <SelectionBar place={place} within={scroller} />}
    </>
  );
}
