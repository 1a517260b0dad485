import type { Dispatch, SetStateAction } from 'react';
import field from '../../ui/field.module.css';
import type { Draft } from './draft.ts';
import { FieldRow } from './FieldRow.tsx';
import { type EditableField, fieldLabel, isDateField, isNamesField } from './fields.ts';
import { NamesField } from './NamesField.tsx';

interface EditableProps {
  name: EditableField;
  draft: Draft;
  error: string | undefined;
  open: boolean;
  onAccept: () => void;
  onChange: Dispatch<SetStateAction<Draft>>;
}

/** The control for one field of the metadata: names, a date or text. */
export function EditableRow({ name, draft, error, open, onAccept, onChange }: EditableProps) {
  const label = fieldLabel(name, draft.type);
  if (isNamesField(name))
    return (
      <FieldRow label={label} open={open} onAccept={onAccept}>
        <NamesField
          label={label}
          names={draft.names[name]}
          onChange={(names) =>
            onChange((before) => ({ ...before, names: { ...before.names, [name]: names } }))
          }
        />
      </FieldRow>
    );
  const id = `field-${name}`;
  const shared = {
    id,
    className: field.input,
    'aria-invalid': error !== undefined,
    'aria-describedby': error === undefined ? undefined : `${id}-error`,
  };
  const setText = (value: string): void =>
    onChange((before) =>
      isDateField(name)
        ? { ...before, dates: { ...before.dates, [name]: value } }
        : { ...before, text: { ...before.text, [name]: value } },
    );
  const value = isDateField(name) ? draft.dates[name] : (draft.text[name] ?? '');
  const long = name === 'abstract' || name === 'note' || name === 'title';
  return (
    <FieldRow label={label} id={id} open={open} onAccept={onAccept}>
      {long ? (
        <textarea
          {...shared}
          rows={name === 'title' ? 2 : 3}
          value={value}
          onChange={(event) => setText(event.target.value)}
        />
      ) : (
        <input
          {...shared}
          value={value}
          placeholder={isDateField(name) ? 'YYYY-MM-DD, YYYY-MM or YYYY' : undefined}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      {error !== undefined && (
        <div id={`${id}-error`} className={field.error}>
          {error}
        </div>
      )}
    </FieldRow>
  );
}
