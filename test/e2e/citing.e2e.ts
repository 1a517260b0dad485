/// <reference lib="dom" />
/** Citing without leaving the keyboard, in the real window. */
import { expect, test } from './fixtures.ts';
import { App } from './app.ts';
import { audit } from './axe.ts';
import { launch } from './hosts/index.ts';

test('cite by @ and by key, edit by F2, and copy to another brief', async () => {
  const host = await launch(test.info().project.name, { sample: true });
  const { page } = host;
  const app = new App(page);
  const { look, faults } = await audit(page);
  const menu = page.getByRole('listbox', { name: 'Sources to cite' });
  await app.newBrief('First');

  await test.step('@ finds a source and sets its place', async () => {
    await page.keyboard.type('Waves cost most days @renn');
    await expect(menu.getByRole('option').first()).toContainText('One Ship for Three Cables');
    await look('Sources to cite');
    await page.keyboard.type(', p. 12');
    await expect(page.getByText('Page 12', { exact: true })).toBeVisible();
    await page.keyboard.press('Enter');
    await page.keyboard.type('. ');
    await expect(app.citations).toHaveText(['1']);
    await expect(app.sources).toHaveCount(1);
  });

  await test.step('words of a passage find one, too', async () => {
    await page.keyboard.type('Ships that wait are a risk @waiting ships');
    await expect(menu.getByRole('option').first()).toContainText('Waiting ships');
    await page.keyboard.press('Tab');
    await page.keyboard.type('. ');
    await expect(app.citations).toHaveText(['1', '2']);
  });

  await test.step('a source found by a passage is cited for its words', async () => {
    await page.keyboard.type('Banks had a way around @satellite');
    await expect(menu.getByRole('option').first().locator('mark').first()).toHaveText(/satellite/i);
    await page.keyboard.press('Enter');
    await expect(app.citations).toHaveText(['1', '2', '3']);
    await app.citations.last().hover();
    await expect(page.getByRole('dialog', { name: 'Citation' }).locator('blockquote')).toContainText(
      /satellite/i,
    );
    await page.mouse.move(0, 0);
    await page.keyboard.press('ControlOrMeta+z');
    await expect(app.text).toContainText('@satellite');
    await expect(app.citations).toHaveText(['1', '2']);
    await page.keyboard.press('Escape');
    await page.keyboard.press('ControlOrMeta+z');
  });

  await test.step('a citation by key is made when its bracket closes', async () => {
    await page.keyboard.type('Both say so [see @re');
    await expect(menu.getByRole('option').first()).toContainText('One Ship for Three Cables');
    await page.keyboard.press('Enter');
    await expect(app.text).toContainText(/\[see @renn\d{4}/);
    await page.keyboard.type(', 12-14]');
    await expect(app.citations).toHaveText(['1', '2', '3']);
    await page.keyboard.type('.');
  });

  await test.step('F2 edits it: another source, in another order', async () => {
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('F2');
    const form = page.getByRole('form', { name: 'Edit citation' });
    await expect(form.getByLabel('Number or range')).toHaveValue('12-14');
    await form.getByRole('combobox', { name: 'Add a source' }).fill('halmark');
    await expect(
      page.getByRole('listbox', { name: 'Sources to add' }).getByRole('option').first(),
    ).toBeVisible();
    await look('Adding a source');
    await page.keyboard.press('Enter');
    await expect(form.getByLabel('Number or range')).toBeFocused();
    await page.keyboard.type('para. 4');
    await expect(form.getByRole('combobox', { name: 'Place in the source' })).toHaveText(/Paragraph/);
    await expect(form).toContainText('12–14');
    await look('Edit citation');
    await page.keyboard.press('Enter');
    await expect(form).toBeHidden();
    await expect(app.sources).not.toHaveCount(1);
  });

  const copied = await test.step('copied, it is text with footnotes for others', async () => {
    await app.text.focus();
    await page.keyboard.press('ControlOrMeta+a');
    const data = await page.evaluate(
      () =>
        new Promise<Record<string, string>>((resolve) => {
          addEventListener(
            'copy',
            ({ clipboardData }) =>
              resolve(
                Object.fromEntries(clipboardData!.types.map((type) => [type, clipboardData!.getData(type)])),
              ),
            { once: true },
          );
          document.execCommand('copy');
        }),
    );
    expect(data['text/plain']).toMatch(/Waves cost most days\[1\]\. [^]*\[1\] .*Renn/);
    expect(data['text/html']).toContain('mso-footnote-id:ftn1');
    return data;
  });

  await test.step('in another brief it is alive', async () => {
    await app.saved();
    await app.newBrief('Second');
    await app.text.evaluate((root, entries) => {
      const clipboardData = new DataTransfer();
      for (const [type, value] of Object.entries(entries)) clipboardData.setData(type, value);
      root.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, copied);
    await expect(app.citations).toHaveText(['1', '2', '3']);
    await app.citations.first().hover();
    await expect(page.getByRole('dialog', { name: 'Citation' })).toContainText('One Ship for Three Cables');
    await app.saved();
  });
  expect(faults).toEqual([]);
  await host.close();
});
