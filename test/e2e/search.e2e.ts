/** Finding the exact passage: the query language, its completion, filters, saved searches, related passages. */
import { expect, test } from './fixtures.ts';
import { App } from './app.ts';
import { audit } from './axe.ts';
import { launch } from './hosts/index.ts';

test('a passage is found in many ways', async () => {
  const host = await launch(test.info().project.name, { sample: true });
  const { page } = host;
  const { keyboard } = page;
  const app = new App(page);
  const groups = page.getByRole('listbox', { name: 'Passages found' }).getByRole('group');
  const completions = page.getByRole('listbox', { name: 'Completions' }).getByRole('option');
  const views = page.getByRole('group', { name: 'Show' });
  const filter = (name: string) => page.getByRole('button', { name, exact: true });
  await expect(app.articles.first()).toBeVisible();

  await test.step('passages stand under their articles, and unfold', async () => {
    await app.find('ship');
    await expect(groups.first()).toBeVisible();
    const first = groups.first().getByRole('option');
    await expect(first).toHaveCount(4);
    await first.filter({ hasText: /^\d+ more in this article$/ }).click();
    await expect(first.filter({ hasText: /more in this article/ })).toHaveCount(0);
    await expect.poll(() => first.count()).toBeGreaterThan(3);
  });

  await test.step('a phrase, without a word, in a span of time', async () => {
    await app.find('"repair ship"');
    await expect(groups).toHaveCount(5);
    await app.find('"repair ship" date:..2020');
    await expect(groups).toHaveCount(1);
    await expect(groups.first()).toContainText('Three Reasons to Watch the Kester Strait');
    await app.find('"repair ship" NOT title:chokepoint');
    await expect(groups).toHaveCount(4);
    await app.find('(crews OR owners) NEAR/3 ship');
    await expect(
      page.getByText(/can only stand between words or phrases; AND was used instead/),
    ).toBeVisible();
  });

  await test.step('fields and values are completed by keys alone', async () => {
    await app.search.fill('');
    await app.search.pressSequentially('publi');
    await expect(completions.first()).toContainText('publisher:');
    await keyboard.press('Tab');
    await expect(app.search).toHaveValue('publisher:');
    await app.search.pressSequentially('ledg');
    await expect(completions).toHaveText([/The Northern Ledger/]);
    await keyboard.press('Enter');
    await expect(app.search).toHaveValue('publisher:"The Northern Ledger" ');
    await expect(completions).toHaveCount(0);
    await app.search.pressSequentially('anch');
    await expect(completions.first()).toContainText('anch');
    await keyboard.press('Escape');
    await expect(completions).toHaveCount(0);
    await expect(groups).toHaveCount(2);
    // The arrow keys go through what was found now, and Enter opens it.
    await keyboard.press('ArrowDown');
    await expect(app.hits.first()).toHaveAttribute('aria-selected', 'true');
    await keyboard.press('Enter');
    await expect(app.article).toBeVisible();
  });

  await test.step('did you mean', async () => {
    await app.search.fill('repiar ship ');
    await page.getByRole('button', { name: 'repair ship' }).click();
    await expect(app.search).toHaveValue('repair ship ');
    await expect(groups.first()).toBeVisible();
  });

  await test.step('filters are chosen together and taken back one by one', async () => {
    await app.find('cable');
    // Before that the list holds what was found last.
    await expect(groups.first().locator('mark').first()).toHaveText(/^cables?$/i);
    const all = await groups.count();
    await filter('Year').click();
    await page.getByRole('menuitemcheckbox', { name: /^2025/ }).click();
    await page.getByRole('menuitemcheckbox', { name: /^2024/ }).click();
    await keyboard.press('Escape');
    await filter('Language').click();
    await page.getByRole('menuitemcheckbox', { name: /^English/ }).click();
    await keyboard.press('Escape');
    const chips = page.getByRole('list', { name: 'Filters' });
    await expect(chips.getByRole('button')).toHaveCount(4);
    await expect.poll(() => groups.count()).toBeLessThan(all);
    await page.getByRole('button', { name: 'Remove the filter Year: 2024' }).click();
    await expect(chips.getByRole('button', { name: /^Remove/ })).toHaveCount(2);
  });

  await test.step('articles, newest first', async () => {
    await views.getByRole('button', { name: /articles?$/ }).click();
    const articles = page.getByRole('listbox', { name: 'Articles found' }).getByRole('option');
    await expect(articles.first()).toBeVisible();
    await page.getByRole('button', { name: /^Order/ }).click();
    await page.getByRole('menuitemradio', { name: 'Newest first' }).click();
    await expect(articles.first()).toHaveAttribute('aria-posinset', '1');
  });

  await test.step('a search is saved, opened, renamed and removed', async () => {
    await page.getByRole('button', { name: 'Saved searches' }).click();
    await page.getByRole('menuitem', { name: /Save this search/ }).click();
    await page.getByRole('textbox', { name: 'Name' }).fill('Cables of this year');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Clear the search' }).click();
    await expect(app.articles.first()).toBeVisible();
    await page.getByRole('button', { name: 'Saved searches' }).click();
    await page.getByRole('menuitem', { name: 'Cables of this year' }).click();
    await expect(app.search).toHaveValue('cable');
    await expect(page.getByRole('button', { name: 'Remove the filter Year: 2025' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Order: Newest first' })).toBeVisible();
    await page.getByRole('button', { name: 'Saved searches' }).click();
    await page.getByRole('menuitem', { name: /Rename or remove/ }).click();
    const name = page.getByRole('textbox', { name: /^Name of/ });
    await name.fill('Cables');
    await name.press('Enter');
    await expect(page.getByRole('button', { name: 'Remove Cables' })).toBeVisible();
    await page.getByRole('button', { name: 'Remove Cables' }).click();
    await expect(page.getByText('No saved searches')).toBeVisible();
    await keyboard.press('Escape');
  });

  await test.step('the help shows the language, and its examples work', async () => {
    await app.search.fill('');
    await page.getByRole('button', { name: 'How to search' }).click();
    const help = page.getByRole('dialog', { name: 'How to search' });
    await expect(help).toBeVisible();
    await page.keyboard.press('Escape');
    // The button has the focus again, and so its tooltip shows, over others.
    await page.getByRole('button', { name: 'Paste an article' }).click();
    await expect(page.getByRole('dialog', { name: 'Paste an article' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'How to search' }).click();
    await expect(help).toBeVisible();
    await help.getByRole('button', { name: 'date:2023..2024-03' }).click();
    await expect(app.search).toHaveValue('date:2023..2024-03');
    await expect(app.search).toBeFocused();
  });

  await test.step('what finds nothing offers a way out', async () => {
    await app.search.fill('"ship repair" AND title:chokepoint ');
    await page.getByRole('button', { name: 'Search for the words alone' }).click();
    await expect(app.search).toHaveValue('ship repair chokepoint');
    await views.getByRole('button', { name: /passages?$/ }).click();
    await expect(groups.first()).toBeVisible();
  });

  await test.step('what asks for stars follows the stars', async () => {
    const command = async (title: string): Promise<void> => {
      await keyboard.press('ControlOrMeta+Shift+P');
      await keyboard.type(title);
      await keyboard.press('Enter');
    };
    await app.find('"lost to waves"');
    await app.openHit('lost to waves');
    await app.search.fill('cable is:starred ');
    await expect(page.getByText(/^Nothing/)).toBeVisible();
    await command('Star, or remove the star');
    await expect(groups).toHaveCount(1);
    await command('Star, or remove the star');
    await expect(groups).toHaveCount(0);
  });

  await test.step('related passages', async () => {
    await app.find('"lost to waves"');
    await app.openHit('lost to waves');
    await app.selectInReader('lost to waves');
    await page
      .getByRole('toolbar', { name: 'Selected words' })
      .getByRole('button', { name: /Related passages/ })
      .click();
    await expect(page.getByRole('heading', { name: /Passages related to.*lost to waves/ })).toBeVisible();
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await expect(app.search).toHaveValue('"lost to waves"');
    await expect(groups.first()).toBeVisible();
  });

  await host.close();
});

test('axe finds nothing in the search', async () => {
  const host = await launch(test.info().project.name, { sample: true });
  const { page } = host;
  const app = new App(page);
  const { faults, look } = await audit(page, ['main']);
  await app.find('cable OR (ship');
  await page.getByRole('button', { name: 'Year', exact: true }).click();
  await page.getByRole('menuitemcheckbox', { name: /^2025/ }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText(/is not closed/)).toBeVisible();
  await look('passages');
  await page.getByRole('button', { name: /^\d+ articles?$/ }).click();
  await app.search.press('End');
  await app.search.pressSequentially(' lang:');
  await expect(page.getByRole('listbox', { name: 'Completions' })).toBeVisible();
  await look('articles and completions');
  await app.search.press('Escape');
  await page.getByRole('button', { name: 'How to search' }).click();
  await expect(page.getByRole('dialog', { name: 'How to search' })).toBeVisible();
  await look('help');
  await page.keyboard.press('Escape');
  await page.keyboard.press('ControlOrMeta+Shift+S');
  await expect(page.getByRole('dialog', { name: 'Save this search' })).toBeVisible();
  await look('save');
  expect(faults).toEqual([]);
  await host.close();
});
