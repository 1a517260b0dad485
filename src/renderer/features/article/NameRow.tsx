import { ArrowLeftRight, Building2, EllipsisVertical, GripVertical, Trash2, UserRound } from 'lucide-react';
import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import type { CslName } from '#domain/csl.ts';
import { AppMenu, MenuAction, MenuDivider } from '../../ui/AppMenu.tsx';
import { IconButton } from '../../ui/Button.tsx';
import { classNames } from '../../ui/classNames.ts';
import field from '../../ui/field.module.css';
import { hasParticles, joinedName, PARTICLES, swappedName } from './nameEdits.ts';
import styles from './article.module.css';

interface NameRowProps {
  /** `Authors 2`. */
  label: string;
  name: CslName;
  index: number;
  count: number;
  onChange: (name: CslName) => void;
  /** Moves this name to a place. */
  onMove: (to: number) => void;
  /** Moves the name at a place to this one. */
  onMoveFrom: (from: number) => void;
  onRemove: () => void;
  /** Parts one name into family and given name. */
  onSplit: (text: string) => void;
  onPaste: (event: ClipboardEvent) => void;
}

const PARTICLE_LABELS: Record<(typeof PARTICLES)[number], { label: string; hint: string }> = {
  'non-dropping-particle': { label: 'particle that stays', hint: 'van' },
  'dropping-particle': { label: 'particle that goes', hint: 'von' },
  suffix: { label: 'suffix', hint: 'Jr.' },
};
const DRAGGED = 'application/x-dossier-name';

/** One person or organisation: its parts, its place among the others, and what else can be done with it. */
export function NameRow(props: NameRowProps) {
  const { label, name, index, count, onChange, onMove, onMoveFrom, onRemove, onSplit, onPaste } = props;
  const [wantsParticles, setWantsParticles] = useState(false);
  const [over, setOver] = useState(false);
  const organisation = name.literal !== undefined;
  const part = (key: keyof CslName, words: string, placeholder: string) => (
    <input
      className={field.input}
      aria-label={`${label}: ${words}`}
      placeholder={placeholder}
      dir="auto"
      value={name[key] ?? ''}
      onPaste={onPaste}
      onChange={(event) => onChange({ ...name, [key]: event.target.value })}
    />
  );
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const onHandle = event.target instanceof Element && event.target.closest('[data-handle]') !== null;
    if (step === undefined || (!event.altKey && !onHandle)) return;
    event.preventDefault();
    event.stopPropagation();
    onMove(index + step);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Keys and drops of the controls in it.
    <div
      data-name-row
      className={classNames(styles.name, over && styles.dropHere)}
      onKeyDown={onKeyDown}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        setOver(false);
        const from = Number(event.dataTransfer.getData(DRAGGED));
        event.preventDefault();
        if (from !== index) onMoveFrom(from);
      }}
    >
      {count > 1 && (
        <button
          type="button"
          className={styles.handle}
          data-handle
          draggable
          aria-label={`${label} of ${count}: move by arrow up and down`}
          onDragStart={(event) => event.dataTransfer.setData(DRAGGED, String(index))}
        >
          <GripVertical size={14} aria-hidden />
        </button>
      )}
      <div className={styles.nameParts}>
        {organisation ? (
          part('literal', 'organisation', 'Organisation, or a name that is not parted')
        ) : (
          <>
            {part('family', 'family name', 'Family name')}
            {part('given', 'given name', 'Given name')}
            {(wantsParticles || hasParticles(name)) && (
              <div className={styles.particles}>
                {PARTICLES.map((key) => (
                  <label key={key}>
                    <span>{PARTICLE_LABELS[key].label}</span>
                    {part(key, PARTICLE_LABELS[key].label, PARTICLE_LABELS[key].hint)}
                  </label>
                ))}
              </div>
            )}
          </>
        )}
      </div>
      <AppMenu align="end" trigger={<IconButton icon={EllipsisVertical} label={`More for ${label}`} />}>
        {organisation ? (
          <MenuAction icon={UserRound} onSelect={() => onSplit(name.literal ?? '')}>
            A person: part into family and given name
          </MenuAction>
        ) : (
          <>
            <MenuAction icon={Building2} onSelect={() => onChange(joinedName(name))}>
              An organisation: join into one name
            </MenuAction>
            <MenuAction icon={ArrowLeftRight} onSelect={() => onChange(swappedName(name))}>
              Swap family and given name
            </MenuAction>
            <MenuAction onSelect={() => setWantsParticles(true)}>Particles and suffix</MenuAction>
          </>
        )}
        {count > 1 && (
          <>
            <MenuDivider />
            <MenuAction disabled={index === 0} shortcut="Alt+ArrowUp" onSelect={() => onMove(index - 1)}>
              Move up
            </MenuAction>
            <MenuAction
              disabled={index === count - 1}
              shortcut="Alt+ArrowDown"
              onSelect={() => onMove(index + 1)}
            >
              Move down
            </MenuAction>
          </>
        )}
      </AppMenu>
      <IconButton icon={Trash2} label={`Remove ${label}`} onClick={onRemove} />
    </div>
  );
}
