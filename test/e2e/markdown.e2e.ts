/** A brief goes out as Pandoc's Markdown, and comes back with its citations alive. */
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { mkdir, writeFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import { App } from './app.ts';
import { audit } from './axe.ts';
import { launch } from './hosts/index.ts';

test('a brief is exported for Pandoc and opened again', async () => {
  // Electron asks for files by dialogs of the system.
  test.skip(test.info().project.name !== 'web');
  const host = await launch('web', { sample: true });
  const { page } = host;
  const app = new App(page);
  await app.openBrief('Keeping the Kester Strait');
  const citations = await app.citations.count();
  expect(citations).toBeGreaterThan(5);
  const folder = join(host.library, '..', 'exported');
  await mkdir(folder);

  const names = await test.step('the kind is chosen, and remembered', async () => {
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: /Markdown/ }).click();
    await expect(page.getByRole('option').first()).toHaveText(/^GitHub/);
    const { look, faults } = await audit(page);
    await look('the kinds of Markdown');
    expect(faults).toEqual([]);
    await page.keyboard.press('Escape');
    const { name, bytes } = await app.export(/Markdown/, /^Pandoc/);
    expect(name).toMatch(/\.zip$/u);
    const files = unzipSync(new Uint8Array(bytes));
    for (const [path, content] of Object.entries(files)) await writeFile(join(folder, path), content);
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: /Markdown/ }).click();
    await expect(page.getByRole('option').first()).toHaveText(/^Pandoc/);
    await page.keyboard.press('Escape');
    return Object.keys(files);
  });

  await test.step('it is opened as a brief', async () => {
    const chooser = page.waitForEvent('filechooser');
    await page
      .getByRole('button', { name: /^Keeping the Kester Strait/ })
      .first()
      .click();
    await page.getByRole('menuitem', { name: /Open Markdown as a brief/ }).click();
    await (await chooser).setFiles(names.map((name) => join(folder, name)));
    await expect(page.getByText(/is a brief now/)).toBeVisible();
    await expect(app.citations).toHaveCount(citations);
    await expect(app.text).toContainText('Two of the three data cables');
  });

  await test.step('and taken back', async () => {
    const message = page.getByRole('dialog').filter({ hasText: 'is a brief now' });
    await message.getByRole('button', { name: 'Undo' }).click();
    await expect(page.getByText(/was deleted/)).toBeVisible();
  });
  await host.close();
});
