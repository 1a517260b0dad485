import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { createRoot, type Root } from 'react-dom/client';
import type { StoredDocument } from '#domain/document/stored.ts';
import '#renderer/ui/theme.css';
import '#renderer/ui/base.css';
import { documentOf, paragraph, press, type } from './editorPage.ts';
import { installStandInHost, newBrief } from './standInHost.ts';

const host = installStandInHost();
const { BriefPane } = await import('#renderer/features/brief/BriefPane.tsx');
const { activeBrief } = await import('#renderer/app/activeBrief.ts');
const { runCommand } = await import('#renderer/app/commands.ts');
const { notePages } = await import('#renderer/features/brief/counts/pages.ts');
const { focusMode } = await import('#renderer/app/focusMode.ts');
const { DEFAULT_SETTINGS, settings } = await import('#renderer/app/settings.ts');

let container: HTMLElement;
let root: Root;

beforeEach(() => {
  host.briefs.clear();
  localStorage.clear();
  settings.set(DEFAULT_SETTINGS);
  focusMode.set(false);
  host.failure = null;
  host.setting = null;
  container = document.createElement('div');
  container.style.cssText = 'height: 850px; width: 1000px';
  document.body.append(container);
  root = createRoot(container);
});

afterEach(() => {
  root.unmount();
  container.remove();
});

async function open(document?: StoredDocument, id = 1): Promise<HTMLElement> {
  host.briefs.set(id, newBrief(id, document));
  return openAgain(id);
}

async function openAgain(id: number): Promise<HTMLElement> {
  root.render(<BriefPane briefId={id} />);
  await expect.poll(() => activeBrief.get()).not.toBeNull();
  await expect.poll(() => container.querySelector('.brief-document')).not.toBeNull();
  return container.querySelector<HTMLElement>('.brief-document')!;
}

test('a press on the page beside or below the text leaves the focus there', async () => {
  const text = await open(documentOf([paragraph('one'), paragraph('two')]));
  const first = text.querySelector('p')!.getBoundingClientRect();
  const paper = text.closest('article')!;
  const { left, top, bottom } = paper.getBoundingClientRect();
  const pressAt = (x: number, y: number): Promise<void> =>
    userEvent.click(paper, { position: { x: x - left, y: y - top } });
  await pressAt(left + 4, first.top + 4);
  await type('not ');
  expect(text.innerText).toMatch(/^not one/u);
  await pressAt(first.left + 100, bottom - 10);
  await type('!');
  expect(text.innerText).toMatch(/two!\s*$/u);
});

test('what React draws does not cost a walk through the text', async () => {
  const text = await open(documentOf([paragraph('One two three.')]));
  await userEvent.click(text);
  await expect.poll(() => document.activeElement).toBe(text);
  const walk = text.querySelector('p')!;
  let steps = 0;
  Object.defineProperty(walk, 'nextSibling', {
    get() {
      steps += 1;
      return null;
    },
  });
  const drawn = container.querySelector('[data-testid=word-count]')!;
  await expect.poll(() => drawn.textContent).toBe('3 words');
  const before = drawn.textContent;
  await press('Control+a');
  await expect.poll(() => drawn.textContent).not.toBe(before);
  expect(steps).toBe(0);
});

test('what opened a brief takes the caret from nobody who has begun to write', async () => {
  const text = await open(documentOf([paragraph('One two three.')]));
  await userEvent.click(text);
  await press('End');
  // As a click does, of which the editor is told a moment later.
  getSelection()!.collapse(text.querySelector('p span')!.firstChild, 3);
  activeBrief.get()!.focus();
  activeBrief.get()!.focusTitle();
  await type('!');
  expect(text.textContent).toBe('One! two three.');
});

test('a brief is begun at its start, and gone on with where its caret was', async () => {
  const lines = Array.from({ length: 80 }, (_unused, line) => paragraph(`Line ${line}.`));
  const first = await open(documentOf(lines), 2);
  activeBrief.get()!.focus();
  await expect.poll(() => document.activeElement).toBe(first);
  await type('Here: ');
  expect(first.querySelector('p')!.textContent).toBe('Here: Line 0.');
  getSelection()!.collapse(first.querySelectorAll('p span')[50]!.firstChild, 7);
  await press('ArrowRight');
  root.render(null);
  await expect.poll(() => activeBrief.get()).toBeNull();
  const second = await open(documentOf(lines), 2);
  activeBrief.get()!.focus();
  await expect.poll(() => document.activeElement).toBe(second);
  await type('!');
  const line = second.querySelectorAll('p')[50]!;
  expect(line.textContent).toBe('Line 50.!');
  const { top, bottom } = container.getBoundingClientRect();
  await expect.poll(() => line.getBoundingClientRect().top).toBeGreaterThan(top);
  await expect.poll(() => line.getBoundingClientRect().bottom).toBeLessThan(bottom);
});

/** Once a frame that begins now is drawn. */
const nextFrame = (): Promise<void> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));

describe('counts', () => {
  const shown = (): string | null => container.querySelector('[data-testid=word-count]')!.textContent;
  const row = (name: string): (string | null)[] => {
    const rows = [...document.querySelectorAll('table tr')];
    const found = rows.find((each) => each.querySelector('[scope=row]')?.textContent === name);
    return [...(found?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent);
  };

  test('follow the text and the selection, with footnotes told apart', async () => {
    // The pages are not set before the end of the test, and were not in another.
    host.setting = new Promise(() => undefined);
    const text = await open(documentOf([paragraph('One two three.')]), 3);
    await expect.poll(shown).toBe('3 words');
    await userEvent.click(text);
    await press('End');
    await type(' Four.');
    runCommand('insert.footnote');
    await type('My note');
    await expect.poll(shown).toBe('6 words');
    await press('Escape', 'Control+a');
    await expect.poll(shown).toBe('6 words · 4 selected');
    runCommand('brief.counts');
    await expect.poll(() => row('Words')).toEqual(['6', '4']);
    expect(row('of them in footnotes')[0]).toBe('2');
    expect(row('Characters')).toEqual(['27', '20']);
    expect(row('Without spaces')).toEqual(['23', '17']);
    expect(row('Pages')[0]).toBe('about 1');
    await press('Escape');
    await expect.poll(() => document.activeElement).toBe(text);
  });

  test('pages are those of the last preview until the text changes', async () => {
    const text = await open(documentOf([paragraph('One two three four.')]));
    await expect.poll(shown).toBe('4 words');
    notePages(1, 3);
    await page.getByTestId('word-count').click();
    await expect.poll(() => row('Pages')).toEqual(['3']);
    await press('Escape');
    await userEvent.click(text);
    await type(' five');
    await page.getByTestId('word-count').click();
    await expect.poll(() => row('Pages')).toEqual(['about 4']);
  });
});

describe('the size of the text', () => {
  test('goes up and down in steps, and comes back', async () => {
    const text = await open(documentOf([paragraph('Words')]));
    const height = (): number => Math.round(text.querySelector('p')!.getBoundingClientRect().height);
    const usual = height();
    runCommand('zoom.in');
    runCommand('zoom.in');
    await expect.poll(height).toBe(Math.round(usual * 1.25));
    expect(settings.get().textZoom).toBe(125);
    await expect.element(page.getByRole('button', { name: 'Size of the text: 125 %' })).toBeVisible();
    for (let step = 0; step < 20; step += 1) runCommand('zoom.out');
    expect(settings.get().textZoom).toBe(70);
    runCommand('zoom.reset');
    await expect.poll(height).toBe(usual);
  });
});

describe('focus mode', () => {
  const marked = (): string => {
    const ranges = [...(CSS.highlights.get('focus-here') ?? [])];
    return ranges.map((range) => (range as Range).toString()).join('|');
  };
  const isShown = (selector: string): boolean =>
    container.querySelector<HTMLElement>(selector)!.checkVisibility();

  test('shows the text alone, and Escape or its key leaves it', async () => {
    const text = await open(documentOf([paragraph('First one. And second.'), paragraph('Other')]));
    await userEvent.click(text.querySelector('p')!);
    await press('End');
    runCommand('focus.toggle');
    await expect.poll(() => isShown('[role=toolbar][aria-label=Formatting]')).toBe(false);
    expect(isShown('footer')).toBe(false);
    expect(document.activeElement).toBe(text);
    await type(' Third.');
    await expect.poll(marked).toBe('First one. And second. Third.');
    settings.set({ ...settings.get(), focusEmphasis: 'sentence' });
    await expect.poll(marked).toBe('Third.');
    await press('Home');
    await expect.poll(marked).toBe('First one. ');
    await press('Escape');
    expect(focusMode.get()).toBe(false);
    await expect.poll(() => isShown('footer')).toBe(true);
    await expect.poll(marked).toBe('');
    expect(document.activeElement, 'the caret stays in the text').toBe(text);
    runCommand('focus.toggle');
    runCommand('focus.toggle');
    expect(focusMode.get()).toBe(false);
  });

  test('Escape closes what is open before it leaves', async () => {
    const text = await open(documentOf([paragraph('Words')]));
    await userEvent.click(text);
    runCommand('focus.toggle');
    await page.getByRole('button', { name: 'Options of focus mode' }).click();
    await expect.element(page.getByRole('menuitemradio', { name: 'Sentence' })).toBeVisible();
    await press('Escape');
    await expect.poll(() => document.querySelector('[role=menu]')).toBeNull();
    expect(focusMode.get()).toBe(true);
    runCommand('find.open');
    await expect.element(page.getByLabelText('Find', { exact: true })).toHaveFocus();
    await press('Escape');
    expect(focusMode.get()).toBe(true);
    await press('Escape');
    expect(focusMode.get()).toBe(false);
  });

  test('what could not be saved is told all the same', async () => {
    const text = await open(documentOf([paragraph('Words')]));
    await userEvent.click(text);
    runCommand('focus.toggle');
    await expect.poll(() => isShown('footer')).toBe(false);
    host.failure = { code: 'unavailable', message: 'gone' };
    await type('!');
    await expect.poll(() => isShown('footer'), { timeout: 5000 }).toBe(true);
    host.failure = null;
  });

  test('keeps the line that is written at one height, where that is wanted', async () => {
    settings.set({ ...DEFAULT_SETTINGS, typewriter: true });
    const lines = Array.from({ length: 60 }, (_, at) => paragraph(`Line ${at}`));
    const text = await open(documentOf(lines));
    runCommand('focus.toggle');
    await expect.element(page.getByRole('toolbar', { name: 'Focus mode' })).toBeVisible();
    await userEvent.click(text);
    const heightOf = (at: number): number =>
      text.querySelectorAll('p')[at]!.getBoundingClientRect().top - container.getBoundingClientRect().top;
    await press('Control+End');
    await expect.poll(() => Math.abs(heightOf(59) - 850 * 0.42)).toBeLessThan(40);
    // Chromium steps over blocks that it has not laid out since they came into view, as it does with the next frame.
    await nextFrame();
    await press('ArrowUp', 'ArrowUp');
    await expect.poll(() => Math.abs(heightOf(57) - 850 * 0.42)).toBeLessThan(40);
  });
});

describe('where one writes stays in view', () => {
  const LONG =
    'Cables in the strait break more often than the repair ships can mend them, and nobody says why. ';
  const blocks = Array.from({ length: 60 }, (_, index) => paragraph(`${index} ${LONG.repeat(3)}`));

  test.each([
    ['the pane becomes narrow', () => void (container.style.width = '420px')],
    ['the text becomes larger', () => settings.set({ ...settings.get(), textZoom: 200 })],
  ])('when %s', async (_, change) => {
    const text = await open(documentOf(blocks));
    const here = text.children[30] as HTMLElement;
    here.scrollIntoView({ block: 'center' });
    await userEvent.click(here);
    const isSeen = (): boolean => {
      const { top, bottom } = text.closest('article')!.parentElement!.getBoundingClientRect();
      const range = getSelection()!.getRangeAt(0).getBoundingClientRect();
      return range.top >= top && range.bottom <= bottom;
    };
    await expect.poll(isSeen).toBe(true);
    const before = text.getBoundingClientRect().height;
    change();
    await expect.poll(() => text.getBoundingClientRect().height).toBeGreaterThan(before);
    await expect.poll(isSeen).toBe(true);
  });
});
