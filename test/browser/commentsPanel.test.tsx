import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createRoot, type Root } from 'react-dom/client';
import type { StoredDocument, StoredNode } from '#domain/document/stored.ts';
import '#renderer/ui/theme.css';
import '#renderer/ui/base.css';
import { citation, documentOf, list, paragraph, press, text, type } from './editorPage.ts';
import { installStandInHost, newBrief } from './standInHost.ts';

const host = installStandInHost();
const { BriefPane } = await import('#renderer/features/brief/BriefPane.tsx');
const { activeBrief } = await import('#renderer/app/activeBrief.ts');
const { appCommands } = await import('#renderer/app/appCommands.ts');
const { registerCommands, runCommand } = await import('#renderer/app/commands.ts');
const { listenForShortcuts } = await import('#renderer/app/keyboard.ts');
const { filter } = await import('#renderer/features/brief/comments/commentsPanelState.ts');
const { DEFAULT_SETTINGS, settings } = await import('#renderer/app/settings.ts');
const { workspace } = await import('#renderer/app/workspace.ts');

registerCommands(appCommands());
listenForShortcuts(false);

let container: HTMLElement;
let root: Root;

beforeEach(() => {
  host.briefs.clear();
  host.saves.length = 0;
  host.comments.threads = [];
  host.failure = null;
  localStorage.clear();
  filter.set('open');
  settings.set({ ...DEFAULT_SETTINGS, authorName: 'Ada' });
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

async function open(...blocks: StoredNode[]): Promise<HTMLElement> {
  host.briefs.set(1, newBrief(1, documentOf(blocks)));
  root.render(<BriefPane briefId={1} />);
  await expect.poll(() => activeBrief.get()).not.toBeNull();
  await expect.poll(() => container.querySelector('.brief-document')).not.toBeNull();
  return container.querySelector<HTMLElement>('.brief-document')!;
}

/** Selects so many characters from the beginning of a block on. */
async function select(block: Element, from: number, length: number): Promise<void> {
  await userEvent.click(block, { position: { x: 2, y: 8 } });
  await press('Home', ...Array<string>(from).fill('ArrowRight'));
  await press(...Array<string>(length).fill('Shift+ArrowRight'));
}

const threads = (): HTMLElement[] => [...container.querySelectorAll<HTMLElement>('[data-thread]')];
const quotes = (): (string | null)[] =>
  threads().map((thread) => thread.querySelector('[data-thread-focus]')?.textContent ?? null);
const marked = (): string[] =>
  [...container.querySelectorAll('[data-comments]')].map((element) => element.textContent);
const field = (): HTMLTextAreaElement => document.activeElement as HTMLTextAreaElement;

async function comment(block: Element, from: number, length: number, words: string): Promise<void> {
  await select(block, from, length);
  await press('Control+Alt+m');
  await expect.poll(() => field().placeholder).toBe('Write a comment');
  await type(words);
  await press('Enter');
  await expect.poll(() => document.activeElement?.className).toContain('brief-document');
}

describe('comments', () => {
  test('are written on selected words, in the order of the text, answered, resolved and opened again', async () => {
    const brief = await open(paragraph('One two three.'), paragraph('Four five.'));
    const [first, second] = brief.querySelectorAll('p');
    await comment(second!, 0, 4, 'Second');
    await comment(first!, 4, 3, 'Is it two?');
    await expect.poll(quotes).toEqual(['two', 'Four']);
    expect(marked()).toEqual(['two', 'Four']);
    expect(host.comments.threads.map(({ quote, comments }) => [quote, comments[0]?.author])).toEqual([
      ['Four', 'Ada'],
      ['two', 'Ada'],
    ]);
    await expect.poll(() => container.querySelector('footer')?.textContent).toContain('2 comments');

    // With the caret in it, the same key answers.
    await press('ArrowLeft', 'ArrowRight', 'Control+Alt+m');
    await expect.poll(() => field().placeholder).toBe('Reply');
    await type('It is');
    await press('Shift+Enter');
    await type('indeed');
    await press('Enter');
    await expect
      .poll(() => host.comments.threads[1]?.comments.map(({ text: words }) => words))
      .toEqual(['Is it two?', 'It is\nindeed']);
    const card = page.getByRole('listitem', { name: 'Ada: Is it two?' });
    await userEvent.click(card.getByRole('button', { name: 'Resolve' }));
    await expect.poll(quotes).toEqual(['Four']);
    expect(marked()).toEqual(['Four']);
    await userEvent.click(page.getByRole('button', { name: /^Resolved/ }));
    await expect.poll(quotes).toEqual(['two']);
    await userEvent.click(card.getByRole('button', { name: 'Open again' }));
    await userEvent.click(page.getByRole('button', { name: /^All/ }));
    await expect.poll(quotes).toEqual(['two', 'Four']);
    expect(host.comments.threads.every(({ resolved }) => resolved === null)).toBe(true);
  });

  test('take the word or the citation at the caret, and are given up by Escape as long as nothing is written', async () => {
    const brief = await open(paragraph('One two ', citation(1), ' three.'), list('bullet', 'Item'));
    await userEvent.click(brief.querySelector('p')!, { position: { x: 2, y: 8 } });
    await press('Home', ...Array<string>(5).fill('ArrowRight'), 'Control+Alt+m');
    await expect.poll(marked).toEqual(['two']);
    await press('Escape');
    await expect.poll(marked).toEqual([]);
    expect(document.activeElement).toBe(brief);
    await press('Control+z');
    expect(brief.textContent).toContain('One two');
    await press('Control+Alt+m');
    await expect.poll(() => field().placeholder).toBe('Write a comment');
    await type('kept');
    await press('Escape');
    await expect.poll(() => document.activeElement).toBe(brief);
    expect(marked()).toEqual(['two']);
    await press('Control+Alt+m');
    await expect.poll(() => field().value).toBe('kept');
    await userEvent.click(page.getByRole('button', { name: 'Cancel' }));
    await expect.poll(marked).toEqual([]);
    expect(host.comments.threads).toEqual([]);
  });

  test('whose words are deleted say so, and come back by undo; the comment itself is undone and redone', async () => {
    const brief = await open(paragraph('One two three.'));
    await comment(brief.querySelector('p')!, 4, 3, 'Why?');
    await select(brief.querySelector('p')!, 3, 5);
    await press('Delete');
    await expect.poll(quotes).toEqual(['Its words were deleted: “two”']);
    await press('Control+z');
    await expect.poll(quotes).toEqual(['two']);
    expect(marked()).toEqual(['two']);
    await press('Control+z');
    await expect.poll(marked).toEqual([]);
    await press('Control+Shift+z');
    await expect.poll(marked).toEqual(['two']);
  });

  test('are shown by a click on their words, and gone through by key', async () => {
    const brief = await open(paragraph('One two three.'), paragraph('Four five.'));
    const [first, second] = brief.querySelectorAll('p');
    await comment(first!, 0, 3, 'A');
    await comment(second!, 0, 4, 'B');
    const current = (): string | null | undefined =>
      container.querySelector('[data-comments-current]')?.textContent;
    await press('Control+Alt+PageDown');
    await expect.poll(current).toBe('One');
    await press('Control+Alt+PageDown');
    await expect.poll(current).toBe('Four');
    await press('Control+Alt+PageUp');
    await expect.poll(current).toBe('One');
    runCommand('panel.outline');
    await expect.poll(threads).toEqual([]);
    await userEvent.click(container.querySelectorAll('[data-comments]')[1]!);
    await expect.poll(quotes).toEqual(['One', 'Four']);
    await expect.poll(() => threads().findIndex((thread) => thread.dataset['current'] !== undefined)).toBe(1);
    await press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await expect.poll(current).toBeUndefined();
  });

  test('are changed and deleted, which can be undone', async () => {
    const brief = await open(paragraph('One two three.'));
    await comment(brief.querySelector('p')!, 4, 3, 'Why?');
    await userEvent.click(page.getByRole('button', { name: 'Options of the comment by Ada' }));
    await userEvent.click(page.getByRole('menuitem', { name: 'Edit' }));
    await expect.poll(() => field().value).toBe('Why?');
    await type(' Really?');
    await press('Enter');
    await expect.poll(() => host.comments.threads[0]?.comments[0]?.text).toBe('Why? Really?');
    await userEvent.click(page.getByRole('button', { name: 'Options of the comment by Ada' }));
    await userEvent.click(page.getByRole('menuitem', { name: 'Delete thread' }));
    await expect.poll(threads).toEqual([]);
    expect(marked()).toEqual([]);
    expect(host.comments.threads).toEqual([]);
    runCommand('comment.add');
  });

  test('are resolved and deleted without a change of what the panel shows, and the next one takes the focus', async () => {
    const brief = await open(paragraph('One'), paragraph('Two'), paragraph('Three'));
    for (const [index, block] of [...brief.querySelectorAll('p')].entries())
      await comment(block, 0, 3, `Comment ${index}`);
    const card = (name: string) => page.getByRole('listitem', { name: `Ada: Comment ${name}` });
    await userEvent.click(card('1').getByRole('button', { name: 'Resolve' }));
    await expect.poll(quotes).toEqual(['One', 'Thr']);
    expect(filter.get()).toBe('open');
    await expect.poll(() => document.activeElement?.textContent).toBe('Thr');
    await userEvent.click(card('2').getByRole('button', { name: /^Options/ }));
    await userEvent.click(page.getByRole('menuitem', { name: 'Delete thread' }));
    await expect.poll(quotes).toEqual(['One']);
    await expect.poll(() => document.activeElement?.textContent).toBe('One');
    await userEvent.click(card('0').getByRole('button', { name: 'Resolve' }));
    await expect.poll(quotes).toEqual([]);
    await expect.poll(() => document.activeElement).toBe(brief);
  });

  test('ask for a name before the first one, and keep it', async () => {
    settings.set({ ...settings.get(), authorName: '' });
    const brief = await open(paragraph('One two three.'));
    await select(brief.querySelector('p')!, 0, 3);
    await press('Control+Alt+m');
    const name = page.getByRole('textbox', { name: /^Your name/ });
    await expect.element(name).toHaveValue('A. Analyst');
    await userEvent.fill(name, 'Ada L.');
    await userEvent.fill(page.getByRole('textbox', { name: 'Comment', exact: true }), 'Mine');
    await press('Enter');
    await expect.poll(() => host.comments.threads[0]?.comments[0]?.author).toBe('Ada L.');
    expect(settings.get().authorName).toBe('Ada L.');
  });

  test('that cannot be stored are shown, told of, and stored later', async () => {
    const brief = await open(paragraph('One two three.'));
    host.failure = { code: 'internal', message: 'The disk is full.' };
    await comment(brief.querySelector('p')!, 0, 3, 'Keep me');
    await expect.element(page.getByText('Not saved yet. The disk is full.')).toBeVisible();
    expect(quotes()).toEqual(['One']);
    expect(marked()).toEqual(['One']);
    host.failure = null;
    await userEvent.click(page.getByRole('button', { name: 'Try again' }));
    await expect.poll(() => host.comments.threads[0]?.comments[0]?.text).toBe('Keep me');
    await expect.poll(() => container.textContent).not.toContain('The disk is full.');
  });

  test('are there again when the brief is opened again, also without a place in it', async () => {
    const brief = await open(paragraph('One two three.'));
    await comment(brief.querySelector('p')!, 4, 3, 'Why?');
    await expect.poll(() => JSON.stringify(host.saves.at(-1)?.document ?? null)).toContain('"comments"');
    const saved: StoredDocument = host.saves.at(-1)!.document;
    root.unmount();
    root = createRoot(container);
    await open(...saved.root.children!);
    await expect.poll(marked).toEqual(['two']);
    root.unmount();
    root = createRoot(container);
    await open(paragraph(text('Other words.')));
    await expect.poll(quotes).toEqual(['Its words were deleted: “two”']);
  });
});
