/** How much of the processors a thread gets while others want them too. */
import { constants, getPriority, setPriority } from 'node:os';

/**
 * Lets the calling thread work in what time others leave: for work in the background, beside which somebody
 * waits for an answer. On Linux alone: elsewhere the whole process would step back.
 */
export function stepBack(): void {
  if (process.platform !== 'linux') return;
  const wanted = constants.priority.PRIORITY_BELOW_NORMAL;
  try {
    if (getPriority() < wanted) setPriority(wanted);
  } catch {
    // A system that does not allow it leaves the thread as it is.
  }
}
