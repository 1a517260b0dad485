/** What the core needs of the machine it runs on. Each host brings its own. */
import type { Capabilities, SpellingAnswer } from '#contract/app.ts';

export interface HostPorts {
  readonly capabilities: Capabilities;
  /** Lets the analyst choose files or folders to import, or one to open as a brief; null where they cancelled. */
  chooseFilesToImport(extensions: string[], what?: 'markdown'): Promise<string[] | null>;
  /** Lets the analyst choose a folder; null where they cancelled. */
  chooseFolder(): Promise<string | null>;
  /** Lets the analyst choose where to write a file; null where they cancelled. */
  chooseSavePath(suggestedName: string, extension: string): Promise<string | null>;
  /** Opens an http, https or mailto link outside the app. */
  openLink(url: string): Promise<void>;
  /** Shows a file in the system's file manager. */
  revealFile(path: string): Promise<void>;
  /** Checks the spelling of what is written in `language` (BCP 47); null for not at all. */
  useSpelling(language: string | null): Promise<SpellingAnswer>;
}

/** The methods of the ports that a worker reaches through its parent. */
export type PortMethods = Omit<HostPorts, 'capabilities'>;
