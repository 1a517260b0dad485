import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { createRoot, type Root } from 'react-dom/client';
import type { ArticleBlock, ArticleContent } from '#domain/article.ts';
import '#renderer/ui/theme.css';
import '#renderer/ui/base.css';
import { press, type } from './editorPage.ts';
import { installStandInHost } from './standInHost.ts';

installStandInHost();
const { ArticleBody } = await import('#renderer/features/reader/ArticleBody.tsx');
const { ArticleFindBar } = await import('#renderer/features/reader/find/ArticleFindBar.tsx');
const { articleFind, onFindKeys } = await import('#renderer/features/reader/find/articleFind.ts');
const { READER_TEXT } = await import('#renderer/features/reader/readerState.ts');

const PARAGRAPHS = Array.from({ length: 40 }, (_, at) => `Passage ${at} of the port and its Port Authority.`);

function contentOf(paragraphs: string[]): ArticleContent {
  let text = '';
  const blocks: ArticleBlock[] = [];
  for (const words of paragraphs) {
    if (text !== '') text += '\n\n';
    blocks.push({ role: 'paragraph', start: text.length, end: text.length + words.length });
    text += words;
  }
  return { text, blocks, noteRefs: [], pages: [], marks: [] };
}

const CONTENT = contentOf(PARAGRAPHS);
const body = { current: null as HTMLDivElement | null };
const scroller = { current: null as HTMLElement | null };
let root: Root;

beforeEach(async () => {
  const container = document.createElement('div');
  document.body.append(container);
  articleFind.set((before) => ({ ...before, open: false, words: '', matchCase: false, wholeWord: false }));
  root = createRoot(container);
  root.render(
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div onKeyDown={onFindKeys}>
      <ArticleFindBar text={CONTENT.text} body={body} scroller={scroller} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section ref={scroller} id={READER_TEXT} tabIndex={0} style={{ height: 300, overflow: 'auto' }}>
        <div ref={body}>
          <ArticleBody content={CONTENT} language="en" onLink={() => undefined} />
        </div>
      </section>
    </div>,
  );
  await vi.waitUntil(() => body.current?.querySelector('[data-start]'));
  scroller.current!.focus();
});

afterEach(() => {
  root.unmount();
  document.body.replaceChildren();
});

const marked = (name: string): string[] =>
  [...(CSS.highlights.get(name) ?? [])].map((range) => (range as Range).toString());
const field = () => page.getByRole('textbox', { name: 'Find in the article' });
const count = (): string | null => document.querySelector('output')!.textContent;

test('the key of find, in the reader, finds in the article, and Enter goes on', async () => {
  await press('Control+f');
  await expect.element(field()).toHaveFocus();
  await type('port');
  await expect.poll(count).toBe('1 of 80');
  expect(marked('article-found-here')).toEqual(['port']);
  expect(marked('article-found')).toHaveLength(79);
  await press('Enter', 'F3');
  await expect.poll(count).toBe('3 of 80');
  await press('Shift+Enter', 'Shift+Enter', 'Shift+Enter');
  await expect.poll(count).toBe('80 of 80');
  expect(scroller.current!.scrollTop).toBeGreaterThan(100);
  await page.getByRole('button', { name: 'Match case' }).click();
  await expect.poll(() => marked('article-found').length + 1).toBe(40);
  await page.getByRole('button', { name: 'Match case' }).click();
  await field().fill('nowhere');
  await expect.poll(count).toBe('No match');
  expect(marked('article-found-here')).toEqual([]);
});

test('it begins at what is in view, and leaves what it found selected', async () => {
  scroller.current!.scrollTop = 1e6;
  await press('Control+f');
  await type('passage');
  await expect.poll(() => Number(count()!.split(' ')[0])).toBeGreaterThan(5);
  await press('Escape');
  expect(document.activeElement).toBe(scroller.current);
  expect(getSelection()!.toString()).toBe('Passage');
  expect(CSS.highlights.has('article-found')).toBe(false);
  await press('Control+f');
  await expect.element(field()).toHaveValue('Passage');
});
