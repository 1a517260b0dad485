/** The way from a search to a quote and its pages, without a mouse. */
import { expect, test } from './fixtures.ts';
import { App } from './app.ts';
import { launch } from './hosts/index.ts';

test('a brief by keys alone', async () => {
  const host = await launch(test.info().project.name);
  const { page } = host;
  const { keyboard } = page;
  const app = new App(page);
  const run = async (command: string): Promise<void> => {
    await keyboard.press('ControlOrMeta+Shift+P');
    await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused();
    await keyboard.type(command);
    await keyboard.press('Enter');
  };
  await expect(app.search).toBeVisible();

  await test.step('an empty reader can be reached', async () => {
    for (let pane = 0; pane < 3; pane += 1) await keyboard.press('F6');
    await expect(page.getByRole('region', { name: 'Reader', exact: true })).toBeFocused();
  });

  await test.step('a new brief asks for its title', async () => {
    await run('sample library');
    await expect(app.sources.first()).toBeVisible();
    await run('new brief');
    await expect(page.getByRole('textbox', { name: 'Title' })).toBeFocused();
    await keyboard.type('By keys');
    await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('By keys');
    await keyboard.press('Enter');
    await expect(app.text).toBeFocused();
    await keyboard.type('What the ship can do:');
    // One message for the library, not one for its import besides.
    const messages = page.getByRole('region', { name: 'Notifications' });
    await expect(messages.getByText('12 imported')).toHaveCount(0);
  });

  await test.step('search and open a hit', async () => {
    await keyboard.press('ControlOrMeta+Shift+F');
    await expect(app.search).toBeFocused();
    await keyboard.type('lost to waves');
    await expect(app.hits.first()).toContainText('lost to waves');
    await keyboard.press('ArrowDown');
    await keyboard.press('Enter');
    await expect(app.article).toContainText('lost to waves');
  });

  await test.step('quote the passage', async () => {
    await keyboard.press('F6');
    await expect(app.text).toBeFocused();
    await keyboard.press('F6');
    await expect(app.article).toBeFocused();
    await keyboard.press('Alt+ArrowDown');
    await expect(page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible();
    await keyboard.press('Alt+Q');
    await expect(app.text.locator('blockquote')).toHaveCount(1);
    await expect(app.sources).toHaveCount(1);
  });

  await test.step('look at its pages and come back', async () => {
    await keyboard.press('ControlOrMeta+P');
    await expect(page.getByRole('article', { name: 'Page 1' })).toBeVisible();
    await keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Print preview' })).toBeHidden();
    await run('open a brief');
    await expect(page.locator('[role=menu]:focus-within')).toBeVisible();
    const brief = page.getByRole('menuitemradio', { name: /^Keeping/ });
    await expect(brief).toBeVisible();
    await keyboard.type('Keeping');
    await expect(brief).toBeFocused();
    await keyboard.press('Enter');
    await expect(app.text).toContainText('Two of the three data cables');
    await expect(app.text).toBeFocused();
  });

  await test.step('details of the article while the caret is in the brief', async () => {
    // The lines below its quotations come last.
    await expect(app.text).toContainText('Halmark Office for Seabed Infrastructure, Faults and Repairs');
    const before = await app.text.innerText();
    await keyboard.press('Alt+Enter');
    await expect(page.getByRole('dialog', { name: 'Article details' })).toBeVisible();
    await keyboard.press('Escape');
    await expect(page.getByRole('dialog', { name: 'Article details' })).toBeHidden();
    await expect(app.text).toBeFocused();
    expect(await app.text.innerText()).toBe(before);
  });

  await test.step('whatever is brought into view, the window itself stays where it is', async () => {
    expect(await app.scrolledAway()).toEqual([]);
  });
  await host.close();
});
