/** What the preload script puts on `window.dossier` in Electron. */
import type { Result } from './errors.ts';

export interface Bridge {
  call(name: string, input: unknown): Promise<Result>;
  /** Returns the function that ends the subscription. */
  onEvent(listener: (name: string, payload: unknown) => void): () => void;
  /** The path of a file that was dropped or chosen; empty where it has none. */
  pathForFile(file: File): string;
  /** Answers the menu command `app.flush`: everything is saved. */
  flushed(): void;
}

/** Channels of Electron's IPC. */
export const IPC_CALL = 'dossier:call';
export const IPC_EVENT = 'dossier:event';
export const IPC_FLUSHED = 'dossier:flushed';
