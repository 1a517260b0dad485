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
  turn = performance.now();
  try {
    if (getPriority() < NICE) setPriority(NICE);
  } catch {
    // A system that does not allow it leaves the thread as it is.
  }
}

/** Milliseconds for which a thread that stepped back works without a pause, and of the pause. */
const TURN = 0.5;
const MOMENT = 0.02;

/** When the turn at hand began; a thread that did not step back has one without an end. */
let turn = Infinity;
const nobody = new Int32Array(new SharedArrayBuffer(4));

/**
 * To be called between small pieces of work of a thread that stepped back: now and then it sleeps for a moment. Linux
 * looks only every few milliseconds whether somebody waits for a processor whose thread goes on and on; whoever wants
 * to answer meanwhile would wait as long.
 */
export function breathe(): void {
  if (performance.now() - turn < TURN) return;
  Atomics.wait(nobody, 0, 0, MOMENT);
  turn = performance.now();
}
