/** The sample brief as a Word document, as a web page that stands alone, and as plain text. */
import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { strFromU8, unzipSync } from 'fflate';
import { App } from './app.ts';
import { audit } from './axe.ts';
import { launch } from './hosts/index.ts';

test('a brief goes out to Word, to a browser and into a mail', async () => {
  // Electron asks for a place by a dialog of the system.
  test.skip(test.info().project.name !== 'web');
  const host = await launch('web', { sample: true });
  const { page } = host;
  const app = new App(page);
  await app.openBrief('Keeping the Kester Strait');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);

  await test.step('Word', async () => {
    const { name, bytes } = await app.export(/Word document…/);
    expect(name).toMatch(/\.docx$/u);
    expect(bytes.subarray(0, 2).toString('latin1')).toBe('PK');
  });

  await test.step('a web page that everybody can read', async () => {
    const { name, bytes } = await app.export(/web page…/);
    expect(name).toMatch(/\.html$/u);
    const opened = await page.context().newPage();
    await opened.setContent(bytes.toString('utf8'));
    await expect(opened.getByRole('heading', { level: 1 })).toContainText('Kester Strait');
    const mark = opened.locator('[role=doc-noteref]').first();
    await expect(mark).toHaveText('1');
    await expect(opened.locator('[role=doc-backlink]').first()).toBeVisible();
    const { look, faults } = await audit(opened);
    await look('the exported page');
    expect(faults).toEqual([]);
    await opened.close();
  });

  await test.step('the clipboard', async () => {
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: 'Copy the brief as plain text' }).click();
    await expect(page.getByText('Copied as plain text')).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^Keeping the Kester Strait connected.*\n=+\n/u);
    expect(copied).toContain('\nNotes\n-----\n\n[1] ');
  });
  await test.step('options: the evidence annex, a manifest, and a version as it was', async () => {
    const { keyboard } = page;
    const dialog = page.getByRole('dialog', { name: 'Export' });
    const { look, faults } = await audit(page);
    await app.text.focus();
    await keyboard.press('ControlOrMeta+Alt+s');
    await keyboard.type('Sent');
    await keyboard.press('Enter');
    await expect(page.getByText('This version is kept as “Sent”.')).toBeVisible();

    await keyboard.press('ControlOrMeta+Alt+Shift+e');
    await expect(dialog.getByRole('radio', { name: 'PDF' })).toBeFocused();
    await look('export options');
    await dialog.getByRole('radio', { name: 'Plain text' }).check();
    await dialog.getByRole('checkbox', { name: 'Evidence annex' }).check();
    await dialog.getByRole('checkbox', { name: 'Manifest' }).check();
    const downloading = page.waitForEvent('download');
    await keyboard.press('Enter');
    const files = unzipSync(await readFile(await (await downloading).path()));
    const names = Object.keys(files);
    expect(names).toEqual([
      expect.stringMatching(/^Keeping.*\.txt$/u),
      expect.stringMatching(/^Keeping.*\.txt\.manifest\.json$/u),
    ]);
    const text = strFromU8(files[names[0]!]!);
    expect(text).toContain('Evidence annex');
    expect(JSON.parse(strFromU8(files[names[1]!]!))).toMatchObject({
      options: { annex: true, format: 'txt' },
    });

    await app.text.focus();
    await keyboard.press('ControlOrMeta+Alt+Shift+h');
    await expect(page.getByRole('button', { name: /^Sent/u })).toBeFocused();
    await page
      .getByRole('button', { name: /^Options of the version/u })
      .first()
      .click();
    await page.getByRole('menuitem', { name: 'Export this version…' }).click();
    const options = page.getByRole('dialog', { name: 'Export this version' });
    await expect(options.getByText('Sent', { exact: false }).first()).toBeVisible();
    await expect(options.getByRole('radio', { name: 'Plain text' })).toBeChecked();
    await options.getByRole('checkbox', { name: 'Manifest' }).uncheck();
    const again = page.waitForEvent('download');
    await options.getByRole('button', { name: 'Export…' }).click();
    expect((await again).suggestedFilename()).toMatch(/ \(Sent\)\.txt$/u);
    expect(faults).toEqual([]);
  });
  await host.close();
});
