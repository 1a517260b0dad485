import { client } from '../../api/client.ts';
import { createStore } from '../../app/store.ts';
import { workspace } from '../../app/workspace.ts';
import { keepListed } from './libraryState.ts';

/** Articles that were unread until they were opened in this window, in that order. */
export const justRead = createStore<readonly number[]>([]);

let marking: Promise<void> = Promise.resolve();

/** Resolves when it is known of each opened article whether it was unread. */
export function whenMarked(): Promise<void> {
  return marking;
}

/** Marks each article as read when it is opened in the reader. Call once, after the window has been restored. */
export function markOpenedAsRead(): void {
  let open = workspace.get().reader?.articleId;
  workspace.subscribe(() => {
    const now = workspace.get().reader?.articleId;
    if (now === open) return;
    open = now;
    if (now === undefined) return;
    keepListed([now]);
    const marked = markAsRead(now);
    marking = Promise.all([marking, marked]).then(() => undefined);
  });
}

async function markAsRead(id: number): Promise<void> {
  try {
    const { changed } = await client.call('articles.markRead', { target: { ids: [id] }, read: true });
    if (changed > 0) justRead.set((before) => [...before, id]);
  } catch {
    // It is nothing that the analyst asked for: that it failed need not be told.
  }
}
