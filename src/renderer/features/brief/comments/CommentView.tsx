import { Ellipsis, PenLine, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Comment } from '#domain/comment.ts';
import { AppMenu, MenuAction } from '../../../ui/AppMenu.tsx';
import { IconButton } from '../../../ui/Button.tsx';
import { formatAgo } from '../../../ui/dates.ts';
import { CommentField } from './CommentField.tsx';
import styles from './comments.module.css';

interface CommentViewProps {
  comment: Comment;
  /** It began its thread. */
  first: boolean;
  /** The analyst wrote it. */
  own: boolean;
  now: number;
  onEdit: (text: string) => void;
  onRemove: () => void;
}

/** One comment of a thread. */
export function CommentView({ comment, first, own, now, onEdit, onRemove }: CommentViewProps) {
  const { author, text, createdAt, editedAt } = comment;
  const [edited, setEdited] = useState<string | null>(null);
  return (
    <div className={styles.comment}>
      <div className={styles.about}>
        <span className={styles.author}>{author}</span>
        <time className={styles.time} dateTime={createdAt} title={new Date(createdAt).toLocaleString()}>
          {formatAgo(createdAt, now)}
          {editedAt !== null && ', edited'}
        </time>
        <AppMenu
          align="end"
          trigger={
            <IconButton
              className={styles.small}
              icon={Ellipsis}
              label={`Options of the comment by ${author}`}
            />
          }
        >
          {own && (
            <MenuAction icon={PenLine} onSelect={() => setEdited(text)}>
              Edit
            </MenuAction>
          )}
          <MenuAction icon={Trash2} onSelect={onRemove}>
            {first ? 'Delete thread' : 'Delete reply'}
          </MenuAction>
        </AppMenu>
      </div>
      {edited === null ? (
        <p className={styles.text}>{text}</p>
      ) : (
        <CommentField
          label="Edit the comment"
          action="Save"
          value={edited}
          area={focusAtEnd}
          onChange={setEdited}
          onSend={(words) => {
            if (words !== text) onEdit(words);
            setEdited(null);
          }}
          onCancel={() => setEdited(null)}
        />
      )}
    </div>
  );
}

function focusAtEnd(area: HTMLTextAreaElement | null): void {
  area?.focus();
  area?.setSelectionRange(area.value.length, area.value.length);
}
