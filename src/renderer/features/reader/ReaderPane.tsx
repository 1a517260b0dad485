import { Asterisk, BookOpenText, Info } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useOperation } from '../../api/useOperation.ts';
import { shortcutOf } from '../../app/commandInfo.ts';
import { openLink } from '../../app/host.ts';
import { useStore } from '../../app/store.ts';
import { openPassage, type ReaderTarget, showDialog, workspace } from '../../app/workspace.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { ArticleBody } from './ArticleBody.tsx';
import { ArticleHeader } from './ArticleHeader.tsx';
import { citeArticle } from './citeActions.ts';
import { copyFromReader } from './copy.ts';
import { usePassageKeys } from './passageKeys.ts';
import { clearPassage, showPassage } from './passageMarks.ts';
import { SelectionBar } from './SelectionBar.tsx';
import { useReaderSelection } from './useReaderSelection.ts';
import styles from './reader.module.css';

/** Id of the scrolled text, so that a command can move the focus to it. */
export const READER_TEXT = 'reader-text';

/** The article that was opened last, at the passage asked for. */
export function ReaderPane() {
  const target = useStore(workspace, (state) => state.reader);
  return (
    <div className={styles.pane}>
      <div className={styles.tools}>
        <h2>Reader</h2>
        {target !== null && (
          <>
            <Button kind="quiet" icon={Asterisk} onClick={() => void citeArticle(target.articleId)}>
              Cite article
            </Button>
            <IconButton
              icon={Info}
              label="Details of this article"
              shortcut={shortcutOf('article.details')}
              onClick={() => showDialog('details')}
            />
          </>
        )}
      </div>
      {target === null ? (
        <Empty title="Nothing to read yet" icon={BookOpenText}>
          <p>Open an article or a passage from the library. Select words in it to quote or cite them.</p>
        </Empty>
      ) : (
        <ArticleView key={`${target.articleId}-${target.versionId ?? ''}`} target={target} />
      )}
    </div>
  );
}

function ArticleView({ target }: { target: ReaderTarget }) {
  const { articleId, versionId } = target;
  const { data: article, error } = useOperation('articles.get', {
    id: articleId,
    ...(versionId && { versionId }),
  });
  // Metadata changes often and is small; the text of a version never changes.
  const { data: summaries } = useOperation('articles.summaries', { ids: [articleId] }, ['articles.changed']);
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const current = article;
  const summary = summaries?.find(({ id }) => id === articleId) ?? current;
  const content = current?.content ?? null;
  const latest = summary?.versionId;
  const shownVersion = versionId ?? current?.versionId;

  const source = useMemo(
    () =>
      content === null || shownVersion === undefined
        ? null
        : { articleId, versionId: shownVersion, text: content.text },
    [articleId, shownVersion, content],
  );
  const place = useReaderSelection(body, source);
  usePassageKeys(scroller, body, content !== null);
  const onLatest = useCallback(() => openPassage({ articleId }), [articleId]);

  useEffect(() => {
    if (content === null || body.current === null) return undefined;
    if (target.range === undefined && target.matches === undefined) {
      clearPassage();
      scroller.current?.scrollTo(0, 0);
    } else showPassage(body.current, target);
    return clearPassage;
  }, [content, target]);

  if (error !== null && current === null)
    return (
      <Empty title="This article cannot be shown" role="alert">
        {error.message}
      </Empty>
    );
  if (current === null || summary === null) return <div className={styles.scroller} aria-busy />;
  return (
    <>
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
          <ArticleHeader
            article={summary}
            earlier={versionId !== undefined && latest !== undefined && versionId !== latest}
            onLatest={onLatest}
            onLink={openLink}
          />
          <div ref={body} onCopy={(event) => copyFromReader(event, current.content.text)}>
            <ArticleBody content={current.content} language={summary.csl.language} onLink={openLink} />
          </div>
        </article>
      </section>
      {place !== null && <SelectionBar place={place} within={scroller} />}
    </>
  );
}
