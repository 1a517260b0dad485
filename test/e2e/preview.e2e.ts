/** The pages of a brief beside its text, live. */
import { expect, test } from './fixtures.ts';
import { App } from './app.ts';
import { audit } from './axe.ts';
import { launch } from './hosts/index.ts';

test('the pages beside the text follow what is written, and lead back to it', async () => {
  const host = await launch(test.info().project.name, { sample: true });
  const { page } = host;
  const app = new App(page);
  await app.openBrief('Keeping the Kester Strait');
  await app.text.focus();
  await page.keyboard.press('ControlOrMeta+Home');
  const panel = page.getByRole('complementary', { name: 'Pages' });
  const view = panel.getByRole('region', { name: 'Pages' });
  const printed = (number: number) => panel.getByRole('article', { name: `Page ${number}`, exact: true });

  await test.step('open by keyboard, with the focus in them', async () => {
    await page.keyboard.press('ControlOrMeta+Alt+p');
    await expect(view).toBeFocused();
    await expect(printed(1)).toContainText('Keeping the Kester Strait connected');
    await expect(printed(1).locator('canvas')).toBeVisible();
    await expect(panel).toContainText('Page 1 of 3');
    await page.keyboard.press('Escape');
    await expect(app.text).toBeFocused();
  });

  await test.step('go to the caret, and show what is typed there', async () => {
    await page.keyboard.press('ControlOrMeta+End');
    await expect(panel).toContainText('Page 3 of 3');
    await page.keyboard.type(' Typed at the end.');
    await expect(printed(3)).toContainText('Typed at the end.');
  });

  await test.step('a click leads to the words in the text', async () => {
    await page.keyboard.press('ControlOrMeta+Home');
    await expect(panel).toContainText('Page 1 of 3');
    await printed(1)
      .getByText('Two of the three data cables')
      .click({ position: { x: 1, y: 3 } });
    await expect(app.text).toBeFocused();
    await page.keyboard.type('Here: ');
    // The letters of a page are small.
    await expect(app.text).toContainText(/^Issue\w{0,2}Here: \w*/u);
    await expect(printed(1)).toContainText('Here: ');
  });

  await test.step('what cannot be set is said, over the pages before', async () => {
    test.skip(test.info().project.name !== 'web', 'Requests of Electron cannot be stopped from here.');
    await page.route('**/op/export.preview', (route) => route.abort());
    await page.keyboard.type('Lost. ');
    const alert = panel.getByRole('alert');
    await expect(alert).toContainText('These are the pages before the last changes.');
    await expect(printed(1)).toContainText('Here: ');
    await page.unroute('**/op/export.preview');
    await alert.getByRole('button', { name: 'Try again' }).click();
    await expect(alert).toBeHidden();
    await expect(printed(1)).toContainText('Here: Lost. ');
  });

  await test.step('they can be made larger, and the zoom fits again', async () => {
    const width = async (): Promise<number> => (await printed(1).boundingBox())!.width;
    const fitting = await width();
    await panel.getByRole('button', { name: 'Larger pages' }).click();
    await expect.poll(width).toBeGreaterThan(fitting);
    await panel.getByRole('button', { name: 'As wide as the panel' }).click();
    await expect.poll(width).toBe(fitting);
    await page.getByRole('button', { name: 'Hide the reader' }).click();
    await expect.poll(width).toBeGreaterThan(fitting);
    const { look, faults } = await audit(page);
    await look('the pages beside the text');
    expect(faults).toEqual([]);
  });

  await test.step('they end with the evidence annex where that is chosen', async () => {
    const annex = panel.getByRole('button', { name: 'Evidence annex' });
    await expect(annex).toHaveAttribute('aria-pressed', 'false');
    await annex.click();
    await expect(panel).toContainText(/Page \d+ of 10/u);
    await expect(printed(1)).toContainText('Evidence annex');
    await page.keyboard.press('ControlOrMeta+p');
    const dialog = page.getByRole('dialog', { name: 'Print preview' });
    await expect(dialog.getByRole('status')).toHaveText('Page 1 of 10');
    await dialog.getByRole('button', { name: 'Evidence annex' }).click();
    await expect(dialog.getByRole('status')).toHaveText('Page 1 of 3');
    await page.keyboard.press('Escape');
    await expect(panel).toContainText(/Page \d+ of 3/u);
  });

  await test.step('they are there again after a reload', async () => {
    await expect(page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
    await page.reload();
    await expect(printed(1)).toContainText('Here: Lost. ');
  });
  await host.close();
});
