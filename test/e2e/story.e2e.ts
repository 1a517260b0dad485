/** The whole path as one analyst goes it: import, search, read, quote, cite, export, and find it all again. */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from './fixtures.ts';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { toString } from 'mdast-util-to-string';
import { gfm } from 'micromark-extension-gfm';
import { App } from './app.ts';
import { launch } from './hosts/index.ts';
import { readPdf } from './pdf.ts';

const SEEDS = resolve(import.meta.dirname, '../../../shared/seeds');

/** What is quoted and cited: from the seeds where they are, from the sample library otherwise. */
interface Material {
  fill: (app: App) => Promise<void>;
  articles: number;
  query: string;
  quoted: { hit: string; words: string; source: RegExp };
  cited: { query: string; hit: string; words: string; source: RegExp };
}

function material(): Material {
  if (existsSync(SEEDS))
    return {
      fill: (app) =>
        app.importFiles(
          readdirSync(SEEDS)
            .filter((name) => name.endsWith('.txt'))
            .map((name) => join(SEEDS, name)),
        ),
      articles: 5,
      query: 'forced labor compensation',
      quoted: {
        hit: 'Wartime compensation',
        words: 'Wartime compensation for forced labor has long emerged as one of the main problems',
        source: /Tokmak.*Rapprochement in the Context of Yoon-Kishida Meeting/i,
      },
      cited: {
        query: 'verbal encouragement prestige',
        hit: 'verbal encouragement',
        words: 'offer verbal encouragement and reward progress',
        source: /Yang.*Common threats bring/i,
      },
    };
  console.log('The seeds are not here: the story is told with the sample library.');
  return {
    fill: (app) => app.addSample(),
    articles: 12,
    query: 'nineteen days waves',
    quoted: {
      hit: 'lost to waves',
      words: 'Eleven of the nineteen days were lost to waves.',
      source: /Renn.*One Ship for Three Cables/i,
    },
    cited: {
      query: 'waiting ships risk',
      hit: 'Waiting ships',
      words: 'Waiting ships are the main source of risk.',
      source: /Halmark Office.*Faults and Repairs/i,
    },
  };
}

test('a brief from import to export', async () => {
  const host = await launch(test.info().project.name);
  const app = new App(host.page);
  const { fill, articles, query, quoted, cited } = material();
  const title = 'Wartime labour and the thaw';
  const faults: string[] = [];
  host.page.on('pageerror', (error) => faults.push(error.message));
  host.page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });

  await test.step('import', async () => {
    await fill(app);
    await expect(app.articles).toHaveCount(articles);
  });

  await test.step('search and open a hit', async () => {
    await app.find(query);
    await app.openHit(quoted.hit);
    await expect(app.article).toContainText(quoted.words);
    await expect(app.article.getByText(quoted.words.slice(0, 20)).first()).toBeInViewport();
  });

  await test.step('write and quote', async () => {
    await app.newBrief(title);
    await host.page.keyboard.type('The question of compensation came first:');
    await app.quote(quoted.words);
    await expect(app.text.locator('blockquote').filter({ hasText: quoted.words })).toHaveCount(1);
  });

  await test.step('cite a second source with a locator', async () => {
    await app.find(cited.query);
    await app.openHit(cited.hit);
    await app.text.click();
    await host.page.keyboard.press('ControlOrMeta+End');
    await host.page.keyboard.type('Washington has encouraged the change.');
    await app.cite(cited.words);
    await app.setPage(app.citations.last(), '12');
    await app.citations.last().hover();
    await expect(host.page.getByRole('dialog', { name: 'Citation' })).toContainText('12');
    await host.page.keyboard.press('Escape');
  });

  await test.step('the sources follow', async () => {
    await expect(app.sources).toHaveCount(2);
    await expect(app.sources.filter({ hasText: quoted.source })).toHaveCount(1);
    await expect(app.sources.filter({ hasText: cited.source })).toHaveCount(1);
    await app.saved();
  });

  await test.step('another style, and back', async () => {
    await app.chooseStyle('American Psychological', /^APA 7/);
    await expect(app.citations.last()).toHaveText(/^\(.+, (\d{4}|n\.d\.), p\. 12\)$/);
    await host.page.keyboard.press('Alt+Shift+S');
    await expect(app.citations.last()).toHaveText('2');
  });

  await test.step('a citation leads back to its passage', async () => {
    await app.find(query);
    await app.openHit(quoted.hit);
    await expect(app.article).not.toContainText(cited.words);
    await app.citations.last().click();
    await expect(app.article).toContainText(cited.words);
    await expect(app.article.getByText(cited.words.slice(0, 20)).first()).toBeInViewport();
  });

  await test.step('export Markdown', async () => {
    const { name, bytes } = await app.export(/Markdown/, /^GitHub/);
    expect(name).toMatch(/\.md$/);
    const source = bytes.toString('utf8');
    expect(source).toMatch(/^---\n/);
    expect(source).toContain(`title: ${title}`);
    const tree = fromMarkdown(source.replace(/^---\n.*?\n---\n/su, ''), {
      extensions: [gfm()],
      mdastExtensions: [gfmFromMarkdown()],
    });
    const notes = tree.children.filter((node) => node.type === 'footnoteDefinition');
    expect(notes).toHaveLength(2);
    expect(toString(notes[0])).toMatch(quoted.source);
    expect(toString(notes[1])).toMatch(cited.source);
    expect(toString(notes[1])).toContain('12');
    const quote = tree.children.find((node) => node.type === 'blockquote');
    expect(toString(quote)).toContain(quoted.words);
    const headings = tree.children.filter((node) => node.type === 'heading').map((node) => toString(node));
    expect(headings).toContain('Sources');
  });

  await test.step('export PDF', async () => {
    const { name, bytes } = await app.export(/PDF/);
    expect(name).toMatch(/\.pdf$/);
    const pdf = await readPdf(bytes);
    expect(pdf.pages).toHaveLength(1);
    expect(pdf.title).toBe(title);
    expect(pdf.language).toMatch(/^en/);
    expect(pdf.pages[0]).toContain(quoted.words);
    expect(pdf.pages[0]).toContain('Page 1 of 1');
    expect(pdf.pages[0]).toMatch(/1 .*Tokmak|1 .*Renn/);
    for (const role of ['H1', 'P', 'BlockQuote', 'Note']) expect([...pdf.roles]).toContain(role);
  });

  await test.step('print preview shows the pages', async () => {
    await host.page.getByRole('button', { name: 'Print preview' }).click();
    await expect(host.page.getByRole('article', { name: 'Page 1' })).toBeVisible();
    await host.page.keyboard.press('Escape');
  });

  const before = await app.text.innerText();
  await test.step('reload', async () => {
    await host.page.reload();
    await expect(app.text).toContainText(quoted.words);
    await expect(app.sources).toHaveCount(2);
    await expect.poll(() => app.text.innerText()).toBe(before);
  });

  expect(faults).toEqual([]);
  await host.close();
});
