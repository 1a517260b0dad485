/** Launches the host that a Playwright project is named after. */
import { launchElectron } from './electron.ts';
import type { Host, LaunchOptions } from './host.ts';
import { closeBrowser, launchWeb } from './web.ts';

export type { Host, LaunchOptions } from './host.ts';
export { closeBrowser, launchElectron, launchWeb };

/** `launch(test.info().project.name)` */
export function launch(host: string, options: LaunchOptions = {}): Promise<Host> {
  return host === 'electron' ? launchElectron(options) : launchWeb(options);
}
