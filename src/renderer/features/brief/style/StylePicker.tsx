import { Autocomplete } from '@base-ui/react/autocomplete';
import { Dialog } from '@base-ui/react/dialog';
import { Check, FilePlus2, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { CitationStyle } from '#contract/styles.ts';
import type { CitationCluster } from '#domain/citation.ts';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/classNames.ts';
import filter from '../../../ui/FilterDialog.module.css';
import { chooseAndInstall, removeStyle } from './styleChoice.ts';
import { StylePreviewPane } from './StylePreviewPane.tsx';
import { type StyleGroup, useStyleGroups } from './useStyleGroups.ts';
import { useStylePreview } from './useStylePreview.ts';
import styles from './style.module.css';

interface StylePickerProps {
  current: CitationStyle;
  language: string;
  /** The first citations of the brief. */
  clusters: CitationCluster[];
  onPick: (style: CitationStyle) => void;
  /** Stores what was chosen, before a style is removed. */
  settle: () => Promise<void>;
  onClose: () => void;
}

/** All citation styles by their names, with the brief's own sources in the one that is highlighted. */
export function StylePicker({ current, language, clusters, onPick, settle, onClose }: StylePickerProps) {
  const [typed, setTyped] = useState('');
  const [highlighted, setHighlighted] = useState<CitationStyle | null>(current);
  const [problem, setProblem] = useState<string | null>(null);
  const { groups, searching } = useStyleGroups(current, typed);
  const shown = useStylePreview(highlighted?.id ?? null, language, clusters);

  const attempt = (task: () => Promise<void>): void => {
    setProblem(null);
    task().catch((error: unknown) => setProblem(error instanceof Error ? error.message : String(error)));
  };
  const install = (): void =>
    attempt(async () => {
      const style = await chooseAndInstall();
      if (style !== null) setTyped(style.title);
    });

  const remove = (style: CitationStyle): void =>
    attempt(async () => {
      await settle();
      await removeStyle(style);
    });

  return (
    <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Backdrop className={filter.backdrop} />
        <Dialog.Viewport className={classNames(filter.viewport, styles.viewport)}>
          <Dialog.Popup className={classNames(filter.popup, styles.popup)} aria-label="Citation style">
            <Autocomplete.Root
              open
              inline
              items={groups}
              mode="none"
              autoHighlight="always"
              keepHighlight
              value={typed}
              itemToStringValue={({ title }: CitationStyle) => title}
              onValueChange={(value, { reason }) => {
                if (reason !== 'input-change') return;
                setTyped(value);
                setProblem(null);
              }}
              onItemHighlighted={(style) => style !== undefined && setHighlighted(style)}
            >
              <Autocomplete.Input
                className={filter.input}
                aria-label="Find a citation style"
                placeholder="Find a citation style among 2,700"
                spellCheck={false}
                maxLength={100}
              />
              <Dialog.Close className="visually-hidden">Close</Dialog.Close>
              <div className={styles.panes}>
                <div className={styles.choices}>
                  <Autocomplete.Empty className={filter.empty}>
                    {groups.length === 0 &&
                      (searching
                        ? 'Looking…'
                        : 'No style has these words in its title. You can install one from a .csl file.')}
                  </Autocomplete.Empty>
                  <Autocomplete.List className={classNames(filter.list, styles.list)}>
                    {(group: StyleGroup) => (
                      <Autocomplete.Group key={group.label} items={group.items}>
                        <Autocomplete.GroupLabel className={styles.groupLabel}>
                          {group.label}
                        </Autocomplete.GroupLabel>
                        <Autocomplete.Collection>
                          {(style: CitationStyle) => (
                            <Autocomplete.Item
                              key={style.id}
                              value={style}
                              className={filter.item}
                              onClick={() => onPick(style)}
                            >
                              <span className={styles.itemTitle}>
                                {style.title}
                                {style.id === current.id && (
                                  <>
                                    <Check size={14} aria-hidden className={styles.inUse} />
                                    <span className="visually-hidden"> (in use)</span>
                                  </>
                                )}
                              </span>
                              <span className={styles.badge}>
                                {style.class === 'note' ? 'Notes' : 'In text'}
                              </span>
                            </Autocomplete.Item>
                          )}
                        </Autocomplete.Collection>
                      </Autocomplete.Group>
                    )}
                  </Autocomplete.List>
                </div>
                <StylePreviewPane style={groups.length === 0 ? null : highlighted} shown={shown} />
              </div>
            </Autocomplete.Root>
            {problem !== null && (
              <p className={styles.problem} role="alert">
                {problem}
              </p>
            )}
            <footer className={styles.footer}>
              <Button icon={FilePlus2} onClick={install}>
                Install style…
              </Button>
              {highlighted?.origin === 'installed' && (
                <Button icon={Trash2} kind="quiet" onClick={() => remove(highlighted)}>
                  Remove “{highlighted.title}”
                </Button>
              )}
              <span className={styles.hint}>Enter to choose · Esc to leave it as it is</span>
            </footer>
          </Dialog.Popup>
        </Dialog.Viewport>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
