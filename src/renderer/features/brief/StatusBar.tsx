import { AlertTriangle, Check, CloudOff, LoaderCircle } from 'lucide-react';
import { lostConnection } from '../../api/connection.ts';
import { useStore } from '../../app/store.ts';
import { Button } from '../../ui/Button.tsx';
import type { SaveState } from './autosave.ts';
import { CommentCount } from './comments/CommentCount.tsx';
import { CountsButton } from './counts/CountsButton.tsx';
import { UndescribedPictures } from './figures/UndescribedPictures.tsx';
import { IncompleteSources } from './IncompleteSources.tsx';
import type { BriefSession } from './session.ts';
import { ModeButton } from './suggesting/ModeButton.tsx';
import { ZoomControl } from './zoom/ZoomControl.tsx';
import { formatCount } from '../../ui/numbers.ts';
import styles from './brief.module.css';

/** Words, citations, and whether everything is saved. */
export function StatusBar({ session }: { session: BriefSession }) {
  const { autosave, settings, citations } = session;
  const save = useStore(autosave.state);
  const settingsError = useStore(settings.error);
  const error = useStore(citations.state, (state) => state.error);
  const cited = useStore(citations.state, ({ formatted }) => formatted?.clusters.length ?? 0);
  // The list comes after the first citations, and some styles have none.
  const listed = useStore(citations.state, ({ formatted }) => formatted?.bibliography.length ?? 0);
  // The banner of the window says why nothing goes through, and all of it is tried again by itself.
  const lost = useStore(lostConnection) !== null;
  const retry = (): void => {
    void Promise.allSettled([autosave.flush(), settings.flush()]);
  };
  return (
    <footer className={styles.status}>
      <CountsButton session={session} />
      <ModeButton session={session} />
      {cited > 0 && (
        <span className={styles.quiet}>
          {count(cited, 'citation')}
          {listed > 0 && ` · ${count(listed, 'source')}`}
        </span>
      )}
      <CommentCount session={session} />
      <IncompleteSources session={session} />
      <UndescribedPictures editor={session.editor} />
      {error !== null && !lost && (
        <span className={styles.statusProblem} role="alert">
          <AlertTriangle size={14} aria-hidden />
          Citations are not up to date. {error}
          <Button kind="quiet" onClick={() => citations.refresh()}>
            Try again
          </Button>
        </span>
      )}
      <span className={styles.grow} />
      <ZoomControl />
      {lost && (settingsError !== null || save.kind !== 'saved') ? (
        <NotSaved />
      ) : settingsError !== null ? (
        <Problem message={`Title and settings are not saved. ${settingsError}`} onRetry={retry} />
      ) : (
        <SaveStatus state={save} onRetry={retry} />
      )}
    </footer>
  );
}

function SaveStatus({ state, onRetry }: { state: SaveState; onRetry: () => void }) {
  if (state.kind === 'failed')
    return <Problem message={`Not saved, trying again. ${state.message}`} onRetry={onRetry} />;
  if (state.kind === 'conflict') return <NotSaved />;
  const saved = state.kind === 'saved';
  return (
    <output className={styles.saveState} data-testid="save-state" data-state={state.kind}>
      {saved ? <Check size={14} aria-hidden /> : <LoaderCircle size={14} aria-hidden />}
      {saved ? 'Saved' : 'Saving…'}
    </output>
  );
}

function NotSaved() {
  return (
    <output className={styles.statusProblem} data-testid="save-state" data-state="failed">
      <CloudOff size={14} aria-hidden />
      Not saved yet
    </output>
  );
}

function Problem({ message, onRetry }: { message: string; onRetry: () => void }) {
  return (
    <span className={styles.statusProblem} role="alert" data-testid="save-state" data-state="failed">
      <CloudOff size={14} aria-hidden />
      {message}
      <Button kind="quiet" onClick={onRetry}>
        Save now
      </Button>
    </span>
  );
}

function count(number: number, noun: string): string {
  return `${formatCount(number)} ${noun}${number === 1 ? '' : 's'}`;
}
