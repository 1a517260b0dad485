/** Every screen of the window, in both themes, under axe (WCAG 2.2 A and AA). */
import { expect, test } from './fixtures.ts';
import { App } from './app.ts';
import { audit } from './axe.ts';
import { launch } from './hosts/index.ts';

test('axe finds nothing', async () => {
  const host = await launch(test.info().project.name);
  const { page } = host;
  const app = new App(page);
  const { faults, look } = await audit(page);

  await expect(app.search).toBeVisible();
  await look('empty library');
  await app.addSample();
  await expect(app.sources.first()).toBeVisible();
  await look('sample brief');
  await app.find('repair ship');
  await app.openHit('repair');
  await look('reader');
  await app.citations.first().hover();
  await expect(page.getByRole('dialog', { name: 'Citation' })).toBeVisible();
  await look('citation');
  await page.keyboard.press('Escape');

  for (const [item, screen] of [
    [/Find a command/, 'Commands'],
    [/Keyboard shortcuts/, 'Keyboard shortcuts'],
    [/About Dossier/, 'About Dossier'],
    [/Print preview/, 'Print preview'],
  ] as const) {
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await page.getByRole('menuitem', { name: item }).click();
    const dialog = page.getByRole('dialog', { name: screen });
    await expect(dialog).toBeVisible();
    if (screen === 'Print preview') await expect(page.getByRole('article', { name: 'Page 1' })).toBeVisible();
    await look(screen);
    await page.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
  }
  expect(faults).toEqual([]);
  await host.close();
});
