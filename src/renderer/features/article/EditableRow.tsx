import type { Dispatch, KeyboardEvent, SetStateAction } from 'react';
import { isTitleField } from '#domain/titleMarkup.ts';
import { classNames } from '../../ui/classNames.ts';
import { Button } from '../../ui/Button.tsx';
import { formatCslDate } from '../../ui/dates.ts';
import field from '../../ui/field.module.css';
import type { Draft, FieldProblem } from './draft.ts';
import { FieldRow } from './FieldRow.tsx';
import { fieldLabel } from './fieldLabels.ts';
import { type EditableField, isDateField, isNamesField } from './fields.ts';
import { NamesField } from './NamesField.tsx';
import { PrintedTitle } from './PrintedTitle.tsx';
import { onTitleKey } from './titleKeys.ts';
import { readTypedDate, typeDate } from './typedDate.ts';
import styles from './article.module.css';

interface EditableProps {
  name: EditableField;
  draft: Draft;
  /** Shown once the analyst has left the field. */
  problem: FieldProblem | undefined;
  state: 'unconfirmed' | 'missing' | undefined;
  wanted?: boolean;
  onAccept: () => void;
  onChange: Dispatch<SetStateAction<Draft>>;
  /** The analyst has left the field. */
  onLeave: () => void;
}

const LONG: readonly EditableField[] = ['title', 'abstract', 'note', 'annote', 'references'];

/** The control for one field of the metadata: names, a date or text. */
export function EditableRow({
  name,
  draft,
  problem,
  state,
  wanted,
  onAccept,
  onChange,
  onLeave,
}: EditableProps) {
  const label = fieldLabel(name, draft.type);
  if (isNamesField(name))
    return (
      <FieldRow label={label} state={state} wanted={wanted} onAccept={onAccept}>
        <NamesField
          label={label}
          names={draft.names[name]}
          language={draft.text.language}
          onChange={(names) =>
            onChange((before) => ({ ...before, names: { ...before.names, [name]: names } }))
          }
        />
      </FieldRow>
    );
  const id = `field-${name}`;
  const below = `${id}-below`;
  const setText = (value: string): void =>
    onChange((before) =>
      isDateField(name)
        ? { ...before, dates: { ...before.dates, [name]: value } }
        : { ...before, text: { ...before.text, [name]: value } },
    );
  const value = isDateField(name) ? draft.dates[name] : (draft.text[name] ?? '');
  const shared = {
    id,
    value,
    dir: 'auto',
    'aria-invalid': problem !== undefined,
    'aria-describedby': below,
    onBlur: onLeave,
    ...(isTitleField(name) && {
      'aria-keyshortcuts': 'Control+I',
      onKeyDown: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => onTitleKey(event, setText),
    }),
  };
  return (
    <FieldRow label={label} id={id} state={state} wanted={wanted} onAccept={onAccept}>
      {LONG.includes(name) ? (
        <textarea
          {...shared}
          className={classNames(field.input, name === 'title' ? styles.title : styles.long)}
          rows={name === 'title' ? 1 : 2}
          onChange={(event) => setText(event.target.value)}
        />
      ) : (
        <input
          {...shared}
          className={field.input}
          placeholder={isDateField(name) ? '2023, May 2023, 9 May 2023, 9–11 May 2023, c. 1990' : undefined}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <div id={below}>
        {problem !== undefined ? (
          <Problem problem={problem} onChoose={(chosen) => setText(chosen)} />
        ) : (
          <>
            {isDateField(name) && <Understood typed={draft.dates[name]} />}
            {isTitleField(name) && <PrintedTitle typed={value} />}
          </>
        )}
      </div>
    </FieldRow>
  );
}

function Problem({ problem, onChoose }: { problem: FieldProblem; onChoose: (typed: string) => void }) {
  return (
    <div className={styles.problem}>
      <span className={field.error}>{problem.message}</span>
      {problem.choices?.map((date) => (
        <Button key={typeDate(date)} onClick={() => onChoose(typeDate(date))}>
          {formatCslDate(date)}
        </Button>
      ))}
    </div>
  );
}

/** How a date was read, where that is not plain from what was typed. */
function Understood({ typed }: { typed: string }) {
  const read = typed.trim() === '' ? null : readTypedDate(typed);
  if (read?.kind !== 'date') return null;
  return <span className={styles.understood}>{formatCslDate(read.date)}</span>;
}
