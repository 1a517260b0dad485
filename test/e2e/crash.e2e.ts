/** What was typed is there again, however Dossier ended. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { App } from './app.ts';
import { launch } from './hosts/index.ts';

const host = (): string => test.info().project.name;
let library: string;

test.beforeEach(async () => {
  library = join(await mkdtemp(join(tmpdir(), 'dossier-e2e-crash-')), 'library');
});
test.afterEach(() => rm(join(library, '..'), { recursive: true, force: true }));

test('saved words survive a kill of the process', async () => {
  const first = await launch(host(), { library });
  const app = new App(first.page);
  await app.newBrief('Before the cut');
  await first.page.keyboard.type('These words were saved.');
  await app.saved();
  await first.crash();
  await first.close();

  const second = await launch(host(), { library });
  const again = new App(second.page);
  await again.openBrief('Before the cut');
  await expect(again.text).toContainText('These words were saved.');
  await second.close();
});

test('a long brief is saved, also where the thread that posts it does not start', async () => {
  const long = 'Waiting time at the crossing rises. '.repeat(3000);
  const first = await launch(host(), { library });
  const app = new App(first.page);
  await app.newBrief('Long');
  await first.page.keyboard.insertText(`${long}Once.`);
  await app.saved();
  await first.page.route('**/posting.worker*', (route) => route.abort());
  await first.page.reload();
  await expect(app.text).toContainText('rises. Once.');
  await app.text.press('ControlOrMeta+End');
  await first.page.keyboard.type(' Twice.');
  await app.saved();
  await first.crash();
  await first.close();

  const second = await launch(host(), { library });
  const again = new App(second.page);
  await again.openBrief('Long');
  await expect(again.text).toContainText('rises. Once. Twice.');
  await second.close();
});

test('words typed just before the window closes are kept', async () => {
  const first = await launch(host(), { library });
  const app = new App(first.page);
  await app.newBrief('In a hurry');
  await first.page.keyboard.type('The last words before closing.');
  // A window that is closed by hand asks its page first, and so does this.
  await first.page.close({ runBeforeUnload: true });
  await first.page.waitForEvent('close');
  await first.close();

  const second = await launch(host(), { library });
  const again = new App(second.page);
  await again.openBrief('In a hurry');
  await expect(again.text).toContainText('The last words before closing.');
  await second.close();
});

test('a second Dossier on one library is turned away', async () => {
  const first = await launch(host(), { library });
  await expect(new App(first.page).search).toBeVisible();
  await expect(launch(host(), { library })).rejects.toThrow();
  await new App(first.page).newBrief('Still mine');
  await first.close();
});
