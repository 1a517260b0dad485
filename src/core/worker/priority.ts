/** How much of the processors a thread gets while others want them too. */
import { getPriority, setPriority } from 'node:os';

/** A tenth of the time of a thread that did not step back, should both want a whole processor. */
const NICE = 10;

/**
 * Lets those go first that answer somebody: for a thread that works in the background.
 * On Linux alone: elsewhere the whole process would step back.
 */
export function stepBack(): void {
  if (process.platform !== 'linux') return;
  try {
    if (getPriority() < NICE) setPriority(NICE);
  } catch {
    // A system that does not allow it leaves the thread as it is.
  }
}
