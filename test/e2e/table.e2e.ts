/** A dump whose columns only the analyst knows. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { App } from './app.ts';
import { launch } from './hosts/index.ts';

const ROWS = `f1;f2;f3
"Pilots ask for a second icebreaker";"Two convoys had to wait for more than a day.";"Lindqvist, Mara"
"Charts for sale";"<p>The charts show <b>every</b> cable.</p>";"Lee, Jihoon"
`;

test('the columns of a table are chosen, seen and remembered', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-table-'));
  const host = await launch(test.info().project.name);
  try {
    const path = join(folder, 'odd.csv');
    await writeFile(path, ROWS);
    const app = new App(host.page);
    await app.importFiles([path]);
    const dialog = app.page.getByRole('dialog', { name: 'Columns of “odd.csv”' });
    await expect(dialog).toBeVisible({ timeout: 60_000 });
    await dialog.getByLabel('What “f1” holds').selectOption('Leave out');
    await expect(dialog.getByRole('button', { name: 'Import' })).toBeDisabled();
    await dialog.getByLabel('What “f1” holds').selectOption('Title');
    await dialog.getByLabel('What “f2” holds').selectOption('Text');
    await dialog.getByLabel('What “f3” holds').selectOption('Authors');
    const first = dialog.getByRole('region', { name: 'The first articles' });
    await expect(first).toContainText('Mara Lindqvist');
    await expect(first).toContainText('The charts show every cable.');
    await dialog.getByRole('button', { name: 'Import' }).click();
    await expect(app.articles).toHaveCount(2, { timeout: 60_000 });

    await writeFile(path, ROWS.replace('Charts for sale', 'Charts for hire'));
    await app.importFiles([path]);
    await expect(app.articles).toHaveCount(3, { timeout: 60_000 });
  } finally {
    await host.close();
    await rm(folder, { recursive: true });
  }
});
