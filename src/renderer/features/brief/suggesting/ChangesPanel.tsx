import { Check, ChevronDown, ChevronUp, Ellipsis, UserPen, X } from 'lucide-react';
import { Fragment, type KeyboardEvent } from 'react';
import type { PendingChange } from '#editor/suggest/changes.ts';
import { settleChanges } from '#editor/suggest/actions.ts';
import { setSetting, settings } from '../../../app/settings.ts';
import { useStore } from '../../../app/store.ts';
import { showDialog } from '../../../app/workspace.ts';
import { AppMenu, MenuAction, MenuChoice, MenuDivider } from '../../../ui/AppMenu.tsx';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Keys } from '../../../ui/Keys.tsx';
import { formatCount } from '../../../ui/numbers.ts';
import { useNow } from '../../../ui/useNow.ts';
import { dayOf, timeOf } from '../history/versionNames.ts';
import type { BriefSession } from '../session.ts';
import {
  NEXT_SHORTCUT,
  PREVIOUS_SHORTCUT,
  settleAll,
  showChange,
  stepToChange,
  SUGGEST_SHORTCUT,
} from './suggestCommands.ts';
import { isSuggesting, toggleSuggesting } from './suggestMode.ts';
import { usePendingChanges } from './usePendingChanges.ts';
import styles from './suggesting.module.css';

const EXPORTS = [
  { value: 'accepted', label: 'with these changes' },
  { value: 'rejected', label: 'as before these changes' },
] as const;

/** The pending changes in the order of the text, each to be accepted or rejected. */
export function ChangesPanel({ session }: { session: BriefSession }) {
  const { editor } = session;
  const shown = usePendingChanges(editor);
  const count = shown?.changes.length ?? 0;
  const exported = useStore(settings, ({ exportSuggestions }) => exportSuggestions);
  const now = useNow();
  return (
    <>
      <div className={styles.head}>
        <IconButton
          icon={ChevronUp}
          label="Previous change"
          shortcut={PREVIOUS_SHORTCUT}
          disabled={count === 0}
          onClick={() => stepToChange(editor, -1)}
        />
        <IconButton
          icon={ChevronDown}
          label="Next change"
          shortcut={NEXT_SHORTCUT}
          disabled={count === 0}
          onClick={() => stepToChange(editor, 1)}
        />
        <span className={styles.count}>
          {count > 0 && `${formatCount(count)} ${count === 1 ? 'change' : 'changes'}`}
        </span>
        <AppMenu align="end" trigger={<IconButton icon={Ellipsis} label="Options of the changes" />}>
          <MenuAction icon={Check} disabled={count === 0} onSelect={() => settleAll(editor, 'accept')}>
            Accept all
          </MenuAction>
          <MenuAction icon={X} disabled={count === 0} onSelect={() => settleAll(editor, 'reject')}>
            Reject all
          </MenuAction>
          <MenuDivider />
          <MenuChoice
            label="Exports show the text"
            value={exported}
            choices={EXPORTS}
            onChange={(value) => setSetting('exportSuggestions', value)}
          />
          <MenuDivider />
          <MenuAction icon={UserPen} onSelect={() => showDialog('authorName')}>
            Your name…
          </MenuAction>
        </AppMenu>
      </div>
      {count > 0 && exported === 'rejected' && (
        <p className={styles.note}>Exports show the text as it was before these changes.</p>
      )}
      {shown !== null && count === 0 && <Nothing session={session} />}
      {shown !== null && count > 0 && (
        // The arrow keys, from one change to the next.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
        <ul className={styles.list} aria-label="Suggested changes" onKeyDown={moveFocus}>
          {shown.changes.map((change, index) => (
            <Row
              key={change.id}
              session={session}
              change={change}
              isCurrent={shown.current.has(change.id)}
              isFirst={index === 0}
              now={now}
            />
          ))}
        </ul>
      )}
    </>
  );
}

function Nothing({ session }: { session: BriefSession }) {
  const on = useStore(settings, (now) => isSuggesting(now, session.brief.id));
  return (
    <div className={styles.none}>
      <p>
        {on
          ? 'What you write and delete now is a suggestion, and is listed here until somebody accepts or rejects it.'
          : 'Nobody has suggested a change.'}
      </p>
      {!on && (
        <p>
          <Button onClick={() => toggleSuggesting(session)} data-panel-focus="">
            Suggest changes
          </Button>{' '}
          <Keys shortcut={SUGGEST_SHORTCUT} />
        </p>
      )}
    </div>
  );
}

interface RowProps {
  session: BriefSession;
  change: PendingChange;
  isCurrent: boolean;
  isFirst: boolean;
  now: number;
}

function Row({ session: { editor }, change, isCurrent, isFirst, now }: RowProps) {
  const { id, author, at, hue } = change;
  const settle = (verdict: 'accept' | 'reject'): void => void settleChanges(editor, verdict, new Set([id]));
  return (
    <li className={styles.change} data-change-hue={hue} data-current={isCurrent || undefined}>
      <button
        type="button"
        className={styles.open}
        data-change-row
        data-panel-focus={isFirst ? '' : undefined}
        aria-current={isCurrent || undefined}
        onClick={() => showChange(editor, id)}
      >
        <span className={styles.words}>
          <Words change={change} />
        </span>
        <span className={styles.facts}>
          {author} · {dayOf(at, now)} {timeOf(at)}
        </span>
      </button>
      <span className={styles.verdicts}>
        <IconButton icon={Check} label="Accept" onClick={() => settle('accept')} />
        <IconButton icon={X} label="Reject" onClick={() => settle('reject')} />
      </span>
    </li>
  );
}

/** Characters of a change that are shown. */
const SHOWN = 160;

function Words({ change: { parts } }: { change: PendingChange }) {
  return parts.map(({ kind, of, text }, index) => {
    const words = of === 'begin' ? '¶' : shortened(text) || (of === 'block' ? 'an empty block' : '');
    const Tag = kind === 'insertion' ? 'ins' : 'del';
    const isApart = index > 0 && [of, parts[index - 1]!.of].includes('block');
    return (
      // Parts have no names of their own and are never moved among each other.
      // oxlint-disable-next-line react/no-array-index-key
      <Fragment key={index}>
        {isApart && ' '}
        <Tag>{words}</Tag>
      </Fragment>
    );
  });
}

function shortened(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-change-row]')];
  const at = rows.findIndex((row) => row.closest('li')?.contains(document.activeElement));
  if (step === undefined || at < 0) return;
  event.preventDefault();
  rows[at + step]?.focus();
}
