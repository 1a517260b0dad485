/** One article in the reader: what is marked, written and judged there stays, and leads to the briefs that cite it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, type Page, test } from './fixtures.ts';
import { App } from './app.ts';
import { audit } from './axe.ts';
import { type Host, launch } from './hosts/index.ts';

const MARKED = 'eleven of the nineteen working days had been lost';
const ARTICLE = `---
title: Cable inspections in winter
publisher: Harbour Institute
type: report
---

The ministry announced on Tuesday that it would suspend inspections of undersea cables.

Officials said ${MARKED}. They could not send a ship into waves of that height.

Repairs are expected to resume in March.
`;

let folder: string;
test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-reader-'));
  await writeFile(join(folder, 'cables.md'), ARTICLE);
});
test.afterAll(() => rm(folder, { recursive: true, force: true }));

async function openArticle(): Promise<{ host: Host; app: App; page: Page }> {
  const host = await launch(test.info().project.name);
  const app = new App(host.page);
  host.page.setDefaultTimeout(30_000);
  await app.importFiles([join(folder, 'cables.md')]);
  await app.articles.first().click();
  await expect(app.article).toContainText(MARKED);
  return { host, app, page: host.page };
}

/** The words that are drawn as highlights of a colour. */
function drawn(page: Page, colour: string): Promise<string[]> {
  return page.evaluate(
    (name) => [...(CSS.highlights.get(`reader-${name}`) ?? [])].map((range) => String(range as Range)),
    colour,
  );
}

const card = (page: Page) => page.getByRole('dialog', { name: 'Highlight' });
const panel = (page: Page) => page.getByRole('region', { name: 'Notes and highlights' });

test('a highlight with a note stays, changes its colour, and comes back after it was removed', async () => {
  const { host, app, page } = await openArticle();
  await app.selectInReader(MARKED);
  await page.getByRole('button', { name: /^Highlight/ }).click();
  await card(page).getByTitle('Green').click();
  await expect(card(page).getByRole('radio', { name: 'Green' })).toBeChecked();
  await card(page).getByLabel('Note').fill('Compare with the figures of the insurers');
  await page.keyboard.press('Escape');
  await expect(card(page)).toBeHidden();
  await expect.poll(() => drawn(page, 'green')).toEqual([MARKED]);

  await page.reload();
  await expect(app.article).toContainText(MARKED);
  await expect.poll(() => drawn(page, 'green')).toEqual([MARKED]);
  await page.getByRole('button', { name: /^Notes and highlights/ }).click();
  const item = panel(page).getByRole('listitem').filter({ hasText: MARKED });
  await expect(item).toContainText('Compare with the figures of the insurers');
  await item.hover();
  await item.getByRole('button', { name: 'Remove the highlight' }).click();
  await expect(item).toBeHidden();
  await expect.poll(() => drawn(page, 'green')).toEqual([]);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(item).toContainText('Compare with the figures');
  await host.close();
});

test('by the keyboard alone: highlight, write a note, grade', async () => {
  const { host, page, app } = await openArticle();
  await app.article.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+H');
  await expect(card(page).getByRole('radio', { name: 'Yellow' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect(app.article).toBeFocused();
  await expect.poll(() => drawn(page, 'green')).toHaveLength(1);

  await page.keyboard.press('Alt+M');
  const notes = page.getByRole('textbox', { name: 'Notes on this article' });
  await expect(notes).toBeFocused();
  await page.keyboard.type('First line');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Second line');
  await expect(page.getByTestId('notes-state')).toHaveAttribute('data-state', 'saved');

  await page.keyboard.press('Alt+G');
  await expect(page.getByRole('dialog', { name: 'Grade of the source' })).toBeVisible();
  await page.keyboard.press('b');
  await page.keyboard.press('2');
  await page.keyboard.press('Escape');
  const badge = page.getByRole('button', { name: 'Grade B2: usually reliable, probably true' });
  await expect(badge).toBeVisible();

  await page.reload();
  await expect(badge).toBeVisible();
  await page.keyboard.press('Alt+M');
  await expect(notes).toHaveValue('First line\nSecond line');
  await host.close();
});

test('keys act at once: from the moment that the text is there, and on what the key before has selected', async () => {
  const host = await launch(test.info().project.name);
  const page = host.page;
  await page.evaluate(() => {
    new MutationObserver((_changes, observer) => {
      const text = document.querySelector('section[aria-label^="Text of "]');
      if (text === null) return;
      observer.disconnect();
      for (const key of ['ArrowDown', 'h'])
        text.dispatchEvent(
          new KeyboardEvent('keydown', { key, altKey: true, bubbles: true, cancelable: true }),
        );
    }).observe(document.body, { childList: true, subtree: true });
  });
  // What comes in alone is opened.
  await new App(page).importFiles([join(folder, 'cables.md')]);
  await expect(card(page)).toBeVisible();
  await expect.poll(() => drawn(page, 'yellow')).toHaveLength(1);
  await host.close();
});

test('the list of commands acts on what was selected before it was opened', async () => {
  const { host, app, page } = await openArticle();
  await app.selectInReader(MARKED);
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await expect(page.getByRole('combobox', { name: 'Find a command' })).toBeFocused();
  await page.keyboard.type('highlight the selected');
  await page.keyboard.press('Enter');
  await expect(card(page)).toBeVisible();
  await expect.poll(() => drawn(page, 'yellow')).toEqual([MARKED]);
  await host.close();
});

test('an article tells where it is cited, and leads there', async () => {
  const { host, page, app } = await openArticle();
  await app.newBrief('On cables');
  await app.text.pressSequentially('Inspections began in May. They stopped in winter.');
  await app.cite('Repairs are expected to resume in March.');
  await app.quote('They could not send a ship into waves of that height.');
  await app.saved();
  await app.newBrief('Another brief');
  await page.getByRole('button', { name: /^Cited in/ }).click();
  const cited = page.getByRole('region', { name: 'Cited in' });
  await expect(cited.getByRole('listitem')).toHaveCount(2);
  await expect(cited).toContainText('They stopped in winter.');
  await expect(cited).not.toContainText('Inspections began');
  await cited.getByRole('button', { name: /They stopped in winter/ }).click();
  await expect(app.text).toContainText('Inspections began in May');
  await expect(app.text).toBeFocused();
  await page.keyboard.type(' Typed behind it.');
  await expect(app.text).toContainText(/winter\.\s*1?\s*Typed behind it\./);
  await host.close();
});

test('the details of an article take every kind of field, and the citation follows', async () => {
  const { host, page, app } = await openArticle();
  await app.newBrief('On cables');
  await app.text.pressSequentially('They stopped.');
  await app.cite('Repairs are expected to resume in March.');
  await expect(app.sources.first()).toContainText('Harbour Institute');

  await page.getByRole('button', { name: 'Details of this article' }).click();
  const form = page.getByRole('dialog', { name: 'Article details' });
  await form.getByRole('combobox', { name: 'Kind of source' }).selectOption('Book');
  await form.getByRole('textbox', { name: 'Title', exact: true }).fill('Cables under ice');
  await form.getByRole('button', { name: 'Add to Authors' }).click();
  await page.keyboard.type('Berg');
  await page.keyboard.press('Tab');
  await page.keyboard.type('Ada');
  await form.getByRole('button', { name: 'More for Authors 1' }).click();
  await page.getByRole('menuitem', { name: 'Particles and suffix' }).click();
  await form.getByRole('textbox', { name: 'Authors 1: particle that stays' }).fill('van der');
  await form.getByRole('button', { name: 'Add to Authors' }).click();
  await page.keyboard.type('Ministry of Cables');
  await form.getByRole('button', { name: 'More for Authors 2' }).click();
  await page.getByRole('menuitem', { name: /join into one name/ }).click();
  await expect(form.getByRole('textbox', { name: 'Authors 2: organisation' })).toHaveValue(
    'Ministry of Cables',
  );
  await form.getByRole('button', { name: /^Authors 2 of 2/ }).press('ArrowUp');
  await expect(form.getByRole('textbox', { name: 'Authors 1: organisation' })).toHaveValue(
    'Ministry of Cables',
  );
  await form.getByRole('button', { name: /^Authors 1 of 2/ }).press('ArrowDown');

  const published = form.getByRole('textbox', { name: 'Published', exact: true });
  await published.fill('5/9/2023');
  await form.getByRole('textbox', { name: 'Place', exact: true }).fill('Oslo');
  await expect(form).toContainText('Which day is meant?');
  await published.fill('c. May 2023');
  await form.getByRole('textbox', { name: 'Edition' }).fill('2');
  await form.getByRole('button', { name: 'More fields' }).click();
  await form.getByRole('searchbox', { name: 'Find a field' }).fill('scale');
  await form.getByRole('textbox', { name: 'Scale' }).fill('1:500');

  await page.keyboard.press('Escape');
  await expect(form).toContainText('What you changed is not saved.');
  await form.getByRole('button', { name: 'Keep editing' }).click();
  await form.getByRole('textbox', { name: 'Edition' }).press('Control+Enter');
  await expect(form).toBeHidden();
  await expect(app.sources.first()).toContainText(
    /Berg, Ada van der,? and Ministry of Cables\. Cables under Ice\. 2nd ed\. Oslo: Harbour Institute, \[2023\?\]/i,
  );

  await page.getByRole('button', { name: 'Details of this article' }).click();
  await expect(form.getByRole('textbox', { name: 'Scale' })).toHaveValue('1:500');
  await expect(published).toHaveValue('c. 2023-05');
  await page.keyboard.press('Escape');
  await expect(form).toBeHidden();
  await host.close();
});

test('a newer version of a text takes the highlights along, and shows what changed', async () => {
  const saved = (
    sentence: string,
  ): string => `<!doctype html><html lang="en"><head><title>Storm delays</title>
    <link rel="canonical" href="https://example.org/storm-delays"></head><body><article><h1>Storm delays</h1>
    <p>The harbour was closed for nine days in January, the longest closure since records began.</p>
    <p>${sentence}</p>
    <p>The insurers asked for a review of the moorings, which had been put off twice in the year before.</p>
    </article></body></html>`;
  await writeFile(
    join(folder, 'first.html'),
    saved('Ships waited outside for up to four days, and two lost cargo.'),
  );
  await writeFile(join(folder, 'second.html'), saved('Nobody was hurt.'));
  const host = await launch(test.info().project.name);
  const { page } = host;
  page.setDefaultTimeout(30_000);
  const app = new App(page);
  await app.importFiles([join(folder, 'first.html')]);
  await app.articles.first().click();
  const kept = 'put off twice in the year before';
  const gone = 'Ships waited outside for up to four days, and two lost cargo.';
  for (const words of [kept, gone]) {
    await app.selectInReader(words);
    await page.keyboard.press('Alt+H');
    await expect(card(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('toolbar', { name: 'Selected words' })).toBeHidden();
  }
  await app.importFiles([join(folder, 'second.html')]);
  await page.getByRole('button', { name: 'Show the latest' }).click();
  await expect(app.article).toContainText('Nobody was hurt.');
  await expect.poll(() => drawn(page, 'yellow')).toEqual([kept]);

  await page.getByRole('button', { name: /^Notes and highlights/ }).click();
  await expect(panel(page)).toContainText('In another version of the text');
  await panel(page).getByRole('button', { name: gone }).click();
  await expect(app.article).toContainText('A newer one exists.');
  await expect.poll(async () => (await drawn(page, 'yellow')).toSorted()).toEqual([gone, kept].toSorted());

  await page.getByRole('button', { name: 'Compare' }).click();
  const comparison = page.getByRole('dialog', { name: 'Compare versions' });
  await expect(comparison.locator('del')).toHaveText(gone);
  await expect(comparison.locator('ins')).toHaveText('Nobody was hurt.');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Version of/ }).click();
  await page.getByRole('menuitemradio', { name: /latest/ }).click();
  await expect(app.article).toContainText('Nobody was hurt.');
  await host.close();
});

test('pages of a source stand in the margin, and citations name them', async () => {
  const host = await launch(test.info().project.name);
  const { page } = host;
  page.setDefaultTimeout(30_000);
  const app = new App(page);
  await app.importFiles([resolve(import.meta.dirname, '../fixtures/import/pdf-report-footnotes/source.pdf')]);
  await app.articles.first().click();
  await expect(app.article.getByLabel('Page 2', { exact: true }).first()).toBeVisible();
  await app.newBrief('On ships');
  await app.cite('A third sails under a charter that ends in autumn.');
  await app.citations.first().hover();
  await expect(page.getByRole('dialog', { name: 'Citation' })).toContainText(/2024\S*,? 1\./);
  await host.close();
});

test("axe finds nothing in the reader's panels", async () => {
  const { host, page, app } = await openArticle();
  const { faults, look } = await audit(page);
  await app.selectInReader(MARKED);
  await page.keyboard.press('Alt+H');
  await expect(card(page)).toBeVisible();
  await look('card of a highlight');
  await page.keyboard.press('Escape');
  await app.cite('Repairs are expected to resume in March.');
  await app.saved();
  await page.getByRole('button', { name: /^Notes and highlights/ }).click();
  await expect(panel(page).getByRole('listitem')).toHaveCount(1);
  await look('notes and highlights');
  await page.getByRole('button', { name: /^Cited in/ }).click();
  await expect(page.getByRole('region', { name: 'Cited in' }).getByRole('listitem')).toHaveCount(1);
  await look('cited in');
  await page.getByRole('button', { name: /^Not graded/ }).click();
  await expect(page.getByRole('dialog', { name: 'Grade of the source' })).toBeVisible();
  await look('grade');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Details of this article' }).click();
  const form = page.getByRole('dialog', { name: 'Article details' });
  await form.getByRole('button', { name: 'Add to Authors' }).click();
  await form.getByRole('button', { name: 'More fields' }).click();
  await form.getByRole('textbox', { name: 'Published', exact: true }).fill('5/9/2023');
  await page.keyboard.press('Tab');
  await look('details');
  expect(faults).toEqual([]);
  await host.close();
});

test('a source without text says so, is found by its author, and gets its text from a file, which can be taken back', async () => {
  const host = await launch(test.info().project.name);
  const { page } = host;
  const app = new App(page);
  const reference = join(folder, 'list.ris');
  await writeFile(reference, 'TY  - RPRT\nTI  - Inspections in winter\nAU  - Lindqvist, Mara\nER  - \n');
  await app.importFiles([reference]);
  await app.articles.first().click();
  await expect(app.article).toContainText('This source has no text');
  await expect(app.article).not.toContainText('0 words');
  await app.search.fill('lindqvist');
  await expect(page.getByText('Inspections in winter').first()).toBeVisible();
  await app.hits.first().click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Attach its text…' }).click();
  await (await chooser).setFiles([join(folder, 'cables.md')]);
  await expect(app.article).toContainText(MARKED);
  await expect(app.article).toContainText('Inspections in winter');
  await expect(app.article).not.toContainText('This source has no text');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(app.article).toContainText('This source has no text');
  await host.close();
});
