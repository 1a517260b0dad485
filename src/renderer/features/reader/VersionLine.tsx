import { ChevronDown, GitCompare } from 'lucide-react';
import type { ArticleVersion } from '#contract/annotations.ts';
import { useOperation } from '../../api/useOperation.ts';
import { openPassage, showDialog } from '../../app/workspace.ts';
import { AppMenu, MenuAction, MenuChoice, MenuDivider } from '../../ui/AppMenu.tsx';
import { classNames } from '../../ui/classNames.ts';
import { formatIsoDate } from '../../ui/dates.ts';
import { formatCount } from '../../ui/numbers.ts';
import styles from './reader.module.css';

interface VersionLineProps {
  articleId: number;
  /** The version that the reader shows. */
  shown: number;
  onLatest: () => void;
}

/** `Version of 3 May 2024`, with the day's time where two versions came on one day. */
export function versionName(version: ArticleVersion, all: readonly ArticleVersion[]): string {
  const day = version.createdAt.slice(0, 10);
  const sameDay = all.filter(({ createdAt }) => createdAt.slice(0, 10) === day).length > 1;
  const time = new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' });
  return `Version of ${formatIsoDate(day)}${sameDay ? `, ${time.format(new Date(version.createdAt))}` : ''}`;
}

/** Which version of the text is shown, where there are several; leads to the others. */
export function VersionLine({ articleId, shown, onLatest }: VersionLineProps) {
  const { data: versions } = useOperation('articles.versions', { id: articleId }, ['articles.changed']);
  const current = versions?.find(({ id }) => id === shown);
  if (versions === null || current === undefined || versions.length < 2) return null;
  const trigger = (
    <button type="button" className={styles.versionButton}>
      {versionName(current, versions)}
      <ChevronDown size={12} aria-hidden />
    </button>
  );
  return (
    <div className={classNames(styles.version, !current.latest && styles.earlier)}>
      <AppMenu trigger={trigger}>
        <MenuChoice
          label="Versions of the text"
          value={shown}
          choices={versions.map((version) => ({
            value: version.id,
            label: versionName(version, versions),
            side: version.latest ? 'latest' : `${formatCount(version.words)} words`,
          }))}
          onChange={(versionId) =>
            versions.find(({ id }) => id === versionId)?.latest === true
              ? onLatest()
              : openPassage({ articleId, versionId })
          }
        />
        <MenuDivider />
        <MenuAction icon={GitCompare} onSelect={() => showDialog('versions')}>
          Compare versions…
        </MenuAction>
      </AppMenu>
      {!current.latest && (
        <span>
          A newer one exists.{' '}
          <button type="button" className={styles.inlineLink} onClick={onLatest}>
            Show the latest
          </button>{' '}
          <button type="button" className={styles.inlineLink} onClick={() => showDialog('versions')}>
            Compare
          </button>
        </span>
      )}
    </div>
  );
}
