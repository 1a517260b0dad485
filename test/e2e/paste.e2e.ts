/// <reference lib="dom" />
/** Pasting under the hosts' Content-Security-Policy, which the tests of the editor alone do not have. */
import { expect, test } from './fixtures.ts';
import { App } from './app.ts';
import { launch } from './hosts/index.ts';

test('formatting that is told by style attributes survives pasting, and scripts do not', async () => {
  const host = await launch(test.info().project.name);
  const { page } = host;
  const app = new App(page);
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  await app.newBrief('Pasted');
  // Google Docs wraps all that it copies in a <b> that is not bold.
  await app.text.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData(
      'text/html',
      '<b style="font-weight:normal"><p>Plain, <span style="font-weight:700">heavy</span> and ' +
        '<span style="font-style:italic">slanted</span>.' +
        '<img src="http://127.0.0.1:9/x.png" onerror="alert(1)"></p></b>',
    );
    text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect(app.text).toContainText('Plain, heavy and slanted.');
  await expect(app.text.locator('strong')).toHaveText(['heavy']);
  await expect(app.text.locator('em')).toHaveText(['slanted']);
  expect(dialogs).toEqual([]);
  await host.close();
});

test('pasted pictures are kept, those that stay out are told, and plain text is read otherwise where one asks for it', async () => {
  const host = await launch(test.info().project.name);
  const { page } = host;
  const app = new App(page);
  await app.newBrief('Pasted');
  const paste = (data: Record<string, string>): Promise<void> =>
    app.text.evaluate((text, given) => {
      const clipboardData = new DataTransfer();
      for (const [type, value] of Object.entries(given)) clipboardData.setData(type, value);
      text.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, data);
  const chart = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [300, 150];
    return canvas.toDataURL();
  });
  await paste({
    'text/html': `<p>Before.</p><p><img alt="A chart" src="${chart}"></p><p>Map: <img alt="The map" src="https://example.org/m.png"></p><p>After.</p>`,
  });
  await expect(app.text.getByRole('img', { name: 'A chart' })).toBeVisible();
  await expect(app.text.locator('.picture[data-missing]')).toHaveCount(0);
  await expect(app.text).toContainText('Map: [The map]');
  await expect(page.getByRole('region', { name: 'Notifications' })).toContainText('A picture stayed out');

  await paste({ 'text/plain': '# Berths\n\n- north\n- south' });
  await expect(app.text).toContainText('# Berths');
  const format = page.getByRole('button', { name: /^Format Alt/ });
  await expect(format).toBeVisible();
  await page.keyboard.press('Alt+Shift+M');
  await expect(app.text.getByRole('heading', { name: 'Berths' })).toBeVisible();
  await expect(app.text.getByRole('listitem')).toHaveText(['north', 'south']);
  await expect(format).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(app.text.getByRole('heading')).toHaveCount(0);
  await expect(app.text).toContainText('After.');
  await host.close();
});
