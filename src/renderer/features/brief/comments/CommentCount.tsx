import { MessageSquare } from 'lucide-react';
import { useEffect } from 'react';
import { useStore } from '../../../app/store.ts';
import { Button } from '../../../ui/Button.tsx';
import { formatCount } from '../../../ui/numbers.ts';
import { openPanel } from '../panels/panelState.ts';
import type { BriefSession } from '../session.ts';

/** How many comments are open; opens the panel, as does a click on words that are commented on. */
export function CommentCount({ session: { comments } }: { session: BriefSession }) {
  const open = useStore(
    comments.threads.state,
    ({ threads }) => threads?.filter(({ resolved }) => resolved === null).length ?? 0,
  );
  const failure = useStore(comments.threads.state, (state) => state.failure);
  useEffect(() => comments.onClick(() => openPanel('comments', false)), [comments]);
  useEffect(() => {
    // What was written must be seen not to be stored.
    if (failure !== null && comments.threads.state.get().unsaved > 0) openPanel('comments', false);
  }, [comments, failure]);
  if (open === 0) return null;
  return (
    <Button kind="quiet" icon={MessageSquare} onClick={() => openPanel('comments', true)}>
      {formatCount(open)} {open === 1 ? 'comment' : 'comments'}
    </Button>
  );
}
