import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createRoot, type Root } from 'react-dom/client';
import type { PassageHit } from '#contract/search.ts';
import type { StoredDocument } from '#domain/document/stored.ts';
import '#renderer/ui/theme.css';
import '#renderer/ui/base.css';
import { citation, documentOf, paragraph, press, type } from './editorPage.ts';
import { EXACT, installStandInHost, newBrief } from './standInHost.ts';

const host = installStandInHost();
const { BriefPane } = await import('#renderer/features/brief/BriefPane.tsx');
const { activeBrief } = await import('#renderer/app/activeBrief.ts');
const { appCommands } = await import('#renderer/app/appCommands.ts');
const { registerCommands, runCommand } = await import('#renderer/app/commands.ts');
const { listenForShortcuts } = await import('#renderer/app/keyboard.ts');
const { DEFAULT_SETTINGS, settings } = await import('#renderer/app/settings.ts');
const { workspace } = await import('#renderer/app/workspace.ts');

registerCommands(appCommands());
listenForShortcuts(false);

let container: HTMLElement;
let root: Root;

const hit = (articleId: number, title: string, excerpt: string): PassageHit => ({
  articleId,
  versionId: articleId * 10,
  start: 100,
  end: 100 + excerpt.length,
  title,
  titleMatches: [],
  publication: 'Leisure Institute',
  issued: '2021',
  excerpt,
  highlights: [[0, 4]],
  matches: [],
});

beforeEach(() => {
  host.briefs.clear();
  host.askedRelated.length = 0;
  host.failure = null;
  host.related = [
    hit(1, 'On Rest', 'Rest makes for better work in the afternoon.'),
    hit(2, 'Working Hours', 'Work without rest makes for more faults in the end.'),
  ];
  localStorage.clear();
  settings.set({ ...DEFAULT_SETTINGS, showBriefPanel: true, briefPanel: 'related' });
  workspace.set((before) => ({ ...before, briefId: 1, reader: null, dialog: null }));
  container = document.createElement('div');
  container.style.cssText = 'height: 850px; width: 1000px';
  document.body.append(container);
  root = createRoot(container);
});

afterEach(() => {
  root.unmount();
  container.remove();
});

async function open(document?: StoredDocument): Promise<HTMLElement> {
  host.briefs.set(1, newBrief(1, document));
  root.render(<BriefPane briefId={1} />);
  await expect.poll(() => activeBrief.get()).not.toBeNull();
  await expect.poll(() => container.querySelector('.brief-document')).not.toBeNull();
  return container.querySelector<HTMLElement>('.brief-document')!;
}

const options = (): HTMLElement[] => [
  ...container.querySelectorAll<HTMLElement>('[aria-label="Related passages"] [role=option]'),
];
const titles = (): string[] => options().map((option) => option.firstElementChild!.textContent);
const chosen = (): string | undefined =>
  options().find((option) => option.ariaSelected === 'true')?.firstElementChild?.textContent ?? undefined;

describe('related passages', () => {
  test('are those of the sentence at the caret, asked for when typing pauses', async () => {
    const text = await open();
    await expect.poll(() => container.textContent).toContain('Write a sentence:');
    await userEvent.click(text);
    const written = 'Nothing of this. People who rest well make better decisions';
    await type(written);
    await expect
      .poll(() => host.askedRelated.at(-1))
      .toEqual({ text: 'People who rest well make better decisions', excluded: [] });
    await expect.poll(titles).toEqual(['On Rest', 'Working Hours']);
    // More than once only where the machine itself paused between two keys.
    expect(host.askedRelated.length).toBeLessThan(written.length / 4);
  });

  test('leave out what the sentence cites, and what it quotes word by word', async () => {
    const cites = paragraph('People who rest well make better decisions', citation(1));
    const text = await open(documentOf([cites, paragraph('He: work without rest makes for more faults.')]));
    await userEvent.click(text.querySelector('p')!);
    await expect.poll(titles).toEqual(['Working Hours']);
    await userEvent.click(text.querySelectorAll('p')[1]!);
    await expect.poll(titles).toEqual(['On Rest']);
  });

  test('go into the text by a key as citation or quote, and the caret stays in its sentence', async () => {
    const text = await open(
      documentOf([paragraph('People who rest well make better decisions'), paragraph('Next')]),
    );
    await userEvent.click(text.querySelector('p')!);
    await press('End');
    await expect.poll(chosen).toBe('On Rest');
    await press('Alt+ArrowDown');
    await expect.poll(chosen).toBe('Working Hours');
    await press('Alt+c');
    await expect.poll(() => text.querySelectorAll('p .citation').length).toBe(1);
    await type(' always');
    await press('Alt+ArrowUp', 'Alt+q');
    await expect.poll(() => text.querySelector('figure.snippet')?.textContent).toContain(EXACT);
    expect(document.activeElement).toBe(text);
    await type('.');
    await activeBrief.get()!.flush();
    const [first, second, third] = host.saves.at(-1)!.document.root.children!;
    expect(first!.children!.map((node) => node['text'] ?? node['items'])).toEqual([
      'People who rest well make better decisions',
      [{ articleId: 2, snippetId: 7 }],
      ' always.',
    ]);
    expect(second!.type).toBe('snippet');
    expect(third!.children![0]!['text']).toBe('Next');
  });

  test('leave the keys to the reader while the analyst is there', async () => {
    const text = await open(documentOf([paragraph('People who rest well make better decisions')]));
    await userEvent.click(text);
    await expect.poll(chosen).toBe('On Rest');
    const reader = document.createElement('button');
    document.body.append(reader);
    reader.focus();
    await press('Alt+c');
    expect(text.querySelectorAll('.citation')).toHaveLength(0);
    expect(runCommand('related.next')).toBe(false);
    reader.remove();
    await userEvent.click(text);
    expect(runCommand('related.next')).toBe(true);
  });

  test('open in the reader by Enter from the list', async () => {
    const text = await open(documentOf([paragraph('People who rest well make better decisions')]));
    await userEvent.click(text);
    await expect.poll(titles).toHaveLength(2);
    runCommand('panel.related');
    await expect.element(page.getByRole('listbox', { name: 'Related passages' })).toHaveFocus();
    await press('ArrowDown', 'Enter');
    expect(workspace.get().reader).toMatchObject({ articleId: 2, range: { start: 100 } });
    await press('Escape');
    expect(document.activeElement).toBe(text);
  });

  test('that cannot be had say so, and can be asked for again', async () => {
    const text = await open();
    host.failure = { code: 'unavailable', message: 'Dossier does not answer.' };
    await userEvent.click(text);
    await type('People who rest well make better decisions');
    await expect
      .element(page.getByText('The library could not be asked. Dossier does not answer.'))
      .toBeVisible();
    host.failure = null;
    await page.getByRole('button', { name: 'Ask again' }).click();
    await expect.poll(titles).toHaveLength(2);
    host.related = [];
    await userEvent.click(text);
    await press('Control+End');
    await type(' in the morning');
    await expect.element(page.getByText('The library holds nothing else about this.')).toBeVisible();
  });
});
