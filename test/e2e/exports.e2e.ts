/** The sample brief as a Word document, as a web page that stands alone, and as plain text. */
import { expect, test } from '@playwright/test';
import { App } from './app.ts';
import { audit } from './axe.ts';
import { launchWeb } from './hosts/index.ts';

test('a brief goes out to Word, to a browser and into a mail', async () => {
  // Electron asks for a place by a dialog of the system.
  test.skip(test.info().project.name !== 'web');
  const host = await launchWeb({ sample: true });
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
  await host.close();
});
