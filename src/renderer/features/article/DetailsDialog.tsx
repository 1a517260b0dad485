import { useState } from 'react';
import type { Article } from '#domain/article.ts';
import type { CslField } from '#domain/csl.ts';
import { type CslType, TYPE_LABELS } from '#domain/cslLabels.ts';
import { client } from '../../api/client.ts';
import { useOperation } from '../../api/useOperation.ts';
import { Button } from '../../ui/Button.tsx';
import { formatAgo } from '../../ui/dates.ts';
import { Empty } from '../../ui/Empty.tsx';
import field from '../../ui/field.module.css';
import { Modal } from '../../ui/Modal.tsx';
import { notifyError } from '../../ui/toasts.ts';
import { useNow } from '../../ui/useNow.ts';
import { cslOf, type Draft, draftOf } from './draft.ts';
import { EditableRow } from './EditableRow.tsx';
import { FieldRow } from './FieldRow.tsx';
import { fieldsOf } from './fields.ts';
import styles from './article.module.css';

/** Metadata of an article, to read, edit and accept. */
export function DetailsDialog({ articleId, onClose }: { articleId: number; onClose: () => void }) {
  const { data: article, error } = useOperation('articles.get', { id: articleId });
  if (article !== null) return <DetailsForm article={article} onClose={onClose} />;
  return (
    <Modal title="Details" onClose={onClose} size="large">
      {error !== null && <Empty title="The details cannot be shown">{error.message}</Empty>}
    </Modal>
  );
}

function DetailsForm({ article, onClose }: { article: Article; onClose: () => void }) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(article.csl));
  const now = useNow();
  const [saving, setSaving] = useState(false);
  const { csl, errors } = cslOf(draft, article.csl);
  const isOpen = (name: CslField): boolean =>
    article.unconfirmed.includes(name) && !draft.accepted.includes(name);
  const open = article.unconfirmed.filter((name) => isOpen(name));
  const fields = fieldsOf(draft.type, Object.keys(article.csl) as CslField[]);
  const accept = (names: CslField[]): void =>
    setDraft((before) => ({ ...before, accepted: [...before.accepted, ...names] }));

  const save = async (): Promise<void> => {
    setSaving(true);
    try {
      await client.call('articles.updateMetadata', { id: article.id, csl, accept: draft.accepted });
      onClose();
    } catch (error) {
      notifyError(error, 'The details were not saved');
      setSaving(false);
    }
  };

  return (
    <Modal
      title="Article details"
      size="large"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            kind="primary"
            disabled={saving || Object.keys(errors).length > 0}
            onClick={() => void save()}
          >
            Save
          </Button>
        </>
      }
    >
      {open.length > 0 && (
        <div className={styles.banner}>
          <span>
            {open.length === 1 ? 'One field was' : `${open.length} fields were`} inferred from the file.
            Accept what is right; correct what is not.
          </span>
          <Button onClick={() => accept(open)}>Accept all</Button>
        </div>
      )}
      <div className={styles.form}>
        <FieldRow
          label="Kind of source"
          id="field-type"
          open={isOpen('type')}
          onAccept={() => accept(['type'])}
        >
          <select
            id="field-type"
            className={field.input}
            value={draft.type}
            onChange={(event) => {
              const type = event.target.value as CslType;
              setDraft((before) => ({ ...before, type }));
            }}
          >
            {Object.entries(TYPE_LABELS).map(([type, label]) => (
              <option key={type} value={type}>
                {label}
              </option>
            ))}
          </select>
        </FieldRow>
        {fields.map((name) => (
          <EditableRow
            key={name}
            name={name}
            draft={draft}
            error={errors[name]}
            open={isOpen(name)}
            onAccept={() => accept([name])}
            onChange={setDraft}
          />
        ))}
      </div>
      <dl className={styles.file}>
        {article.csl.issued === undefined && article.issuedNotBefore !== null && (
          <Fact term="Date" text={`not before ${article.issuedNotBefore}`} />
        )}
        {article.excerpt && (
          <Fact term="Extent" text="an excerpt: the file holds only a part of the article" />
        )}
        <Fact term="File" text={article.originalName} />
        <Fact
          term="SHA-256"
          text={`${article.originalSha256.slice(0, 16)}…`}
          title={article.originalSha256}
        />
        <Fact term="Added" text={formatAgo(article.addedAt, now)} title={article.addedAt} />
      </dl>
    </Modal>
  );
}

function Fact({ term, text, title }: { term: string; text: string; title?: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd title={title}>{text}</dd>
    </div>
  );
}
