/** A running Dossier, whatever host it runs in. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { copySample } from './sample.ts';

export interface Host {
  page: Page;
  /** Folder of the library. */
  library: string;
  /** Ends Dossier and removes its folders, but not a library that was given. */
  close(): Promise<void>;
  /** Kills Dossier at once, as a power cut would; its folders stay until `close`. */
  crash(): Promise<void>;
}

export interface LaunchOptions {
  /** An existing library, for instance of a Dossier that was closed; a new one otherwise. */
  library?: string;
  /** Starts on a copy of the sample library, with no brief open. */
  sample?: boolean;
}

/** A folder for what one run of Dossier writes, and the library in it unless one was given. */
export async function runFolder(
  options: LaunchOptions,
): Promise<{ folder: string; library: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-e2e-'));
  const library = options.library ?? join(folder, 'library');
  if (options.sample) await copySample(library);
  return {
    folder,
    library,
    remove: () => rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 }),
  };
}
