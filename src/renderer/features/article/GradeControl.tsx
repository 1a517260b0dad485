import { Popover } from '@base-ui/react/popover';
import { type ComponentProps, useId } from 'react';
import {
  CREDIBILITIES,
  CREDIBILITY_MEANINGS,
  type Grade,
  gradeCode,
  gradeInWords,
  type GradeMeaning,
  RELIABILITIES,
  RELIABILITY_MEANINGS,
} from '#domain/grade.ts';
import { classNames } from '../../ui/classNames.ts';
import { Button } from '../../ui/Button.tsx';
import menu from '../../ui/menu.module.css';
import styles from './grade.module.css';

interface GradeControlProps {
  grade: Grade;
  /** Told of the axes that change. */
  onChange: (change: Partial<Grade>) => void;
  id?: string;
}

/** The grade as a badge that opens both scales with their definitions. */
export function GradeControl({ grade, onChange, id }: GradeControlProps) {
  const words = gradeInWords(grade);
  return (
    <Popover.Root>
      <Popover.Trigger
        id={id}
        className={classNames(styles.badge, words === null && styles.none)}
        aria-label={words === null ? 'Not graded. Grade the source' : `Grade ${words}`}
        title={words ?? undefined}
      >
        {gradeCode(grade) ?? 'Grade'}
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner className={menu.place} side="bottom" align="start" sideOffset={6}>
          <Popover.Popup className={classNames(menu.popup, styles.popup)} aria-label="Grade of the source">
            <GradeScales grade={grade} onChange={onChange} />
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function GradeScales({ grade, onChange: set }: Omit<GradeControlProps, 'id'>) {
  const onKeyDown: ComponentProps<'div'>['onKeyDown'] = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const reliability = RELIABILITIES.find((value) => value === event.key.toUpperCase());
    const credibility = CREDIBILITIES.find((value) => String(value) === event.key);
    if (reliability !== undefined) set({ reliability });
    else if (credibility !== undefined) set({ credibility });
    else if (event.key === 'Delete' || event.key === 'Backspace')
      set({ reliability: null, credibility: null });
    else return;
    event.preventDefault();
  };
  return (
    // The keys A–F and 1–6 answer from any of the radio buttons.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={onKeyDown}>
      <div className={styles.scales}>
        <Scale
          legend="Reliability of the source"
          values={RELIABILITIES}
          meanings={RELIABILITY_MEANINGS}
          value={grade.reliability}
          onChange={(reliability) => set({ reliability })}
        />
        <Scale
          legend="Credibility of what it says"
          values={CREDIBILITIES}
          meanings={CREDIBILITY_MEANINGS}
          value={grade.credibility}
          onChange={(credibility) => set({ credibility })}
        />
      </div>
      <div className={styles.foot}>
        <span>Admiralty scale. The two are judged apart from each other: type a letter and a number.</span>
        <Button
          kind="quiet"
          disabled={gradeCode(grade) === null}
          onClick={() => set({ reliability: null, credibility: null })}
        >
          Clear
        </Button>
      </div>
    </div>
  );
}

interface ScaleProps<V extends string | number> {
  legend: string;
  values: readonly V[];
  meanings: Record<V, GradeMeaning>;
  value: V | null;
  onChange: (value: V) => void;
}

function Scale<V extends string | number>({ legend, values, meanings, value, onChange }: ScaleProps<V>) {
  const name = useId();
  return (
    <fieldset className={styles.scale}>
      <legend>{legend}</legend>
      {values.map((step) => (
        <label key={step} className={styles.step}>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            checked={step === value}
            onChange={() => onChange(step)}
          />
          <span className={styles.code}>{step}</span>
          <span>
            <span className={styles.name}>{meanings[step].name}</span>
            <span className={styles.definition}>{meanings[step].definition}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
