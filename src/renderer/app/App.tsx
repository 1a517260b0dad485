import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { useEffect, useState } from 'react';
import { ErrorBoundary } from '../ui/ErrorBoundary.tsx';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { Toaster } from '../ui/Toaster.tsx';
import { Shell } from './Shell.tsx';
import { restoreWindow } from './start.ts';

export function App() {
  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={500}>
        <ErrorBoundary name="Dossier">
          <Restored />
        </ErrorBoundary>
        <Toaster />
      </Tooltip.Provider>
    </CSPProvider>
  );
}

/** The window as it was left, once the core has told how that was. */
function Restored() {
  const [state, setState] = useState<'waiting' | 'ready' | Error>('waiting');
  useEffect(() => {
    if (state !== 'waiting') return;
    restoreWindow().then(
      () => setState('ready'),
      (error: unknown) => setState(error instanceof Error ? error : new Error(String(error))),
    );
  }, [state]);
  if (state === 'ready') return <Shell />;
  if (state === 'waiting') return null;
  return (
    <Empty title="Dossier could not start" role="alert">
      <p>{state.message}</p>
      <Button onClick={() => setState('waiting')}>Try again</Button>
    </Empty>
  );
}
