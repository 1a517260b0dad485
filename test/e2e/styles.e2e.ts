/** The citation style of a brief: found, seen on its own sources, chosen, installed, removed. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from './fixtures.ts';
import { App } from './app.ts';
import { audit } from './axe.ts';
import { launch } from './hosts/index.ts';

const STYLE = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>House of Harbours</title><id>http://www.example.org/styles/harbours</id></info>
  <citation>
    <layout prefix="&lt;" suffix="&gt;"><text variable="title" form="short"/></layout>
  </citation>
</style>
`;

test('a style is found, previewed, chosen, installed and removed', async () => {
  test.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), 'dossier-styles-'));
  const host = await launch(test.info().project.name, { sample: true });
  try {
    const { page } = host;
    const app = new App(page);
    const { faults, look } = await audit(page);
    await app.openBrief('Keeping the Kester Strait');
    await expect(app.sources.first()).toBeVisible();
    const note = await app.citations.first().textContent();

    const field = page.getByRole('button', { name: /^Citations/ });
    const picker = page.getByRole('dialog', { name: 'Citation style' });
    const search = picker.getByRole('combobox', { name: 'Find a citation style' });
    const preview = picker.getByRole('region', { name: 'Preview' });
    const before = (await field.textContent())!;

    await test.step('Escape leaves it as it was', async () => {
      await field.click();
      await expect(preview).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 });
      await expect(preview.getByRole('listitem').first()).toContainText(/^1\./);
      await look('picker');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Escape');
      await expect(picker).toBeHidden();
      expect(await field.textContent()).toBe(before);
    });

    await test.step('any style of the package is found by words, and Enter chooses it', async () => {
      await field.click();
      await search.fill('nature');
      await expect(picker.getByRole('option', { name: /^Nature / }).first()).toBeVisible({ timeout: 30_000 });
      await search.fill('american political science association');
      const option = picker.getByRole('option', { name: /^American Political Science Association/ });
      await expect(option.first()).toHaveAttribute('data-highlighted', '');
      await expect(preview).toHaveAttribute('aria-busy', 'false', { timeout: 30_000 });
      await expect(preview).toContainText('In the text');
      await page.keyboard.press('Enter');
      await expect(picker).toBeHidden();
      await expect(field).toContainText('American Political Science Association');
      await expect(app.citations.first()).toHaveText(/^\(.+\)$/);
    });

    await test.step('one key goes back', async () => {
      await page.keyboard.press('Alt+Shift+S');
      await expect(app.citations.first()).toHaveText(note!);
      expect(await field.textContent()).toBe(before);
    });

    const install = async (name: string, text: string): Promise<void> => {
      const path = join(folder, name);
      await writeFile(path, text);
      const chooser = page.waitForEvent('filechooser');
      await picker.getByRole('button', { name: 'Install style…' }).click();
      await (await chooser).setFiles([path]);
    };
    await test.step('a broken file is refused with its line, a good one is installed', async () => {
      await field.click();
      await install('broken.csl', STYLE.replace('<text variable', '<text varaible'));
      await expect(picker.getByRole('alert')).toContainText('Line 5: <text> has no attribute “varaible”', {
        timeout: 30_000,
      });
      await look('broken style');
      await install('harbours.csl', STYLE);
      const option = picker.getByRole('option', { name: /^House of Harbours/ });
      await expect(option).toBeVisible({ timeout: 30_000 });
      await expect(picker.getByRole('alert')).toBeHidden();
      await expect(preview.getByRole('listitem').first()).toHaveText(/^<.+>$/, { timeout: 30_000 });
      await option.click();
      await expect(app.citations.first()).toHaveText(/^<.+>$/);
    });

    await test.step('it cannot be removed while the brief is set in it, and comes back by Undo', async () => {
      await field.click();
      const remove = picker.getByRole('button', { name: 'Remove “House of Harbours”' });
      await remove.click();
      await expect(picker.getByRole('alert')).toContainText('is the style of');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Alt+Shift+S');
      await expect(app.citations.first()).toHaveText(note!);
      await field.click();
      await search.fill('harbours');
      await remove.click();
      await expect(picker.getByRole('option', { name: /^House of Harbours/ })).toBeHidden();
      await page.keyboard.press('Escape');
      await page.getByText('Undo', { exact: true }).click();
      await field.click();
      await search.fill('harbours');
      await expect(picker.getByRole('option', { name: /^House of Harbours/ })).toBeVisible();
      await page.keyboard.press('Escape');
    });
    expect(faults).toEqual([]);
  } finally {
    await host.close();
    await rm(folder, { recursive: true });
  }
});
