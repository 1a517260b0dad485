import { afterEach, describe, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import { citedPlaces } from '#editor/footnote/places.ts';
import { citationClusters } from '#domain/document/clusters.ts';
import { documentAst } from '#domain/document/fromStored.ts';
import { $isCitationNode } from '#editor/citation/CitationNode.ts';
import { OPEN_CITATION_COMMAND } from '#editor/citation/CitationExtension.ts';
import { setCitationViews } from '#editor/citation/view.ts';
import { $insertCitation, $insertQuote } from '#editor/insert.ts';
import { setQuoteSources } from '#editor/snippet/attribution.ts';
import { $isSnippetNode } from '#editor/snippet/SnippetNode.ts';
import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { $getNodeByKey, $getRoot, COMMAND_PRIORITY_EDITOR, UNDO_COMMAND } from 'lexical';
import {
  caret,
  citation,
  compose,
  openEditor,
  paragraph,
  press,
  snippet,
  type,
  words,
  type EditorPage,
} from './editorPage.ts';

let page: EditorPage;
afterEach(() => page?.close());

/** The first block as one line: `a[3,4]b`. */
const line = (block = 0): string =>
  (page.blocks()[block]?.children ?? [])
    .map((node) =>
      node.type === 'citation'
        ? `[${(node['items'] as { articleId: number }[]).map((item) => item.articleId).join(',')}]`
        : ((node['text'] as string | undefined) ?? `<${node.type}>`),
    )
    .join('');

const label = (): void =>
  setCitationViews(
    page.editor,
    new Map(
      citedPlaces(page.editor).keys.map((key, index) => [
        key,
        { label: String(index + 1), note: true, description: 'A source' },
      ]),
    ),
  );

describe('a citation is one step for the caret', () => {
  test('arrows select it, then pass it; words typed go where the caret is', async () => {
    page = openEditor([paragraph('ab', citation(3), 'cd')]);
    await press('Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await type('X');
    expect(line()).toBe('ab[3]Xcd');
    await press('Home');
    await type('Y');
    await press('End');
    await type('Z');
    expect(line()).toBe('Yab[3]XcdZ');
  });

  test('words typed while it is selected go behind it', async () => {
    page = openEditor([paragraph('ab', citation(3), 'cd')]);
    await press('Home', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    expect(page.root.querySelector('.citation')!.getAttribute('data-selected')).toBe('true');
    await type('XY');
    expect(line()).toBe('ab[3]XYcd');
  });

  test('Backspace and Delete take it whole, and undo brings it back', async () => {
    page = openEditor([paragraph('ab', citation(3))]);
    await press('End', 'Backspace');
    if (line() !== 'ab') await press('Backspace');
    expect(line()).toBe('ab');
    page.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(line()).toBe('ab[3]');
    await press('Home', 'Delete', 'Delete', 'Delete');
    if (page.blocks()[0]!.children!.length > 0) await press('Delete');
    expect(page.blocks()[0]!.children).toEqual([]);
  });

  test('it is reached and left where nothing stands beside it', async () => {
    page = openEditor([paragraph(citation(3))]);
    await press('Home');
    await type('a');
    expect(line()).toBe('a[3]');
    await press('End');
    await type('b');
    expect(line()).toBe('a[3]b');
  });

  test('Shift selects over it, cut and paste move it', async () => {
    page = openEditor([paragraph('ab', citation(3), 'cd'), paragraph('target ')]);
    page.editor.update(() => void $getRoot().getFirstChildOrThrow().selectStart(), { discrete: true });
    await press('Home', 'Shift+End', 'Control+x');
    expect(page.blocks()[0]!.children).toEqual([]);
    await press('ArrowDown', 'End', 'Control+v');
    expect(line(1)).toBe('target ab[3]cd');
  });

  test('between two citations there is a place to type', async () => {
    page = openEditor([paragraph('a', citation(3), citation(4), 'b')]);
    await press('Home', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await type('x');
    expect(line()).toBe('a[3]x[4]b');
  });
});

describe('composition with an input method', () => {
  const places: [string, string[], string][] = [
    ['behind a citation at the end', ['End'], 'ab[3]한국'],
    ['before a citation', ['Home', 'ArrowRight', 'ArrowRight'], 'ab한국[3]'],
    ['at the start of a line', ['Home'], '한국ab[3]'],
  ];
  test.each(places)('%s', async (_name, keys, expected) => {
    page = openEditor([paragraph('ab', citation(3))]);
    await press(...keys);
    await compose('ㅎ', '하', '한');
    await compose('ㄱ', '구', '국');
    await expect.poll(() => line()).toBe(expected);
    expect(page.root.textContent).toContain('한국');
  });

  test('at both edges of a citation that stands alone', async () => {
    page = openEditor([paragraph(citation(3))]);
    await press('Home');
    await compose('に', 'にほ', '日本');
    await expect.poll(() => line()).toBe('日本[3]');
    await press('End');
    await compose('ご', '語');
    await expect.poll(() => line()).toBe('日本[3]語');
  });

  test('a citation that is selected is not replaced', async () => {
    page = openEditor([paragraph('ab', citation(3), 'cd')]);
    await press('Home', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await (cdp() as unknown as { send(m: string, p: unknown): Promise<void> }).send(
      'Input.dispatchKeyEvent',
      {
        type: 'rawKeyDown',
        windowsVirtualKeyCode: 229,
        key: 'Process',
      },
    );
    await compose('ㅎ', '한');
    await expect.poll(() => line()).toBe('ab[3]한cd');
  });
});

describe('labels', () => {
  test('are drawn, named for screen readers, and never enter undo history or storage', () => {
    page = openEditor([paragraph('a', citation(3), 'b', citation(4))]);
    const history = getExtensionDependencyFromEditor(
      page.editor,
      HistoryExtension,
    ).output.historyState.peek();
    const before = page.stored();
    label();
    const marks = [...page.root.querySelectorAll('.citation')];
    expect(marks.map((mark) => mark.textContent)).toEqual(['1', '2']);
    expect(marks[0]!.getAttribute('role')).toBe('doc-noteref');
    expect(marks[0]!.getAttribute('aria-label')).toBe('Citation 1: A source');
    expect(page.stored()).toEqual(before);
    expect(history.undoStack).toHaveLength(0);
  });

  test('name the author in the text before the number of the note', () => {
    page = openEditor([paragraph('as', citation(3))]);
    const [key] = citedPlaces(page.editor).keys;
    setCitationViews(
      page.editor,
      new Map([[key!, { label: '1', lead: 'Kim and Roe', note: true, description: 'A source' }]]),
    );
    const mark = page.root.querySelector<HTMLElement>('.citation')!;
    expect(mark.innerHTML).toBe('Kim and Roe<sup>1</sup>');
    expect(mark.getAttribute('aria-label')).toBe('Citation Kim and Roe 1: A source');
    expect(mark.dataset['apart']).toBe('true');
    label();
    expect(mark.innerHTML).toBe('1');
  });

  test('order is that of the exported document, a quote behind the citations inside it', () => {
    page = openEditor([
      paragraph('a', citation(1)),
      snippet(2, 7, paragraph('quoted', citation(3)), paragraph('more', citation(4, 5))),
      paragraph(citation(6)),
    ]);
    const keys = citedPlaces(page.editor).keys;
    const drawn = page.editor.read(() =>
      keys.map((key) => {
        const node = $getNodeByKey(key);
        return $isCitationNode(node) || $isSnippetNode(node) ? node.getItems() : null;
      }),
    );
    expect(drawn).toEqual(citationClusters(documentAst(page.stored())));
    expect(drawn).toHaveLength(5);
  });
});

describe('opening', () => {
  test('a click and Enter ask for the passage', async () => {
    page = openEditor([paragraph('ab', citation(3), 'cd')]);
    const opened: string[] = [];
    page.editor.registerCommand(
      OPEN_CITATION_COMMAND,
      (key) => (opened.push(key), true),
      COMMAND_PRIORITY_EDITOR,
    );
    page.root.querySelector<HTMLElement>('.citation')!.click();
    await press('Enter');
    expect(opened).toEqual([citedPlaces(page.editor).keys[0], citedPlaces(page.editor).keys[0]]);
    expect(page.blocks()).toHaveLength(1);
  });
});

describe('inserting', () => {
  test('a citation goes behind the selected words', async () => {
    page = openEditor([paragraph('words here')]);
    await press('Home', 'Shift+ArrowRight', 'Shift+ArrowRight');
    page.editor.update(() => void $insertCitation({ articleId: 8 }, false), { discrete: true });
    expect(line()).toBe('wo[8]rds here');
  });

  test('beside another citation it joins that one, once', async () => {
    page = openEditor([paragraph('ab', citation(3))]);
    await press('End');
    for (const articleId of [8, 8, 9])
      page.editor.update(() => void $insertCitation({ articleId }, false), { discrete: true });
    expect(line()).toBe('ab[3,8,9]');
  });

  test('in running text it keeps its distance from the word before', () => {
    page = openEditor([paragraph('word')]);
    page.editor.update(() => void $insertCitation({ articleId: 8 }, true), { discrete: true });
    expect(line()).toBe('word [8]');
  });

  test('a quote stands as a block of its own, with the caret behind it', async () => {
    page = openEditor([paragraph('before after')]);
    await press('Home', ...Array.from({ length: 7 }, () => 'ArrowRight'));
    page.editor.update(() => void $insertQuote({ articleId: 8, snippetId: 1 }, 'First\nline.\n\nSecond.'), {
      discrete: true,
    });
    await type('X');
    expect(page.blocks().map((block) => block.type)).toEqual([
      'paragraph',
      'snippet',
      'paragraph',
      'paragraph',
    ]);
    expect(page.blocks()[1]!.children!.map((child) => child.children![0]!['text'])).toEqual([
      'First line.',
      'Second.',
    ]);
    expect(line(2)).toBe('X');
  });

  test('a quote leaves the word whole that the caret was left in', async () => {
    page = openEditor([paragraph('one two three'), paragraph('four')]);
    caret(page, [0]);
    await press('Home', ...Array.from({ length: 5 }, () => 'ArrowRight'));
    page.editor.update(() => void $insertQuote({ articleId: 8 }, 'Other.'), { discrete: true });
    expect(page.blocks().map(words)).toEqual(['one two three', 'Other.', '', 'four']);
  });

  test('a citation goes behind the word that the caret was left in', async () => {
    page = openEditor([paragraph('one two three')]);
    await press('Home', ...Array.from({ length: 5 }, () => 'ArrowRight'));
    page.editor.update(() => void $insertCitation({ articleId: 8 }, false), { discrete: true });
    expect(line()).toBe('one two[8] three');
  });

  test('a quote is never put inside a quote', () => {
    page = openEditor([snippet(1, 1, paragraph('inner'))]);
    page.editor.update(() => void $insertQuote({ articleId: 8 }, 'Other.'), { discrete: true });
    expect(page.blocks().map((block) => block.type)).toEqual(['snippet', 'snippet', 'paragraph']);
  });
});

describe('a quote', () => {
  test('is left with Enter at its end', async () => {
    page = openEditor([snippet(1, 1, paragraph('Quoted words.'))]);
    await press('End', 'Enter');
    await type('mine');
    expect(page.blocks().map((block) => block.type)).toEqual(['snippet', 'paragraph']);
    expect(line(1)).toBe('mine');
    expect(page.blocks()[0]!.children).toHaveLength(1);
  });

  test('takes in no words from the paragraphs around it', async () => {
    page = openEditor([paragraph('before'), snippet(1, 1, paragraph('Quoted words.')), paragraph('after')]);
    page.editor.update(() => void $getRoot().getLastChildOrThrow().selectStart(), { discrete: true });
    await press('Backspace', 'Delete', 'Delete');
    expect(page.blocks()).toHaveLength(3);
    expect(line(2)).toBe('after');
    page.editor.update(() => void $getRoot().getChildAtIndex(1)!.selectStart(), { discrete: true });
    await press('Backspace');
    expect(page.blocks()).toHaveLength(3);
    expect(line(0)).toBe('before');
  });

  test('says so when its words are no longer the exact ones, and takes it back', async () => {
    page = openEditor([snippet(1, 9, paragraph('Exact words', citation(4), ' here.'))]);
    const figure = page.root.querySelector<HTMLElement>('figure.snippet')!;
    setQuoteSources(page.editor, {
      names: new Map([[1, 'The Paper, 3 May 2023']]),
      words: new Map([[9, 'Exact\nwords here.']]),
    });
    expect(figure.dataset['altered']).toBe('false');
    expect(figure.querySelector('.snippet-source')!.textContent).toBe('The Paper, 3 May 2023');
    await press('End');
    await type('!');
    expect(figure.dataset['altered']).toBe('true');
    expect(figure.querySelector('.snippet-altered')!.textContent).toBe('altered');
    await press('Backspace');
    expect(figure.dataset['altered']).toBe('false');
    await type('?');
    expect(figure.dataset['altered']).toBe('true');
    await press('Control+z');
    expect(figure.dataset['altered']).toBe('false');
    await press('Control+Shift+z');
    expect(figure.dataset['altered']).toBe('true');
  });

  test('a press on its attribution leaves the caret where it is', async () => {
    page = openEditor([paragraph('first'), snippet(1, 9, paragraph('Quoted.')), paragraph('last')]);
    const figcaption = page.root.querySelector('figcaption')!;
    const pressed = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
    figcaption.dispatchEvent(pressed);
    expect(pressed.defaultPrevented).toBe(true);
    await type('X');
    expect(line(2)).toBe('lastX');
  });
});

test('a citation in the text is set off from the word it was written close to', () => {
  page = openEditor([
    paragraph('close', citation(3)),
    paragraph('apart ', citation(4)),
    paragraph(citation(5)),
  ]);
  const show = (note: boolean): void => {
    const view = { label: note ? '1' : '(Kim, 2019)', note, description: 'A source' };
    setCitationViews(page.editor, new Map(citedPlaces(page.editor).keys.map((key) => [key, view])));
  };
  const apart = (): (string | undefined)[] =>
    citedPlaces(page.editor).keys.map((key) => page.editor.getElementByKey(key)!.dataset['apart']);
  show(false);
  expect(apart()).toEqual(['true', 'false', 'false']);
  show(true);
  expect(apart()).toEqual(['false', 'false', 'false']);
});

test('a citation in the text follows the words typed around it, and what undo makes of them', async () => {
  page = openEditor([paragraph('close ', citation(3))]);
  const [key] = citedPlaces(page.editor).keys;
  const view = { label: 'Kim, 4.', note: false, description: 'Kim, 4.' };
  setCitationViews(page.editor, new Map([[key!, view]]));
  const shown = () => {
    const mark = page.editor.getElementByKey(key!)!;
    return [mark.textContent, mark.dataset['apart']];
  };
  expect(shown()).toEqual(['Kim, 4.', 'false']);
  await press('End');
  await type(', and more');
  expect(shown()).toEqual(['Kim, 4', 'false']);
  await press('Home', 'Control+ArrowRight', 'Delete');
  expect(line()).toBe('close[3], and more');
  expect(shown()).toEqual(['Kim, 4', 'true']);
  // Typing with a halt in it, as on a busy machine, is undone in several steps.
  while (line() !== 'close [3]') await press('Control+z');
  expect(shown()).toEqual(['Kim, 4.', 'false']);
});

test('of many labels those in view are drawn at once, and soon all', async () => {
  page = openEditor(Array.from({ length: 300 }, (_unused, index) => paragraph('w', citation(index + 1))));
  const { keys } = citedPlaces(page.editor);
  const labels = () => keys.map((key) => page.editor.getElementByKey(key)!.textContent);
  const set = (shift: number, first: string[]): void =>
    setCitationViews(
      page.editor,
      new Map(
        keys.map((key, at) => [key, { label: String(at + shift), note: true, description: 'A source' }]),
      ),
      () => first,
    );
  set(1, keys.slice(0, 10));
  expect(labels().slice(0, 10)).toEqual(Array.from({ length: 10 }, (_unused, at) => String(at + 1)));
  // A change before all are drawn: none of them keeps a number of before.
  set(2, keys.slice(0, 10));
  await expect.poll(labels).toEqual(keys.map((_, at) => String(at + 2)));
});
