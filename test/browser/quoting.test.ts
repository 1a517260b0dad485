import { afterEach, describe, expect, test } from 'vitest';
import type { StoredNode } from '#domain/document/stored.ts';
import {
  $bracket,
  $leaveOut,
  $markChanges,
  $paraphrase,
  $restoreWords,
  $selectedQuote,
  $tellEmphasis,
} from '#editor/snippet/actions.ts';
import { $selectPasted } from '#editor/pastedWords.ts';
import { setQuoteSources } from '#editor/snippet/attribution.ts';
import type { SnippetNode } from '#editor/snippet/SnippetNode.ts';
import { openEditor, paragraph, press, snippet, text, type, type EditorPage } from './editorPage.ts';
import { $getRoot, $getSelection, type TextNode, UNDO_COMMAND } from 'lexical';

const EXACT = 'The ministry said that wages rose.\n\nIt did not say by how much.';

let page: EditorPage;
afterEach(() => page?.close());

function open(...paragraphs: (string | StoredNode)[]): void {
  const quote = snippet(
    3,
    9,
    ...paragraphs.map((words) => (typeof words === 'string' ? paragraph(words) : words)),
  );
  page = openEditor([paragraph('Before.'), quote, paragraph('After.')]);
  setQuoteSources(page.editor, { names: new Map([[3, 'Kim']]), words: new Map([[9, EXACT]]) });
}

const quote = (): SnippetNode => $getRoot().getChildAtIndex<SnippetNode>(1)!;
const figure = (): HTMLElement => page.root.querySelector('figure')!;
const words = (): string => figure().querySelector('blockquote')!.innerText.replace(/\s+/gu, ' ').trim();
const isAltered = (): boolean => figure().dataset['altered'] === 'true';
const act = ($act: () => void): void => page.editor.update($act, { discrete: true });

/** Selects words of the quote. */
function select(wanted: string): void {
  act(() => {
    const node = quote()
      .getAllTextNodes()
      .find((each: TextNode) => each.getTextContent().includes(wanted))!;
    const at = node.getTextContent().indexOf(wanted);
    node.select(at, at + wanted.length);
  });
}

describe('a quote that departs from its source', () => {
  test('is altered until the departure is marked', async () => {
    open('The ministry said wages rose.', 'It did not say by how much.');
    expect(isAltered()).toBe(true);
    act(() => $markChanges(quote(), EXACT));
    expect(words()).toBe('The ministry said […] wages rose. It did not say by how much.');
    expect(isAltered()).toBe(false);
    page.editor.dispatchCommand(UNDO_COMMAND, undefined);
    await expect.poll(isAltered).toBe(true);
  });

  test('is marked through formatting and over paragraphs', () => {
    open(paragraph('The ', text('big ministry', 1), ' said that wages'), 'did not say much.');
    act(() => $markChanges(quote(), EXACT));
    expect(words()).toBe('The [big] ministry said that wages […] did not say […] much.');
    expect(isAltered()).toBe(false);
  });

  test('gets the words of the source back', () => {
    open('Something else.');
    act(() => $restoreWords(quote(), EXACT));
    expect(isAltered()).toBe(false);
    expect(quoteBlocks()).toHaveLength(2);
  });
});

describe('words of a quote', () => {
  test('are left out with a mark', () => {
    open('The ministry said that wages rose.', 'It did not say by how much.');
    select(' said that');
    act(() => expect($leaveOut()).toBe(true));
    expect(words()).toBe('The ministry […] wages rose. It did not say by how much.');
    expect(isAltered()).toBe(false);
  });

  test('are not left out where none are selected, or where they are not a quote’s', () => {
    open('The ministry said that wages rose.');
    act(() => {
      quote().selectEnd();
      expect($leaveOut()).toBe(false);
      $getRoot().getFirstChildOrThrow<SnippetNode>().select(0, 1);
      expect($leaveOut()).toBe(false);
      expect($bracket()).toBe(false);
    });
    expect(page.text()).toContain('Before.');
  });

  test('are set in brackets, by selecting them or by typing', async () => {
    open('The real ministry said that wages rose.', 'It did not say by how much.');
    select('real');
    act(() => void $bracket());
    expect(words()).toMatch(/^The \[real\] ministry/u);
    expect(isAltered()).toBe(false);
    select('said');
    await press('ArrowRight');
    await type(' ');
    act(() => void $bracket());
    await type('to us');
    expect(words()).toMatch(/said \[to us\] that wages/u);
    expect(isAltered()).toBe(false);
  });
});

test('emphasis is the analyst’s unless it is the source’s', () => {
  open(paragraph('The ministry said that ', text('wages', 2), ' rose.'), 'It did not say by how much.');
  const said = (): string => figure().querySelector('.snippet-emphasis')!.textContent;
  expect(said()).toBe('emphasis added');
  expect(isAltered()).toBe(false);
  act(() => $tellEmphasis(quote(), true));
  expect(said()).toBe('');
  expect(page.blocks()[1]).toMatchObject({ emphasis: 'original' });
});

test('a paraphrase keeps the citation, and its words are selected', async () => {
  open('The ministry said that wages rose.', 'It did not say by how much.');
  act(() => quote().selectEnd());
  act(() => $paraphrase($selectedQuote()!, false));
  expect(page.blocks().map(({ type: kind }) => kind)).toEqual([
    'paragraph',
    'paragraph',
    'paragraph',
    'paragraph',
  ]);
  await type('Wages rose, it was said');
  expect(page.blocks()).toMatchObject([
    { children: [{ text: 'Before.' }] },
    {
      children: [
        { text: 'Wages rose, it was said' },
        { type: 'citation', items: [{ articleId: 3, snippetId: 9 }] },
      ],
    },
    { children: [{ text: 'After.' }] },
  ]);
});

function quoteBlocks(): StoredNode[] {
  return page.blocks()[1]!.children!;
}

describe('words that were pasted', () => {
  const PASTED = 'one two three four five six seven eight nine';
  const selected = (): string =>
    page.editor.read(() => $getSelection()?.getTextContent().replace(/\s+/gu, ' ') ?? '');

  test('are found again where they stand', () => {
    page = openEditor([
      paragraph(`Here ${PASTED}, behind.`),
      paragraph('And four five six seven eight nine'),
    ]);
    act(() => expect($selectPasted(PASTED)).toBe(true));
    expect(selected()).toBe(PASTED);
  });

  test('are not found where other words stand between their ends', () => {
    page = openEditor([
      paragraph('one two three four five six, and the analyst wrote on.'),
      paragraph('And four five six seven eight nine'),
    ]);
    const before = selected();
    act(() => expect($selectPasted(PASTED)).toBe(false));
    expect(selected()).toBe(before);
  });
});
