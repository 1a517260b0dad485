/** Words are found and replaced in a brief by the keyboard alone. */
import { expect, test } from './fixtures.ts';
import { App } from './app.ts';
import { audit } from './axe.ts';
import { launch } from './hosts/index.ts';

test('find and replace by the keyboard', async () => {
  const host = await launch(test.info().project.name);
  try {
    const app = new App(host.page);
    const { faults, look } = await audit(host.page);
    await app.newBrief('Harbour');
    const { keyboard } = app.page;
    for (const line of ['The port is closed.', 'The Port Authority waits.', 'No ship left the port.']) {
      await keyboard.type(line);
      await keyboard.press('Enter');
    }
    await keyboard.press('ControlOrMeta+f');
    const bar = app.page.getByRole('search', { name: 'Find in the brief' });
    await expect(bar.getByLabel('Find', { exact: true })).toBeFocused();
    await keyboard.type('port');
    // The caret stands behind all of them: it begins anew.
    await expect(bar.getByRole('status')).toHaveText('1 of 3');
    await keyboard.press('Enter');
    await expect(bar.getByRole('status')).toHaveText('2 of 3');
    await keyboard.press('Shift+F3');
    await expect(bar.getByRole('status')).toHaveText('1 of 3');
    await bar.getByRole('button', { name: 'Match case' }).click();
    await expect(bar.getByRole('status')).toHaveText('1 of 2');
    await bar.getByRole('button', { name: 'Replace as well' }).click();
    await bar.getByLabel('Replace with').fill('harbour');
    await bar.getByRole('button', { name: 'Replace all' }).click();
    await expect(bar.getByRole('alert')).toHaveText('Replaced 2.');
    await expect(app.text).toHaveText(
      'The harbour is closed.The Port Authority waits.No ship left the harbour.',
    );
    await look('find and replace');
    expect(faults).toEqual([]);
    await bar.getByLabel('Replace with').press('Escape');
    await expect(bar).toBeHidden();
    await expect(app.text).toBeFocused();
    await keyboard.press('ControlOrMeta+z');
    await expect(app.text).toContainText('No ship left the port.');
    await expect(app.text).toContainText('The port is closed.');
  } finally {
    await host.close();
  }
});
