/** Imports: many files, halted, cut off by a kill, and gone on with; watched folders; pasted text; duplicates. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from './fixtures.ts';
import { ROOT } from '../../build/node24.mjs';
import { App } from './app.ts';
import { launch } from './hosts/index.ts';

const FILES = 300;
const host = (): string => test.info().project.name;
let folder: string;

test.beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'dossier-e2e-import-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true }));

/** Files of some 80,000 characters: importing all of them takes seconds, time enough to halt it. */
async function manyFiles(): Promise<string[]> {
  const paths: string[] = [];
  for (let number = 0; number < FILES; number += 1) {
    const path = join(folder, `${number}.txt`);
    const sentence = `In harbour ${number} the pilots counted ${number * 7} ships and ${number * 3} tugs that winter. `;
    await writeFile(path, `Harbour report ${number}\n\n${`${sentence.repeat(30)}\n\n`.repeat(40)}`);
    paths.push(path);
  }
  return paths;
}

async function choose(page: Page, paths: string[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser');
  await page
    .getByRole('button', { name: /^Import/ })
    .first()
    .click();
  await (await chooser).setFiles(paths);
}

test('three hundred files: halted, cut off by a kill, gone on with, and each of them once', async () => {
  test.setTimeout(300_000);
  const library = join(folder, 'library');
  const first = await launch(host(), { library });
  await choose(first.page, await manyFiles());
  await expect(first.page.getByText(/^Importing [\d,]+ of 300/)).toBeVisible({ timeout: 120_000 });
  await first.page.getByRole('button', { name: 'Pause the import' }).click();
  await expect(first.page.getByText(/^Paused at [\d,]+ of 300/)).toBeVisible({ timeout: 60_000 });
  await first.page.getByRole('button', { name: 'Resume the import' }).click();
  await expect(first.page.getByText(/^Importing [\d,]+ of 300/)).toBeVisible();
  await first.crash();
  await first.close();

  const second = await launch(host(), { library });
  const app = new App(second.page);
  await expect(second.page.getByText(/cut off at [\d,]+ of 300/)).toBeVisible();
  await second.page.getByRole('button', { name: 'Resume import' }).click();
  await expect(second.page.getByText('300 imported').first()).toBeVisible({ timeout: 120_000 });
  await expect(second.page.getByText('300 articles', { exact: true })).toBeVisible({ timeout: 30_000 });
  await expect(second.page.getByText(/already there|refused/)).toHaveCount(0);
  await second.page.getByRole('button', { name: 'Report' }).first().click();
  const report = second.page.getByRole('dialog');
  await expect(report.getByRole('listitem')).toHaveCount(100);
  await report.getByRole('button', { name: /Show more/ }).click();
  await expect(report.getByRole('listitem')).toHaveCount(200);
  await second.page.keyboard.press('Escape');
  await app.find('pilots');
  await second.close();
});

test('what comes into a watched folder is imported by itself', async () => {
  const library = join(folder, 'library');
  const inbox = join(folder, 'inbox');
  await mkdir(inbox);
  const command = spawn(process.execPath, [
    join(ROOT, 'build/dossier.mjs'),
    'watch',
    inbox,
    '--library',
    library,
  ]);
  expect(await once(command, 'close')).toEqual([0, null]);
  const running = await launch(host(), { library });
  const app = new App(running.page);
  await expect(app.search).toBeVisible();
  await writeFile(
    join(inbox, 'a.txt'),
    'A report that arrived\n\nIt was put into the folder while the window was open.\n',
  );
  await expect(app.articles.filter({ hasText: 'A report that arrived' })).toBeVisible({ timeout: 60_000 });
  await expect(running.page.getByText('From a watched folder: 1 imported')).toBeVisible();
  await running.close();
});

const SENTENCES = [
  'The pilots at the northern harbour say that one icebreaker is no longer enough for the winter.',
  'Two convoys had to wait for more than a day outside the breakwater in January, and a third turned back.',
  'The port authority answered that a decision would be taken in spring, once the figures are known.',
  'The ministry has not replied to the letter that the pilots sent it before the ice came.',
];

test('pasted text becomes an article, and two forms of it become one after a look', async () => {
  const running = await launch(host());
  const { page } = running;
  const app = new App(page);
  await expect(app.search).toBeVisible();
  const paste = async (html: string): Promise<void> => {
    await page.getByRole('button', { name: 'Paste an article' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'Paste an article' });
    await dialog.getByLabel('Text, as you copied it').evaluate((field, markup) => {
      const data = new DataTransfer();
      data.setData('text/html', markup);
      data.setData('text/plain', markup.replace(/<[^>]+>/gu, ' '));
      field.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, html);
    await expect(dialog.getByLabel('Title')).toHaveValue('Pilots ask for help', { timeout: 60_000 });
    await dialog.getByRole('button', { name: 'Add to the library' }).click();
    await expect(dialog).toBeHidden();
  };
  const page1 = `<article><h1>Pilots ask for help</h1>${SENTENCES.map((text) => `<p>${text}</p>`).join('')}</article>`;
  await paste(page1);
  await expect(app.article).toContainText(SENTENCES[3]!);
  await paste(page1.replace('no longer enough', 'hardly enough'));
  await expect(app.articles).toHaveCount(2);

  await page.getByRole('button', { name: 'Possible duplicates (1)' }).click({ timeout: 60_000 });
  const review = page.getByRole('dialog', { name: 'Possible duplicates' });
  await expect(review.locator('del').last()).toContainText('longer');
  await expect(review.locator('ins')).toContainText('hardly');
  await page.keyboard.press('v');
  await expect(review).toContainText('No possible duplicates are left');
  await review.getByRole('button', { name: 'Done' }).click();
  await expect(app.articles).toHaveCount(1);
  await app.articles.first().click();
  await expect(app.article).toContainText('hardly enough');
  await running.close();
});
