import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createRoot, type Root } from 'react-dom/client';
import type { StoredDocument } from '#domain/document/stored.ts';
import '#renderer/ui/theme.css';
import '#renderer/ui/base.css';
import { input } from './composing.ts';
import { citation, compose, documentOf, paragraph, press, snippet, type } from './editorPage.ts';
import { EXACT, installStandInHost, newBrief } from './standInHost.ts';

const host = installStandInHost();
const { BriefPane } = await import('#renderer/features/brief/BriefPane.tsx');
const { appCommands } = await import('#renderer/app/appCommands.ts');
const { libraryCommands } = await import('#renderer/features/library/libraryCommands.ts');
const { OTHER_NAMES } = await import('#renderer/features/palette/otherNames.ts');
const { activeBrief } = await import('#renderer/app/activeBrief.ts');
const { commands, runCommand } = await import('#renderer/app/commands.ts');
const { workspace } = await import('#renderer/app/workspace.ts');
const { lostConnection } = await import('#renderer/api/connection.ts');

let container: HTMLElement;
let root: Root;

beforeEach(() => {
  host.briefs.clear();
  host.saves.length = 0;
  host.calls.length = 0;
  host.removed.clear();
  host.failure = null;
  host.gate = null;
  host.styleClass = 'note';
  localStorage.clear();
  container = document.createElement('div');
  container.style.height = '850px';
  document.body.append(container);
  root = createRoot(container);
});

afterEach(() => {
  root.unmount();
  container.remove();
});

async function open(id: number, document?: StoredDocument): Promise<HTMLElement> {
  if (!host.briefs.has(id)) host.briefs.set(id, newBrief(id, document));
  root.render(<BriefPane briefId={id} />);
  await expect.poll(() => activeBrief.get()).not.toBeNull();
  await expect
    .poll(() => container.querySelector<HTMLTextAreaElement>('textarea')?.value)
    .toBe(host.briefs.get(id)!.title);
  return container.querySelector<HTMLElement>('.brief-document')!;
}

const saveState = (): string | undefined =>
  container.querySelector<HTMLElement>('[data-testid=save-state]')?.dataset['state'];
const words = (document: StoredDocument): string =>
  JSON.stringify(document).replace(/.*?"text":"(.*?)".*?/g, '$1|');
const stored = (id: number): string => words(host.briefs.get(id)!.document);

describe('the citation style', () => {
  test('that is missing is said to be, and stays stored', async () => {
    host.briefs.set(1, { ...newBrief(1), styleId: 'gone' });
    await open(1);
    await expect
      .element(page.getByRole('alert').filter({ hasText: 'is not installed here: gone' }))
      .toBeVisible();
    expect(host.briefs.get(1)!.styleId).toBe('gone');
  });

  test('that is missing stands first in the picker, which says why it cannot be shown and offers others', async () => {
    host.briefs.set(1, { ...newBrief(1), styleId: 'gone' });
    await open(1);
    await page.getByRole('button', { name: /^Citations Missing: gone/u }).click();
    const picker = page.getByRole('dialog', { name: 'Citation style' });
    await expect
      .element(picker.getByRole('option', { name: /^Missing: gone \(in use\)/u }))
      .toHaveAttribute('data-highlighted');
    await expect.element(picker.getByText('The citation style gone is not here.')).toBeVisible();
    await press('Escape');
    expect(host.briefs.get(1)!.styleId).toBe('gone');
    await page.getByRole('button', { name: /^Citations Missing: gone/u }).click();
    await type('apa');
    await expect.element(picker.getByRole('option', { name: /APA 7/u })).toHaveAttribute('data-highlighted');
    await press('Enter');
    await expect.poll(() => host.briefs.get(1)!.styleId).toBe('apa');
    await expect.element(page.getByRole('button', { name: /^Citations apa/u })).toBeVisible();
    expect(document.body.textContent).not.toContain('is not installed here');
  });
});

describe('saving', () => {
  test('words are saved by themselves, and opening alone saves nothing', async () => {
    const text = await open(1, documentOf([paragraph('As it was.')]));
    await new Promise((resolve) => setTimeout(resolve, 1800));
    expect(host.saves).toHaveLength(0);
    await userEvent.click(text);
    await press('End');
    await type(' More.');
    expect(saveState()).not.toBe('saved');
    await expect.poll(saveState, { timeout: 5000 }).toBe('saved');
    expect(stored(1)).toContain('As it was. More.');
  });

  test('switching to another brief right after typing loses nothing, and undo stays in its brief', async () => {
    host.briefs.set(2, newBrief(2, documentOf([paragraph('The other.')])));
    const text = await open(1);
    await userEvent.click(text);
    await type('Last words');
    const other = await open(2);
    await expect.poll(() => stored(1)).toContain('Last words');
    await userEvent.click(other);
    await press('Control+z', 'Control+z');
    expect(other.textContent).toBe('The other.');
    const again = await open(1);
    expect(again.textContent).toContain('Last words');
  });

  test('coming back before the save is through shows the latest words', async () => {
    const gate = Promise.withResolvers<void>();
    host.gate = gate.promise;
    host.briefs.set(2, newBrief(2));
    await userEvent.click(await open(1));
    await type('Slow save');
    await open(2);
    const back = open(1);
    setTimeout(gate.resolve, 300);
    expect((await back).textContent).toContain('Slow save');
  });

  test('a failed save says so, keeps the words, and is tried again', async () => {
    const text = await open(1);
    host.failure = { code: 'unavailable', message: 'Dossier does not answer.' };
    await userEvent.click(text);
    await type('Kept');
    await expect.poll(saveState, { timeout: 5000 }).toBe('failed');
    expect(container.textContent).toContain('Dossier does not answer.');
    await expect(activeBrief.get()!.flush()).rejects.toThrow('Dossier does not answer.');
    host.failure = null;
    await expect.poll(saveState, { timeout: 10_000 }).toBe('saved');
    expect(stored(1)).toContain('Kept');
  });

  test('while the host is gone one short word says that nothing is saved', async () => {
    const text = await open(1);
    host.failure = { code: 'internal', message: 'A long reason.' };
    lostConnection.set('Dossier does not answer.');
    await userEvent.click(text);
    await type('Kept');
    await expect.poll(saveState, { timeout: 5000 }).toBe('failed');
    expect(container.querySelector('footer')!.textContent).toContain('Not saved yet');
    expect(container.querySelector('footer')!.textContent).not.toContain('A long reason.');
    host.failure = null;
    lostConnection.set(null);
    await expect.poll(saveState, { timeout: 5000 }).toBe('saved');
  });

  test('a brief that was deleted in another window says so, and can be brought back', async () => {
    await open(1, documentOf([paragraph('Kept text')]));
    const brief = host.briefs.get(1)!;
    host.removed.add(1);
    host.emit('briefs.changed', { id: 1 });
    await expect.element(page.getByText('This brief was deleted in another window.')).toBeVisible();
    await page.getByRole('button', { name: 'Bring it back' }).click();
    await expect.poll(() => container.textContent).not.toContain('was deleted');
    expect(host.removed.has(brief.id)).toBe(false);
  });

  test('words that a dying window could not save are back when the brief is opened again', async () => {
    const text = await open(1);
    host.failure = { code: 'unavailable', message: 'gone' };
    await userEvent.click(text);
    await type('Survivor');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    await new Promise((resolve) => setTimeout(resolve, 50));
    root.unmount();
    await expect.poll(() => activeBrief.get()).toBeNull();
    host.failure = null;
    root = createRoot(container);
    const again = await open(1);
    await expect.poll(() => again.textContent).toContain('Survivor');
    expect(container.textContent).toContain('back in the text');
    await expect.poll(() => stored(1), { timeout: 5000 }).toContain('Survivor');
  });

  test('a newer revision is not overwritten: mine goes into a copy', async () => {
    const text = await open(1);
    await userEvent.click(text);
    host.briefs.get(1)!.revision += 1;
    await type('Mine');
    await expect.poll(() => container.textContent, { timeout: 5000 }).toContain('changed in another window');
    expect(stored(1)).not.toContain('Mine');
    await page.getByRole('button', { name: 'Keep mine as a copy' }).click();
    await expect.poll(() => host.briefs.size).toBe(2);
    expect(stored(2)).toContain('Mine');
    expect(stored(1)).not.toContain('Mine');
    expect(workspace.get().briefId).toBe(2);
  });

  test('a document that cannot be read is shown as text and never saved', async () => {
    host.briefs.set(1, newBrief(1, { ...documentOf([paragraph('Old words')]), docVersion: 99 }));
    root.render(<BriefPane briefId={1} />);
    await expect.poll(() => container.textContent).toContain('newer Dossier');
    expect(container.textContent).toContain('Old words');
    expect(container.querySelector('[contenteditable=true]')).toBeNull();
    root.unmount();
    expect(host.saves).toHaveLength(0);
  });
});

describe('title and settings', () => {
  test('the title is stored, and Enter goes on to the text', async () => {
    const text = await open(1);
    const title = page.getByRole('textbox', { name: 'Title' });
    await title.fill('A better title');
    await press('Enter');
    expect(document.activeElement).toBe(text);
    await activeBrief.get()!.flush();
    expect(host.briefs.get(1)!.title).toBe('A better title');
  });

  test('a title changed elsewhere is taken over', async () => {
    await open(1);
    host.briefs.get(1)!.title = 'Renamed';
    host.emit('briefs.changed', { id: 1 });
    await expect.poll(() => container.querySelector('textarea')!.value).toBe('Renamed');
  });
});

const sources = (): string[] =>
  [...container.querySelectorAll('[role=doc-bibliography] li')].map((item) => item.textContent ?? '');

describe('citations', () => {
  const cited = documentOf([
    paragraph('First', citation(1), ' and second', citation(2)),
    snippet(1, 7, paragraph(EXACT)),
    paragraph('End'),
  ]);

  test('labels and sources follow the text', async () => {
    const text = await open(1, cited);
    const labels = (): string[] =>
      [...text.querySelectorAll('.citation, .citation-label')].map((element) => element.textContent ?? '');
    await expect.poll(labels).toEqual(['1', '2', '3']);
    await expect.poll(sources).toEqual(['On Rest', 'Working Hours']);
    expect(text.querySelector('.snippet-source')!.textContent).toContain('On Rest, Leisure Institute');
    await userEvent.click(text);
    await press(
      'Control+Home',
      'ArrowRight',
      'ArrowRight',
      'ArrowRight',
      'ArrowRight',
      'ArrowRight',
      'Delete',
    );
    await expect.poll(labels).toEqual(['1', '2']);
    await press('Control+z');
    await expect.poll(labels).toEqual(['1', '2', '3']);
  });

  test('a click opens the exact passage of a quote', async () => {
    const text = await open(1, cited);
    await expect.poll(() => text.querySelector('.snippet-source')?.textContent).toContain('On Rest');
    text.querySelector<HTMLElement>('figcaption')!.click();
    expect(workspace.get().reader).toMatchObject({
      articleId: 1,
      versionId: 10,
      range: { start: 100, end: 100 + EXACT.length },
    });
  });

  test('pointing at a citation shows its source; the form gives it a locator', async () => {
    const text = await open(1, cited);
    await expect.poll(() => text.querySelector('.citation')?.textContent).toBe('1');
    await userEvent.hover(text.querySelector('.citation')!);
    await expect.poll(() => document.body.textContent).toContain('Leisure Institute · ');
    await page.getByRole('button', { name: 'Edit', exact: true }).click();
    await expect.element(page.getByLabelText('Number or range')).toHaveFocus();
    await page.getByLabelText('Number or range').fill('12');
    await page.getByRole('button', { name: 'Done' }).click();
    await activeBrief.get()!.flush();
    expect(host.saves.at(-1)!.document.root.children![0]!.children![1]!['items']).toEqual([
      { articleId: 1, locator: '12', label: 'page' },
    ]);
  });

  test('other panes insert at the last caret, without taking the focus', async () => {
    const text = await open(1, documentOf([paragraph('Caret here')]));
    await userEvent.click(text);
    await press('Home');
    const elsewhere = document.createElement('button');
    container.append(elsewhere);
    elsewhere.focus();
    activeBrief.get()!.insertCitation({ articleId: 2 });
    expect(document.activeElement).toBe(elsewhere);
    await activeBrief.get()!.flush();
    const line = host.saves.at(-1)!.document.root.children![0]!.children!;
    expect(line.map((node) => node.type)).toEqual(['citation', 'text']);
    activeBrief.get()!.insertQuote({ articleId: 1, snippetId: 7 }, EXACT);
    await expect.poll(() => text.querySelectorAll('figure.snippet').length).toBe(1);
    await expect.poll(() => text.querySelector('figure')!.dataset['altered']).toBe('false');
  });

  test('in a style for running text the label is the text', async () => {
    host.styleClass = 'in-text';
    const text = await open(1, cited);
    await expect.poll(() => text.querySelector('.citation')?.textContent).toBe('On Rest');
  });
});

const options = (): string[] =>
  [
    ...document.querySelectorAll(
      '[role=listbox][aria-label="Insert a block"] [role=option] > span:first-of-type',
    ),
  ].map((option) => option.textContent ?? '');

describe('slash menu', () => {
  test('filters, turns the block, and leaves nothing of the typed word', async () => {
    const text = await open(1);
    await userEvent.click(text);
    await type('/');
    await expect.poll(options).toContain('Heading 2');
    await type('head');
    await expect.poll(options).toEqual(['Heading 1', 'Heading 2', 'Heading 3', 'Cross reference…']);
    await press('ArrowDown', 'Enter');
    await type('Part');
    expect(text.querySelector('h2')?.textContent).toBe('Part');
    await expect.poll(options).toEqual([]);
  });

  test('Escape closes it and keeps the text; it does not open inside a word', async () => {
    const text = await open(1);
    await userEvent.click(text);
    await type('and/or ');
    expect(options()).toEqual([]);
    await type('/');
    await expect.poll(options).toContain('Table');
    await press('Escape');
    await expect.poll(options).toEqual([]);
    await type('x');
    expect(text.textContent).toBe('and/or /x');
    expect(document.activeElement).toBe(text);
  });

  test('stays open while a word is composed', async () => {
    const text = await open(1);
    await userEvent.click(text);
    await type('/');
    await expect.poll(options).toContain('Table');
    await compose('ㅌ', '테');
    await expect.poll(() => text.textContent).toBe('/테');
  });

  test('takes no key of an input method', async () => {
    const text = await open(1);
    await userEvent.click(text);
    await type('/');
    await expect.poll(options).toContain('Table');
    await input(['ㅌ', '테', 'ArrowDown', 'Enter', 'Escape', '!테']);
    expect(text.textContent).toBe('/테');
    expect(container.querySelectorAll('table')).toHaveLength(0);
  });
});

describe('the title', () => {
  test('stays where it is written while Enter commits what was composed', async () => {
    await open(1);
    const title = container.querySelector('textarea')!;
    await userEvent.clear(title);
    await input(['n', 'にほん', '日本', 'Enter', '!日本']);
    expect(title.value).toBe('日本');
    expect(document.activeElement).toBe(title);
  });
});

describe('commands and toolbar', () => {
  test('formatting commands act on the text and know where the focus is', async () => {
    const text = await open(1, documentOf([paragraph('words')]));
    await userEvent.click(text);
    await press('Control+a');
    expect(runCommand('format.bold')).toBe(true);
    await expect.poll(() => text.querySelector('strong')?.textContent).toBe('words');
    runCommand('format.heading1');
    await expect.poll(() => text.querySelector('h1')?.textContent).toBe('words');
    container.querySelector('textarea')!.focus();
    expect(runCommand('format.bold')).toBe(false);
  });

  test('buttons show what is on and leave the caret in the text', async () => {
    const text = await open(1, documentOf([paragraph('words')]));
    await userEvent.click(text);
    await press('Control+a');
    const bold = page.getByRole('button', { name: 'Bold' });
    await bold.click();
    await expect.element(bold).toHaveAttribute('aria-pressed', 'true');
    expect(document.activeElement).toBe(text);
    await press('End');
    await type('!');
    expect(text.textContent).toBe('words!');
  });

  test('tools without room are in a menu, and the toolbar stays on one line', async () => {
    container.style.width = '340px';
    const text = await open(1, documentOf([paragraph('words')]));
    const bar = container.querySelector<HTMLElement>('[aria-label=Formatting]')!;
    expect(bar.offsetHeight).toBeLessThan(40);
    expect(bar.scrollWidth).toBe(bar.clientWidth);
    expect(container.querySelector('[aria-label=Superscript]')).toBeNull();
    await userEvent.click(text);
    await press('Control+a');
    await page.getByRole('button', { name: 'More formatting' }).click();
    await page.getByRole('menuitemcheckbox', { name: /Superscript/ }).click();
    await expect.poll(() => text.querySelector('sup')?.textContent).toBe('words');
    container.style.width = '900px';
    await expect.poll(() => container.querySelector('[aria-label=Superscript]')).not.toBeNull();
    expect(container.querySelector('[aria-label="More formatting"]')).toBeNull();
    expect(bar.scrollWidth).toBe(bar.clientWidth);
  });

  test('a link is made from the selected words', async () => {
    const text = await open(1, documentOf([paragraph('words')]));
    await userEvent.click(text);
    await press('Control+a');
    runCommand('insert.link');
    const address = page.getByLabelText('Address');
    await address.fill('javascript:alert(1)');
    await press('Enter');
    await expect
      .poll(() => document.querySelector('[role=alert]')?.textContent)
      .toContain('Give a web address');
    await address.fill('example.org/a');
    await press('Enter');
    await expect.poll(() => text.querySelector('a')?.getAttribute('href')).toBe('https://example.org/a');
  });

  test('the text has the focus again after the form of a link, and after a link was changed or removed', async () => {
    const text = await open(1, documentOf([paragraph('words')]));
    await userEvent.click(text);
    await press('Control+a');
    runCommand('insert.link');
    const address = page.getByLabelText('Address');
    await expect.element(address).toHaveFocus();
    await press('Escape');
    await expect.poll(() => document.activeElement).toBe(text);
    await press('Control+a');
    runCommand('insert.link');
    await address.fill('example.org/a');
    await press('Enter', 'ArrowLeft');
    await expect.poll(() => document.activeElement).toBe(text);
    await page.getByRole('button', { name: 'Edit link' }).click();
    await expect.element(address).toHaveFocus();
    await press('Escape');
    await expect.poll(() => document.activeElement).toBe(text);
    await press('ArrowRight', 'Control+a', 'ArrowLeft', 'ArrowRight');
    runCommand('insert.link');
    await address.fill('');
    await press('Enter');
    await expect.poll(() => text.querySelector('a')).toBeNull();
    await expect.poll(() => document.activeElement).toBe(text);
  });

  test('the palette gives other names to commands that there are', async () => {
    await open(1);
    const ids = new Set([
      ...commands.get().keys(),
      ...[...appCommands(), ...libraryCommands()].map(({ id }) => id),
    ]);
    expect(Object.keys(OTHER_NAMES).filter((id) => !ids.has(id))).toEqual([]);
  });

  test('every command that edits the text has keys, and none that a browser or a system keeps to itself', async () => {
    await open(1);
    const editing = [...commands.get().values()].filter(({ group }) =>
      ['Blocks', 'Edit', 'Format', 'Insert', 'Quote', 'Table'].includes(group),
    );
    expect(editing.length).toBeGreaterThan(80);
    expect(
      editing.filter(({ shortcut, keys }) => (shortcut ?? keys) === undefined).map(({ id }) => id),
    ).toEqual([]);
    const kept = [
      'Mod+Tab Mod+Plus Mod+Minus Mod+Shift+Tab Alt+Tab Alt+F4 Alt+D Alt+ArrowLeft Alt+ArrowRight'.split(' '),
      'F5 F10 F11 F12 Shift+F10 Mod+Alt+Delete Mod+Alt+Backspace Mod+Alt+ArrowUp Mod+Alt+ArrowDown'.split(
        ' ',
      ),
      'A C D L M N Q R T V W X 0 1 2 3 4 5 6 7 8 9'.split(' ').map((key) => `Mod+${key}`),
      'N Q T V W 3 4 5'.split(' ').map((key) => `Mod+Shift+${key}`),
      'A D L T'.split(' ').map((key) => `Mod+Alt+${key}`),
    ].flat();
    expect(editing.filter(({ shortcut, keys }) => kept.includes(shortcut ?? keys ?? ''))).toEqual([]);
    const ofTables = editing.filter(({ group }) => group === 'Table').map(({ keys }) => keys);
    expect(new Set(ofTables).size, 'each is one action').toBe(ofTables.length);
  });

  test('leaving the brief takes its commands and its handle back', async () => {
    await open(1);
    root.unmount();
    await expect.poll(() => activeBrief.get()).toBeNull();
    expect([...commands.get().keys()].filter((id) => id.startsWith('format.'))).toEqual([]);
    root = createRoot(container);
  });
});

test('spelling follows the language of the brief, and is turned off and on', async () => {
  host.spelling.length = 0;
  host.briefs.set(1, { ...newBrief(1), language: 'de-DE' });
  const text = await open(1);
  expect([text.lang, text.spellcheck]).toEqual(['de-DE', true]);
  await expect.poll(() => host.spelling).toEqual(['de-DE']);
  runCommand('view.spelling');
  await expect.poll(() => text.spellcheck).toBe(false);
  expect(host.spelling.at(-1)).toBeNull();
  runCommand('view.spelling');
  await expect.poll(() => text.spellcheck).toBe(true);
  expect(host.spelling.at(-1)).toBe('de-DE');
});
