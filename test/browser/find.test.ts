import * as fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { clearMarks, markMatches } from '#editor/find/highlights.ts';
import { $findMatches, replaceMatches, type TextMatch } from '#editor/find/matches.ts';
import { type FindOptions, findPattern, replacementFor } from '#editor/find/pattern.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { draws } from './draws.ts';
import { citation, type EditorPage, openEditor, paragraph, snippet, text, type } from './editorPage.ts';

let page: EditorPage;
afterEach(() => {
  clearMarks();
  page?.close();
});

const PLAIN: FindOptions = { matchCase: false, wholeWord: false, regex: false };

function find(words: string, options: Partial<FindOptions> = {}): TextMatch[] {
  return page.editor.read(() => $findMatches(findPattern(words, { ...PLAIN, ...options })).matches);
}

function replaceAll(words: string, by: string, options: Partial<FindOptions> = {}): number {
  const all = { ...PLAIN, ...options };
  const matches = page.editor.read(() => $findMatches(findPattern(words, all)).matches);
  return replaceMatches(page.editor, matches, (match) => replacementFor(match, by, all));
}

const link = (url: string, words: string): StoredNode => ({
  type: 'link',
  version: 1,
  url,
  direction: null,
  format: '',
  indent: 0,
  children: [text(words)],
});
const found = (matches: TextMatch[]): string[] => matches.map((match) => match.found[0]);
const BOLD = 1;

describe('finding', () => {
  test('goes through formatting and links, and not through citations or paragraphs', () => {
    page = openEditor([
      paragraph(text('a min'), text('is', BOLD), link('https://example.org', 'try'), ' spoke'),
      paragraph('mini', citation(1), 'stry'),
      paragraph('mini'),
      paragraph('stry'),
    ]);
    expect(found(find('ministry'))).toEqual(['ministry']);
    expect(found(find('mini'))).toEqual(['mini', 'mini', 'mini']);
  });

  test('minds case, whole words and expressions as it is told', () => {
    page = openEditor([paragraph('Port, port, airport, Порт, порты, 2023 and 2024')]);
    expect(found(find('port'))).toEqual(['Port', 'port', 'port']);
    expect(found(find('port', { matchCase: true, wholeWord: true }))).toEqual(['port']);
    expect(found(find('порт', { wholeWord: true }))).toEqual(['Порт']);
    expect(found(find('20\\d{2}', { regex: true }))).toEqual(['2023', '2024']);
    expect(found(find('20\\d{2}'))).toEqual([]);
    expect(found(find('x*', { regex: true })), 'nothing is no match').toEqual([]);
    expect(() => find('(a', { regex: true })).toThrow(/no regular expression/);
  });

  test('takes typed and printed quotation marks and spaces for the same', () => {
    page = openEditor([paragraph('the “minister’s\u00A0office” said')]);
    expect(found(find('"minister\'s office"'))).toEqual(['“minister’s\u00A0office”']);
  });

  test('marks matches without touching the document', () => {
    page = openEditor([paragraph('one two one')]);
    const before = page.root.innerHTML;
    markMatches(page.editor, find('one'), 1);
    expect([...CSS.highlights.get('found')!].map(String)).toEqual(['one']);
    expect([...CSS.highlights.get('found-here')!].map(String)).toEqual(['one']);
    expect(page.root.innerHTML).toBe(before);
  });
});

describe('replacing', () => {
  test('keeps the formatting of the first letter, citations and quotes, in one step of undo', async () => {
    page = openEditor([
      paragraph(text('The min', BOLD), text('istry'), citation(1), ' and the ministry'),
      snippet(1, 1, paragraph('The ministry agreed.')),
      paragraph('ministry'),
    ]);
    const before = page.stored();
    expect(replaceAll('ministry', 'office')).toBe(3);
    expect(page.blocks()[0]!.children).toMatchObject([
      { text: 'The office', format: BOLD },
      { type: 'citation' },
      { text: ' and the office' },
    ]);
    expect(page.blocks()[1]!.children![0]!.children![0]).toMatchObject({ text: 'The ministry agreed.' });
    expect(page.blocks()[2]!.children).toMatchObject([{ text: 'office' }]);
    const after = page.stored();
    page.editor.dispatchCommand(UNDO_COMMAND, undefined);
    await expect.poll(() => page.stored()).toEqual(before);
    page.editor.dispatchCommand(REDO_COMMAND, undefined);
    await expect.poll(() => page.stored()).toEqual(after);
    await type('!');
    expect(page.text()).toContain('office!');
  });

  test('fills in the groups of an expression, and takes words as they are otherwise', () => {
    page = openEditor([paragraph('2024-05-09 and $5')]);
    expect(replaceAll('(\\d+)-(\\d+)-(\\d+)', '$3.$2.$1 $$', { regex: true })).toBe(1);
    expect(replaceAll('$5', '$& ($1)')).toBe(1);
    expect(page.text()).toBe('09.05.2024 $ and $& ($1)');
  });

  test('gives what replacing in plain text gives, however the text is formatted', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' '), minLength: 1, maxLength: 6 });
    const run = fc.record({ words: letters, format: fc.constantFrom(0, BOLD, 2) });
    fc.assert(
      fc.property(
        fc.array(fc.array(run, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 3 }),
        fc.constantFrom('a', 'ab', 'b a', 'aa'),
        fc.constantFrom('', 'x', 'ab', 'longer'),
        (blocks, words, by) => {
          page = openEditor(
            blocks.map((runs) => paragraph(...runs.map((one) => text(one.words, one.format)))),
          );
          replaceAll(words, by, { matchCase: true });
          const texts = page
            .blocks()
            .map((block) => (block.children ?? []).map((child) => child['text']).join(''));
          page.close();
          expect(texts).toEqual(
            blocks.map((runs) =>
              runs
                .map((one) => one.words)
                .join('')
                .replaceAll(words, by),
            ),
          );
        },
      ),
      draws(100),
    );
    page = openEditor();
  });
});
