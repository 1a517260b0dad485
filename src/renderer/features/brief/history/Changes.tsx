import { Minus, RotateCcw } from 'lucide-react';
import type { Ref } from 'react';
import type { BriefSettings } from '#domain/brief.ts';
import type { DocumentChange } from '#domain/compare/documents.ts';
import type { ComparedRow } from '#domain/compare/tables.ts';
import { Button } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/classNames.ts';
import { ComparedWords } from '../../../ui/ComparedWords.tsx';
import type { BriefSession } from '../session.ts';
import { restoreLabel } from './restore.ts';
import type { Comparison } from './useComparison.ts';
import { SETTINGS, settingWords } from './settingWords.ts';
import styles from './history.module.css';

/** Blocks left as they are beside a change, for its context. */
const CONTEXT = 1;

interface ChangesProps {
  ref: Ref<HTMLDivElement>;
  comparison: Comparison;
  session: BriefSession;
  /** Null where the later one is not the text as it is now. */
  onRestore: ((change: DocumentChange) => void) | null;
  onSettings: () => void;
}

/** What changed, in the order of the text, each with the blocks beside it. */
export function Changes({ ref, comparison, session, onRestore, onSettings }: ChangesProps) {
  const { before, after, changes } = comparison;
  const differs = ({ change, moved }: DocumentChange): boolean => change !== null || moved;
  const isShown = changes.map((_change, index) =>
    changes.slice(Math.max(0, index - CONTEXT), index + CONTEXT + 1).some(differs),
  );
  return (
    <div ref={ref} tabIndex={-1} className={styles.changes} lang={after.settings.language}>
      <SettingsChanges
        before={before.settings}
        after={after.settings}
        onRestore={
          onRestore === null
            ? null
            : (settings) => {
                session.settings.change(settings);
                onSettings();
              }
        }
      />
      {changes.map((change, index) => {
        // Blocks that changed have no identity but their place.
        const key = index;
        if (isShown[index] === true) return <Change key={key} change={change} onRestore={onRestore} />;
        if (index > 0 && isShown[index - 1] === false) return null;
        const next = isShown.indexOf(true, index);
        const hidden = (next === -1 ? changes.length : next) - index;
        return (
          <p key={key} className={styles.gap} lang="en">
            {hidden === 1 ? 'One block' : `${hidden} blocks`} unchanged
          </p>
        );
      })}
    </div>
  );
}

interface ChangeProps {
  change: DocumentChange;
  onRestore: ChangesProps['onRestore'];
}

function Change({ change, onRestore }: ChangeProps) {
  const { name, formerName, moved, parts, rows } = change;
  const words = (
    <div className={styles.words} data-block={name.replace(/ .*/u, '').toLowerCase()} dir="auto">
      {rows === null ? <ComparedWords parts={parts} /> : <ComparedTable rows={rows} />}
    </div>
  );
  if (change.change === null && !moved) return <div className={styles.block}>{words}</div>;
  const action = onRestore === null ? null : restoreLabel(change);
  const kinds = [
    change.change === 'added' && 'Added',
    change.change === 'removed' && 'Removed',
    change.change === 'edited' && 'Edited',
    change.change === 'formatted' && formerName === null && 'Formatted differently',
    formerName !== null && `Was ${formerName}`,
    moved && 'Moved',
  ].filter((kind) => kind !== false);
  return (
    <section
      className={classNames(styles.block, styles.changed)}
      data-change={change.change ?? 'moved'}
      tabIndex={-1}
      aria-label={`${name}: ${kinds.join(', ')}`}
    >
      <header className={styles.about} lang="en">
        <span>
          {name} · {kinds.join(' · ')}
        </span>
        {action !== null && (
          <Button
            kind="quiet"
            icon={action === 'Restore' ? RotateCcw : Minus}
            onClick={() => onRestore!(change)}
            aria-label={`${action}: ${name}`}
          >
            {action}
          </Button>
        )}
      </header>
      {words}
    </section>
  );
}

function ComparedTable({ rows }: { rows: readonly ComparedRow[] }) {
  return (
    <div className={styles.tableScroll}>
      <table className={styles.table}>
        <tbody>
          {rows.map((row, index) => {
            const key = index;
            return (
              <tr key={key}>
                {row.cells.map((cell, place) => {
                  const cellKey = place;
                  return (
                    <td key={cellKey} data-cell={cell.change ?? undefined}>
                      <ComparedWords parts={cell.parts} />
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface SettingsChangesProps {
  before: BriefSettings;
  after: BriefSettings;
  onRestore: ((settings: Partial<BriefSettings>) => void) | null;
}

/** The settings that are not the same. */
function SettingsChanges({ before, after, onRestore }: SettingsChangesProps) {
  const names = (Object.keys(SETTINGS) as (keyof BriefSettings)[]).filter(
    (name) => settingWords(name, before) !== settingWords(name, after),
  );
  return names.map((name) => (
    <section
      key={name}
      className={classNames(styles.block, styles.changed)}
      data-change="edited"
      tabIndex={-1}
      aria-label={`${SETTINGS[name]}: Changed`}
      lang="en"
    >
      <header className={styles.about}>
        <span>{SETTINGS[name]} · Changed</span>
        {onRestore !== null && (
          <Button kind="quiet" icon={RotateCcw} onClick={() => onRestore({ [name]: before[name] })}>
            Restore
          </Button>
        )}
      </header>
      <div className={styles.words} dir="auto">
        <ComparedWords
          parts={
            [
              { text: settingWords(name, before), change: 'removed' },
              { text: settingWords(name, after), change: 'added' },
            ].filter(({ text }) => text !== '') as { text: string; change: 'removed' | 'added' }[]
          }
        />
      </div>
    </section>
  ));
}
