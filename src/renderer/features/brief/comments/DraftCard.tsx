import { useEffect, useRef, useState } from 'react';
import { settings } from '../../../app/settings.ts';
import { useStore } from '../../../app/store.ts';
import field from '../../../ui/field.module.css';
import type { BriefSession } from '../session.ts';
import { setAuthor } from './authorAsked.ts';
import type { Draft } from './briefComments.ts';
import { CommentField } from './CommentField.tsx';
import { composerAsked } from './commentsPanelState.ts';
import styles from './comments.module.css';

/** A comment that is being written. Asks for the analyst's name before the first one. */
export function DraftCard({ session, draft }: { session: BriefSession; draft: Draft }) {
  const { comments, editor } = session;
  const area = useRef<HTMLTextAreaElement>(null);
  const asked = useStore(composerAsked);
  const [isNamed] = useState(() => settings.get().authorName !== '');
  const [name, setName] = useState(() => session.settings.current.get().author);
  const [text, setText] = useState(() => comments.unsent.get(draft.id) ?? '');

  useEffect(() => {
    area.current?.focus();
    area.current?.scrollIntoView({ block: 'nearest' });
  }, [asked, draft.id]);

  const write = (value: string): void => {
    comments.unsent.set(draft.id, value);
    setText(value);
  };
  return (
    <li className={styles.thread} data-current data-thread={draft.id}>
      <p className={styles.quote}>{draft.quote}</p>
      <CommentField
        label="Comment"
        action="Comment"
        placeholder="Write a comment"
        value={text}
        area={area}
        ready={isNamed || name.trim() !== ''}
        onChange={write}
        onSend={(words) => {
          if (!isNamed) setAuthor(name);
          comments.save(words);
          editor.focus();
        }}
        onCancel={() => {
          comments.cancel();
          editor.focus();
        }}
      >
        {!isNamed && (
          <label className={field.field}>
            <span className={field.label}>Your name, shown with your comments</span>
            <input
              className={field.input}
              value={name}
              maxLength={200}
              autoComplete="name"
              onChange={(event) => setName(event.target.value)}
            />
          </label>
        )}
      </CommentField>
    </li>
  );
}
