/** Short messages at the edge of the window. */
import { Toast } from '@base-ui/react/toast';

export const toastManager = Toast.createToastManager();

export interface Notice {
  /** A message with the same id takes its place. */
  id?: string | undefined;
  title: string;
  description?: string | undefined;
  kind?: 'plain' | 'warning' | 'error' | undefined;
  /** Offered as a button of the message. */
  action?: { label: string; run: () => void } | undefined;
  /** Milliseconds until the message goes; 0 keeps it until it is closed. */
  timeout?: number | undefined;
}

/** Shows a message; returns its id. */
export function notify(notice: Notice): string {
  const {
    title,
    description,
    kind = 'plain',
    action,
    timeout = action === undefined ? 5000 : 10_000,
  } = notice;
  const id = toastManager.add({
    id: notice.id,
    title,
    description,
    type: kind,
    timeout,
    priority: kind === 'error' ? 'high' : 'low',
    ...(action !== undefined && {
      actionProps: {
        children: action.label,
        onClick: () => {
          toastManager.close(id);
          action.run();
        },
      },
    }),
  });
  return id;
}

/** Shows why something failed, in the operation's own words; in the place of the message `id` where given. */
export function notifyError(error: unknown, title = 'That did not work', id?: string): void {
  const description = error instanceof Error ? error.message : String(error);
  notify({ id, title, description, kind: 'error', timeout: 0 });
}
