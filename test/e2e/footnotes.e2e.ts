/** Footnotes of the analyst's own, by keyboard: written, cited in, restyled and exported. */
import { expect, test } from './fixtures.ts';
import { App } from './app.ts';
import { audit } from './axe.ts';
import { launch } from './hosts/index.ts';
import { readPdf } from './pdf.ts';

const WORDS = 'lost to waves';

test('footnotes beside citations, in one numbering', async () => {
  const host = await launch(test.info().project.name, { sample: true });
  const { page } = host;
  const app = new App(page);
  const marks = app.text.locator('.footnote-mark');
  const notes = app.text.locator('.footnote');

  await test.step('a note is written without leaving the keyboard', async () => {
    await app.newBrief('With notes');
    await page.keyboard.type('Two cables were cut');
    await page.keyboard.press('ControlOrMeta+Alt+f');
    await page.keyboard.type('Both within a week, says ');
    await expect(notes).toHaveCount(1);
  });

  await test.step('a source is cited in it', async () => {
    await app.find(WORDS);
    await app.openHit(WORDS);
    await app.cite(WORDS);
    await expect(notes.locator('.citation')).toHaveCount(1);
    await app.text.focus();
    await page.keyboard.type(', at least.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Others doubt it.');
    await page.keyboard.press('Escape');
    await page.keyboard.type(' on purpose.');
    await expect(app.text.locator('p').first()).toHaveText(/^Two cables were cut\d+ on purpose\.$/);
    await app.cite(WORDS);
    await expect(marks).toHaveText(['1']);
    await expect(app.text.locator('p').first()).toHaveText('Two cables were cut1 on purpose.2');
    await expect(notes.locator('.citation')).toContainText(/Renn/);
    await marks.first().hover();
    await expect(page.getByRole('dialog', { name: 'Footnote' })).toContainText('Others doubt it.');
    await page.mouse.move(0, 0);
  });

  await test.step('another style numbers it by itself, and back', async () => {
    await app.chooseStyle('American Psychological', /^APA 7/);
    await expect(app.citations.last()).toHaveText(/^\(.+2024.*\)$/);
    await expect(marks).toHaveText(['1']);
    await page.keyboard.press('Alt+Shift+S');
    await expect(app.text.locator('p').first()).toHaveText('Two cables were cut1 on purpose.2');
    await expect(notes.locator('p')).toHaveText([
      /^Both within a week, says .*Renn.*, at least\.$/,
      'Others doubt it.',
    ]);
    await app.saved();
  });

  await test.step('the list of sources stands where the caret is, with a source that is not cited', async () => {
    const run = async (command: string): Promise<void> => {
      await page.keyboard.press('ControlOrMeta+Shift+P');
      await page.getByRole('combobox', { name: 'Find a command' }).fill(command);
      await page.keyboard.press('Enter');
    };
    await app.text.focus();
    await run('List of sources here');
    await expect(app.text.locator('.bibliography [role=doc-bibliography] li')).toHaveCount(1);
    await run('List a source that is not cited');
    await page.getByRole('combobox', { name: 'Author, title or words' }).fill('Seabed');
    const found = page.getByRole('dialog', { name: 'List a source that is not cited' }).getByRole('option');
    await expect(found.first()).toContainText('Seabed');
    await page.keyboard.press('Enter');
    await expect(app.sources).toHaveCount(2);
    await page.getByRole('button', { name: 'Options of the list of sources' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'By type of source' }).click();
    await page.keyboard.press('Escape');
    await expect(app.text.locator('.bibliography h3').first()).toBeVisible();
    await app.saved();
  });

  await test.step('nothing is wrong for assistive technology', async () => {
    const { look, faults } = await audit(page);
    await look('a brief with footnotes');
    expect(faults).toEqual([]);
  });

  await test.step('Markdown and PDF have both notes', async () => {
    const markdown = (await app.export(/Markdown/, /^GitHub/)).bytes.toString('utf8');
    expect(markdown).toContain('Two cables were cut[^1] on purpose.[^2]');
    expect(markdown).toMatch(
      /\[\^1\]: Both within a week, says Tobias Renn.*, at least\.\n\n {4}Others doubt it\./,
    );
    const { pages, roles } = await readPdf((await app.export(/PDF/)).bytes);
    expect(pages[0]).toMatch(
      /1 ?Both within a week, says Tobias Renn.*, at least\. Others doubt it\. 2 ?Renn/,
    );
    expect([...roles]).toContain('Note');
    expect(markdown).toMatch(/## Sources\n\n### [A-Z]/);
  });
  await host.close();
});
