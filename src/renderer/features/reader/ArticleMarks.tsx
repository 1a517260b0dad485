import { Mail, MailOpen, Star, Trash2 } from 'lucide-react';
import type { ArticleSummary } from '#domain/article.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { markRead, restore, star } from '../library/organiseActions.ts';
import styles from './reader.module.css';

/** Whether the article is starred and read, to be switched; and the way out of the trash for one that is in it. */
export function ArticleMarks({ article: { id, starred, read, trashed } }: { article: ArticleSummary }) {
  const target = { ids: [id] };
  return (
    <span className={styles.marks}>
      <IconButton
        icon={Star}
        label="Star"
        aria-pressed={starred}
        className={starred ? styles.starred : undefined}
        onClick={() => void star(target, !starred)}
      />
      <IconButton
        icon={read ? MailOpen : Mail}
        label={read ? 'Mark as unread' : 'Mark as read'}
        onClick={() => void markRead(target, !read)}
      />
      {trashed && (
        <Button kind="quiet" icon={Trash2} onClick={() => void restore(target)}>
          In the trash: restore
        </Button>
      )}
    </span>
  );
}
