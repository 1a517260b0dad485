/** Entry of the desktop app. */
import { app, dialog } from 'electron';
import { startCore } from '#core/index.ts';
import { runApp } from './app.ts';

runApp(startCore).catch((error: unknown) => {
  dialog.showErrorBox('Dossier could not start', error instanceof Error ? error.message : String(error));
  app.exit(1);
});
