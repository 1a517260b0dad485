import type { PassageHit } from '#contract/search.ts';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useOperation } from '../../../api/useOperation.ts';
import { useStore } from '../../../app/store.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatCount } from '../../../ui/numbers.ts';
import { useSearchStatus } from '../../search/useSearchStatus.ts';
import type { BriefSession } from '../session.ts';
import { isQuotedIn } from './quoted.ts';
import { RelatedList } from './RelatedList.tsx';
import { useTopic } from './useTopic.ts';
import styles from './related.module.css';

/** Passages asked for, and shown at most. */
const ASKED = 16;
const SHOWN = 10;
/** Longest text that is asked about, in UTF-16 units; the most telling words are taken of it. */
const LONGEST = 20_000;

/** What the library holds about the sentence that is being written. */
export function RelatedPanel({ session: { editor, settings } }: { session: BriefSession }) {
  const language = useStore(settings.current, (current) => current.language);
  const topic = useTopic(editor, language);
  const asked =
    topic === null
      ? null
      : { text: topic.text.slice(0, LONGEST), excludeArticleIds: topic.cited, limit: ASKED };
  const { data, error, loading, reload } = useOperation('search.related', asked);
  const status = useSearchStatus();
  const building = status !== null && status.state === 'building';
  const before = useRef(building);
  useEffect(() => {
    if (before.current && !building) reload();
    before.current = building;
  }, [building, reload]);
  const hits = useMemo(() => leftOf(data?.hits ?? [], topic?.text ?? ''), [data, topic]);

  if (topic === null)
    return (
      <Note>Write a sentence: what the library holds about it is listed here, to be quoted or cited.</Note>
    );
  if (error !== null && !loading)
    return (
      <Note>
        <span role="alert">The library could not be asked. {error.message}</span>
        <Button onClick={reload}>Ask again</Button>
      </Note>
    );
  return (
    <>
      <p className={styles.about} title={topic.text}>
        <span>{topic.text}</span>
      </p>
      {building && (
        <p className={styles.building}>
          The index is being built: {formatCount(status.indexed)} of {formatCount(status.total)} articles are
          in it.
        </p>
      )}
      {hits.length > 0 ? (
        <RelatedList editor={editor} hits={hits} block={topic.block} waiting={loading} />
      ) : (
        <Note>{loading ? 'Looking…' : 'The library holds nothing else about this.'}</Note>
      )}
    </>
  );
}

/** Without what the sentence quotes already. */
function leftOf(hits: readonly PassageHit[], text: string): PassageHit[] {
  return hits.filter(({ excerpt }) => !isQuotedIn(text, excerpt)).slice(0, SHOWN);
}

function Note({ children }: { children: ReactNode }) {
  return <div className={styles.note}>{children}</div>;
}
