import { useId } from 'react';
import { HIGHLIGHT_COLOURS, type HighlightColour } from '#domain/highlight.ts';
import { COLOUR_NAMES } from './highlightMarks.ts';
import styles from './highlights.module.css';

interface ColourChoiceProps {
  value: HighlightColour;
  onChange: (colour: HighlightColour) => void;
}

/** The colours of highlights by name, each drawn with its line. */
export function ColourChoice({ value, onChange }: ColourChoiceProps) {
  const name = useId();
  return (
    <fieldset className={styles.colours} aria-label="Colour">
      {HIGHLIGHT_COLOURS.map((colour) => (
        <label key={colour} className={styles.colour} title={COLOUR_NAMES[colour]}>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            aria-label={COLOUR_NAMES[colour]}
            checked={value === colour}
            onChange={() => onChange(colour)}
          />
          <Swatch colour={colour} />
        </label>
      ))}
    </fieldset>
  );
}

/** Letters in the colour of a highlight. */
function Swatch({ colour }: { colour: HighlightColour }) {
  return (
    <span className={styles.swatch} data-colour={colour} aria-hidden>
      Aa
    </span>
  );
}
