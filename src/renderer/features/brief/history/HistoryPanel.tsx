import { Ellipsis, GitCompare, History, PenLine, Share, Tag, Trash2 } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { VersionSummary } from '#domain/versions/version.ts';
import { useOperation } from '../../../api/useOperation.ts';
import { AppMenu, MenuAction } from '../../../ui/AppMenu.tsx';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { formatCount } from '../../../ui/numbers.ts';
import { useNow } from '../../../ui/useNow.ts';
import { askForExport } from '../../export/exportTask.ts';
import type { BriefSession } from '../session.ts';
import { askForName, askToRemove, compareVersion } from './historyState.ts';
import { dayOf, timeOf, versionTitle } from './versionNames.ts';
import styles from './history.module.css';

/** The versions of the brief by day, latest first. */
export function HistoryPanel({ session: { brief } }: { session: BriefSession }) {
  const { data: versions, error } = useOperation('versions.list', { briefId: brief.id }, [
    'versions.changed',
  ]);
  const now = useNow();
  return (
    <>
      <div className={styles.head}>
        <Button
          icon={Tag}
          onClick={() => askForName(null)}
          data-panel-focus={versions?.length === 0 ? '' : undefined}
        >
          Name this version…
        </Button>
      </div>
      {error !== null && <Empty title="The versions cannot be listed">{error.message}</Empty>}
      {versions?.length === 0 && (
        <p className={styles.none}>
          Dossier keeps a version every ten minutes while you write, and before much is deleted or restored.
          Name one to keep it for good.
        </p>
      )}
      {versions !== null && versions.length > 0 && <Versions versions={versions} now={now} />}
    </>
  );
}

function Versions({ versions, now }: { versions: readonly VersionSummary[]; now: number }) {
  const days = Map.groupBy(versions, ({ createdAt }) => dayOf(createdAt, now));
  return (
    // The arrow keys, from one version to the next.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div className={styles.days} onKeyDown={moveFocus}>
      {[...days].map(([day, list]) => (
        <section key={day} aria-label={day}>
          <h3 className={styles.day}>{day}</h3>
          <ul className={styles.list}>
            {list.map((version) => (
              <Version
                key={version.id}
                version={version}
                earlier={versions[versions.indexOf(version) + 1]}
                first={version === versions[0]}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface VersionProps {
  version: VersionSummary;
  /** The one before it. */
  earlier: VersionSummary | undefined;
  first: boolean;
}

function Version({ version, earlier, first }: VersionProps) {
  const { kind, createdAt, words } = version;
  const more = earlier === undefined ? 0 : words - earlier.words;
  return (
    <li className={styles.version} data-kind={kind}>
      <button
        type="button"
        className={styles.open}
        data-version
        data-panel-focus={first ? '' : undefined}
        onClick={() => compareVersion(version)}
      >
        {kind === 'named' && <Tag size={13} aria-hidden className={styles.sign} />}
        {kind !== 'named' && <History size={13} aria-hidden className={styles.sign} />}
        <span className={styles.title}>{versionTitle(version)}</span>
        <span className={styles.facts}>
          {timeOf(createdAt)} · {formatCount(words)} words
          {more !== 0 && ` (${more > 0 ? '+' : '−'}${formatCount(Math.abs(more))})`}
        </span>
      </button>
      <AppMenu
        align="end"
        trigger={<IconButton icon={Ellipsis} label={`Options of the version of ${timeOf(createdAt)}`} />}
      >
        <MenuAction icon={GitCompare} onSelect={() => compareVersion(version)}>
          Compare…
        </MenuAction>
        <MenuAction icon={PenLine} onSelect={() => askForName(version)}>
          {kind === 'named' ? 'Rename…' : 'Name…'}
        </MenuAction>
        <MenuAction icon={Share} onSelect={() => askForExport(version)}>
          Export this version…
        </MenuAction>
        <MenuAction icon={Trash2} onSelect={() => askToRemove(version)}>
          Remove…
        </MenuAction>
      </AppMenu>
    </li>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-version]')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  if (step === undefined || at < 0) return;
  event.preventDefault();
  rows[at + step]?.focus();
}
