/** What stands around the text on the pages is chosen in one dialog, and is on what is exported. */
import { expect, test } from './fixtures.ts';
import { App } from './app.ts';
import { audit } from './axe.ts';
import { launch } from './hosts/index.ts';

test('the pages of a brief are set up', async () => {
  test.skip(test.info().project.name !== 'web');
  const host = await launch('web', { sample: true });
  const { page } = host;
  const app = new App(page);
  await app.openBrief('Keeping the Kester Strait');
  const dialog = page.getByRole('dialog', { name: 'Page setup' });
  const choose = async (label: string, option: string): Promise<void> => {
    await dialog.getByRole('combobox', { name: label }).click();
    await page.getByRole('option', { name: option, exact: true }).click();
    await expect(dialog.getByRole('combobox', { name: label })).toContainText(option);
  };

  await test.step('design and paper, with the first page in each design', async () => {
    await page.getByRole('button', { name: 'Page setup…' }).click();
    await expect(dialog.locator('canvas[data-drawn]')).toHaveCount(3);
    await dialog.getByRole('radio', { name: 'Government plain' }).check();
    await choose('Paper', 'US Letter');
  });

  await test.step('addressee, reference and marking', async () => {
    await dialog.getByLabel('Addressee').fill('Office of Transport');
    await dialog.getByLabel('Reference number').fill('D/17');
    await choose('Marking', 'United States');
    await choose('Level', 'CONFIDENTIAL');
    await dialog.getByLabel('Behind the level').fill('NOFORN');
    await dialog.getByLabel('Print the portion marks').check();
    const { look, faults } = await audit(page);
    await look('page setup');
    expect(faults).toEqual([]);
    await dialog.getByRole('button', { name: 'Done' }).click();
  });

  await test.step('a paragraph is marked, and raises the banner', async () => {
    await app.text.getByText('Two of the three data cables').click();
    await page.keyboard.press('ControlOrMeta+Alt+k');
    await page.getByRole('combobox', { name: 'Portion mark' }).fill('top');
    await page.keyboard.press('Enter');
    await expect(app.text.locator('[data-portion]')).toHaveAttribute('data-portion', 'TS');
    const { bytes } = await app.export(/plain text…/);
    const text = bytes.toString('utf8');
    expect(text).toMatch(
      /^TOP SECRET\/\/NOFORN\n\nKeeping [^]*\nTo: +Office of Transport\n[^]*\nReference: +D\/17\n/u,
    );
    expect(text).toContain('(TS) Two of the three data cables');
    await expect(page.getByText('The banner is raised from CONFIDENTIAL')).toBeVisible();
  });
  await test.step('the PDF is what was chosen', async () => {
    const { bytes } = await app.export(/as PDF…/);
    expect(bytes.toString('latin1')).toMatch(/\/MediaBox\s*\[0 0 612(\.\d+)? 792/u);
  });
  await test.step('a PDF with the brief in it is opened as a new brief', async () => {
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: /^Export with options…/ }).click();
    const options = page.getByRole('dialog', { name: 'Export' });
    await options.getByRole('radio', { name: 'PDF' }).check();
    await options.getByRole('checkbox', { name: 'The brief itself' }).check();
    const download = page.waitForEvent('download');
    await options.getByRole('button', { name: 'Export…' }).click();
    const file = await (await download).path();
    await page.keyboard.press('ControlOrMeta+Shift+p');
    await page.getByRole('combobox', { name: 'Find a command' }).fill('open a brief from its PDF');
    const chooser = page.waitForEvent('filechooser');
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(file);
    await expect(page.getByText('is opened as a new brief')).toBeVisible();
    await expect(app.text).toContainText('Two of the three data cables');
    await expect(app.text.locator('[data-portion]')).toHaveAttribute('data-portion', 'TS');
  });
  await host.close();
});
