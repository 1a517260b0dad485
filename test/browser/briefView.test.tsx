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
const { DEFAULT_SETTINGS, settings } = await import('#renderer/app/settings.ts');

let container: HTMLElement;
let root: Root;

beforeEach(() => {
  host.briefs.clear();
  localStorage.clear();
  settings.set(DEFAULT_SETTINGS);
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

describe('counts', () => {
  const shown = (): string | null => container.querySelector('[data-testid=word-count]')!.textContent;
  const row = (name: string): (string | null)[] => {
    const rows = [...document.querySelectorAll('table tr')];
    const found = rows.find((each) => each.querySelector('[scope=row]')?.textContent === name);
    return [...(found?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent);
  };

  test('follow the text and the selection, with footnotes told apart', async () => {
    const text = await open(documentOf([paragraph('One two three.')]));
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
