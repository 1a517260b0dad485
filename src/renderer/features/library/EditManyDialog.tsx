import { type SubmitEvent, useId, useState } from 'react';
import type { ArticleEdit } from '#contract/articles.ts';
import type { Target } from '#contract/organise.ts';
import { CSL_TYPES } from '#domain/csl.ts';
import { TYPE_LABELS } from '#domain/cslLabels.ts';
import { CREDIBILITIES, CREDIBILITY_MEANINGS, RELIABILITIES, RELIABILITY_MEANINGS } from '#domain/grade.ts';
import { Button } from '../../ui/Button.tsx';
import field from '../../ui/field.module.css';
import { Modal } from '../../ui/Modal.tsx';
import { readTypedDate } from '../article/typedDate.ts';
import { countArticles, editMany } from './organiseActions.ts';
import styles from './tasks.module.css';

type Name = keyof ArticleEdit;
type Choice = [value: string, label: string];

const LABELS: Record<Name, string> = {
  type: 'Kind of source',
  'container-title': 'Publication',
  publisher: 'Publisher',
  language: 'Language',
  issued: 'Published',
  accessed: 'Accessed',
  reliability: 'Reliability',
  credibility: 'Credibility',
};
const NAMES = Object.keys(LABELS) as Name[];
const NONE: Choice = ['', 'Not judged'];
const CHOICES: Partial<Record<Name, Choice[]>> = {
  type: CSL_TYPES.map((type): Choice => [type, TYPE_LABELS[type]]).toSorted(([, a], [, b]) =>
    a.localeCompare(b),
  ),
  reliability: [
    NONE,
    ...RELIABILITIES.map((grade): Choice => [grade, `${grade}: ${RELIABILITY_MEANINGS[grade].name}`]),
  ],
  credibility: [
    NONE,
    ...CREDIBILITIES.map((grade): Choice => [String(grade), `${grade}: ${CREDIBILITY_MEANINGS[grade].name}`]),
  ],
};
const START: Record<Name, string> = {
  type: 'report',
  'container-title': '',
  publisher: '',
  language: '',
  issued: '',
  accessed: '',
  reliability: '',
  credibility: '',
};

/** Sets fields of many articles: those that are ticked, an empty one takes the field away. */
export function EditManyDialog({
  target,
  count,
  onClose,
}: {
  target: Target;
  count: number;
  onClose: () => void;
}) {
  const [values, setValues] = useState(START);
  const [ticked, setTicked] = useState<ReadonlySet<Name>>(new Set());
  const form = useId();
  const read = new Map([...ticked].map((name) => [name, readValue(name, values[name])]));
  const isWrong = [...read.values()].some((value) => 'problem' in value);

  const tick = (name: Name, on: boolean): void =>
    setTicked((before) => {
      const after = new Set(before);
      if (on) after.add(name);
      else after.delete(name);
      return after;
    });
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (isWrong) return;
    const fields = Object.fromEntries(
      [...read].map(([name, value]) => [name, 'problem' in value ? undefined : value.value]),
    );
    onClose();
    void editMany(target, fields);
  };

  return (
    <Modal
      title={`Edit fields of ${countArticles(count)}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="primary" type="submit" form={form} disabled={ticked.size === 0 || isWrong}>
            {ticked.size < 2 ? 'Set field' : `Set ${ticked.size} fields`}
          </Button>
        </>
      }
    >
      <form id={form} className={styles.fields} onSubmit={submit}>
        <p className={styles.hint}>Ticked fields are set in all of them; an empty one is taken away.</p>
        {NAMES.map((name) => (
          <FieldLine
            key={name}
            name={name}
            value={values[name]}
            ticked={ticked.has(name)}
            read={read.get(name)}
            onTick={(on) => tick(name, on)}
            onChange={(value) => {
              setValues((before) => ({ ...before, [name]: value }));
              tick(name, true);
            }}
          />
        ))}
      </form>
    </Modal>
  );
}

interface FieldLineProps {
  name: Name;
  value: string;
  ticked: boolean;
  /** What it is to be set to, where it is ticked. */
  read: Read | undefined;
  onTick: (on: boolean) => void;
  onChange: (value: string) => void;
}

function FieldLine({ name, value, ticked, read, onTick, onChange }: FieldLineProps) {
  const id = useId();
  const choices = CHOICES[name];
  const problem = read !== undefined && 'problem' in read ? read.problem : null;
  return (
    <div className={styles.fieldLine}>
      <input
        type="checkbox"
        aria-label={`Set ${LABELS[name]}`}
        checked={ticked}
        onChange={(event) => onTick(event.target.checked)}
      />
      <label htmlFor={id}>{LABELS[name]}</label>
      <div>
        {choices === undefined ? (
          <input
            id={id}
            className={field.input}
            value={value}
            placeholder={ticked ? 'Take the field away' : 'Leave as it is'}
            aria-invalid={problem !== null}
            autoComplete="off"
            onChange={(event) => onChange(event.target.value)}
          />
        ) : (
          <select
            id={id}
            className={field.input}
            value={ticked ? value : '…'}
            onChange={(event) => onChange(event.target.value)}
          >
            {!ticked && <option value="…">Leave as it is</option>}
            {choices.map(([choice, label]) => (
              <option key={choice} value={choice}>
                {label}
              </option>
            ))}
          </select>
        )}
        {problem !== null && <div className={field.error}>{problem}</div>}
      </div>
    </div>
  );
}

type Read = { value: ArticleEdit[Name] } | { problem: string };

/** What the field is to be set to, or what is wrong with it. */
function readValue(name: Name, text: string): Read {
  const value = text.trim();
  if (value === '') return { value: null };
  if (name === 'credibility') return { value: Number(value) as ArticleEdit['credibility'] };
  if (name !== 'issued' && name !== 'accessed') return { value };
  const typed = readTypedDate(value);
  if (typed.kind === 'date') return { value: typed.date };
  return {
    problem: typed.kind === 'invalid' ? typed.message : 'Day or month first? Write the month as a word.',
  };
}
