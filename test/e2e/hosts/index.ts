/** Launches the host that a Playwright project is named after. */
import { test } from '@playwright/test';
import { launchElectron } from './electron.ts';
import type { Host, LaunchOptions } from './host.ts';
import { closeBrowser, launchWeb } from './web.ts';

/** Name of the attachment that tells the roles and names in the window, and which of them has the focus. */
export const LAST_WINDOW = 'last window';

export type { Host, LaunchOptions } from './host.ts';
export { closeBrowser, launchWeb };

const left = new Set<Host>();

/** `launch(test.info().project.name)`. What the window shows when it is closed is attached to the test. */
export async function launch(project: string, options: LaunchOptions = {}): Promise<Host> {
  const host = await (project === 'electron' ? launchElectron(options) : launchWeb(options));
  const told: Host = {
    ...host,
    async close() {
      left.delete(told);
      // A window that hangs or has crashed shows nothing.
      const body = await host.page.ariaSnapshot({ mode: 'ai', timeout: 5000 }).catch(() => '');
      await test.info().attach(LAST_WINDOW, { body, contentType: 'text/yaml' });
      await host.close();
    },
  };
  left.add(told);
  return told;
}

/** Closes what a test that failed has left open. */
export async function closeLeft(): Promise<void> {
  for (const host of left) await host.close();
}
