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

/** Words, citations, and whether everything is saved. Each part follows what it shows: a key draws none of the others. */
export function StatusBar({ session }: { session: BriefSession }) {
  return (
    <footer className={styles.status}>
      <CountsButton session={session} />
      <ModeButton session={session} />
      <CitedCount session={session} />
      <CommentCount session={session} />
      <IncompleteSources session={session} />
      <UndescribedPictures editor={session.editor} />
      <CitationsProblem session={session} />
      <span className={styles.grow} />
      <ZoomControl />
      <Saving session={session} />
    </footer>
  );
}

function CitedCount({ session: { citations } }: { session: BriefSession }) {
  const cited = useStore(citations.state, ({ formatted }) => formatted?.clusters.length ?? 0);
  // The list comes after the first citations, and some styles have none.
  const listed = useStore(citations.state, ({ formatted }) => formatted?.bibliography.length ?? 0);
  if (cited === 0) return null;
  return (
    <span className={styles.quiet}>
      {count(cited, 'citation')}
      {listed > 0 && ` · ${count(listed, 'source')}`}
    </span>
  );
}

function CitationsProblem({ session: { citations } }: { session: BriefSession }) {
  const error = useStore(citations.state, (state) => state.error);
  const lost = useStore(lostConnection) !== null;
  if (error === null || lost) return null;
  return (
    <span className={styles.statusProblem} role="alert">
      <AlertTriangle size={14} aria-hidden />
      Citations are not up to date. {error}
      <Button kind="quiet" onClick={() => citations.refresh()}>
        Try again
      </Button>
    </span>
  );
}

function Saving({ session: { autosave, settings } }: { session: BriefSession }) {
  const save = useStore(autosave.state);
  const settingsError = useStore(settings.error);
  // The banner of the window says why nothing goes through, and all of it is tried again by itself.
  const lost = useStore(lostConnection) !== null;
  const retry = (): void => {
    void Promise.allSettled([autosave.flush(), settings.flush()]);
  };
  if (lost && (settingsError !== null || save.kind !== 'saved')) return <NotSaved />;
  if (settingsError !== null)
    return <Problem message={`Title and settings are not saved. ${settingsError}`} onRetry={retry} />;
  return <SaveStatus state={save} onRetry={retry} />;
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
