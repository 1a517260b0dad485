/** A version is named, compared with what was written since, and brought back block by block, by the keyboard. */
import { expect, test } from './fixtures.ts';
import { App } from './app.ts';
import { audit } from './axe.ts';
import { launch } from './hosts/index.ts';

test('name a version, compare it, restore one block and then all of it', async () => {
  const host = await launch(test.info().project.name);
  try {
    const app = new App(host.page);
    const { faults, look } = await audit(host.page);
    await app.newBrief('Harbour');
    const { keyboard } = app.page;
    const lines = ['The port is closed.', 'Ships wait in the roads.', 'The Authority decides in May.'];
    await keyboard.type(lines.join('\n'));
    await keyboard.press('ControlOrMeta+Alt+s');
    await keyboard.type('Sent to the desk');
    await keyboard.press('Enter');
    await expect(app.page.getByText('This version is kept as “Sent to the desk”.')).toBeVisible();

    await app.text.focus();
    await keyboard.press('ControlOrMeta+Home');
    await keyboard.press('End');
    await keyboard.type(' It opens in June.');
    await app.text.getByText(lines[1]!).click({ clickCount: 3 });
    // What is selected has reached the editor.
    await expect(app.page.getByTestId('word-count')).toContainText('5 selected');
    await keyboard.press('Delete');
    await keyboard.press('Delete');
    await keyboard.press('ControlOrMeta+End');
    await keyboard.press('Enter');
    await keyboard.type('A line of its own.');
    const changed = ['The port is closed. It opens in June.', lines[2], 'A line of its own.'].join('');
    await expect(app.text).toHaveText(changed);

    await keyboard.press('ControlOrMeta+Alt+Shift+h');
    const row = app.page.getByRole('button', { name: /Sent to the desk .*14 words/u });
    await expect(row).toBeFocused();
    await look('history');
    await keyboard.press('Enter');

    const dialog = app.page.getByRole('dialog', { name: 'Compare versions' });
    await expect(dialog.getByRole('status')).toHaveText('3 changes');
    await expect(dialog.locator('ins')).toHaveText([' It opens in June.', 'A line of its own.']);
    await expect(dialog.locator('del')).toHaveText(['Ships wait in the roads.']);
    await look('compare versions');
    await keyboard.press('Alt+ArrowDown');
    await keyboard.press('Alt+ArrowDown');
    await expect(dialog.getByRole('region', { name: 'Paragraph: Removed' })).toBeFocused();
    await keyboard.press('Tab');
    await keyboard.press('Enter');
    await expect(dialog.getByRole('status')).toHaveText('2 changes');
    await expect(dialog.getByRole('region', { name: 'Paragraph: Added' })).toBeFocused();
    await keyboard.press('Escape');
    await expect(app.text).toContainText('June.Ships wait in the roads.The Authority');
    await app.text.focus();
    await keyboard.press('ControlOrMeta+z');
    await expect(app.text).toHaveText(changed);

    await row.click();
    await dialog.getByRole('button', { name: 'Restore all of it' }).click();
    await expect(dialog).toBeHidden();
    await expect(app.text).toHaveText(lines.join(''));
    await expect(
      app.page.getByRole('button', { name: /^Before an earlier version was restored/u }),
    ).toBeVisible();
    await app.page.getByRole('button', { name: 'Undo', exact: true }).last().click();
    await expect(app.text).toHaveText(changed);
    await app.saved();
    expect(faults).toEqual([]);
  } finally {
    await host.close();
  }
});
