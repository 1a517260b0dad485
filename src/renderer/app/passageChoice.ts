/** A passage that stands ready to be quoted or cited besides what is selected in the reader. */
import { createStore } from './store.ts';

export interface PassageChoice {
  quote: () => Promise<void>;
  cite: () => Promise<void>;
}

/** Tells the choice while the analyst works where it belongs; else null. */
export const passageChoice = createStore<() => PassageChoice | null>(() => null);
