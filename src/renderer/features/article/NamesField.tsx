import { Building2, Plus, Trash2, UserRound } from 'lucide-react';
import type { CslName } from '#domain/csl.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import field from '../../ui/field.module.css';
import styles from './article.module.css';

interface NamesFieldProps {
  /** `Authors`. */
  label: string;
  names: CslName[];
  onChange: (names: CslName[]) => void;
}

/** People as family and given name, organisations as one name. */
export function NamesField({ label, names, onChange }: NamesFieldProps) {
  const replace = (index: number, name: CslName): void =>
    onChange(names.map((before, at) => (at === index ? name : before)));
  return (
    <fieldset aria-label={label} className={styles.names}>
      {names.map((name, index) => {
        const organisation = name.literal !== undefined;
        const person = `${label} ${index + 1}`;
        return (
          // Names have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          <div key={index} className={styles.name}>
            {organisation ? (
              <input
                className={field.input}
                aria-label={`${person}: organisation`}
                placeholder="Organisation"
                value={name.literal}
                onChange={(event) => replace(index, { literal: event.target.value })}
              />
            ) : (
              <>
                <input
                  className={field.input}
                  aria-label={`${person}: family name`}
                  placeholder="Family name"
                  value={name.family ?? ''}
                  onChange={(event) => replace(index, { ...name, family: event.target.value })}
                />
                <input
                  className={field.input}
                  aria-label={`${person}: given name`}
                  placeholder="Given name"
                  value={name.given ?? ''}
                  onChange={(event) => replace(index, { ...name, given: event.target.value })}
                />
              </>
            )}
            <IconButton
              icon={organisation ? UserRound : Building2}
              label={organisation ? 'This is a person' : 'This is an organisation'}
              onClick={() => replace(index, organisation ? toPerson(name) : toOrganisation(name))}
            />
            <IconButton
              icon={Trash2}
              label={`Remove ${person}`}
              onClick={() => onChange(names.filter((_name, at) => at !== index))}
            />
          </div>
        );
      })}
      <Button
        kind="quiet"
        icon={Plus}
        aria-label={`Add to ${label}`}
        onClick={() => onChange([...names, { family: '', given: '' }])}
      >
        Add
      </Button>
    </fieldset>
  );
}

function toOrganisation(name: CslName): CslName {
  return { literal: [name.given, name.family].filter((part) => part !== undefined && part !== '').join(' ') };
}

/** The last word is taken for the family name. */
function toPerson(name: CslName): CslName {
  const words = (name.literal ?? '').trim().split(/\s+/u);
  return { family: words.at(-1) ?? '', given: words.slice(0, -1).join(' ') };
}
