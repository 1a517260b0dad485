/** A table in a brief: made, filled, widened by the pointer, changed by keys, and there after a reload. */
import { expect, test } from './fixtures.ts';
import { App } from './app.ts';
import { audit } from './axe.ts';
import { launch } from './hosts/index.ts';

test('a table of a brief', async () => {
  const host = await launch(test.info().project.name);
  try {
    const app = new App(host.page);
    const { page } = app;
    const { keyboard, mouse } = page;
    const { faults, look } = await audit(page);
    await app.newBrief('Ships');
    await page.getByRole('button', { name: 'Table', exact: true }).click();
    await expect(page.getByRole('button', { name: /^Insert a table of/ })).toBeFocused();
    await keyboard.press('Enter');
    const table = app.text.getByRole('table');
    await expect(table.getByRole('row')).toHaveCount(3);

    await test.step('Tab goes on, keys add and move', async () => {
      for (const word of [
        'Ship',
        'Tons',
        'Remark',
        'Nordlys',
        '12,400',
        'Built for the ice of the strait',
        'Halcyon',
        '980',
        'Sold',
      ]) {
        await keyboard.type(word);
        if (word !== 'Sold') await keyboard.press('Tab');
      }
      await keyboard.press('Alt+Shift+ArrowUp');
      await expect(table.getByRole('row').nth(1)).toContainText('Halcyon');
      await keyboard.press('ControlOrMeta+Enter');
      await expect(table.getByRole('row')).toHaveCount(4);
      await keyboard.press('ControlOrMeta+Shift+Backspace');
      await expect(table.getByRole('row')).toHaveCount(3);
    });

    await test.step('the menu and the palette', async () => {
      await page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name: 'Table' }).click();
      await look('the menu of a table');
      await page.getByRole('menuitemcheckbox', { name: 'Header column' }).click();
      await expect(table.locator('th')).toHaveCount(5);
      await expect(app.text).toBeFocused();
      await keyboard.press('ControlOrMeta+Shift+P');
      await keyboard.type('numbers right');
      await keyboard.press('Enter');
      await expect(table.getByText('12,400').locator('xpath=ancestor::td')).toHaveCSS('text-align', 'right');
    });

    await test.step('the edges', async () => {
      const first = table.locator('th').first();
      const box = (await first.boundingBox())!;
      await mouse.move(box.x + box.width - 20, box.y + 6);
      await expect(page.getByRole('button', { name: 'Insert a column here' })).toBeVisible();
      await mouse.move(box.x + box.width - 1, box.y + 6);
      const border = page.getByRole('button', { name: 'Drag to change the widths of the columns' });
      await expect(border).toBeVisible();
      // As long as a hand may rest there: the edges go 250 ms after the pointer has left the table.
      await page.waitForTimeout(600);
      await expect(border).toBeVisible();
      await mouse.down();
      await mouse.move(box.x + box.width - 60, box.y + 10, { steps: 4 });
      await mouse.up();
      await expect.poll(async () => (await first.boundingBox())!.width).toBeLessThan(box.width - 40);
      await mouse.move(box.x + 20, box.y + box.height - 4);
      await page.getByRole('button', { name: 'Insert a row here' }).click();
      await expect(table.getByRole('row')).toHaveCount(4);
      await keyboard.press('ControlOrMeta+z');
      await expect(table.getByRole('row')).toHaveCount(3);
      await mouse.move(box.x + 20, box.y + 6);
      await page.getByRole('button', { name: 'Select the column' }).click();
      await expect(table.locator('.selected-cell')).toHaveCount(3);
      await look('a table with selected cells');
    });

    expect(faults).toEqual([]);
    await expect(page.getByText('Saved', { exact: true })).toBeVisible();
    const width = (await table.locator('th').first().boundingBox())!.width;
    await page.reload();
    await app.openBrief('Ships');
    await expect(table.getByRole('row').nth(1)).toHaveText(/Halcyon.*980.*Sold/u);
    await expect(table.locator('th')).toHaveCount(5);
    expect((await table.locator('th').first().boundingBox())!.width).toBeCloseTo(width, 0);
  } finally {
    await host.close();
  }
});
