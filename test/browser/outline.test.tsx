import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createRoot, type Root } from 'react-dom/client';
import type { StoredDocument } from '#domain/document/stored.ts';
import '#renderer/ui/theme.css';
import '#renderer/ui/base.css';
import { documentOf, heading, paragraph, press, type } from './editorPage.ts';
import { installStandInHost, newBrief } from './standInHost.ts';

const host = installStandInHost();
const { BriefPane } = await import('#renderer/features/brief/BriefPane.tsx');
const { activeBrief } = await import('#renderer/app/activeBrief.ts');
const { runCommand } = await import('#renderer/app/commands.ts');
const { showDialog } = await import('#renderer/app/workspace.ts');
const { DEFAULT_SETTINGS, settings } = await import('#renderer/app/settings.ts');

let container: HTMLElement;
let root: Root;

beforeEach(() => {
  host.briefs.clear();
  localStorage.clear();
  settings.set(DEFAULT_SETTINGS);
  showDialog(null);
  container = document.createElement('div');
  container.style.cssText = 'height: 850px; width: 1000px';
  document.body.append(container);
  root = createRoot(container);
});

afterEach(() => {
  root.unmount();
  container.remove();
});

const LONG = Array.from({ length: 30 }, (_, at) => paragraph(`Words ${at}.`));
const TEXT = documentOf([
  paragraph('Before all.'),
  heading(1, 'Alpha'),
  paragraph('Of alpha.'),
  heading(2, 'Beta'),
  ...LONG,
  heading(1, 'Gamma'),
  paragraph('Of gamma.'),
]);

async function open(document: StoredDocument = TEXT): Promise<HTMLElement> {
  host.briefs.set(1, newBrief(1, document));
  root.render(<BriefPane briefId={1} />);
  await expect.poll(() => activeBrief.get()).not.toBeNull();
  await expect.poll(() => container.querySelector('.brief-document')).not.toBeNull();
  return container.querySelector<HTMLElement>('.brief-document')!;
}

const panel = (): HTMLElement | null => container.querySelector('aside');
const items = (): HTMLElement[] => [...container.querySelectorAll<HTMLElement>('[role=treeitem]')];
const rows = (): string[] => items().map((row) => `${row.ariaLevel} ${row.textContent}`);
const current = (): string | undefined => items().find((row) => row.ariaCurrent !== null)?.textContent;
const active = (): string | undefined => items().find((row) => row.ariaSelected === 'true')?.textContent;
const titles = (text: HTMLElement): string[] =>
  [...text.querySelectorAll('h1, h2, h3')].map(({ tagName, textContent }) => `${tagName} ${textContent}`);
const tree = () => page.getByRole('tree', { name: 'Headings' });

describe('the panel beside the text', () => {
  test('its command opens it and moves the focus there; Escape goes back; again it closes', async () => {
    const text = await open();
    await userEvent.click(text);
    expect(panel()).toBeNull();
    runCommand('panel.outline');
    await expect.element(tree()).toHaveFocus();
    await press('Escape');
    expect(document.activeElement).toBe(text);
    expect(panel()).not.toBeNull();
    runCommand('panel.outline');
    await expect.element(tree()).toHaveFocus();
    runCommand('panel.outline');
    await expect.poll(panel).toBeNull();
    expect(document.activeElement).toBe(text);
  });

  test('the button opens it and leaves the caret where it is', async () => {
    const text = await open();
    await userEvent.click(text);
    await page.getByRole('button', { name: 'Outline beside the text' }).click();
    await expect.element(tree()).toBeVisible();
    expect(settings.get()).toMatchObject({ showBriefPanel: true, briefPanel: 'outline' });
    await page.getByRole('button', { name: 'Close the panel' }).click();
    await expect.poll(panel).toBeNull();
    expect(settings.get().showBriefPanel).toBe(false);
  });

  test('it is as wide as it was left, stands beside the text, and lies over it in a narrow pane', async () => {
    settings.set({ ...DEFAULT_SETTINGS, showBriefPanel: true, panelWidth: 300 });
    await open();
    const scroller = (): number => container.querySelector('article')!.parentElement!.clientWidth;
    await expect.poll(() => panel()!.offsetWidth).toBe(300);
    expect(scroller()).toBeLessThanOrEqual(700);
    await userEvent.tab();
    const bar = page.getByRole('separator', { name: 'Width of the panel beside the text' });
    (bar.element() as HTMLElement).focus();
    await press('ArrowLeft');
    await expect.poll(() => panel()!.offsetWidth).toBe(316);
    container.style.width = '440px';
    await expect.poll(() => getComputedStyle(panel()!).position).toBe('absolute');
    expect(scroller()).toBeGreaterThan(420);
    await press('Escape');
    await expect.poll(panel).toBeNull();
  });
});

describe('going to a heading', () => {
  test('by a part of its words, with the caret before it', async () => {
    const text = await open();
    await userEvent.click(text);
    runCommand('heading.go');
    const field = page.getByRole('combobox', { name: 'Go to a heading' });
    await expect.element(field).toHaveFocus();
    await type('bet');
    await expect.poll(() => document.querySelectorAll('[role=option]').length).toBe(1);
    expect(document.querySelector('[role=option]')!.textContent).toBe('Alpha › Beta');
    await press('Enter');
    await expect.poll(() => document.activeElement).toBe(text);
    await expect.poll(() => getSelection()?.focusNode?.textContent).toBe('Beta');
    await type('My ');
    expect(text.querySelector('h2')!.textContent).toBe('My Beta');
  });
});

describe('the outline', () => {
  test('lists the headings and follows what is written', async () => {
    settings.set({ ...DEFAULT_SETTINGS, showBriefPanel: true });
    const text = await open();
    await expect.poll(rows).toEqual(['1 Alpha', '2 Beta', '1 Gamma']);
    await userEvent.click(text.querySelector('h2')!);
    await press('End');
    await type(' two');
    await expect.poll(rows).toEqual(['1 Alpha', '2 Beta two', '1 Gamma']);
    runCommand('format.heading3');
    await expect.poll(rows).toEqual(['1 Alpha', '3 Beta two', '1 Gamma']);
    runCommand('format.paragraph');
    await expect.poll(rows).toEqual(['1 Alpha', '1 Gamma']);
    await press('Control+z', 'Control+z', 'Control+z');
    await expect.poll(rows).toEqual(['1 Alpha', '2 Beta', '1 Gamma']);
  });

  test('a brief without headings says how to begin one', async () => {
    settings.set({ ...DEFAULT_SETTINGS, showBriefPanel: true });
    await open(documentOf([paragraph('Words')]));
    await expect.element(page.getByText('The headings of the brief are listed here.')).toBeVisible();
  });

  test('marks the section of the caret, and where it is out of view the one that is read', async () => {
    settings.set({ ...DEFAULT_SETTINGS, showBriefPanel: true });
    const text = await open();
    await userEvent.click(text.querySelectorAll('p')[1]!);
    await expect.poll(current).toBe('Alpha');
    text.closest('article')!.parentElement!.scrollTop = 1e6;
    await expect.poll(current).toBe('Beta');
    await press('Control+End');
    await expect.poll(current).toBe('Gamma');
  });

  test('arrows move as in a tree, and Enter puts the caret before the heading, in view', async () => {
    const text = await open();
    await userEvent.click(text.querySelector('h1')!);
    runCommand('panel.outline');
    await expect.poll(active).toBe('Alpha');
    await press('ArrowRight');
    await expect.poll(active).toBe('Beta');
    await press('ArrowLeft', 'ArrowLeft');
    await expect.poll(rows).toEqual(['1 Alpha', '1 Gamma']);
    await press('ArrowRight', 'g');
    await expect.poll(active).toBe('Gamma');
    await press('Enter');
    await expect.poll(() => document.activeElement).toBe(text);
    await type('On ');
    await expect.poll(rows).toEqual(['1 Alpha', '2 Beta', '1 On Gamma']);
    const last = [...text.querySelectorAll('h1')].at(-1)!;
    const { top, bottom } = last.getBoundingClientRect();
    const view = text.closest('article')!.parentElement!.getBoundingClientRect();
    expect(top >= view.top && bottom <= view.bottom).toBe(true);
  });

  test('Alt and Shift with the arrows move a section and change its level, each one step of undo', async () => {
    const text = await open();
    await userEvent.click(text.querySelector('h1')!);
    runCommand('panel.outline');
    await expect.poll(active).toBe('Alpha');
    await press('Alt+Shift+ArrowDown');
    await expect.poll(() => titles(text)).toEqual(['H1 Gamma', 'H1 Alpha', 'H2 Beta']);
    await expect.poll(rows).toEqual(['1 Gamma', '1 Alpha', '2 Beta']);
    expect(active()).toBe('Alpha');
    await expect.element(tree()).toHaveFocus();
    await press('Alt+Shift+ArrowRight');
    await expect.poll(() => titles(text)).toEqual(['H1 Gamma', 'H2 Alpha', 'H3 Beta']);
    await press('Alt+Shift+ArrowLeft', 'Alt+Shift+ArrowLeft', 'Escape');
    await press('Control+z', 'Control+z');
    await expect.poll(() => titles(text)).toEqual(['H1 Gamma', 'H1 Alpha', 'H2 Beta']);
    await press('Control+z');
    await expect.poll(() => titles(text)).toEqual(['H1 Alpha', 'H2 Beta', 'H1 Gamma']);
  });

  test('a dragged heading takes its section along', async () => {
    settings.set({ ...DEFAULT_SETTINGS, showBriefPanel: true });
    const text = await open();
    await expect.poll(() => items().length).toBe(3);
    const { height } = items()[0]!.getBoundingClientRect();
    await userEvent.dragAndDrop(items()[2]!, items()[0]!, { targetPosition: { x: 40, y: height / 4 } });
    await expect.poll(() => titles(text)).toEqual(['H1 Gamma', 'H1 Alpha', 'H2 Beta']);
    expect(text.textContent.startsWith('Before all.GammaOf gamma.AlphaOf alpha.Beta')).toBe(true);
  });
});
