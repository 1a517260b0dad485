/** Pictures and captions in the editor: inserted, selected, resized, captioned, deleted and undone. */
import type { StoredNode } from '#domain/document/stored.ts';
import { NO_FACTS } from '#domain/document/fields.ts';
import { setBriefFacts } from '#editor/derived/setFacts.ts';
import { $insertCaption } from '#editor/figure/captions.ts';
import { setLibrary } from '#editor/clipboard/library.ts';
import {
  ADD_PICTURES_COMMAND,
  CARRY_PICTURES_COMMAND,
  EDIT_PICTURE_COMMAND,
} from '#editor/figure/FigureExtension.ts';
import { $insertPictures, $pictureHere, $replacePicture } from '#editor/figure/pictures.ts';
import { undescribedPictures } from '#editor/figure/pictureView.ts';
import { $insertReference } from '#editor/reference/actions.ts';
import { $referenceTargets } from '#editor/reference/targets.ts';
import {
  $getRoot,
  COMMAND_PRIORITY_LOW,
  COPY_COMMAND,
  type ElementNode,
  REDO_COMMAND,
  UNDO_COMMAND,
} from 'lexical';
import { afterEach, describe, expect, test } from 'vitest';
import { cdp } from 'vitest/browser';
import {
  compose,
  type EditorPage,
  heading,
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

const SHA = 'a'.repeat(64);
const element = { version: 1, direction: null, format: '', indent: 0 };
const picture = (members: object = {}): StoredNode => ({
  type: 'picture',
  version: 1,
  sha256: SHA,
  width: 300,
  height: 200,
  share: 40,
  alt: 'A map',
  ...members,
});
const caption = (...words: string[]): StoredNode => ({
  type: 'caption',
  ...element,
  children: words.map((word) => text(word)),
});
const table = (word: string): StoredNode => ({
  type: 'table',
  ...element,
  children: [
    {
      type: 'tablerow',
      ...element,
      children: [
        {
          type: 'tablecell',
          ...element,
          headerState: 0,
          colSpan: 1,
          rowSpan: 1,
          children: [paragraph(word)],
        },
      ],
    },
  ],
});

/** The document as text: a line for each block. */
function outline(): string[] {
  const write = (node: StoredNode): string =>
    (typeof node['text'] === 'string' ? node['text'] : '') + (node.children ?? []).map(write).join('');
  return page.blocks().map((node) => `${node.type}${write(node) === '' ? '' : ` ${write(node)}`}`);
}
const labels = (): string[] =>
  [...page.root.querySelectorAll<HTMLElement>('.caption')].map((line) => line.dataset['label'] ?? '');
const drawn = (): HTMLElement => page.root.querySelector<HTMLElement>('.picture')!;
const click = (target: Element, detail = 1): void =>
  void target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, detail }));
/** Copies what is selected, as the keys do. */
function copied(): Record<string, string> {
  const clipboardData = new DataTransfer();
  page.editor.dispatchCommand(COPY_COMMAND, new ClipboardEvent('copy', { clipboardData }));
  return Object.fromEntries([...clipboardData.types].map((kind) => [kind, clipboardData.getData(kind)]));
}
const undo = (): void => void page.editor.dispatchCommand(UNDO_COMMAND, undefined);
const redo = (): void => void page.editor.dispatchCommand(REDO_COMMAND, undefined);
const update = (run: () => void): void => page.editor.update(run, { discrete: true });
const block = (place: number): ElementNode => $getRoot().getChildAtIndex(place) as ElementNode;
const frame = (): Promise<void> => new Promise((resolve) => requestAnimationFrame(() => resolve()));

describe('a picture', () => {
  const kept = { sha256: SHA, width: 300, height: 200 };
  const insert = (...pictures: (typeof kept)[]): void =>
    update(() => $insertPictures(pictures, $pictureHere()));

  test('goes behind the paragraph of the caret, whose sentence it does not part', async () => {
    page = openEditor([paragraph('One two'), paragraph('three')]);
    update(() => void block(0).getFirstChild<ElementNode>()?.selectEnd());
    await press('ArrowLeft');
    insert(kept, { ...kept, sha256: 'b'.repeat(64) });
    expect(outline()).toEqual(['paragraph One two', 'picture', 'picture', 'paragraph three']);
    expect(page.blocks()[1]).toMatchObject({ sha256: SHA, share: 53 });
    undo();
    expect(outline()).toEqual(['paragraph One two', 'paragraph three']);
    redo();
    expect(outline()[1]).toBe('picture');
  });

  test('takes the place of an empty paragraph, goes before a line at its beginning, and out of a quote', () => {
    page = openEditor([paragraph()]);
    insert(kept);
    expect(outline()).toEqual(['picture', 'paragraph']);
    page.close();
    page = openEditor([paragraph('One')]);
    update(() => void block(0).selectStart());
    insert(kept);
    expect(outline()).toEqual(['picture', 'paragraph One']);
    page.close();
    page = openEditor([snippet(1, 7, paragraph('Said.')), paragraph('x')]);
    update(() => void block(0).selectEnd());
    insert(kept);
    expect(outline()).toEqual(['snippet Said.', 'picture', 'paragraph x']);
  });

  test('is no wider than the text, and is stored without what follows from it', () => {
    page = openEditor([paragraph()]);
    insert({ ...kept, width: 4000 });
    expect((drawn().firstElementChild as HTMLElement).style.width).toBe('100%');
    expect(Object.keys(page.blocks()[0]!).toSorted()).toEqual([
      'height',
      'sha256',
      'type',
      'version',
      'width',
    ]);
  });

  test('is selected by a click; words go behind it, arrows and Escape lead on', async () => {
    page = openEditor([picture(), paragraph('after')]);
    click(drawn().querySelector('img')!);
    await frame();
    expect(drawn().dataset['selected']).toBe('true');
    await type('new');
    expect(outline()).toEqual(['picture', 'paragraph new', 'paragraph after']);
    click(drawn());
    await press('Escape');
    await type('x');
    expect(outline()).toEqual(['picture', 'paragraph xnew', 'paragraph after']);
  });

  test('is reached by the arrows from the text on both sides', async () => {
    page = openEditor([paragraph('before'), picture(), paragraph('after')]);
    update(() => void block(2).selectStart());
    await press('ArrowLeft');
    await frame();
    expect(drawn().dataset['selected']).toBe('true');
    await press('ArrowLeft');
    await type('!');
    expect(outline()[0]).toBe('paragraph before!');
    await press('ArrowRight');
    await frame();
    expect(drawn().dataset['selected']).toBe('true');
  });

  test('is opened by Enter, F2 and a double click', async () => {
    page = openEditor([picture(), paragraph('after')]);
    const opened: string[] = [];
    page.editor.registerCommand(EDIT_PICTURE_COMMAND, (key) => opened.push(key) > 0, COMMAND_PRIORITY_LOW);
    click(drawn());
    await press('Enter', 'F2');
    click(drawn(), 2);
    expect(opened).toHaveLength(3);
    expect(outline()).toEqual(['picture', 'paragraph after']);
  });

  test('is selected before Backspace and Delete take it, and comes back by undo', async () => {
    page = openEditor([paragraph('before'), picture(), paragraph('after')]);
    update(() => void block(2).selectStart());
    await press('Backspace');
    expect(outline()).toHaveLength(3);
    await press('Backspace');
    expect(outline()).toEqual(['paragraph before', 'paragraph after']);
    await type('x');
    expect(outline()[1]).toBe('paragraph xafter');
    undo();
    undo();
    expect(outline()[1]).toBe('picture');
    update(() => void block(0).selectEnd());
    await press('Delete', 'Delete');
    expect(outline()).toEqual(['paragraph before', 'paragraph after']);
  });

  test('alone in the text leaves a paragraph to write in', async () => {
    page = openEditor([picture()]);
    click(drawn());
    await press('Delete');
    await type('x');
    expect(outline()).toEqual(['paragraph x']);
  });

  test('is resized by Shift and the arrows, within the text', async () => {
    page = openEditor([picture(), paragraph('after')]);
    click(drawn());
    await press('Shift+ArrowRight', 'Shift+ArrowUp', 'Shift+ArrowLeft');
    expect(page.blocks()[0]!['share']).toBe(45);
    for (let turn = 0; turn < 12; turn += 1) await press('Shift+ArrowDown');
    expect(page.blocks()[0]!['share']).toBe(5);
    expect((drawn().firstElementChild as HTMLElement).style.width).toBe('5%');
  });

  test('is resized by its handle in one step of undo; Escape leaves it as it was', async () => {
    page = openEditor([picture({ share: 50 }), paragraph('after')]);
    const style = document.createElement('style');
    style.textContent =
      '.picture-frame{position:relative}.picture-handle{position:absolute;inset:0 0 0 auto;width:20px}';
    document.head.append(style);
    const session = cdp() as unknown as { send(method: string, parameters: object): Promise<unknown> };
    const { right, top } = drawn().querySelector('.picture-handle')!.getBoundingClientRect();
    const outer = window.frameElement?.getBoundingClientRect();
    const mouse = (kind: string, x: number): Promise<unknown> =>
      session.send('Input.dispatchMouseEvent', {
        type: kind,
        x: x + (outer?.x ?? 0),
        y: top + 5 + (outer?.y ?? 0),
        button: 'left',
        buttons: 1,
        clickCount: 1,
      });
    const by = drawn().clientWidth / 10;
    await mouse('mousePressed', right - 5);
    await mouse('mouseMoved', right - 5 + by);
    expect(page.blocks()[0]!['share']).toBe(50);
    await press('Escape');
    await mouse('mouseReleased', right - 5 + by);
    expect([page.blocks()[0]!['share'], (drawn().firstElementChild as HTMLElement).style.width]).toEqual([
      50,
      '50%',
    ]);
    await mouse('mousePressed', right - 5);
    await mouse('mouseMoved', right - 5 + by / 2);
    await mouse('mouseMoved', right - 5 + by);
    await mouse('mouseReleased', right - 5 + by);
    await frame();
    expect(page.blocks()[0]!['share']).toBe(60);
    undo();
    expect(page.blocks()[0]!['share']).toBe(50);
    style.remove();
  });

  test('asks for a description until it has one, or needs none', () => {
    page = openEditor([picture({ alt: '' }), picture(), picture({ alt: '', decorative: true })]);
    expect(undescribedPictures(page.editor)).toHaveLength(1);
    expect([...page.root.querySelectorAll<HTMLImageElement>('.picture img')].map(({ alt }) => alt)).toEqual([
      'Picture without alternative text',
      'A map',
      'Decorative picture',
    ]);
  });

  test('says so where its file is missing', async () => {
    page = openEditor([picture()]);
    await expect.poll(() => drawn().dataset['missing']).toBe('true');
    expect(drawn().textContent).toContain('missing from the library: A map');
  });
});

describe('copies', () => {
  test('of a selected picture bring it into another brief, and its description into other programs', async () => {
    page = openEditor([picture(), paragraph('after')]);
    click(drawn());
    await frame();
    const given = copied();
    expect(given['text/html']).toContain('[A map]');
    page.close();
    page = openEditor([paragraph('here')]);
    paste(page.root, given);
    await frame();
    expect(outline().slice(0, 2)).toEqual(['paragraph here', 'picture']);
    expect(page.blocks()[1]).toMatchObject({ sha256: SHA, share: 40, alt: 'A map', width: 300, height: 200 });
  });

  test('of pictures with captions keep both', async () => {
    page = openEditor([paragraph('a'), picture(), caption('one'), paragraph('b')]);
    update(() => block(0).select(1, 1).focus.set(block(3).getKey(), 0, 'element'));
    const given = copied();
    expect(given['text/plain']).toContain('Figure\u00a01. one');
    update(() => void block(3).selectEnd());
    paste(page.root, given);
    await frame();
    expect(outline().filter((line) => !line.startsWith('paragraph'))).toEqual([
      'picture',
      'caption one',
      'picture',
      'caption one',
    ]);
    expect(labels()).toEqual(['Figure\u00a01. ', 'Figure\u00a02. ']);
  });

  test('bring their pixels into another library, and not into their own', async () => {
    page = openEditor([picture(), paragraph('after')]);
    setLibrary(page.editor, 'a');
    const canvas = document.createElement('canvas');
    const image = drawn().querySelector('img')!;
    image.src = canvas.toDataURL();
    await image.decode();
    click(drawn());
    await frame();
    const given = copied();
    page.close();
    for (const [library, wanted] of [
      ['a', []],
      ['b', [[SHA, 'image/png']]],
    ] as const) {
      page = openEditor([paragraph('here')]);
      setLibrary(page.editor, library);
      const carried: string[][] = [];
      page.editor.registerCommand(
        CARRY_PICTURES_COMMAND,
        (found) => carried.push(...found.map(({ sha256, file }) => [sha256, file.type])) > 0,
        COMMAND_PRIORITY_LOW,
      );
      paste(page.root, given);
      await frame();
      expect(carried).toEqual(wanted);
      expect(outline()[1]).toBe('picture');
      update(() => $replacePicture(SHA, { sha256: 'c'.repeat(64), width: 30, height: 15 }));
      expect(page.blocks()[1]).toMatchObject({ sha256: 'c'.repeat(64), share: 40, alt: 'A map' });
      if (library === 'a') page.close();
    }
  });

  test('as a file come in, unless there are words beside it', async () => {
    page = openEditor([paragraph('here')]);
    const given: string[] = [];
    page.editor.registerCommand(
      ADD_PICTURES_COMMAND,
      ({ files }) => given.push(...files.map(({ name }) => name)) > 0,
      COMMAND_PRIORITY_LOW,
    );
    const pasteFile = (html: string, kind = 'image/png'): void => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File(['x'], `${given.length}`, { type: kind }));
      if (html !== '') clipboardData.setData('text/html', html);
      page.root.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
      );
    };
    pasteFile('');
    pasteFile('<img src="https://example.org/x.png">');
    expect(given).toEqual(['0', '1']);
    pasteFile('<p>Cells of a sheet</p>');
    pasteFile('', 'application/zip');
    await frame();
    expect(given).toHaveLength(2);
    expect(page.text()).toContain('Cells of a sheet');
  });
});

describe('a caption', () => {
  const insert = (): void => update(() => void $insertCaption());

  test('is numbered by kind in the order of the text, in its language', async () => {
    page = openEditor([
      picture(),
      caption('one'),
      caption('two'),
      table('a'),
      table('b'),
      caption('three'),
      picture(),
      caption('four'),
    ]);
    expect(labels()).toEqual(['Figure\u00a01. ', 'Table\u00a01. ', 'Table\u00a02. ', 'Figure\u00a02. ']);
    setBriefFacts(page.editor, { ...NO_FACTS, language: 'ko-KR' });
    expect(labels()[3]).toBe('그림\u00a02. ');
    click(drawn());
    await press('Delete');
    expect(labels()).toEqual(['표\u00a01. ', '표\u00a02. ', '그림\u00a01. ']);
    undo();
    await frame();
    expect(labels()[3]).toBe('그림\u00a02. ');
  });

  test('is written under a selected picture, above the table of the caret, and made of the line under either', async () => {
    page = openEditor([picture(), paragraph('x'), table('a'), picture(), paragraph('under')]);
    click(drawn());
    insert();
    await type('Traffic');
    update(() => void block(3).selectStart());
    insert();
    await type('Ships');
    update(() => void block(6).selectEnd());
    insert();
    expect(outline()).toEqual([
      'picture',
      'caption Traffic',
      'paragraph x',
      'caption Ships',
      'table a',
      'picture',
      'caption under',
    ]);
    update(() => void block(2).selectEnd());
    insert();
    expect(outline()[2]).toBe('paragraph x');
  });

  test('leads back to what is there already', async () => {
    page = openEditor([picture(), caption('one'), paragraph('x')]);
    click(drawn());
    insert();
    await type('!');
    expect(outline()).toEqual(['picture', 'caption one!', 'paragraph x']);
  });

  test('is left by Enter: to the line below it, and into the table below it', async () => {
    page = openEditor([picture(), caption('one'), paragraph(), caption('two'), table('a')]);
    update(() => void block(1).selectStart());
    await press('Enter');
    await type('next');
    update(() => void block(3).selectEnd());
    await press('Enter');
    await type('b');
    expect(outline()).toEqual(['picture', 'caption one', 'paragraph next', 'caption two', 'table ba']);
    update(() => void block(1).selectEnd());
    await press('Enter');
    await type('new');
    expect(outline().slice(1, 4)).toEqual(['caption one', 'paragraph new', 'paragraph next']);
  });

  test('that is empty goes by Backspace; words of it stay', async () => {
    page = openEditor([picture(), caption(), paragraph('x')]);
    update(() => void block(1).selectStart());
    await press('Backspace');
    expect(outline()).toEqual(['picture', 'paragraph x']);
    page.close();
    page = openEditor([picture(), caption('one'), paragraph('x')]);
    update(() => void block(1).selectStart());
    await press('Backspace');
    await frame();
    expect(outline()).toEqual(['picture', 'caption one', 'paragraph x']);
    expect(drawn().dataset['selected']).toBe('true');
    await press('Backspace');
    expect(outline()).toEqual(['paragraph one', 'paragraph x']);
    undo();
    expect(outline()).toEqual(['picture', 'caption one', 'paragraph x']);
    expect(labels()).toEqual(['Figure\u00a01. ']);
  });

  test('that stands beside nothing is a paragraph, and one that was pasted', () => {
    page = openEditor([picture(), caption('one'), paragraph('x')]);
    update(() => block(2).insertAfter(block(1)));
    expect(outline()).toEqual(['picture', 'paragraph x', 'paragraph one']);
  });
});

describe('a cross reference', () => {
  const named = (blockId: string, node: StoredNode): StoredNode => ({ ...node, $: { blockId } });
  const reference = (target: string, last?: string): StoredNode => ({
    type: 'crossReference',
    version: 1,
    target,
    ...(last === undefined ? {} : { last }),
  });
  const read = (): string[] =>
    [...page.root.querySelectorAll('.cross-reference')].map((mark) => mark.textContent ?? '');
  const broken = (): number => page.root.querySelectorAll('.cross-reference[data-broken]').length;
  const story = (): StoredNode[] => [
    named('head000001', heading(2, 'Ports')),
    named('para000001', paragraph('See ', reference('capt000001'), ' in ', reference('head000001'))),
    named('pict000001', picture()),
    named('capt000001', caption('Traffic')),
    named('para000002', paragraph('x')),
  ];
  const lastOf = (): unknown[] =>
    page
      .blocks()
      .flatMap((node) => node.children ?? [])
      .filter((node) => node.type === 'crossReference')
      .map((node) => node['last']);

  test('reads what it refers to now, as it is written, renumbered and renamed', async () => {
    page = openEditor(story());
    expect(read()).toEqual(['Figure\u00a01', 'Ports']);
    update(() => void block(0).selectEnd());
    await type(' and ships');
    expect(read()).toEqual(['Figure\u00a01', 'Ports and ships']);
    update(() => $insertPictures([{ sha256: SHA, width: 300, height: 200 }], $pictureHere()));
    update(() => void $insertCaption());
    await type('First');
    expect(read()).toEqual(['Figure\u00a02', 'Ports and ships']);
    setBriefFacts(page.editor, { ...NO_FACTS, language: 'fr' });
    expect(read()[0]).toBe('Figure\u00a02');
    setBriefFacts(page.editor, { ...NO_FACTS, language: 'tr' });
    expect(read()[0]).toBe('Şekil\u00a02');
    expect(lastOf()).toEqual([undefined, undefined]);
  });

  test('keeps its words where its target goes, and finds it again by undo', async () => {
    page = openEditor(story());
    click(drawn());
    await press('Delete');
    await frame();
    expect([read(), broken(), lastOf()]).toEqual([
      ['Figure\u00a01', 'Ports'],
      1,
      ['Figure\u00a01', undefined],
    ]);
    undo();
    await frame();
    expect([read(), broken(), lastOf()]).toEqual([['Figure\u00a01', 'Ports'], 0, [undefined, undefined]]);
    update(() => block(0).remove());
    await frame();
    expect([read(), broken()]).toEqual([['Figure\u00a01', 'Ports'], 1]);
    expect(lastOf()).toEqual([undefined, 'Ports']);
  });

  test('is put in at the caret and lists what has a name', async () => {
    page = openEditor([
      ...story(),
      named('head000002', heading(2)),
      table('a'),
      caption('Ships'),
      paragraph('See '),
    ]);
    const targets = page.editor.read(() => $referenceTargets(page.editor));
    expect(targets.map(({ kind, name, words }) => [kind, name, words])).toEqual([
      ['heading', 'Ports', ''],
      ['figure', 'Figure\u00a01', 'Traffic'],
      ['table', 'Table\u00a01', 'Ships'],
    ]);
    update(() => $insertReference(targets[2]!.key));
    await type('.');
    expect(read().at(-1)).toBe('Table\u00a01');
    const last = page.blocks().at(-1)!.children!;
    expect(last.map((node) => node.type)).toEqual(['text', 'crossReference', 'text']);
    undo();
    undo();
    await frame();
    expect(read()).toHaveLength(2);
  });

  test('leads there by a click, and by Enter', async () => {
    page = openEditor(story());
    click(page.root.querySelectorAll('.cross-reference')[1]!);
    await type('All ');
    expect(outline()[0]).toBe('heading All Ports');
    click(page.root.querySelectorAll('.cross-reference')[0]!);
    await type('Ship ');
    expect(outline()[3]).toBe('caption Ship Traffic');
  });

  test('takes its words along where what it refers to does not come', async () => {
    page = openEditor(story());
    update(() => void block(1).select(0, 4));
    const given = copied();
    expect(given['text/plain']).toBe('See Figure\u00a01 in Ports');
    page.close();
    page = openEditor([paragraph()]);
    paste(page.root, given);
    await frame();
    expect([read(), broken()]).toEqual([['Figure\u00a01', 'Ports'], 2]);
  });

  test('reads the fields of a heading as they are read, and follows them', async () => {
    const field = { type: 'field', version: 1, format: 0, field: 'author' } as StoredNode;
    const headed = named('head000001', heading(1, text('Note by '), field));
    page = openEditor([headed, paragraph(reference('head000001'))]);
    setBriefFacts(page.editor, { ...NO_FACTS, author: 'Ada' });
    expect(read()).toEqual(['Note by Ada']);
    setBriefFacts(page.editor, { ...NO_FACTS, author: 'Grace' });
    expect(read()).toEqual(['Note by Grace']);
  });

  test('keeps what is written at its edges, composed or not', async () => {
    page = openEditor([...story().slice(0, 1), paragraph(reference('head000001'))]);
    update(() => void block(1).selectEnd());
    await compose('ㅎ', '하', '한');
    update(() => void block(1).selectStart());
    await compose('ㄱ', '글');
    expect(outline()[1]).toBe('paragraph 글한');
    expect(page.blocks()[1]!.children!.map((node) => node.type)).toEqual(['text', 'crossReference', 'text']);
  });
});
