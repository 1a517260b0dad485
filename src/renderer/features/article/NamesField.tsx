import { Plus } from 'lucide-react';
import { type ClipboardEvent, useEffect, useRef } from 'react';
import type { CslName } from '#domain/csl.ts';
import { client } from '../../api/client.ts';
import { Button } from '../../ui/Button.tsx';
import { notifyError } from '../../ui/toasts.ts';
import { isList, moved } from './nameEdits.ts';
import { NameRow } from './NameRow.tsx';
import styles from './article.module.css';

interface NamesFieldProps {
  /** `Authors`. */
  label: string;
  names: CslName[];
  language: string | undefined;
  onChange: (names: CslName[]) => void;
}

/** People and organisations in their order. A pasted list becomes as many names. */
export function NamesField({ label, names, language, onChange }: NamesFieldProps) {
  const group = useRef<HTMLFieldSetElement>(null);
  /** Which name gets the focus once it is drawn, and which of its controls. */
  const wanted = useRef<{ index: number; control: 'handle' | 'name' } | null>(null);
  useEffect(() => {
    const goal = wanted.current;
    if (goal === null) return;
    wanted.current = null;
    const rows = group.current?.querySelectorAll<HTMLElement>('[data-name-row]');
    const control = goal.control === 'handle' ? '[data-handle]' : 'input';
    const row = rows?.[Math.min(goal.index, rows.length - 1)];
    (row ?? group.current)?.querySelector<HTMLElement>(row === undefined ? 'button' : control)?.focus();
  }, [names]);

  const replace = (index: number, name: CslName): void =>
    onChange(names.map((before, at) => (at === index ? name : before)));
  const move = (index: number, to: number): void => {
    if (to < 0 || to >= names.length) return;
    wanted.current = { index: to, control: 'handle' };
    onChange(moved(names, index, to));
  };
  const remove = (index: number): void => {
    wanted.current = { index, control: 'name' };
    onChange(names.toSpliced(index, 1));
  };
  const read = async (text: string): Promise<CslName[]> =>
    client.call('names.read', { text, ...(language !== undefined && { language }) });

  const paste = (event: ClipboardEvent, index: number): void => {
    const text = event.clipboardData.getData('text/plain');
    if (!isList(text)) return;
    event.preventDefault();
    void read(text).then(
      (found) => {
        if (found.length > 0) onChange(names.toSpliced(index, 1, ...found));
      },
      (error: unknown) => notifyError(error, 'The names were not read'),
    );
  };
  const split = (index: number, text: string): void => {
    void read(text).then(
      ([first]) => {
        const person = first === undefined || first.literal !== undefined ? lastWordIsFamily(text) : first;
        replace(index, person);
      },
      (error: unknown) => notifyError(error, 'The name was not read'),
    );
  };

  return (
    <fieldset ref={group} aria-label={label} className={styles.names}>
      {names.map((name, index) => (
        <NameRow
          // Names have no identity but their place.
          // oxlint-disable-next-line react/no-array-index-key
          key={index}
          label={`${label} ${index + 1}`}
          name={name}
          index={index}
          count={names.length}
          onChange={(next) => replace(index, next)}
          onMove={(to) => move(index, to)}
          onMoveFrom={(from) => move(from, index)}
          onRemove={() => remove(index)}
          onSplit={(text) => split(index, text)}
          onPaste={(event) => paste(event, index)}
        />
      ))}
      <Button
        kind="quiet"
        icon={Plus}
        aria-label={`Add to ${label}`}
        onClick={() => {
          wanted.current = { index: names.length, control: 'name' };
          onChange([...names, { family: '', given: '' }]);
        }}
      >
        Add
      </Button>
    </fieldset>
  );
}

function lastWordIsFamily(text: string): CslName {
  const words = text.trim().split(/\s+/u);
  return { family: words.at(-1) ?? '', given: words.slice(0, -1).join(' ') };
}
