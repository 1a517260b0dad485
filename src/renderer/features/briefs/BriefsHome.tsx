import { BookOpen, FileInput, FilePlus2, NotebookPen } from 'lucide-react';
import { useOperation } from '../../api/useOperation.ts';
import { runCommand } from '../../app/commands.ts';
import { Button } from '../../ui/Button.tsx';
import { formatAgo } from '../../ui/dates.ts';
import { Empty } from '../../ui/Empty.tsx';
import { useNow } from '../../ui/useNow.ts';
import { briefTitle, switchBrief } from './briefActions.ts';
import { BRIEFS_DROP } from './openMarkdown.ts';
import styles from './briefs.module.css';

/** Stands in the middle while no brief is open. */
export function BriefsHome() {
  const now = useNow();
  const { data: briefs, error } = useOperation('briefs.list', {}, ['briefs.changed']);
  if (error !== null) return <Empty title="The briefs cannot be listed">{error.message}</Empty>;
  if (briefs === null) return null;
  if (briefs.length === 0)
    return (
      <Empty title="No briefs yet" icon={NotebookPen}>
        <p>
          A brief is a note that you write from your sources. Quote and cite what you read on the right; notes
          and the list of sources follow by themselves.
        </p>
        <Button kind="primary" icon={FilePlus2} onClick={() => runCommand('brief.new')}>
          New brief
        </Button>
        <Button kind="quiet" icon={FileInput} onClick={() => runCommand('brief.openMarkdown')}>
          Open Markdown as a brief…
        </Button>
        <Button kind="quiet" icon={BookOpen} onClick={() => runCommand('library.addSample')}>
          Look at a finished one first
        </Button>
      </Empty>
    );
  return (
    <div className={styles.home} {...{ [BRIEFS_DROP]: '' }}>
      <header>
        <h2>Briefs</h2>
        <Button kind="quiet" icon={FileInput} onClick={() => runCommand('brief.openMarkdown')}>
          Open Markdown…
        </Button>
        <Button icon={FilePlus2} onClick={() => runCommand('brief.new')}>
          New brief
        </Button>
      </header>
      <ul>
        {briefs.map((brief) => (
          <li key={brief.id}>
            <button type="button" onClick={() => void switchBrief(brief.id)}>
              <span>{briefTitle(brief)}</span>
              <span className={styles.ago}>{formatAgo(brief.updatedAt, now)}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
