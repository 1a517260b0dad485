/// <reference lib="dom" />
/** Pasting under the hosts' Content-Security-Policy, which the tests of the editor alone do not have. */
import { expect, test } from '@playwright/test';
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
