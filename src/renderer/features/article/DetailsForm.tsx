import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Article } from '#domain/article.ts';
import type { CslField } from '#domain/csl.ts';
import { missingFields } from '#domain/expectedFields.ts';
import { type CslType, TYPE_LABELS } from '#domain/cslLabels.ts';
import { Button } from '../../ui/Button.tsx';
import field from '../../ui/field.module.css';
import { Keys } from '../../ui/Keys.tsx';
import { Modal } from '../../ui/Modal.tsx';
import { DetailsFooter } from './DetailsFooter.tsx';
import { cslOf, type Draft, draftOf, isFilled } from './draft.ts';
import { EditableRow } from './EditableRow.tsx';
import { FieldRow } from './FieldRow.tsx';
import { type EditableField, fieldsOf, otherFields } from './fields.ts';
import { FileFacts } from './FileFacts.tsx';
import { GradeControl } from './GradeControl.tsx';
import { MoreFields } from './MoreFields.tsx';
import { wantedField } from './openDetails.ts';
import { saveDetails } from './saveDetails.ts';
import styles from './article.module.css';

const TYPES = Object.entries(TYPE_LABELS).toSorted(([, a], [, b]) => a.localeCompare(b)) as [
  CslType,
  string,
][];

/** The form: the fields of the kind of source, those that hold something besides, and all others on demand. */
export function DetailsForm({ article, onClose }: { article: Article; onClose: () => void }) {
  const [first] = useState(() => draftOf(article.csl, article.grade));
  const [draft, setDraft] = useState<Draft>(first);
  const [left, setLeft] = useState<ReadonlySet<EditableField>>(new Set());
  const [saving, setSaving] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [wanted] = useState(() => wantedField.get());
  useEffect(() => wantedField.set(null), []);
  const form = useRef<HTMLDivElement>(null);
  const { csl, errors } = cslOf(draft, article.csl);
  const changed = JSON.stringify(draft) !== JSON.stringify(first);

  const isOpen = (name: CslField): boolean =>
    article.unconfirmed.includes(name) && !draft.accepted.includes(name);
  const open = article.unconfirmed.filter((name) => isOpen(name));
  const accept = (names: CslField[]): void =>
    setDraft((before) => ({ ...before, accepted: [...before.accepted, ...names] }));
  const missing = missingFields(draft.type, (name: EditableField) => isFilled(draft, name));

  const save = async (): Promise<void> => {
    const wrong = Object.keys(errors) as EditableField[];
    if (wrong.length > 0) {
      setLeaving(false);
      setLeft(new Set([...left, ...wrong]));
      form.current?.querySelector<HTMLElement>(`#field-${wrong[0]}`)?.focus();
      return;
    }
    setSaving(true);
    if (await saveDetails(article, draft, csl)) onClose();
    else setSaving(false);
  };
  const close = (): void =>
    changed && !leaving ? setLeaving(true) : leaving ? setLeaving(false) : onClose();
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void save();
  };

  const row = (name: EditableField) => (
    <EditableRow
      key={name}
      name={name}
      draft={draft}
      problem={left.has(name) ? errors[name] : undefined}
      state={isOpen(name) ? 'unconfirmed' : missing.includes(name) ? 'missing' : undefined}
      wanted={name === wanted}
      onAccept={() => accept([name])}
      onChange={setDraft}
      onLeave={() => setLeft((before) => (before.has(name) ? before : new Set([...before, name])))}
    />
  );
  // A field that held something when the form opened stays in its place while it is emptied.
  const isShown = (name: EditableField): boolean =>
    isFilled(first, name) || isFilled(draft, name) || name === wanted;
  const others = otherFields(draft.type);
  const filled = others.flatMap(({ fields }) => fields).filter((name) => isShown(name));

  return (
    <Modal
      title="Article details"
      size="large"
      onClose={close}
      footer={
        leaving ? (
          <DetailsFooter onDiscard={onClose} onStay={() => setLeaving(false)} onSave={() => void save()} />
        ) : (
          <>
            <Button onClick={close}>Cancel</Button>
            <Button kind="primary" disabled={saving} onClick={() => void save()}>
              Save <Keys shortcut="Mod+Enter" />
            </Button>
          </>
        )
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
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- The key that saves answers in every field. */}
      <div ref={form} className={styles.form} onKeyDown={onKeyDown}>
        <FieldRow
          label="Kind of source"
          id="field-type"
          state={isOpen('type') ? 'unconfirmed' : undefined}
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
            {TYPES.map(([type, label]) => (
              <option key={type} value={type}>
                {label}
              </option>
            ))}
          </select>
        </FieldRow>
        <FieldRow label="Grade">
          <GradeControl
            grade={draft.grade}
            onChange={(change) =>
              setDraft((before) => ({ ...before, grade: { ...before.grade, ...change } }))
            }
          />
        </FieldRow>
        {fieldsOf(draft.type).map((name) => row(name))}
        {filled.length > 0 && (
          <>
            <h3 className={styles.subhead}>Also filled in</h3>
            {filled.map((name) => row(name))}
          </>
        )}
        <MoreFields
          type={draft.type}
          groups={others.map(({ heading, fields }) => ({
            heading,
            fields: fields.filter((name) => !filled.includes(name)),
          }))}
          row={row}
        />
      </div>
      <FileFacts article={article} />
    </Modal>
  );
}
