/** How much of the processors a thread gets while others want them too. */
import { getPriority, setPriority } from 'node:os';
import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads';

/** A tenth of the time of a thread that did not step back, should both want a whole processor. */
const NICE = 10;

/**
 * Lets those go first that answer somebody: for a thread that works in the background, which calls `breathe`.
 * Its priority is lowered on Linux alone: elsewhere the whole process would step back.
 */
export function stepBack(): void {
  turn = performance.now();
  if (process.platform !== 'linux') return;
  try {
    if (getPriority() < NICE) setPriority(NICE);
  } catch {
    // A system that does not allow it leaves the thread as it is.
  }
}

/** Milliseconds for which a thread that stepped back works without a pause, and of the pause. */
const TURN = 0.5;
const MOMENT = 0.02;
/** Milliseconds of the pause at most while a question is being answered, and after which it is none any more. */
const ASIDE = 5;
const LONG = 200;

/** When the turn at hand began; a thread that did not step back has one without an end. */
let turn = Infinity;
/** How many questions are being answered, for all threads of the process. */
const questions = new Int32Array(ofProcess('questions'));

/**
 * To be called between small pieces of work of a thread that stepped back: now and then it sleeps for a moment, and
 * for longer while a question is being answered. Linux looks only every few milliseconds whether somebody waits for a
 * processor whose thread goes on and on; whoever wants to answer meanwhile would wait as long.
 */
export function breathe(): void {
  if (performance.now() - turn < TURN) return;
  const asked = Atomics.load(questions, 0);
  Atomics.wait(questions, 0, asked, asked > 0 ? ASIDE : MOMENT);
  turn = performance.now();
}

/**
 * Answers a question: meanwhile threads that stepped back leave the processors to those that work on it. What takes
 * long, such as an import, counts as a question at its beginning alone.
 */
export async function answering<T>(answer: () => Promise<T>): Promise<T> {
  let isAsked = true;
  const end = (): void => {
    if (!isAsked) return;
    isAsked = false;
    Atomics.sub(questions, 0, 1);
    Atomics.notify(questions, 0);
  };
  Atomics.add(questions, 0, 1);
  const late = setTimeout(end, LONG);
  try {
    return await answer();
  } finally {
    clearTimeout(late);
    end();
  }
}

/** A number that all threads share: those that are started later are handed it by the one that starts them. */
function ofProcess(name: string): SharedArrayBuffer {
  const key = `dossier.${name}`;
  const known: unknown = getEnvironmentData(key);
  if (known instanceof SharedArrayBuffer) return known;
  const made = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  setEnvironmentData(key, made);
  return made;
}
