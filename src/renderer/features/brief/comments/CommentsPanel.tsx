import { ChevronDown, ChevronUp, Ellipsis, MessageSquarePlus, UserPen } from 'lucide-react';
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react';
import type { Thread } from '#domain/comment.ts';
import { observePlaces, type ThreadPlace, threadPlaces } from '#editor/comments/places.ts';
import type { LexicalEditor } from 'lexical';
import { runCommand } from '../../../app/commands.ts';
import { useStore } from '../../../app/store.ts';
import { showDialog } from '../../../app/workspace.ts';
import { AppMenu, MenuAction, MenuDivider } from '../../../ui/AppMenu.tsx';
import { Button, IconButton } from '../../../ui/Button.tsx';
import { Keys } from '../../../ui/Keys.tsx';
import { formatCount } from '../../../ui/numbers.ts';
import { useNow } from '../../../ui/useNow.ts';
import type { BriefSession } from '../session.ts';
import { COMMENT_SHORTCUT, NEXT_SHORTCUT, PREVIOUS_SHORTCUT } from './commentShortcuts.ts';
import { type Filter, filter, FILTERS, passes } from './commentsPanelState.ts';
import { DraftCard } from './DraftCard.tsx';
import { ThreadCard } from './ThreadCard.tsx';
import styles from './comments.module.css';

const NAMES: Record<Filter, string> = { open: 'Open', resolved: 'Resolved', all: 'All' };

/** The comments on the brief in the order of its text; those whose words are gone follow. */
export function CommentsPanel({ session }: { session: BriefSession }) {
  const { comments, editor } = session;
  const { threads, failure, unsaved } = useStore(comments.threads.state);
  const draft = useStore(comments.draft);
  const current = useStore(comments.current);
  const chosen = useStore(filter);
  const places = usePlaces(editor, threads, draft);
  const now = useNow();
  const isCurrentHidden =
    threads?.some((thread) => thread.id === current && !passes(chosen, thread)) === true;

  // What the caret is in is never left out.
  useEffect(() => {
    if (isCurrentHidden) filter.set('all');
  }, [isCurrentHidden]);

  const shown = inOrder(
    (threads ?? []).filter((thread) => passes(chosen, thread)),
    places,
  );
  const rows: (Thread | 'draft')[] = [...shown];
  if (draft !== null) {
    const order = [...places.keys()];
    const at = order.indexOf(draft.id);
    const behind = shown.findIndex(({ id }) => !places.has(id) || order.indexOf(id) > at);
    rows.splice(behind < 0 || at < 0 ? rows.length : behind, 0, 'draft');
  }
  return (
    <>
      <div className={styles.head}>
        <fieldset className={styles.filters} aria-label="Which comments are shown">
          {FILTERS.map((each) => (
            <button
              key={each}
              type="button"
              className={styles.filter}
              aria-pressed={each === chosen}
              onClick={() => filter.set(each)}
            >
              {NAMES[each]}
              <Count number={(threads ?? []).filter((thread) => passes(each, thread)).length} />
            </button>
          ))}
        </fieldset>
        <IconButton
          icon={MessageSquarePlus}
          label="Comment on the selected words"
          shortcut={COMMENT_SHORTCUT}
          // The selection must outlive the press.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => runCommand('comment.add')}
        />
        <AppMenu align="end" trigger={<IconButton icon={Ellipsis} label="Options of the comments" />}>
          <MenuAction icon={ChevronDown} shortcut={NEXT_SHORTCUT} onSelect={() => runCommand('comment.next')}>
            Next comment
          </MenuAction>
          <MenuAction
            icon={ChevronUp}
            shortcut={PREVIOUS_SHORTCUT}
            onSelect={() => runCommand('comment.previous')}
          >
            Previous comment
          </MenuAction>
          <MenuDivider />
          <MenuAction icon={UserPen} onSelect={() => showDialog('authorName')}>
            Your name…
          </MenuAction>
        </AppMenu>
      </div>
      {failure !== null && (
        <div className={styles.failure} role="alert">
          <p>
            {unsaved > 0 ? 'Not saved yet.' : 'The comments cannot be read.'} {failure}
          </p>
          <Button onClick={comments.threads.retry}>Try again</Button>
          {unsaved > 0 && <Button onClick={comments.threads.discard}>Discard</Button>}
        </div>
      )}
      {rows.length === 0 && threads !== null && <Nothing chosen={chosen} />}
      {/* The arrow keys, from one thread to the next. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <ul className={styles.threads} aria-label="Comments" onKeyDown={moveFocus}>
        {rows.map((row, index) =>
          row === 'draft' ? (
            <DraftCard key={draft?.id} session={session} draft={draft!} />
          ) : (
            <ThreadCard
              key={row.id}
              session={session}
              thread={row}
              words={places.get(row.id)?.words ?? null}
              isCurrent={row.id === current && draft === null}
              isFirst={shown.some(({ id }) => id === current) ? row.id === current : index === 0}
              now={now}
            />
          ),
        )}
      </ul>
    </>
  );
}

function Count({ number }: { number: number }) {
  return number > 0 && <span className={styles.count}>{formatCount(number)}</span>;
}

function Nothing({ chosen }: { chosen: Filter }) {
  return (
    <div className={styles.none}>
      {chosen === 'resolved' ? (
        <p data-panel-focus tabIndex={-1}>
          No comment is resolved.
        </p>
      ) : (
        <>
          <p data-panel-focus tabIndex={-1}>
            {chosen === 'open' ? 'No open comments.' : 'No comments yet.'}
          </p>
          <p>
            Select words in the text and press <Keys shortcut={COMMENT_SHORTCUT} />
          </p>
        </>
      )}
    </div>
  );
}

/** Where the threads stand, for as long as the panel is open; read anew with `threads` and `draft`. */
function usePlaces(
  editor: LexicalEditor,
  threads: unknown,
  draft: unknown,
): ReadonlyMap<string, ThreadPlace> {
  const [turn, setTurn] = useState(0);
  useEffect(() => observePlaces(editor, () => setTurn((before) => before + 1)), [editor]);
  // oxlint-disable-next-line react-hooks/exhaustive-deps
  return useMemo(() => threadPlaces(editor), [editor, threads, draft, turn]);
}

/** In the order of the text; those without words last, the oldest first. */
function inOrder(threads: readonly Thread[], places: ReadonlyMap<string, ThreadPlace>): Thread[] {
  const order = new Map([...places.keys()].map((id, index) => [id, index]));
  const rank = ({ id }: Thread): number => order.get(id) ?? places.size;
  return threads.toSorted((a, b) => rank(a) - rank(b));
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-thread-focus]')];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  if (step === undefined || at < 0) return;
  event.preventDefault();
  rows[at + step]?.focus();
}
