import { Check, RotateCcw } from 'lucide-react';
import { memo, type MouseEvent, useEffect, useRef, useState } from 'react';
import type { Thread } from '#domain/comment.ts';
import { newThreadId } from '#domain/document/comments.ts';
import { settings } from '../../../app/settings.ts';
import { useStore } from '../../../app/store.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { formatAgo } from '../../../ui/dates.ts';
import { notify } from '../../../ui/toasts.ts';
import type { BriefSession } from '../session.ts';
import { CommentField } from './CommentField.tsx';
import { replyAsked } from './commentsPanelState.ts';
import { CommentView } from './CommentView.tsx';
import { withAuthor } from './authorAsked.ts';
import styles from './comments.module.css';

interface ThreadCardProps {
  session: BriefSession;
  thread: Thread;
  /** The words that it is on now; null where they are gone. */
  words: string | null;
  isCurrent: boolean;
  /** It takes the focus when the panel is opened by its key. */
  isFirst: boolean;
  now: number;
}

/** A thread: its words, what was said, and a field to reply in where it is the current one. */
export const ThreadCard = memo(function ThreadCard(props: ThreadCardProps) {
  const { session, thread, words, isCurrent, isFirst, now } = props;
  const { comments, editor } = session;
  const { id, quote, resolved } = thread;
  const { change } = comments.threads;
  const card = useRef<HTMLLIElement>(null);
  const author = useStore(settings, ({ authorName }) => authorName);
  const [first] = thread.comments;

  useEffect(() => {
    if (isCurrent) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);

  /** To the thread beside this one, or to the text, should the focus go with the card. */
  const passFocusOn = (): void => {
    const next = threadBeside(card.current) ?? editor.getRootElement();
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) next?.focus();
    });
  };
  const resolve = (): void =>
    withAuthor((name) => {
      passFocusOn();
      comments.resolve(id, resolved === null, name);
    });
  const remove = (commentId: string, isThread: boolean): void => {
    if (isThread) passFocusOn();
    change({ name: 'comments.remove', input: { id: commentId } });
    notify({
      title: isThread ? 'The thread is deleted.' : 'The reply is deleted.',
      action: {
        label: 'Undo',
        run: () => change({ name: 'comments.restore', input: { id: commentId } }),
      },
    });
  };
  return (
    // The pointer may press anywhere; the keyboard has the button of the words.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <li
      ref={card}
      className={styles.thread}
      data-current={isCurrent || undefined}
      data-resolved={resolved !== null || undefined}
      data-thread={id}
      aria-label={`${first?.author}: ${first?.text.slice(0, 80)}`}
      onClick={(event) => !isCurrent && isOnWords(event) && comments.show(id)}
    >
      <div className={styles.top}>
        {words === null ? (
          <button
            type="button"
            className={styles.quote}
            data-thread-focus
            data-gone
            data-panel-focus={isFirst ? '' : undefined}
            onClick={() => comments.current.set(id)}
          >
            {quote === '' ? 'Its words were deleted' : `Its words were deleted: “${quote}”`}
          </button>
        ) : (
          <button
            type="button"
            className={styles.quote}
            data-thread-focus
            data-panel-focus={isFirst ? '' : undefined}
            aria-current={isCurrent || undefined}
            title="Show in the text"
            onClick={() => comments.goTo(id)}
          >
            {words}
          </button>
        )}
        <IconButton
          className={styles.small}
          icon={resolved === null ? Check : RotateCcw}
          label={resolved === null ? 'Resolve' : 'Open again'}
          onClick={resolve}
        />
      </div>
      {thread.comments.map((comment) => (
        <CommentView
          key={comment.id}
          comment={comment}
          first={comment === first}
          own={comment.author === author}
          now={now}
          onEdit={(text) => change({ name: 'comments.edit', input: { id: comment.id, text } })}
          onRemove={() => remove(comment.id, comment === first)}
        />
      ))}
      {resolved !== null && (
        <p className={styles.time}>
          Resolved by {resolved.author} {formatAgo(resolved.at, now)}
        </p>
      )}
      {isCurrent && resolved === null && (
        <Reply session={session} thread={id} onLeave={() => editor.focus()} />
      )}
    </li>
  );
});

/** Not on a button, which does something else, nor in a menu, whose presses React tells of here too. */
function isOnWords({ currentTarget, target }: MouseEvent): boolean {
  return target instanceof Element && currentTarget.contains(target) && target.closest('button') === null;
}

/** What takes the focus where this card goes: the next thread, else the one before it. */
function threadBeside(card: HTMLElement | null): HTMLElement | null {
  const beside = [card?.nextElementSibling, card?.previousElementSibling];
  return beside.flatMap((other) => other?.querySelector<HTMLElement>('[data-thread-focus]') ?? [])[0] ?? null;
}

function Reply({ session, thread, onLeave }: { session: BriefSession; thread: string; onLeave: () => void }) {
  const { comments } = session;
  const area = useRef<HTMLTextAreaElement>(null);
  const asked = useStore(replyAsked);
  const [text, setText] = useState(() => comments.unsent.get(thread) ?? '');
  useEffect(() => {
    if (asked !== thread) return;
    area.current?.focus();
    replyAsked.set(null);
  }, [asked, thread]);
  const write = (value: string): void => {
    if (value === '') comments.unsent.delete(thread);
    else comments.unsent.set(thread, value);
    setText(value);
  };
  return (
    <CommentField
      label="Reply"
      action="Reply"
      placeholder="Reply"
      small
      area={area}
      value={text}
      onChange={write}
      onSend={(words) =>
        withAuthor((author) => {
          write('');
          comments.threads.change({
            name: 'comments.reply',
            input: { threadId: thread, comment: { id: newThreadId(), author, text: words } },
          });
        })
      }
      onCancel={() => {
        write('');
        onLeave();
      }}
    />
  );
}
