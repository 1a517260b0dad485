/** Reference data from the window: export, citation keys, and what a citation's source lacks. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Download, expect, type Locator, type Page, test } from './fixtures.ts';
import { App } from './app.ts';
import { audit } from './axe.ts';
import { type Host, launch } from './hosts/index.ts';

let host: Host;
let page: Page;
let app: App;
// A browser downloads what it exports; Electron asks for a place by a dialog of the system.
test.beforeEach(async () => {
  test.skip(test.info().project.name !== 'web');
  host = await launch('web', { sample: true });
  page = host.page;
  app = new App(page);
  await expect(app.articles).toHaveCount(12);
});
test.afterEach(() => host?.close());

const BIB = `@report{reyes2021,
  author = {Reyes, Ana},
  title = {Ferries of the Sound},
  institution = {Transport Board},
}
`;

/** Imports a source that has no date, and cites it in a new brief. */
async function citeUndated(): Promise<void> {
  const path = join(host.library, '..', 'undated.bib');
  await writeFile(path, BIB);
  await app.importFiles([path]);
  await app.articles.filter({ hasText: 'Ferries of the Sound' }).click();
  await app.newBrief('On ferries');
  await app.chooseStyle('American Psychological', /^APA 7/);
  await app.text.click();
  await page.keyboard.type('They sail. ');
  await page.keyboard.type('[@reyes2021]');
  await expect(app.citations).toHaveCount(1);
  await expect(app.citations.first()).toContainText('Reyes');
}

const picked = (format: string): Locator => page.getByRole('option', { name: new RegExp(`^${format}`, 'u') });

async function downloaded(start: () => Promise<void>): Promise<{ name: string; text: string }> {
  const waiting = page.waitForEvent('download');
  await start();
  const file: Download = await waiting;
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8') };
}

test('the sources of a brief and what is selected are exported as references', async () => {
  await app.openBrief('Keeping the Kester Strait connected');
  const bib = await downloaded(async () => {
    await page.getByRole('button', { name: 'Export' }).click();
    await page.getByRole('menuitem', { name: /Export sources as references/ }).click();
    await picked('BibLaTeX').click();
  });
  expect(bib.name).toMatch(/^Keeping the Kester Strait connected.*\.bib$/);
  expect(bib.text).toMatch(/^@\w+\{[a-z]+\d{4}[a-z]*,\n {2}(?:author|title) = \{/);

  await app.articles.first().click();
  await app.articles.nth(2).click({ modifiers: ['Shift'] });
  await page.getByRole('button', { name: 'More for the selected articles' }).click();
  await page.getByRole('menuitem', { name: 'Export references…' }).click();
  await expect(page.getByRole('dialog', { name: 'Format for 3 articles' })).toBeVisible();
  const csl = await downloaded(() => picked('CSL-JSON').click());
  expect(csl.name).toBe('References.json');
  expect(JSON.parse(csl.text)).toHaveLength(3);
});

test('a citation says what its source lacks, and follows when it is added', async () => {
  await citeUndated();
  await expect(app.citations.first()).toHaveText(/n\.d\./);
  await expect(app.citations.first()).toHaveAttribute('data-incomplete', 'true');
  const status = page.getByRole('button', { name: '1 incomplete source' });
  await status.click();
  await page.getByRole('menuitem', { name: /next citation/ }).click();
  const preview = page.getByRole('dialog', { name: 'Citation' });
  await expect(preview).toContainText('No date: this style prints “n.d.”');
  const { look, faults } = await audit(page);
  await look('a citation with gaps');
  expect(faults).toEqual([]);
  await preview.getByRole('button', { name: 'Add the date' }).click();

  const form = page.getByRole('dialog', { name: 'Article details' });
  const published = form.getByRole('textbox', { name: 'Published', exact: true });
  await expect(published).toBeFocused();
  await expect(preview).toBeHidden();
  await expect(form.getByRole('textbox', { name: 'Citation key' })).toHaveValue('reyes2021');
  await published.fill('May 2021');
  await form.getByRole('textbox', { name: 'Citation key' }).fill('reyes 2021');
  await published.press('Control+Enter');
  await expect(form).toContainText('A key has letters, digits and _');
  await form.getByRole('textbox', { name: 'Citation key' }).fill('ferries');
  await published.press('Control+Enter');
  await expect(form).toBeHidden();

  await expect(app.citations.first()).toHaveText('(Reyes, 2021)');
  await expect(app.sources.first()).toContainText('2021');
  await expect(status).toBeHidden();
  await expect(app.citations.first()).toHaveAttribute('data-incomplete', 'false');
  const { bytes } = await app.export(/Markdown/, /^GitHub/);
  expect(bytes.toString('utf8')).toContain('2021');

  // Typing in the brief does not take the metadata back, undo of the change does.
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(app.citations.first()).toHaveText(/n\.d\./);
  await expect(app.sources.first()).toContainText('n.d.');
  await expect(status).toBeVisible();
});

test('italics in a title come from the file, show and change in the details, and are printed', async () => {
  const path = join(host.library, '..', 'ships.bib');
  await writeFile(
    path,
    '@article{roe2020, author = {Roe, Ann}, title = {The \\emph{Mayak} case}, journal = {Sea}}\n',
  );
  await app.importFiles([path]);
  const article = app.articles.filter({ hasText: 'The Mayak case' });
  await article.click();
  await app.newBrief('On ships');
  await app.text.click();
  await page.keyboard.type('They sail. [@roe2020]');
  await expect(app.citations).toHaveText(['1']);
  const italic = app.sources.first().locator('em');
  await expect(italic).toHaveText(['Mayak', 'Sea']);

  await page.getByRole('button', { name: 'Details of this article' }).click();
  const form = page.getByRole('dialog', { name: 'Article details' });
  const title = form.getByRole('textbox', { name: 'Title', exact: true });
  await expect(title).toHaveValue('The <i>Mayak</i> case');
  await expect(form.getByText('Printed: The Mayak case')).toBeVisible();
  await title.focus();
  await page.keyboard.press('End');
  for (let key = 0; key < 4; key += 1) await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('ControlOrMeta+i');
  await expect(title).toHaveValue('The <i>Mayak</i> <i>case</i>');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(form).toBeHidden();
  await expect(italic).toHaveText(['Mayak', 'Case', 'Sea']);
  await expect(app.articles.filter({ hasText: 'The Mayak case' })).toHaveCount(1);
});
