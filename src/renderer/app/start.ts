/** Brings the window back to how it was left, and keeps note of how it is. */
import type { Bridge } from '#contract/bridge.ts';
import { FLUSH_COMMAND } from '#contract/menu.ts';
import { client } from '../api/client.ts';
import { libraryCommands } from '../features/library/libraryCommands.ts';
import { markOpenedAsRead } from '../features/library/markOpenedAsRead.ts';
import { followStructure } from '../features/library/structure.ts';
import { followImports } from '../features/import/importer.ts';
import { followSavedSearches } from '../features/search/searchCommands.ts';
import { notifyError } from '../ui/toasts.ts';
import { activeBrief } from './activeBrief.ts';
import { appCommands } from './appCommands.ts';
import { registerCommands, runCommand } from './commands.ts';
import { saveEverything } from './flush.ts';
import { capabilities } from './host.ts';
import { listenForShortcuts } from './keyboard.ts';
import { loadSettings, setSetting, settings } from './settings.ts';
import { workspace } from './workspace.ts';

/** Call once. Rejects where the core does not answer; it can then be called again. */
export async function restoreWindow(): Promise<void> {
  const [info] = await Promise.all([client.call('app.info', {}), loadSettings()]);
  capabilities.set(info.capabilities);
  const { lastBrief, lastArticle, showLibrary, showReader } = settings.get();
  const [briefs, articles] = await Promise.all([
    client.call('briefs.list', {}),
    client.call('articles.summaries', { ids: lastArticle === null ? [] : [lastArticle] }),
  ]);
  workspace.set((before) => ({
    ...before,
    showLibrary,
    showReader,
    briefId: briefs.some(({ id }) => id === lastBrief) ? lastBrief : null,
    reader: articles[0] === undefined ? null : { articleId: articles[0].id },
  }));
  markOpenedAsRead();
  followStructure();
}

/** Starts what runs for as long as the window is there. */
export function keepWindow(mac: boolean): void {
  registerCommands([...appCommands(), ...libraryCommands()]);
  followImports();
  followSavedSearches();
  listenForShortcuts(mac);
  client.on('menu.command', ({ id }) => {
    if (id === FLUSH_COMMAND) void flushForHost(window.dossier);
    else runCommand(id);
  });
  workspace.subscribe(() => {
    const { briefId, reader, showLibrary, showReader } = workspace.get();
    remember('lastBrief', briefId);
    remember('lastArticle', reader?.articleId ?? null);
    remember('showLibrary', showLibrary);
    remember('showReader', showReader);
  });
  showTheme();
  settings.subscribe(showTheme);
}

const remember: typeof setSetting = (key, value) => {
  if (settings.get()[key] !== value) setSetting(key, value);
};

function showTheme(): void {
  const { theme } = settings.get();
  if (theme === 'system') delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}

/** The host is about to close the window: it waits for this answer. */
async function flushForHost(bridge: Bridge | undefined): Promise<void> {
  try {
    await Promise.all([activeBrief.get()?.flush(), saveEverything()]);
    bridge?.flushed();
  } catch (error) {
    notifyError(error, 'Not everything is saved');
  }
}
