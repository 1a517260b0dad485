import { Toast } from '@base-ui/react/toast';
import { X } from 'lucide-react';
import { classNames } from './classNames.ts';
import { toastManager } from './toasts.ts';
import styles from './Toaster.module.css';

/** Id of the region that holds the messages. */
export const TOASTER = 'messages';

/** Where messages appear: the lower right corner, newest at the bottom. */
export function Toaster() {
  return (
    <Toast.Provider toastManager={toastManager} limit={4}>
      <Toast.Portal>
        <Toast.Viewport id={TOASTER} className={styles.viewport}>
          <Messages />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function Messages() {
  const { toasts } = Toast.useToastManager();
  return toasts.toReversed().map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      swipeDirection={[]}
      className={classNames(styles.toast, styles[toast.type ?? 'plain'])}
    >
      <Toast.Content className={styles.content}>
        <div className={styles.words}>
          <Toast.Title className={styles.title} />
          <Toast.Description className={styles.description} />
        </div>
        <Toast.Action className={styles.action} />
        {/* Hidden by itself in a stack of messages; these all stand side by side. */}
        <Toast.Close className={styles.close} aria-label="Close message" aria-hidden={false}>
          <X size={14} aria-hidden />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}
