/// <reference lib="dom" />
/** The window as its user sees it: finds controls by role and name, and waits for what they bring about. */
import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page } from '@playwright/test';

export class App {
  readonly page: Page;
  /** The text of the open brief. */
  readonly text: Locator;
  readonly search: Locator;
  readonly hits: Locator;
  readonly articles: Locator;
  /** The body of the article in the reader. */
  readonly article: Locator;
  readonly sources: Locator;
  readonly citations: Locator;

  constructor(page: Page) {
    this.page = page;
    this.text = page.getByRole('textbox', { name: 'Text of the brief' });
    this.search = page.getByRole('combobox', { name: 'Search the library' });
    this.hits = page.getByRole('listbox', { name: 'Passages found' }).getByRole('option');
    this.articles = page.getByRole('listbox', { name: 'Articles' }).getByRole('option');
    this.article = page.getByRole('region', { name: /^Text of / });
    this.sources = page.locator('[role=doc-bibliography]').getByRole('listitem');
    this.citations = this.text.locator('[role=doc-noteref]');
  }

  async importFiles(paths: string[]): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.page
      .getByRole('button', { name: /^Import/ })
      .first()
      .click();
    await (await chooser).setFiles(paths);
  }

  async addSample(): Promise<void> {
    await this.page.getByRole('button', { name: 'Load the sample library' }).click();
    // The first import loads the language models, which takes seconds on a busy machine.
    await expect(this.articles.first()).toBeVisible({ timeout: 60_000 });
  }

  /** Types a query and waits for hits. */
  async find(query: string): Promise<void> {
    await this.search.fill(query);
    await expect(this.hits.first()).toBeVisible();
  }

  /**
   * Brings everything into view, and a hidden text that stands far below the window as those of a long pane may;
   * names the outermost elements that this has moved.
   */
  scrolledAway(): Promise<string[]> {
    return this.page.evaluate(() => {
      const outer = [
        document.documentElement,
        document.body,
        ...document.querySelectorAll('#root, #root > *'),
      ];
      const below = document.createElement('span');
      below.className = 'visually-hidden';
      below.style.top = '3000px';
      document.querySelector('main')!.append(below);
      for (const element of document.querySelectorAll('*')) element.scrollIntoView({ block: 'end' });
      below.scrollIntoView();
      const moved = outer.filter(({ scrollTop }) => scrollTop !== 0);
      below.remove();
      return moved.map(({ outerHTML }) => outerHTML.slice(0, 80));
    });
  }

  /** Opens the first hit that holds `words` and waits until the reader shows them. */
  async openHit(words: string | RegExp): Promise<void> {
    await this.hits.filter({ hasText: words }).first().click();
    await expect(this.article).toBeVisible();
  }

  /** Chooses the citation style of the brief by typing words of its title. */
  async chooseStyle(words: string, title: RegExp): Promise<void> {
    await this.page.getByRole('button', { name: /^Citations/ }).click();
    const picker = this.page.getByRole('dialog', { name: 'Citation style' });
    await picker.getByRole('combobox').fill(words);
    await picker.getByRole('option', { name: title }).first().click();
    await expect(picker).toBeHidden();
  }

  async newBrief(title: string): Promise<void> {
    await this.page.getByRole('button', { name: 'Menu', exact: true }).click();
    await this.page.getByRole('menuitem', { name: /New brief/ }).click();
    const field = this.page.getByRole('textbox', { name: 'Title' });
    // Until then the field is that of the brief before.
    await expect(field).toBeFocused();
    await expect(this.text).toBeVisible();
    await field.fill(title);
    await field.press('Enter');
    await expect(this.text).toBeFocused();
  }

  /** Opens a brief by the list of briefs, unless the window shows it already. */
  async openBrief(title: string): Promise<void> {
    const switcher = this.page.locator('#brief-switcher');
    await expect(switcher).toBeVisible();
    await expect(switcher.or(this.text)).not.toHaveCount(0);
    if (!(await switcher.innerText()).includes(title)) {
      await switcher.click();
      await this.page.getByRole('menuitemradio', { name: title }).first().click();
    }
    await expect(this.text).toBeVisible();
  }

  /** Selects `words` in the reader, as a drag of the mouse over them would. */
  async selectInReader(words: string): Promise<void> {
    await expect(this.article).toContainText(words);
    await this.article.evaluate((region, wanted) => {
      const nodes: Text[] = [];
      const walker = document.createTreeWalker(region, NodeFilter.SHOW_TEXT);
      let all = '';
      while (walker.nextNode()) {
        nodes.push(walker.currentNode as Text);
        all += walker.currentNode.textContent;
      }
      const start = all.indexOf(wanted);
      if (start < 0) throw new Error(`The reader does not show: ${wanted}`);
      const place = (offset: number): [Text, number] => {
        let rest = offset;
        for (const node of nodes) {
          if (rest <= node.length) return [node, rest];
          rest -= node.length;
        }
        throw new Error('The words end outside the article.');
      };
      const range = document.createRange();
      range.setStart(...place(start));
      range.setEnd(...place(start + wanted.length));
      range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
      const selection = getSelection()!;
      selection.removeAllRanges();
      selection.addRange(range);
    }, words);
    await expect(this.page.getByRole('toolbar', { name: 'Selected words' })).toBeVisible();
  }

  async quote(words: string): Promise<void> {
    await this.selectInReader(words);
    await this.page
      .getByRole('toolbar', { name: 'Selected words' })
      .getByRole('button', { name: /Quote/ })
      .click();
    await expect(this.text).toContainText(words);
  }

  async cite(words: string): Promise<void> {
    const before = await this.citations.count();
    await this.selectInReader(words);
    await this.page
      .getByRole('toolbar', { name: 'Selected words' })
      .getByRole('button', { name: /Cite/ })
      .click();
    await expect(this.citations).toHaveCount(before + 1);
  }

  /** Sets the page of a citation through its popover. */
  async setPage(citation: Locator, pages: string): Promise<void> {
    await citation.hover();
    const popover = this.page.getByRole('dialog', { name: 'Citation' });
    await popover.getByRole('button', { name: 'Edit' }).click();
    const form = this.page.getByRole('form', { name: 'Edit citation' });
    await form.getByLabel('Number or range').fill(pages);
    await form.getByRole('button', { name: 'Done' }).click();
    await expect(form).toBeHidden();
  }

  async saved(): Promise<void> {
    await expect(this.page.getByTestId('save-state')).toHaveAttribute('data-state', 'saved');
  }

  /** Exports by the menu and gives back what was downloaded. */
  async export(item: RegExp, kind?: RegExp): Promise<{ name: string; bytes: Buffer }> {
    await this.page.getByRole('button', { name: 'Export' }).click();
    const download = this.page.waitForEvent('download');
    await this.page.getByRole('menuitem', { name: item }).click();
    if (kind !== undefined) await this.page.getByRole('option', { name: kind }).click();
    const file = await download;
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
  }
}
