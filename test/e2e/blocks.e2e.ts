/** Callouts, page breaks, fields and check lists by keyboard, as they look and as they are exported. */
import { expect, test } from './fixtures.ts';
import { App } from './app.ts';
import { audit } from './axe.ts';
import { launch } from './hosts/index.ts';
import { readPdf } from './pdf.ts';

test('an assessment is set apart, dated, broken into pages and exported', async () => {
  const host = await launch(test.info().project.name, { sample: true });
  const { page } = host;
  const app = new App(page);
  const { keyboard } = page;
  await app.newBrief('Cables');

  await test.step('written without leaving the keyboard', async () => {
    await keyboard.type('As of ');
    await keyboard.press('Alt+Shift+D');
    await keyboard.type(', two cables are cut.');
    await keyboard.press('Alt+Shift+E');
    await keyboard.press('Enter');
    await keyboard.press('Alt+Shift+L');
    await keyboard.type('/key');
    await keyboard.press('Enter');
    await keyboard.type('Repairs take a month.');
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await keyboard.type('- [ ] Ask the owner');
    await keyboard.press('ControlOrMeta+Alt+Enter');
    await keyboard.press('Enter');
    await keyboard.type('Ask the port');
    await keyboard.press('Alt+Shift+ArrowUp');
    await expect(app.text.locator('li')).toHaveText(['Ask the port', 'Ask the owner']);
    await expect(app.text.locator('li.checked')).toHaveText('Ask the owner');
    await keyboard.press('Alt+Shift+ArrowDown');
    await expect(app.text.locator('li')).toHaveText(['Ask the owner', 'Ask the port']);
    await keyboard.press('Enter');
    await keyboard.press('Enter');
    await keyboard.press('ControlOrMeta+Enter');
    await keyboard.type('On a new page.');
    await expect(app.text.getByRole('separator', { name: 'Page break' })).toBeVisible();
  });

  await test.step('how sure the judgment is, by its label', async () => {
    await app.text.getByRole('button', { name: 'Key judgment' }).click();
    await page.getByRole('menuitemradio', { name: 'Moderate confidence' }).click();
    await expect(app.text.getByRole('group', { name: 'Key judgment, Moderate confidence' })).toBeVisible();
  });

  await test.step('a date is changed by keyboard', async () => {
    await app.text.locator('.field').click();
    await page.getByRole('dialog', { name: 'Field' }).getByLabel('Date', { exact: true }).fill('2026-11-22');
    await keyboard.press('Escape');
    await expect(app.text.locator('.field')).toHaveText('November 22, 2026');
    await expect(app.text).toBeFocused();
    await app.saved();
    const { look, faults } = await audit(page);
    await look('callouts, fields and a page break');
    expect(faults).toEqual([]);
  });

  const markdown = (await app.export(/Markdown/, /^GitHub/)).bytes.toString('utf8');
  expect(markdown).toContain('As of November 22, 2026, two cables are cut.');
  expect(markdown).toContain('> **Key judgment** · Moderate confidence\n>\n> Repairs take a month.');
  expect(markdown).toContain('- [x] Ask the owner\n- [ ] Ask the port');
  const pdf = await readPdf((await app.export(/PDF/)).bytes);
  expect(pdf.pages).toHaveLength(2);
  expect(pdf.pages[1]).toContain('On a new page.');
  await host.close();
});
