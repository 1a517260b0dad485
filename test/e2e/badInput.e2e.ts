/** Files that an analyst may well import, and should be none the worse for. */
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from './fixtures.ts';
import { App } from './app.ts';
import { launch } from './hosts/index.ts';

const HOSTILE = resolve(import.meta.dirname, '../fixtures/import/hostile-html/source.html');

test('bad files are refused with a reason, and the rest of the batch goes on', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'dossier-e2e-bad-'));
  const file = (name: string): string => join(folder, name);
  await writeFile(file('empty.txt'), '');
  await writeFile(file('binary.txt'), Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 1, 2, 3, 0, 255]));
  await writeFile(file('huge.txt'), '');
  await truncate(file('huge.txt'), 51 * 1024 * 1024);
  await writeFile(
    file('good.txt'),
    'A good article\n\nIts first paragraph says enough.\n\nSo does the second.',
  );
  await writeFile(
    file('same.txt'),
    'A good article\n\nIts first paragraph says enough.\n\nSo does the second.',
  );

  const host = await launch(test.info().project.name);
  const app = new App(host.page);
  await app.importFiles(['empty.txt', 'binary.txt', 'huge.txt', 'good.txt', 'same.txt'].map(file));
  await expect(app.articles).toHaveCount(1);
  await host.page.getByRole('button', { name: 'Report' }).first().click();
  const report = host.page.getByRole('dialog');
  for (const [name, reason] of [
    ['empty.txt', /empty/],
    ['binary.txt', /not text|binary/i],
    ['huge.txt', /50 MB/],
    ['same.txt', /Already in the library/],
  ] as const)
    await expect(report.getByRole('listitem').filter({ hasText: name })).toContainText(reason);
  await host.close();
  await rm(folder, { recursive: true });
});

test('a hostile page runs nothing and fetches nothing', async () => {
  const host = await launch(test.info().project.name);
  const { page } = host;
  const app = new App(page);
  const origin = new URL(page.url()).origin;
  const strays: string[] = [];
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url)) strays.push(url);
  });
  page.on('dialog', (dialog) => {
    strays.push(`dialog ${dialog.message()}`);
    void dialog.dismiss();
  });
  await app.importFiles([HOSTILE]);
  await app.articles.filter({ hasText: 'A plain story' }).click();
  await expect(app.article).toContainText('spells out <script>alert(13)</script> as text');
  await expect(app.article).not.toContainText('frame words');
  expect(await app.article.locator('script, iframe, img, object, embed, form, style').count()).toBe(0);
  const links = await app.article
    .locator('a[href]')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
  for (const link of links) expect(link).toMatch(/^(https?:|mailto:|#)/);
  await app.newBrief('Quoting it');
  await app.quote('The third paragraph only has to be here');
  await app.saved();
  expect(await page.title()).toContain('Dossier');
  expect(strays).toEqual([]);
  await host.close();
});
