/** Passages dragged into a brief, and what becomes of their words there. */
import { expect, test } from './fixtures.ts';
import { App } from './app.ts';
import { launch } from './hosts/index.ts';

test('a passage is dragged into the text, shortened, and paraphrased', async () => {
  const host = await launch(test.info().project.name, { sample: true });
  const { page } = host;
  const app = new App(page);
  await app.newBrief('Waiting');
  await app.text.pressSequentially('First.\nSecond words here.\nThird.');
  const quote = app.text.locator('figure.snippet');

  await test.step('a hit becomes a quote between two blocks', async () => {
    await app.find('nineteen days waves');
    const second = app.text.getByText('Second words here.');
    const box = (await second.boundingBox())!;
    await app.hits.first().hover();
    await page.mouse.down();
    await page.mouse.move(box.x + 60, box.y + box.height - 6, { steps: 8 });
    await page.mouse.move(box.x + 80, box.y + box.height - 4, { steps: 4 });
    await page.mouse.up();
    await expect(quote).toContainText('Eleven of the nineteen days were lost to waves.');
    await expect(app.text.locator(':scope > *').nth(2)).toHaveClass(/snippet/);
  });

  await test.step('so do words that are selected in the reader', async () => {
    await app.openHit(/Eleven of the nineteen days/u);
    await app.selectInReader('A newer ship');
    const [x, y] = await page.evaluate(() => {
      const [first] = getSelection()!.getRangeAt(0).getClientRects();
      return [first!.x + first!.width / 2, first!.y + first!.height / 2] as const;
    });
    const box = (await app.text.getByText('Third.').boundingBox())!;
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(box.x + 60, box.y + box.height - 6, { steps: 8 });
    await page.mouse.move(box.x + 80, box.y + box.height - 4, { steps: 4 });
    await page.mouse.up();
    await expect(quote).toHaveCount(2);
    await expect(quote.last()).toContainText('A newer ship');
    await page.keyboard.press('ControlOrMeta+Z');
    await expect(quote).toHaveCount(1);
  });

  await test.step('selected words are left out, and the quote stays faithful', async () => {
    await expect(quote).toHaveAttribute('data-altered', 'false');
    await quote.getByText('Eleven of').dblclick({ position: { x: 30, y: 8 } });
    const tools = page.getByRole('toolbar', { name: 'Selected text' });
    await expect(tools).toBeVisible();
    await tools.getByRole('button', { name: /Leave the selected words out/ }).click();
    await expect(quote).toContainText('[…]');
    await expect(quote).toHaveAttribute('data-altered', 'false');
  });

  await test.step('words typed into it are the analyst’s, until they are marked', async () => {
    await app.text.press('End');
    await app.text.pressSequentially('quite ');
    await expect(quote).toHaveAttribute('data-altered', 'true');
    await quote.locator('figcaption').hover();
    const popover = page.getByRole('dialog', { name: 'Citation' });
    await expect(popover).toContainText('The words are not those of the source.');
    await popover.getByRole('button', { name: 'Mark the changes' }).click();
    await expect(quote).toContainText('[quite]');
    await expect(quote).toHaveAttribute('data-altered', 'false');
    await page.keyboard.press('ControlOrMeta+Z');
    await expect(quote).not.toContainText('[quite]');
  });

  await test.step('a paraphrase keeps the citation', async () => {
    await page.keyboard.press('Alt+P');
    await expect(quote).toHaveCount(0);
    await page.keyboard.type('Waves took most days.');
    await expect(app.text).toContainText('Waves took most days.');
    await expect(app.citations).toHaveCount(1);
  });

  await test.step('with Alt held, a hit becomes a citation at the caret', async () => {
    const third = app.text.getByText('Third.');
    const box = (await third.boundingBox())!;
    await app.hits.first().hover();
    await page.mouse.down();
    await page.keyboard.down('Alt');
    await page.mouse.move(box.x + 200, box.y + box.height / 2, { steps: 8 });
    await page.mouse.move(box.x + 202, box.y + box.height / 2, { steps: 2 });
    await page.mouse.up();
    await page.keyboard.up('Alt');
    await expect(app.citations).toHaveCount(2);
    await expect(app.text.locator('p', { hasText: 'Third.' }).locator('[role=doc-noteref]')).toHaveCount(1);
  });

  await test.step('words pasted from elsewhere are known again, and become a quote', async () => {
    await app.text.press('ControlOrMeta+End');
    await app.text.press('Enter');
    await app.text.evaluate((root) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', 'Eleven of the nineteen days were lost to waves.');
      root.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    await expect(page.getByText(/These words stand in One Ship for Three Cables/)).toBeVisible();
    await page.keyboard.press('Alt+Shift+Q');
    await expect(quote).toContainText('Eleven of the nineteen days were lost to waves.');
    await expect(app.text.locator('p', { hasText: 'Eleven of the nineteen' })).toHaveCount(1);
    await expect(quote).toHaveAttribute('data-altered', 'false');
  });
  await host.close();
});
