import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { DuplicatePair } from '#contract/duplicates.ts';
import { type ArticleSummary, publicationName } from '#domain/article.ts';
import { client } from '../../api/client.ts';
import { useOperation } from '../../api/useOperation.ts';
import { openPassage, workspace } from '../../app/workspace.ts';
import { Button } from '../../ui/Button.tsx';
import { classNames } from '../../ui/classNames.ts';
import { formatCslDate, formatIsoDate } from '../../ui/dates.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { change } from '../library/organiseActions.ts';
import { ComparedWords } from '../../ui/ComparedWords.tsx';
import { type ComparedBlock, compareTexts } from '../reader/compare.ts';
import { formatCount } from '../../ui/numbers.ts';
import styles from './duplicates.module.css';

type Decision = 'keep' | 'merge' | 'version';

/** Pairs of articles that may be one, side by side, one pair after the other. */
export function DuplicatesDialog({ onClose }: { onClose: () => void }) {
  const [at, setAt] = useState(0);
  const { data, error } = useOperation('duplicates.list', { offset: at, limit: 1 }, ['duplicates.changed']);
  const [kept, setKept] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const pair = data?.pairs[0];
  const total = data?.total ?? 0;
  const keptId = pair?.articles.find(({ id }) => id === kept)?.id ?? pair?.articles[0].id;

  // The last pair is decided, and earlier ones are left.
  useEffect(() => {
    if (total > 0 && at >= total) setAt(total - 1);
  }, [at, total]);

  const decide = async (decision: Decision): Promise<void> => {
    if (pair === undefined || keptId === undefined || busy) return;
    setBusy(true);
    const decided = await change(
      async () => {
        const { undo } = await client.call('duplicates.resolve', {
          id: pair.id,
          decision,
          articleId: keptId,
        });
        return { changed: 2, undo };
      },
      () => (decision === 'keep' ? 'Both articles stay' : 'The two articles are one now'),
      'The two were left as they are',
    );
    setBusy(false);
    const gone = pair.articles.find(({ id }) => id !== keptId)!.id;
    if (decided && decision !== 'keep' && workspace.get().reader?.articleId === gone)
      openPassage({ articleId: keptId });
  };

  const decideByKey = useEffectEvent((event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const decision = ({ m: 'merge', v: 'version', k: 'keep' } as const)[event.key.toLowerCase()];
    if (decision === undefined) return;
    event.preventDefault();
    void decide(decision);
  });
  useEffect(() => {
    // Wherever in the dialog the focus is: it has no field to type in.
    const onKeyDown = (event: KeyboardEvent): void => decideByKey(event);
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <Modal
      title={total > 1 ? `Possible duplicates: ${at + 1} of ${total}` : 'Possible duplicates'}
      size="full"
      onClose={onClose}
      tools={
        total > 1 ? (
          <>
            <Button kind="quiet" disabled={at === 0} onClick={() => setAt(at - 1)}>
              Previous
            </Button>
            <Button kind="quiet" disabled={at + 1 >= total} onClick={() => setAt(at + 1)}>
              Next
            </Button>
          </>
        ) : undefined
      }
      footer={
        pair === undefined ? (
          <Button onClick={onClose}>Done</Button>
        ) : (
          <>
            <span className={styles.hint}>
              Quotes, citations, highlights, tags and collections of both are kept.
            </span>
            <Button disabled={busy} onClick={() => void decide('keep')} aria-keyshortcuts="K">
              <span>
                <u>K</u>eep both
              </span>
            </Button>
            <Button disabled={busy} onClick={() => void decide('version')} aria-keyshortcuts="V">
              <span>
                Merge as new <u>v</u>ersion
              </span>
            </Button>
            <Button kind="primary" disabled={busy} onClick={() => void decide('merge')} aria-keyshortcuts="M">
              <span>
                <u>M</u>erge
              </span>
            </Button>
          </>
        )
      }
    >
      {error !== null && <Empty title="The pairs cannot be shown">{error.message}</Empty>}
      {data !== null && total === 0 && <Empty title="No possible duplicates are left" />}
      {pair !== undefined && <Pair key={pair.id} pair={pair} keptId={keptId} onKeep={setKept} />}
    </Modal>
  );
}

interface PairProps {
  pair: DuplicatePair;
  keptId: number | undefined;
  onKeep: (id: number) => void;
}

function Pair({ pair, keptId, onKeep }: PairProps) {
  const [first, second] = pair.articles;
  const { data: before } = useOperation('articles.get', { id: first.id });
  const { data: after } = useOperation('articles.get', { id: second.id });
  const blocks = useMemo(
    () => (before === null || after === null ? null : compareTexts(before.content, after.content)),
    [before, after],
  );
  const percent = Math.round(pair.similarity * 100);
  return (
    <div className={styles.pair}>
      <p className={styles.why}>
        {pair.reason === 'address'
          ? `Both have the same address; ${percent}% of their words are the same.`
          : `Their texts are ${percent}% the same.`}
      </p>
      <fieldset className={styles.heads}>
        <legend>Which one stays</legend>
        {pair.articles.map((article) => (
          <Head
            key={article.id}
            article={article}
            kept={article.id === keptId}
            onKeep={() => onKeep(article.id)}
          />
        ))}
      </fieldset>
      {blocks !== null && <SideBySide blocks={blocks} />}
    </div>
  );
}

function Head({ article, kept, onKeep }: { article: ArticleSummary; kept: boolean; onKeep: () => void }) {
  const { csl } = article;
  const facts = [
    publicationName(article),
    csl.issued === undefined ? null : formatCslDate(csl.issued),
    article.words === 0 ? 'no text' : `${formatCount(article.words)} words`,
    `added ${formatIsoDate(article.addedAt.slice(0, 10))}`,
  ];
  return (
    <label className={classNames(styles.head, kept && styles.kept)}>
      <input type="radio" name="kept" checked={kept} onChange={onKeep} />
      <span>
        <strong>{article.title}</strong>
        <span className={styles.facts}>{facts.filter((fact) => fact !== null).join(' · ')}</span>
        {csl.URL !== undefined && <span className={styles.facts}>{csl.URL}</span>}
        <span className={styles.facts}>{kept ? 'Its details stay' : 'Fills in what the other lacks'}</span>
      </span>
    </label>
  );
}

/** Row by row: what the one has on the left, what the other has on the right. */
function SideBySide({ blocks }: { blocks: readonly ComparedBlock[] }) {
  return (
    <div className={styles.texts}>
      {blocks.map((block, index) => {
        // Paragraphs have no identity but their place.
        const key = index;
        return (
          <div key={key} className={styles.row}>
            <p dir="auto">
              <ComparedWords parts={block.parts} without="added" />
            </p>
            <p dir="auto">
              <ComparedWords parts={block.parts} without="removed" />
            </p>
          </div>
        );
      })}
    </div>
  );
}
