import { useId, useState } from 'react';
import { bannerOf, type Marking, MARKING_SCHEMES, markingIn, schemeOf } from '#domain/marking.ts';
import field from '../../../ui/field.module.css';
import { QuietSelect } from '../QuietSelect.tsx';
import { MARKING_COLOURS } from './colours.ts';
import { levelLines, readLevels, withLevels } from './levels.ts';
import styles from './page.module.css';

interface MarkingFieldsProps {
  marking: Marking | null;
  onChange: (marking: Marking | null) => void;
}

const NONE = 'none';
const OWN = 'own';
const SCHEMES = [
  { value: NONE, label: 'None' },
  ...MARKING_SCHEMES.map(({ id, title }) => ({ value: id, label: title })),
  { value: OWN, label: 'Levels of our own' },
];

/** The marking of the pages: an order of levels, the one that is shown, its colour, and what follows it. */
export function MarkingFields({ marking, onChange }: MarkingFieldsProps) {
  const [isOwn, setOwn] = useState(false);
  const scheme = marking === null ? NONE : isOwn ? OWN : (schemeOf(marking)?.id ?? OWN);
  const choose = (id: string): void => {
    setOwn(id === OWN);
    if (id === NONE) onChange(null);
    else if (id === OWN) onChange(marking ?? markingIn(MARKING_SCHEMES[0]!, 0));
    else
      onChange(
        markingIn(
          MARKING_SCHEMES.find((one) => one.id === id)!,
          0,
        ),
      );
  };
  return (
    <>
      <div className={styles.row}>
        <QuietSelect asField label="Marking" value={scheme} choices={SCHEMES} onChange={choose} />
        {marking !== null && <LevelField marking={marking} onChange={onChange} />}
      </div>
      {marking !== null && (
        <>
          {scheme === OWN && <OwnLevels marking={marking} onChange={onChange} />}
          <MarkingLook marking={marking} onChange={onChange} />
          <BannerPreview marking={marking} />
        </>
      )}
    </>
  );
}

interface FieldsProps {
  marking: Marking;
  onChange: (marking: Marking) => void;
}

function LevelField({ marking, onChange }: FieldsProps) {
  return (
    <QuietSelect
      asField
      label="Level"
      value={String(marking.level)}
      choices={marking.levels.map(({ name }, index) => ({ value: String(index), label: name }))}
      onChange={(next) => onChange({ ...marking, level: Number(next) })}
    />
  );
}

function OwnLevels({ marking, onChange }: FieldsProps) {
  const [typed, setTyped] = useState(() => levelLines(marking.levels));
  const isRead = readLevels(typed, marking.levels) !== null;
  const id = useId();
  return (
    <div className={field.field}>
      <label className={field.label} htmlFor={id}>
        Levels, lowest first: a name and, in brackets, the mark of portions
      </label>
      <textarea
        id={id}
        className={field.input}
        rows={5}
        value={typed}
        aria-invalid={!isRead}
        aria-describedby={isRead ? undefined : `${id}-error`}
        onChange={(event) => {
          setTyped(event.target.value);
          const levels = readLevels(event.target.value, marking.levels);
          if (levels !== null) onChange(withLevels(marking, levels));
        }}
      />
      {!isRead && (
        <p id={`${id}-error`} className={field.error}>
          One to twelve levels, each with a mark of its own of at most 20 characters.
        </p>
      )}
    </div>
  );
}

function MarkingLook({ marking, onChange }: FieldsProps) {
  const { colour } = marking.levels[marking.level]!;
  const setColour = (next: string): void =>
    onChange({
      ...marking,
      levels: marking.levels.map((level, index) =>
        index === marking.level ? { ...level, colour: next } : level,
      ),
    });
  const name = useId();
  const isKnown = MARKING_COLOURS.some(({ value }) => value === colour);
  return (
    <div className={styles.row}>
      <label className={field.field}>
        <span className={field.label}>Behind the level</span>
        <input
          className={field.input}
          value={marking.caveat}
          placeholder="NOFORN"
          maxLength={120}
          autoComplete="off"
          onChange={(event) => onChange({ ...marking, caveat: event.target.value })}
        />
      </label>
      <fieldset className={styles.colours}>
        <legend className={field.label}>Colour</legend>
        <div className={styles.swatches}>
          {MARKING_COLOURS.map(({ value, name: title }) => (
            <input
              key={value}
              type="radio"
              name={name}
              className={styles.swatch}
              style={{ background: value }}
              aria-label={title}
              title={title}
              checked={value === colour}
              onChange={() => setColour(value)}
            />
          ))}
          <input
            type="color"
            className={styles.swatch}
            data-chosen={!isKnown || undefined}
            aria-label="Another colour"
            title="Another colour"
            value={colour}
            onChange={(event) => setColour(event.target.value)}
          />
        </div>
      </fieldset>
    </div>
  );
}

/** As the pages have it. */
function BannerPreview({ marking }: { marking: Marking }) {
  const banner = bannerOf(marking, new Set())!;
  return (
    <p
      className={styles.banner}
      style={{ background: banner.colour, color: banner.ink }}
      aria-label={`Banner: ${banner.text}`}
    >
      {banner.text}
    </p>
  );
}
