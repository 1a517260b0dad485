/** Ordering a library: collections, tags, stars, trash; by pointer and by keys alone. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from './fixtures.ts';
import { App } from './app.ts';
import { audit } from './axe.ts';
import { type Host, launch } from './hosts/index.ts';

let host: Host;
let page: Page;
let app: App;
test.beforeEach(async () => {
  host = await launch(test.info().project.name, { sample: true });
  page = host.page;
  app = new App(page);
  await expect(app.articles).toHaveCount(12);
});
test.afterEach(() => host.close());

const tree = (): Locator => page.getByRole('tree', { name: 'Views, collections and tags' });
/** A row of the tree by its name; its count may follow. */
const row = (name: string): Locator =>
  page.getByRole('treeitem', { name: new RegExp(`^${name}( [\\d,]+)?$`, 'u') });
const article = (words: string): Locator => app.articles.filter({ hasText: words });
/** Urgent ones are hidden from the tree of roles: they are read out elsewhere. */
const toast = (words: string | RegExp): Locator =>
  page.locator('[role=dialog], [role=alertdialog]').filter({ hasText: words });
const menuItem = (name: string | RegExp): Locator => page.getByRole('menuitem', { name });

async function undo(words: string | RegExp): Promise<void> {
  await toast(words).getByRole('button', { name: 'Undo' }).click();
}

/** Makes a collection with the button beside the heading, or inside another with its menu. */
async function newCollection(name: string, inside?: string): Promise<void> {
  const from = row(inside ?? 'Collections');
  await from.click({ button: 'right' });
  await menuItem(/^New collection/).click();
  const field = page.getByRole('textbox', { name: 'Name of the new collection' });
  await expect(field).toBeFocused();
  await field.fill(name);
  await field.press('Enter');
  await expect(row(name)).toBeVisible();
}

test('collections nest, take articles that are dropped on them, and come back when removed', async () => {
  await newCollection('Baltic');
  await newCollection('Cables', 'Baltic');
  await newCollection('Ships');
  await expect(row('Cables')).toHaveAttribute('aria-level', '3');

  await row('All articles').click();
  await app.articles.first().click();
  await app.articles.nth(2).click({ modifiers: ['Shift'] });
  await expect(page.getByRole('toolbar', { name: 'Selected articles' })).toContainText('3 selected');
  await app.articles.nth(1).dragTo(row('Cables'));
  await expect(row('Cables')).toHaveAccessibleName('Cables 3');
  await expect(row('Baltic')).toHaveAccessibleName('Baltic 3');

  await row('Ships').dragTo(row('Baltic'));
  await expect(row('Ships')).toHaveAttribute('aria-level', '3');
  await undo('Collection moved');
  await expect(row('Ships')).toHaveAttribute('aria-level', '2');
  // A collection cannot be dropped into one inside it.
  await row('Baltic').dragTo(row('Cables'));
  await expect(row('Baltic')).toHaveAttribute('aria-level', '2');

  await row('Baltic').click();
  await expect(app.articles).toHaveCount(3);
  await row('Baltic').press('Delete');
  await expect(row('Baltic')).toHaveCount(0);
  await expect(app.articles).toHaveCount(12);
  await undo(/“Baltic” removed/);
  await expect(row('Baltic')).toHaveAccessibleName('Baltic 3');
  await expect(row('Cables')).toHaveAttribute('aria-level', '3');
});

test('what is imported while a collection is listed goes into it', async () => {
  await newCollection('Ports');
  await row('Ports').click();
  await expect(page.getByRole('heading', { name: 'Nothing in this collection yet' })).toBeVisible();
  const path = join(host.library, '..', 'harbour.txt');
  await writeFile(path, 'Harbour dues in review\n\nThe port raised its dues in March.\n\nShipowners object.');
  await app.importFiles([path]);
  await expect(article('Harbour dues in review')).toBeVisible();
  await expect(app.articles).toHaveCount(1);
});

test('tags are given to many, renamed and merged', async () => {
  await app.articles.first().click();
  await app.articles.nth(4).click({ modifiers: ['ControlOrMeta'] });
  await page.getByRole('toolbar', { name: 'Selected articles' }).getByRole('button', { name: /tag/ }).click();
  await page.getByRole('combobox', { name: 'Tag for 2 articles' }).fill('sea law');
  await page.getByRole('option', { name: 'New tag “sea law”' }).click();
  await expect(row('sea law')).toHaveAccessibleName('sea law 2');
  await expect(app.articles.nth(4)).toContainText('sea law');

  await app.articles.nth(1).click();
  await page.keyboard.press('Alt+T');
  await page.getByRole('combobox', { name: 'Tag for 1 article' }).fill('law of the sea');
  await page.keyboard.press('Enter');
  await expect(row('law of the sea')).toBeVisible();
  await row('law of the sea').click();
  await row('law of the sea').press('F2');
  await page.getByRole('textbox', { name: 'Name of the tag' }).fill('Sea Law');
  await page.keyboard.press('Enter');
  await expect(toast('Merge the two')).toBeVisible();

  await row('law of the sea').click({ button: 'right' });
  await menuItem('Merge into…').click();
  await page.getByRole('option', { name: /^sea law/ }).click();
  await expect(row('law of the sea')).toHaveCount(0);
  await expect(row('sea law')).toHaveAccessibleName('sea law 3');
  await row('sea law').click();
  await expect(app.articles).toHaveCount(3);
  await row('Untagged').click();
  await expect(app.articles).toHaveCount(9);
});

test('stars and read marks follow what is done, and what was just read stays in its place', async () => {
  await app.articles.nth(3).hover();
  await app.articles.nth(3).getByTestId('star').click();
  await expect(row('Starred')).toHaveAccessibleName('Starred 1');
  await row('Unread').click();
  await expect(app.articles).toHaveCount(12);
  await app.articles.nth(2).click();
  await expect(app.article).toBeVisible();
  await expect(row('Unread')).toHaveAccessibleName('Unread 11');
  await expect(app.articles).toHaveCount(12);
  await app.articles.nth(2).click({ button: 'right' });
  await menuItem(/Mark as unread/).click();
  await expect(row('Unread')).toHaveAccessibleName('Unread 12');
  await app.articles.nth(5).click();
  await expect(row('Unread')).toHaveAccessibleName('Unread 11');
  await row('Starred').click();
  await expect(app.articles).toHaveCount(1);
  await row('Unread').click();
  await expect(app.articles).toHaveCount(11);

  // Among the hits of a search too, until something else is searched for.
  await app.find('cable is:unread');
  const count = page.getByRole('button', { name: /^\d+ articles$/ });
  const found = Number.parseInt(await count.innerText(), 10);
  await app.hits.first().click();
  const reader = page.getByRole('region', { name: 'Reader', exact: true });
  await expect(reader.getByRole('button', { name: 'Mark as unread' })).toBeVisible();
  // Asks again for the same.
  await reader.getByRole('button', { name: 'Star', exact: true }).click();
  await expect(reader.getByRole('button', { name: 'Star', pressed: true })).toBeVisible();
  await expect(count).toHaveText(`${found} articles`);
  await app.search.fill('cable  is:unread');
  await expect(count).toHaveText(`${found - 1} articles`);
});

test('the trash gives back what it took, and keeps what a brief cites', async () => {
  await app.openBrief('Keeping the Kester Strait connected');
  await app.articles.first().click();
  await page.keyboard.press('Delete');
  await expect(app.articles).toHaveCount(11);
  await undo('1 article moved to the trash');
  await expect(app.articles).toHaveCount(12);

  await page.getByRole('listbox', { name: 'Articles' }).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await expect(page.getByRole('toolbar', { name: 'Selected articles' })).toContainText('12 selected');
  await page.keyboard.press('Delete');
  await expect(page.getByRole('heading', { name: 'No articles' })).toBeVisible();
  await row('Trash').click();
  await expect(app.articles).toHaveCount(12);
  // The brief goes on citing them.
  await expect(app.sources.first()).toBeVisible();

  await page.getByRole('button', { name: 'Empty', exact: true }).click();
  await page
    .getByRole('dialog', { name: 'Delete 12 articles for good?' })
    .getByRole('button', { name: 'Delete for good' })
    .click();
  await expect(toast(/kept: briefs need them/)).toContainText('cited in Keeping the Kester Strait connected');
  const kept = await app.sources.count();
  expect(kept).toBeGreaterThan(5);
  await expect(app.articles).toHaveCount(kept);
  await page.getByRole('listbox', { name: 'Articles' }).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page
    .getByRole('toolbar', { name: 'Selected articles' })
    .getByRole('button', { name: 'Restore' })
    .click();
  await row('All articles').click();
  await expect(app.articles).toHaveCount(kept);
});

test('the fields of many are set at once', async () => {
  await app.articles.first().click();
  await app.articles.nth(1).click({ modifiers: ['Shift'] });
  await app.articles.first().click({ button: 'right' });
  await menuItem(/Edit fields/).click();
  const dialog = page.getByRole('dialog', { name: 'Edit fields of 2 articles' });
  await dialog.getByLabel('Publication', { exact: true }).fill('The Strait Gazette');
  await dialog.getByLabel('Reliability', { exact: true }).selectOption('B');
  await dialog.getByLabel('Published', { exact: true }).fill('soon');
  await expect(dialog.getByRole('button', { name: 'Set 3 fields' })).toBeDisabled();
  await dialog.getByLabel('Published', { exact: true }).fill('9–11 May 2023');
  await dialog.getByRole('button', { name: 'Set 3 fields' }).click();
  await expect(article('The Strait Gazette')).toHaveCount(2);
  await expect(article('The Strait Gazette').filter({ hasText: '2023' })).toHaveCount(2);
  await undo('2 articles edited');
  await expect(article('The Strait Gazette')).toHaveCount(0);
});

test('all of it goes by keys alone', async () => {
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await tree().focus();
  await press('End', 'ContextMenu', 'ArrowDown');
  await expect(menuItem('New collection')).toBeFocused();
  await press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name of the new collection' })).toBeFocused();
  await page.keyboard.type('Alpha');
  await press('Enter');
  await expect(row('Alpha')).toBeVisible();
  await expect(tree()).toBeFocused();
  await press('End', 'Home', 'End', 'ArrowUp', 'ContextMenu', 'ArrowDown');
  await expect(menuItem('New collection')).toBeFocused();
  await press('Enter');
  await expect(page.getByRole('textbox', { name: 'Name of the new collection' })).toBeFocused();
  await page.keyboard.type('Beta');
  await press('Enter');
  await expect(row('Beta')).toBeVisible();
  await expect(tree()).toBeFocused();

  // Into the collection above it, and out again.
  await press('End', 'Alt+Shift+ArrowRight');
  await expect(row('Beta')).toHaveAttribute('aria-level', '3');
  await press('Alt+Shift+ArrowLeft');
  await expect(row('Beta')).toHaveAttribute('aria-level', '2');
  await press('F2');
  await expect(page.getByRole('textbox', { name: /^Name of/ })).toBeFocused();
  await page.keyboard.type('Gamma');
  await press('Enter');
  await expect(row('Gamma')).toBeVisible();
  await expect(tree()).toBeFocused();

  // At once: the list may still be on its way.
  await press('Home', 'Enter');
  const list = page.getByRole('listbox', { name: 'Articles' });
  await expect(list).toBeFocused();
  await expect(app.articles).toHaveCount(12);
  await expect(list).toBeFocused();
  // One that turns out to be empty gives the focus back.
  await tree().focus();
  await press('End', 'Enter');
  await expect(page.getByText('Nothing in this collection yet')).toBeVisible();
  await expect(tree()).toBeFocused();
  await press('Home', 'Enter');
  await expect(list).toBeFocused();
  await expect(list).toHaveAttribute('aria-busy', 'false');
  await press('ArrowDown', 'Shift+ArrowDown', 'Control+ArrowDown', 'Control+ArrowDown', ' ');
  await expect(page.getByRole('option', { selected: true })).toHaveCount(3);
  await press('Alt+L');
  await expect(page.getByRole('combobox', { name: 'Collection for 3 articles' })).toBeFocused();
  await page.keyboard.type('gam');
  await press('Enter');
  await expect(row('Gamma')).toHaveAccessibleName('Gamma 3');
  await expect(list).toBeFocused();
  await press('Alt+S');
  await expect(row('Starred')).toHaveAccessibleName('Starred 3');
  await press('Delete');
  await expect(app.articles).toHaveCount(9);
  await press('ControlOrMeta+Z');
  await expect(app.articles).toHaveCount(12);
  await press('ArrowDown', 'ContextMenu');
  await expect(menuItem('Open')).toBeVisible();
  await press('Escape');
  await expect(list).toBeFocused();
});

test('axe finds nothing', async () => {
  const { faults, look } = await audit(page);
  await newCollection('Baltic');
  await newCollection('Cables', 'Baltic');
  await app.articles.first().click();
  await page.keyboard.press('Alt+T');
  await expect(page.getByRole('combobox', { name: 'Tag for 1 article' })).toBeVisible();
  await look('picker');
  await page.keyboard.type('ships');
  await page.keyboard.press('Enter');
  await expect(row('ships')).toBeVisible();
  await app.articles.nth(2).click({ modifiers: ['Shift'] });
  await page.keyboard.press('Alt+S');
  await expect(row('Starred')).toHaveAccessibleName('Starred 3');
  await look('several selected');
  await app.articles.nth(1).click({ button: 'right' });
  await expect(menuItem(/Edit fields/)).toBeVisible();
  await look('menu');
  await menuItem(/Edit fields/).click();
  await expect(page.getByRole('dialog', { name: /Edit fields/ })).toBeVisible();
  await look('edit many');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Delete');
  await row('Trash').click();
  await expect(app.articles).toHaveCount(3);
  await look('trash');
  await row('Cables').click();
  await expect(page.getByRole('heading', { name: 'Nothing in this collection yet' })).toBeVisible();
  await row('Cables').press('F2');
  await expect(page.getByRole('textbox', { name: 'Name of the collection' })).toBeFocused();
  await look('renaming');
  expect(faults).toEqual([]);
});
