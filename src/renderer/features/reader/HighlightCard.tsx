import { Popover } from '@base-ui/react/popover';
import { Asterisk, TextQuote, Trash2 } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import type { PlacedHighlight } from '#contract/annotations.ts';
import { classNames } from '../../ui/classNames.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import field from '../../ui/field.module.css';
import menu from '../../ui/menu.module.css';
import { citePlace, quotePlace } from './citeActions.ts';
import type { TextPlace } from './readerSelection.ts';
import { READER_TEXT } from './readerState.ts';
import { ColourChoice } from './ColourChoice.tsx';
import { noteOf, noteSaver, removeHighlight, setColour } from './highlightActions.ts';
import styles from './highlights.module.css';

interface HighlightCardProps {
  highlight: PlacedHighlight;
  /** Where its words stand now. */
  place: TextPlace;
  /** What the card stands beside. */
  anchor: { getBoundingClientRect: () => DOMRect; contextElement: Element };
  /** The focus goes into the card, and back to the text when it closes. */
  takesFocus: boolean;
  onClose: () => void;
}

/** What can be done with a highlight: its colour, a note, quote, cite, remove. */
export function HighlightCard({ highlight, place, anchor, takesFocus, onClose }: HighlightCardProps) {
  const { id, colour } = highlight;
  return (
    <Popover.Root open onOpenChange={(open) => !open && onClose()}>
      <Popover.Portal>
        <Popover.Positioner className={menu.place} anchor={anchor} side="bottom" align="start" sideOffset={6}>
          <Popover.Popup
            className={classNames(menu.popup, styles.card)}
            aria-label="Highlight"
            initialFocus={takesFocus}
            finalFocus={takesFocus ? () => document.getElementById(READER_TEXT) : false}
          >
            <div className={styles.cardHead}>
              <ColourChoice value={colour} onChange={(next) => void setColour(id, next)} />
              <IconButton
                icon={Trash2}
                label="Remove the highlight"
                onClick={() => void removeHighlight(highlight)}
              />
            </div>
            {highlight.edited && (
              <p className={styles.was}>
                The words have changed since. They were: “<span dir="auto">{highlight.exact}</span>”
              </p>
            )}
            <NoteOfHighlight key={id} highlight={highlight} />
            <div className={styles.cardActions}>
              <Button kind="quiet" icon={TextQuote} onClick={() => void quotePlace(place)}>
                Quote
              </Button>
              <Button kind="quiet" icon={Asterisk} onClick={() => void citePlace(place)}>
                Cite
              </Button>
            </div>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

/** Saved while it is typed, and when the card closes. */
function NoteOfHighlight({ highlight }: { highlight: PlacedHighlight }) {
  const fieldId = useId();
  const [draft, setDraft] = useState(() => noteOf(highlight));
  const [saver] = useState(() => noteSaver(highlight.id));
  useEffect(() => {
    window.addEventListener('pagehide', saver.flush);
    return () => {
      window.removeEventListener('pagehide', saver.flush);
      saver.flush();
    };
  }, [saver]);

  return (
    <div className={field.field}>
      <label className={field.label} htmlFor={fieldId}>
        Note
      </label>
      <textarea
        id={fieldId}
        className={classNames(field.input, styles.note)}
        dir="auto"
        rows={2}
        value={draft}
        onChange={(event) => {
          setDraft(event.target.value);
          saver.change(event.target.value);
        }}
      />
    </div>
  );
}
