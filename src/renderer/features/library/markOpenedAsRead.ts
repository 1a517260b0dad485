import { client } from '../../api/client.ts';
import { workspace } from '../../app/workspace.ts';
import { keepListed } from './libraryState.ts';

/** Marks each article as read when it is opened in the reader. Call once, after the window has been restored. */
export function markOpenedAsRead(): void {
  let open = workspace.get().reader?.articleId;
  workspace.subscribe(() => {
    const now = workspace.get().reader?.articleId;
    if (now === open) return;
    open = now;
    if (now === undefined) return;
    keepListed([now]);
    // It is nothing that the analyst asked for: that it failed need not be told.
    client.call('articles.markRead', { target: { ids: [now] }, read: true }).catch(() => undefined);
  });
}
