/** What is written becomes suggestions, which are listed, gone through, accepted and rejected, by the keyboard. */
import { expect, test } from './fixtures.ts';
import { App } from './app.ts';
import { audit } from './axe.ts';
import { launch } from './hosts/index.ts';

test('suggest changes, accept one, reject another, and export with the rest', async () => {
  const host = await launch(test.info().project.name);
  try {
    const app = new App(host.page);
    const { page } = app;
    const { faults, look } = await audit(page);
    await app.newBrief('Harbour');
    const { keyboard } = page;
    await keyboard.type('The port is closed.\nShips wait in the roads.');
    await keyboard.press('ControlOrMeta+Alt+Shift+x');
    await page.getByRole('textbox', { name: /Shown with your/u }).fill('Ada Lovelace');
    await keyboard.press('Enter');
    await expect(page.getByRole('button', { name: 'Suggesting changes' })).toHaveText('Suggesting');
    await expect(app.text).toBeFocused();

    await keyboard.press('ControlOrMeta+Backspace');
    await keyboard.press('ControlOrMeta+Backspace');
    await keyboard.type('harbour. ');
    await keyboard.press('ControlOrMeta+Home');
    await keyboard.press('End');
    await keyboard.type(' It opens in June.');
    await expect(app.text.getByRole('insertion')).toHaveText([' It opens in June.', 'harbour. ']);
    await expect(app.text.getByRole('deletion')).toHaveText('roads.');

    await keyboard.press('ControlOrMeta+Alt+Shift+s');
    const changes = page.getByRole('list', { name: 'Suggested changes' }).getByRole('listitem');
    await expect(changes).toHaveCount(2);
    await expect(changes.first()).toContainText('Ada Lovelace');
    await expect(changes.nth(1).getByRole('deletion')).toHaveText('roads.');
    await look('suggested changes');
    await page.screenshot({ path: test.info().outputPath('suggesting.png') });
    await changes.first().getByRole('button', { name: 'Accept' }).click();
    await expect(changes).toHaveCount(1);
    await expect(app.text.getByRole('insertion')).toHaveText('harbour. ');

    const file = await app.export(/Markdown/u, /^GitHub/u);
    expect(file.bytes.toString()).toContain(
      'The port is closed. It opens in June.\n\nShips wait in the harbour.',
    );
    await expect(page.getByText('1 suggested change is taken as accepted.')).toBeVisible();

    await app.text.focus();
    await keyboard.press('Alt+PageDown');
    await keyboard.press('ControlOrMeta+Alt+Shift+y');
    await expect(app.text).toHaveText('The port is closed. It opens in June.Ships wait in the roads.');
    await expect(page.getByText('What you write and delete now is a suggestion')).toBeVisible();
    await keyboard.press('ControlOrMeta+z');
    await expect(changes).toHaveCount(1);
    await app.saved();
    expect(faults).toEqual([]);
  } finally {
    await host.close();
  }
});
