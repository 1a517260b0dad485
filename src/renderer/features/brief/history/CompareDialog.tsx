import { ArrowDown, ArrowUp, RotateCcw } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { VersionSummary } from '#domain/versions/version.ts';
import { useOperation } from '../../../api/useOperation.ts';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import field from '../../../ui/field.module.css';
import { Modal } from '../../../ui/Modal.tsx';
import { useNow } from '../../../ui/useNow.ts';
import type { BriefSession } from '../session.ts';
import { Changes } from './Changes.tsx';
import { focusChange, focusedChange, nextChange } from './nextChange.ts';
import { restoreAll, restoreChange } from './restore.ts';
import { useComparison } from './useComparison.ts';
import { versionLine } from './versionNames.ts';
import styles from './history.module.css';

const NEXT = 'Alt+ArrowDown';
const PREVIOUS = 'Alt+ArrowUp';

interface CompareDialogProps {
  session: BriefSession;
  version: VersionSummary;
  onClose: () => void;
}

/** A version beside the present text, or another version: what changed, word by word, and how to bring it back. */
export function CompareDialog({ session, version, onClose }: CompareDialogProps) {
  const { data: versions } = useOperation('versions.list', { briefId: version.briefId }, [
    'versions.changed',
  ]);
  const [from, setFrom] = useState(version.id);
  const [to, setTo] = useState<number | null>(null);
  const [turn, setTurn] = useState(0);
  const now = useNow();
  const list = useRef<HTMLDivElement>(null);
  /** The place of the change that was restored: the focus goes to what comes after it. */
  const restored = useRef<number | null>(null);
  const { comparison, error } = useComparison(session, from, to, turn);
  const count = comparison?.changes.filter(({ change, moved }) => change !== null || moved).length ?? 0;

  useEffect(() => {
    if (restored.current === null || list.current === null) return undefined;
    const place = restored.current;
    restored.current = null;
    focusChange(list.current, place);
    // The dialog takes the focus itself, a moment after what had it is gone.
    const frame = requestAnimationFrame(() => {
      if (list.current !== null) focusChange(list.current, place);
    });
    return () => cancelAnimationFrame(frame);
  }, [comparison]);
  /** Does something about the change that has the focus, and compares anew. */
  const settle = (act: () => void): void => {
    restored.current = focusedChange(list.current!);
    act();
    setTurn(turn + 1);
  };
  const go = (step: 1 | -1): void => nextChange(list.current!, step);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    event.preventDefault();
    go(event.key === 'ArrowDown' ? 1 : -1);
  };
  const restoreWhole = (): void => {
    if (comparison !== null) void restoreAll(session, comparison).then((done) => done && onClose());
  };
  const choice = (label: string, value: number | null, onChange: (id: number | null) => void) => (
    <label className={field.field}>
      <span className={field.label}>{label}</span>
      <select
        className={field.input}
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? null : Number(target.value))}
      >
        {value === null || label === 'With' ? <option value="">The text as it is now</option> : null}
        {(versions ?? [version]).map((one) => (
          <option key={one.id} value={one.id}>
            {versionLine(one, now)}
          </option>
        ))}
      </select>
    </label>
  );
  const damaged = comparison === null ? 0 : comparison.before.damaged + comparison.after.damaged;

  return (
    <Modal
      title="Compare versions"
      size="full"
      onClose={onClose}
      footer={
        <>
          <span className={styles.hint}>
            {to === null
              ? 'Restoring is one step of undo in the text.'
              : 'Compare with the text as it is now to restore.'}
          </span>
          <Button
            icon={RotateCcw}
            disabled={to !== null || count === 0 || damaged > 0}
            onClick={restoreWhole}
          >
            Restore all of it
          </Button>
        </>
      }
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Keys for all that is in it. */}
      <div onKeyDown={onKeyDown}>
        <div className={styles.choice}>
          {choice('Version', from, (id) => id !== null && setFrom(id))}
          {choice('With', to, setTo)}
          <output className={styles.count}>{comparison === null ? '' : countOf(count)}</output>
          <IconButton icon={ArrowUp} label="Previous change" shortcut={PREVIOUS} onClick={() => go(-1)} />
          <IconButton icon={ArrowDown} label="Next change" shortcut={NEXT} onClick={() => go(1)} />
        </div>
        {error !== null && <Empty title="The versions cannot be compared">{error.message}</Empty>}
        {damaged > 0 && (
          <p role="alert" className={styles.damaged}>
            {damaged === 1 ? 'One part' : `${damaged} parts`} of this version cannot be read: the file of the
            library is damaged. What can be read is shown, and can be restored block by block.
          </p>
        )}
        {comparison !== null && (
          <Changes
            ref={list}
            comparison={comparison}
            session={session}
            onRestore={
              to === null ? (change) => settle(() => restoreChange(session, comparison, change)) : null
            }
            onSettings={() => settle(() => undefined)}
          />
        )}
      </div>
    </Modal>
  );
}

function countOf(count: number): string {
  if (count === 0) return 'No differences';
  return count === 1 ? 'One change' : `${count} changes`;
}
