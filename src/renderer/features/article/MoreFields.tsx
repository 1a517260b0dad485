import { ChevronRight } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { CslType } from '#domain/cslLabels.ts';
import { Button } from '../../ui/Button.tsx';
import field from '../../ui/field.module.css';
import { fieldLabel } from './fieldLabels.ts';
import type { EditableField } from './fields.ts';
import styles from './article.module.css';

interface MoreFieldsProps {
  type: CslType;
  groups: { heading: string; fields: EditableField[] }[];
  row: (name: EditableField) => ReactNode;
}

/** All the fields that a source can have besides, folded until they are wanted. */
export function MoreFields({ type, groups, row }: MoreFieldsProps) {
  const [open, setOpen] = useState(false);
  const [wanted, setWanted] = useState('');
  const words = wanted.trim().toLowerCase();
  const matches = (name: EditableField): boolean =>
    `${fieldLabel(name, type)} ${name}`.toLowerCase().includes(words);
  const shown = groups
    .map(({ heading, fields }) => ({ heading, fields: fields.filter((name) => matches(name)) }))
    .filter(({ fields }) => fields.length > 0);
  return (
    <>
      <div className={styles.more}>
        <Button kind="quiet" icon={ChevronRight} aria-expanded={open} onClick={() => setOpen(!open)}>
          More fields
        </Button>
        {open && (
          <input
            type="search"
            className={field.input}
            aria-label="Find a field"
            placeholder="Find a field"
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        )}
      </div>
      {open && shown.length === 0 && <p className={styles.none}>No other field is called that.</p>}
      {open &&
        shown.map(({ heading, fields }) => (
          <section key={heading} aria-label={heading}>
            <h3 className={styles.subhead}>{heading}</h3>
            {fields.map((name) => row(name))}
          </section>
        ))}
    </>
  );
}
