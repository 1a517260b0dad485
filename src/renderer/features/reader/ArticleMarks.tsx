import { Circle, CircleCheck, Star } from 'lucide-react';
import type { ArticleSummary } from '#domain/article.ts';
import { client } from '../../api/client.ts';
import { IconButton } from '../../ui/Button.tsx';
import { notifyError } from '../../ui/toasts.ts';
import styles from './reader.module.css';

/** Whether the article is starred and read, to be switched. */
export function ArticleMarks({ article: { id, starred, read } }: { article: ArticleSummary }) {
  const target = { ids: [id] };
  const fail = (error: unknown): void => notifyError(error, 'The mark was not changed');
  return (
    <span className={styles.marks}>
      <IconButton
        icon={Star}
        label="Star"
        aria-pressed={starred}
        className={starred ? styles.starred : undefined}
        onClick={() => void client.call('articles.star', { target, starred: !starred }).catch(fail)}
      />
      <IconButton
        icon={read ? CircleCheck : Circle}
        label="Read"
        aria-pressed={read}
        onClick={() => void client.call('articles.markRead', { target, read: !read }).catch(fail)}
      />
    </span>
  );
}
