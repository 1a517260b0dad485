import type { Capabilities } from '#contract/app.ts';
import { client } from '../api/client.ts';
import { notifyError } from '../ui/toasts.ts';
import { createStore } from './store.ts';

/** What the host can do; nothing until it has told. */
export const capabilities = createStore<Capabilities>({
  nativeDialogs: false,
  revealFile: false,
  openLinks: false,
  nativeMenu: false,
});

/** Whether the window is a tab of a browser, which keeps some keys to itself. */
export function inBrowserTab(): boolean {
  return window.dossier === undefined && matchMedia('(display-mode: browser)').matches;
}

/** Opens a web page or mail address outside this window. */
export function openLink(url: string): void {
  if (capabilities.get().openLinks) client.call('app.openLink', { url }).catch(notifyError);
  else if (/^(https?|mailto):/iu.test(url)) window.open(url, '_blank', 'noreferrer');
}
