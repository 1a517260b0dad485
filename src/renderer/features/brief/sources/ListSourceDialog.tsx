import { useState } from 'react';
import { useOperation } from '../../../api/useOperation.ts';
import { useStore } from '../../../app/store.ts';
import { FilterDialog } from '../../../ui/FilterDialog.tsx';
import type { BriefSession } from '../session.ts';
import { listSources } from './bibliographyEdits.ts';
import styles from './sources.module.css';

/** Sources that are found at a time. */
const LIMIT = 30;

/** Finds a source by its author, title or words, and lists it without citing it. */
export function ListSourceDialog({ session, onClose }: { session: BriefSession; onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const entries = useStore(session.citations.state, ({ formatted }) => formatted?.bibliography);
  const { data } = useOperation('search.sources', { query: typed, limit: LIMIT });
  const listed = new Set(entries?.map(({ articleId }) => articleId));
  const found = (data?.sources ?? []).filter(({ articleId }) => !listed.has(articleId));
  return (
    <FilterDialog
      title="List a source that is not cited"
      label="Author, title or words"
      typed={typed}
      onType={setTyped}
      items={found}
      keyOf={({ articleId }) => String(articleId)}
      textOf={({ title }) => title}
      renderItem={({ title, author, year, publication }) => (
        <span className={styles.found}>
          <span dir="auto">{title}</span>
          <span className={styles.foundPlace} dir="auto">
            {[author, year, publication === author ? null : publication].filter(Boolean).join(' · ')}
          </span>
        </span>
      )}
      empty={data === null ? '' : 'No other source has these words.'}
      onPick={({ articleId }) => {
        listSources(session.editor, [articleId]);
        onClose();
      }}
      onClose={onClose}
    />
  );
}
