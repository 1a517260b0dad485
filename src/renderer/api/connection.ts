/** Whether the core answers. */
import { createStore } from '../app/store.ts';

/** Null while the core answers, else why it does not, for the analyst. */
export const lostConnection = createStore<string | null>(null);

const RETRY_AFTER = 1500;
let probing = false;

/**
 * Called when a call or the event stream failed. `probe` asks the core a small question; until it is
 * answered the connection counts as lost, and it is asked again every 1.5 s.
 */
export async function checkConnection(probe: () => Promise<string | null>): Promise<void> {
  if (probing) return;
  probing = true;
  try {
    for (;;) {
      const failure = await probe();
      lostConnection.set(failure);
      if (failure === null) return;
      await new Promise((resolve) => setTimeout(resolve, RETRY_AFTER));
    }
  } finally {
    probing = false;
  }
}
