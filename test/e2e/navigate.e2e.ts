/** Finding one's way in a long brief and in its library, by the keyboard, with nothing that axe complains about. */
import { expect, test } from './fixtures.ts';
import { App } from './app.ts';
import { audit } from './axe.ts';
import { launch } from './hosts/index.ts';

test('outline, related passages, focus mode, and finding in the article', async () => {
  const host = await launch(test.info().project.name);
  try {
    const app = new App(host.page);
    const { page } = app;
    const { faults, look } = await audit(page);
    await page.setViewportSize({ width: 1440, height: 900 });
    await app.addSample();
    await expect(app.text).toBeVisible();
    const { keyboard } = page;

    await app.text.getByText('The Lark, the Heron').click();
    await keyboard.press('Alt+o');
    const outline = page.getByRole('tree', { name: 'Headings' });
    await expect(outline).toBeFocused();
    await expect(outline.locator('[aria-current]')).toHaveText('Background');
    await look('outline');
    await keyboard.press('Alt+Shift+ArrowUp');
    await expect(outline.getByRole('treeitem').nth(1)).toHaveText('Background');
    await keyboard.press('Enter');
    await expect(app.text).toBeFocused();
    await keyboard.press('ControlOrMeta+z');
    await expect(outline.getByRole('treeitem').nth(1)).toHaveText('Key judgments');

    await app.text.getByText('The Lark, the Heron').click();
    await keyboard.press('End');
    await keyboard.press('Alt+Shift+p');
    const related = page.getByRole('listbox', { name: 'Related passages' });
    await expect(related.getByRole('option').first()).toBeVisible();
    await look('related passages');
    const before = await app.citations.count();
    const cited = await related.getByRole('option').first().innerText();
    await keyboard.press('Alt+c');
    await expect(app.citations).toHaveCount(before + 1);
    // What is cited leaves the list a moment later, and the others move up.
    await expect(related.getByText(cited.split('\n')[0]!, { exact: true })).toHaveCount(0);
    await related.getByRole('option').first().click();
    await expect(app.article).toBeVisible();

    await app.article.focus();
    await keyboard.press('ControlOrMeta+f');
    const find = page.getByRole('search', { name: 'Find in the article' });
    await expect(find.getByRole('textbox')).toBeFocused();
    await keyboard.type('cable');
    await expect(find.getByRole('status')).toHaveText(/^\d+ of \d+$/);
    await look('finding in the article');
    await keyboard.press('Escape');
    await expect(app.article).toBeFocused();

    await app.text.getByText('The Lark, the Heron').click();
    // Resting on a citation, it would open the preview, which Escape closes first.
    await page.mouse.move(0, 0);
    await keyboard.press('F8');
    await expect(page.getByRole('toolbar', { name: 'Focus mode' })).toBeVisible();
    await expect(page.getByRole('region', { name: 'Library' })).toBeHidden();
    await look('focus mode');
    await keyboard.press('Escape');
    await expect(page.getByRole('region', { name: 'Library' })).toBeVisible();
    expect(faults).toEqual([]);
  } finally {
    await host.close();
  }
});
