/** What every feature of the core is given. */
import type Database from 'better-sqlite3';
import type { Emit } from '#contract/events.ts';
import type { LibraryFolder } from './db/folder.ts';
import type { HostPorts } from './ports.ts';

export interface CoreContext {
  /** Reads and writes `library.sqlite`. Imports write beside it: transactions that write are `immediate`. */
  db: Database.Database;
  folder: LibraryFolder;
  ports: HostPorts;
  emit: Emit;
  appVersion: string;
  /** Folder `resources/` of the app. */
  resources: string;
}
