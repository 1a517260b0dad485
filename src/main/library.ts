/** Which library the app opens, and what happens when it cannot. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, resolve } from 'node:path';
import { app, dialog } from 'electron';
import { type Core, type CoreOptions, defaultLibrary } from '#core/index.ts';

interface LibraryChoice {
  path: string;
  /** A library that was opened before and is gone is an error, not a reason to begin an empty one. */
  create: boolean;
}

/** `--library <folder>` or `DOSSIER_LIBRARY`, else the folder of the last start, else the usual one. */
function chooseLibrary(rememberedIn: string): LibraryChoice {
  const named = app.commandLine.getSwitchValue('library');
  if (named !== '') return { path: resolve(named), create: true };
  const usual = defaultLibrary({ env: process.env, platform: process.platform, home: homedir() });
  if ((process.env['DOSSIER_LIBRARY'] ?? '') !== '') return { path: resolve(usual), create: true };
  const last = remembered(rememberedIn);
  return last === null ? { path: usual, create: true } : { path: last, create: false };
}

/**
 * Opens the library; where that fails says why and lets the analyst choose another folder. Null where they
 * would rather quit.
 */
export async function openLibrary(
  start: (options: CoreOptions) => Promise<Core>,
  options: Omit<CoreOptions, 'library' | 'create'>,
  rememberIn: string,
): Promise<Core | null> {
  let choice: LibraryChoice | null = chooseLibrary(rememberIn);
  while (choice !== null) {
    const { path, create } = choice;
    try {
      const core = await start({ ...options, library: path, create });
      remember(rememberIn, path);
      return core;
    } catch (error) {
      choice = await askForAnother(path, error instanceof Error ? error.message : String(error));
    }
  }
  return null;
}

async function askForAnother(path: string, reason: string): Promise<LibraryChoice | null> {
  for (;;) {
    const { response } = await dialog.showMessageBox({
      type: 'error',
      title: 'Dossier',
      message: 'Dossier could not open its library.',
      detail: `${reason}\n\n${path}`,
      buttons: ['Choose Another Folder…', 'Quit'],
      defaultId: 0,
      cancelId: 1,
      noLink: true,
    });
    if (response !== 0) return null;
    const chosen = await dialog.showOpenDialog({
      title: 'Choose the folder of a library, or an empty folder for a new one',
      properties: ['openDirectory', 'createDirectory'],
    });
    const [folder] = chosen.filePaths;
    if (!chosen.canceled && folder !== undefined) return { path: folder, create: true };
  }
}

function remembered(file: string): string | null {
  try {
    const { library } = JSON.parse(readFileSync(file, 'utf8')) as { library?: unknown };
    return typeof library === 'string' ? library : null;
  } catch {
    return null;
  }
}

/** Not being able to remember is no reason not to open: failures are ignored. */
function remember(file: string, library: string): void {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify({ library }));
  } catch {
    // The next start opens the usual folder.
  }
}
