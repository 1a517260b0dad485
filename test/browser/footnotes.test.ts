/** An author's own footnotes in the editor: written, deleted, moved, copied and undone with their marks. */
import { citationPlaces, readingOrder } from '#domain/document/clusters.ts';
import { documentAst } from '#domain/document/fromStored.ts';
import { $insertFootnote } from '#editor/footnote/actions.ts';
import { $createFootnoteMarkNode } from '#editor/footnote/FootnoteMarkNode.ts';
import { citedPlaces } from '#editor/footnote/places.ts';
import { setCitationViews } from '#editor/citation/view.ts';
import { setFootnoteNumbers } from '#editor/footnote/view.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { $getRoot, type ElementNode, COPY_COMMAND, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { afterEach, describe, expect, test } from 'vitest';
import {
  citation,
  compose,
  type EditorPage,
  openEditor,
  paragraph,
  paste,
  press,
  snippet,
  text,
  type,
} from './editorPage.ts';

let page: EditorPage;
afterEach(() => page.close());

const mark = (id: string): StoredNode => ({ type: 'footnoteReference', version: 1, id });
const element = { version: 1, direction: null, format: '', indent: 0 };
const note = (id: string, ...blocks: StoredNode[]): StoredNode => ({
  type: 'footnoteDefinition',
  ...element,
  id,
  children: blocks,
});
const notes = (...children: StoredNode[]): StoredNode => ({ type: 'footnotes', ...element, children });

/** The document as text: each mark as `^` with the words of its note in brackets. */
function outline(): string {
  const write = (node: StoredNode): string => {
    const inner = (node.children ?? []).map(write).join('');
    if (node.type === 'footnoteReference') {
      const words = sectionNotes().filter((entry) => entry['id'] === node['id']);
      return `^[${words.map((entry) => (entry.children ?? []).map(write).join('/')).join('|')}]`;
    }
    if (node.type === 'citation') return '(cite)';
    return (typeof node['text'] === 'string' ? node['text'] : '') + inner;
  };
  return page
    .blocks()
    .filter(({ type: kind }) => kind !== 'footnotes')
    .map(write)
    .join('\n');
}
const sectionNotes = (): StoredNode[] =>
  page.blocks().find(({ type: kind }) => kind === 'footnotes')?.children ?? [];
const words = (): string[] =>
  sectionNotes().map(
    (entry) =>
      JSON.stringify(entry.children)
        .match(/(?<="text":")[^"]*/gu)
        ?.join(' ') ?? '',
  );
const insert = (): void => page.editor.update(() => void $insertFootnote(), { discrete: true });
const undo = (): void => void page.editor.dispatchCommand(UNDO_COMMAND, undefined);
const redo = (): void => void page.editor.dispatchCommand(REDO_COMMAND, undefined);
const marks = (): HTMLElement[] => [...page.root.querySelectorAll<HTMLElement>('.footnote-mark')];
/** Copies what is selected, as the keys do. */
function copied(): Record<string, string> {
  const clipboardData = new DataTransfer();
  page.editor.dispatchCommand(COPY_COMMAND, new ClipboardEvent('copy', { clipboardData }));
  return Object.fromEntries([...clipboardData.types].map((kind) => [kind, clipboardData.getData(kind)]));
}

describe('writing', () => {
  test('a new note takes the caret, and Escape leads back behind its mark', async () => {
    page = openEditor([paragraph('One two')]);
    insert();
    await type('a note');
    expect(outline()).toBe('One two^[a note]');
    await press('Escape');
    await type(' three');
    expect(outline()).toBe('One two^[a note] three');
    expect(page.blocks().at(-1)!.type).toBe('footnotes');
  });

  test('notes stand in the order of their marks', async () => {
    page = openEditor([paragraph('One two')]);
    insert();
    await type('last');
    await press('Escape', 'Home');
    insert();
    await type('first');
    expect(outline()).toBe('^[first]One two^[last]');
    expect(words()).toEqual(['first', 'last']);
  });

  test('Enter parts paragraphs inside a note, a list can be left, and nothing gets out', async () => {
    page = openEditor([paragraph('One')]);
    insert();
    await type('first');
    await press('Enter');
    await type('- item');
    await press('Enter', 'Enter');
    await type('after');
    expect(sectionNotes()[0]!.children!.map(({ type: kind }) => kind)).toEqual([
      'paragraph',
      'list',
      'paragraph',
    ]);
    expect(outline()).toBe('One^[first/item/after]');
  });

  test('composed text goes into a note, and behind a mark', async () => {
    page = openEditor([paragraph('One')]);
    insert();
    await compose('ㅎ', '하', '한');
    await press('Escape');
    await compose('ㄱ', '글');
    expect(outline()).toBe('One^[한]글');
  });

  test('stands in headings, lists and tables, not in notes, quotes or code', () => {
    const attempt = (block: StoredNode, path = 0): boolean => {
      page = openEditor([block]);
      page.editor.update(() => void $getRoot().getChildAtIndex<ElementNode>(path)?.selectEnd(), {
        discrete: true,
      });
      insert();
      const made = marks().length === 1;
      if (made) insert();
      expect(marks().length).toBe(made ? 1 : 0);
      page.close();
      return made;
    };
    expect(attempt({ type: 'heading', tag: 'h2', ...element, children: [text('H')] })).toBe(true);
    const item = { type: 'listitem', value: 1, ...element, children: [text('item')] };
    expect(
      attempt({ type: 'list', listType: 'bullet', start: 1, tag: 'ul', ...element, children: [item] }),
    ).toBe(true);
    const cell = {
      type: 'tablecell',
      headerState: 0,
      colSpan: 1,
      rowSpan: 1,
      ...element,
      children: [paragraph('cell')],
    };
    expect(
      attempt({ type: 'table', ...element, children: [{ type: 'tablerow', ...element, children: [cell] }] }),
    ).toBe(true);
    expect(attempt(snippet(1, 7, paragraph('quoted')))).toBe(false);
    expect(attempt({ type: 'code', ...element, children: [text('code')] })).toBe(false);
    page = openEditor();
  });
});

describe('between mark and note', () => {
  test('a click on a mark leads to its note, its number leads back', async () => {
    page = openEditor([paragraph('One', mark('a'), ' two'), notes(note('a', paragraph('words')))]);
    marks()[0]!.click();
    await type('!');
    expect(outline()).toBe('One^[words!] two');
    page.root.querySelector<HTMLElement>('.footnote-number')!.click();
    await type('?');
    expect(outline()).toBe('One^[words!]? two');
  });

  test('numbers are drawn and named, and never stored', () => {
    page = openEditor([paragraph('One', mark('a')), notes(note('a', paragraph('words')))]);
    const before = page.stored();
    setFootnoteNumbers(page.editor, new Map([['a', 3]]));
    expect(marks()[0]!.textContent).toBe('3');
    expect(marks()[0]!.getAttribute('role')).toBe('doc-noteref');
    expect(marks()[0]!.getAttribute('aria-label')).toBe('Footnote 3');
    expect(page.root.querySelector('[role=doc-footnote] [role=doc-backlink]')!.textContent).toBe('3');
    expect(page.stored()).toEqual(before);
  });

  test('citations in a note are read where its mark stands, as in exports', () => {
    page = openEditor([
      paragraph(citation(1), mark('b'), citation(3)),
      paragraph(mark('a')),
      notes(
        note('a', paragraph(citation(4))),
        note('b', paragraph(citation(2))),
        note('lost', paragraph(citation(5))),
      ),
    ]);
    const { keys, footnotes, ids } = citedPlaces(page.editor);
    const order = readingOrder(documentAst(page.stored()));
    expect(footnotes).toEqual(order.footnotes.map(({ at, count }) => ({ at, count })));
    expect(ids).toEqual(['b', 'a']);
    expect(citationPlaces(documentAst(page.stored())).map(({ items }) => items[0]!.articleId)).toEqual([
      1, 2, 3, 4, 5,
    ]);
    const drawn = keys.map((key) => page.editor.getElementByKey(key)!);
    expect(drawn.map((node) => node.closest('.footnotes') !== null)).toEqual([
      false,
      true,
      false,
      true,
      true,
    ]);
  });

  test('a citation in the only note is read once', () => {
    page = openEditor([paragraph(mark('a'), citation(2)), notes(note('a', paragraph(citation(1))))]);
    expect(citedPlaces(page.editor)).toMatchObject({ keys: { length: 2 }, footnotes: [{ at: 0, count: 1 }] });
  });
});

test('a citation in a note gives up its stop as soon as the sentence goes on', async () => {
  page = openEditor([paragraph('One', mark('a')), notes(note('a', paragraph(citation(1))))]);
  const [key] = citedPlaces(page.editor).keys;
  setCitationViews(page.editor, new Map([[key!, { label: 'Kim, 4.', note: false, description: 'Kim, 4.' }]]));
  const label = (): string | null => page.root.querySelector('.citation')!.textContent;
  expect(label()).toBe('Kim, 4.');
  marks()[0]!.click();
  await type(', too');
  expect(label()).toBe('Kim, 4');
});

describe('deleting', () => {
  const two = [
    paragraph('One', mark('a'), ' two', mark('b'), ' end'),
    notes(note('a', paragraph('alpha')), note('b', paragraph('beta'))),
  ];

  test('a mark takes its note along, in one step that undo takes back', async () => {
    page = openEditor(two);
    await press('Home', 'ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await press('Backspace');
    expect(outline()).toBe('One two^[beta] end');
    expect(words()).toEqual(['beta']);
    undo();
    expect(outline()).toBe('One^[alpha] two^[beta] end');
    redo();
    expect(words()).toEqual(['beta']);
    undo();
    expect(words()).toEqual(['alpha', 'beta']);
  });

  test('the first Backspace behind a mark with words selects it, the second deletes both', async () => {
    page = openEditor([paragraph('One', mark('a')), notes(note('a', paragraph('alpha')))]);
    await press('Backspace');
    expect(outline()).toBe('One^[alpha]');
    await press('Backspace');
    expect(page.blocks()).toHaveLength(1);
    expect(outline()).toBe('One');
    await type('!');
    expect(outline()).toBe('One!');
  });

  test('everything leaves an empty paragraph and no notes', async () => {
    page = openEditor(two);
    await press('Control+a', 'Delete');
    expect(page.blocks().map(({ type: kind }) => kind)).toEqual(['paragraph']);
    undo();
    expect(outline()).toBe('One^[alpha] two^[beta] end');
    await type('x');
    expect(page.blocks().map(({ type: kind }) => kind)).toEqual(['paragraph']);
  });

  test('across marks takes their notes only', async () => {
    page = openEditor([
      paragraph('One', mark('a')),
      paragraph('two', mark('b')),
      paragraph('three', mark('c')),
      notes(note('a', paragraph('alpha')), note('b', paragraph('beta')), note('c', paragraph('gamma'))),
    ]);
    page.editor.update(
      () => {
        const selection = $getRoot().getFirstChild()!.selectStart();
        const second = $getRoot().getChildAtIndex(1)!;
        selection.focus.set(second.getKey(), 2, 'element');
      },
      { discrete: true },
    );
    await press('Delete');
    expect(outline()).toBe('\nthree^[gamma]');
    expect(words()).toEqual(['gamma']);
    undo();
    expect(words()).toEqual(['alpha', 'beta', 'gamma']);
  });

  test('in a note never reaches out of it', async () => {
    page = openEditor([
      paragraph('One', mark('a'), mark('b')),
      notes(note('a', paragraph('alpha')), note('b', paragraph('beta'))),
    ]);
    marks()[1]!.click();
    await press('Home', 'Backspace', 'Control+Backspace');
    expect(outline()).toBe('One^[alpha]^[beta]');
    marks()[0]!.click();
    await press('Delete', 'Control+Delete');
    expect(outline()).toBe('One^[alpha]^[beta]');
    await press('Control+a', 'Delete');
    expect(outline()).toBe('One^[]^[beta]');
    await press('Backspace');
    expect(outline()).toBe('One^[beta]');
    await type('!');
    expect(outline()).toBe('One!^[beta]');
  });

  test('at the end of the text does not draw the notes in', async () => {
    page = openEditor([paragraph('One', mark('a')), notes(note('a', paragraph('alpha')))]);
    marks()[0]!.click();
    await press('Escape', 'Delete', 'Control+Delete');
    expect(outline()).toBe('One^[alpha]');
  });

  test('a selection that is drawn into the notes ends with the text', async () => {
    page = openEditor([paragraph('One', mark('a')), paragraph('two'), notes(note('a', paragraph('alpha')))]);
    page.editor.update(
      () => {
        const selection = $getRoot().getChildAtIndex(1)!.selectStart();
        const end = $getRoot().getLastDescendant()!;
        selection.focus.set(end.getKey(), 2, 'text');
      },
      { discrete: true },
    );
    await press('Delete');
    expect(outline()).toBe('One^[alpha]\n');
  });
});

describe('copying', () => {
  const source = [
    paragraph('One', mark('a'), ' two'),
    notes(note('a', paragraph('alpha ', text('bold', 1)), paragraph(citation(1)))),
  ];
  const copyAll = async (): Promise<Record<string, string>> => {
    page = openEditor(source);
    await press('Control+a');
    const data = copied();
    return data;
  };

  test('brings the notes into another document, under ids of their own', async () => {
    const data = await copyAll();
    page.close();
    page = openEditor([paragraph('Start', mark('a'), ' '), notes(note('a', paragraph('theirs')))]);
    await press('Control+Home');
    page.editor.update(() => void $getRoot().getFirstChild()!.selectEnd(), { discrete: true });
    paste(page.root, data);
    expect(outline()).toBe('Start^[theirs] One^[alpha bold/(cite)] two');
    const ids = sectionNotes().map((entry) => entry['id']);
    expect(new Set(ids).size).toBe(2);
    expect(words()).toEqual(['theirs', 'alpha  bold']);
  });

  test('twice into the same document gives each mark its note', async () => {
    const data = await copyAll();
    await press('ArrowRight');
    paste(page.root, data);
    paste(page.root, data);
    expect(outline()).toBe('One^[alpha bold/(cite)] two'.repeat(3));
    expect(new Set(sectionNotes().map((entry) => entry['id'])).size).toBe(3);
    undo();
    undo();
    expect(outline()).toBe('One^[alpha bold/(cite)] two');
  });

  test('into a note leaves the words, in brackets, and no note in a note', async () => {
    const data = await copyAll();
    marks()[0]!.click();
    paste(page.root, data);
    expect(marks()).toHaveLength(1);
    expect(outline()).toContain('One [alpha bold (cite)] two');
  });

  test('gives other programs the words of the notes', async () => {
    const data = await copyAll();
    expect(data['text/html']).toMatch(/mso-element:footnote"[^]*alpha <b>bold<\/b>/u);
    expect(data['text/plain']).toContain('alpha bold');
  });

  test('a mark that was copied without its note gets a copy of the words', () => {
    page = openEditor([paragraph('One', mark('a')), paragraph('two'), notes(note('a', paragraph('alpha')))]);
    page.editor.update(
      () => void $getRoot().getChildAtIndex<ElementNode>(1)!.append($createFootnoteMarkNode('a')),
      {
        discrete: true,
      },
    );
    expect(outline()).toBe('One^[alpha]\ntwo^[alpha]');
    expect(new Set(sectionNotes().map((entry) => entry['id'])).size).toBe(2);
  });
});

describe('moving a block', () => {
  test('puts the notes into the new order, and undo back', async () => {
    page = openEditor([
      paragraph('One', mark('a')),
      paragraph('two', mark('b')),
      notes(note('a', paragraph('alpha')), note('b', paragraph('beta'))),
    ]);
    page.editor.update(() => void $getRoot().getFirstChild()!.insertBefore($getRoot().getChildAtIndex(1)!), {
      discrete: true,
    });
    await expect.poll(words).toEqual(['beta', 'alpha']);
    expect(outline()).toBe('two^[beta]\nOne^[alpha]');
    undo();
    expect(outline()).toBe('One^[alpha]\ntwo^[beta]');
    expect(words()).toEqual(['alpha', 'beta']);
  });
});

describe('loading', () => {
  test('keeps notes whose mark is gone, and stores them as they came', async () => {
    page = openEditor([paragraph('One'), notes(note('lost', paragraph('words')))]);
    await type('!');
    expect(outline()).toBe('One!');
    expect(words()).toEqual(['words']);
  });

  test('words that another program put behind the notes come before them', async () => {
    page = openEditor([
      paragraph('One', mark('a')),
      notes(note('a', paragraph('alpha'))),
      paragraph('behind'),
    ]);
    await press('End');
    await type('!');
    expect(outline()).toBe('One^[alpha]\nbehind!');
    expect(page.blocks().at(-1)!.type).toBe('footnotes');
  });
});
