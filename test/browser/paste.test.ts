/// <reference types="vite/client" />
/**
 * What other programs put on the clipboard. `libreoffice-*` and `web-page` are what LibreOffice 7.4 and Chromium put
 * there, the other fixtures are written by hand after the markup of their programs. Beside each stands an outline of
 * what it becomes: its structure and exact words, and nothing else.
 */
import { serialiseDocument } from '#editor/document/BlocksExtension.ts';
import { pageOfMarkdown } from '#editor/paste/markdownText.ts';
import {
  PLAIN_PASTED_COMMAND,
  pastePageInstead,
  pasteTextInstead,
  type PlainPaste,
} from '#editor/paste/otherwise.ts';
import { readWrapped } from '#editor/paste/wrapped.ts';
import { PASTED_PICTURES_COMMAND, type PagePictures } from '#editor/paste/pictures.ts';
import { $describePasted, $placePasted } from '#editor/paste/placed.ts';
import { createBriefEditor } from '#editor/briefEditor.ts';
import { $insertFootnote } from '#editor/footnote/actions.ts';
import { $getRoot, COMMAND_PRIORITY_LOW, HISTORY_MERGE_TAG, REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { afterEach, describe, expect, test } from 'vitest';
import rtf from '../fixtures/clipboard/libreoffice-writer.rtf?raw';
import writer from '../fixtures/clipboard/libreoffice-writer.html?raw';
import word from '../fixtures/clipboard/word.html?raw';
import {
  caret,
  type EditorPage,
  heading,
  list,
  openEditor,
  paragraph,
  paste,
  snippet,
  type,
} from './editorPage.ts';
import { outlineOf } from './outline.ts';
import { table } from './tablePage.ts';

let page: EditorPage;
afterEach(() => page?.close());

const files = (found: Record<string, unknown>): Map<string, string> =>
  new Map(Object.entries(found).map(([path, text]) => [path.replace(/^.*\/|\.\w+$/gu, ''), String(text)]));
const fixtures = files(
  import.meta.glob('../fixtures/clipboard/*.html', { query: '?raw', import: 'default', eager: true }),
);
const outlines = files(
  import.meta.glob('../fixtures/clipboard/*.outline', { query: '?raw', import: 'default', eager: true }),
);
const NAMES = [...fixtures.keys()];

/** With what lies beside the page on the clipboard. */
function offered(name: string): Record<string, string> {
  return {
    'text/html': fixtures.get(name)!,
    'text/plain': 'fallback',
    ...(name === 'libreoffice-writer' && { 'text/rtf': rtf }),
  };
}

function html(content: string): void {
  paste(page.root, { 'text/html': content, 'text/plain': 'fallback' });
}

const outline = (): string => outlineOf(page.blocks());

describe.each(NAMES)('%s', (name) => {
  test('becomes structure and words, in one step of undo', () => {
    page = openEditor();
    const before = page.stored();
    paste(page.root, offered(name));
    expect(outline()).toBe(outlines.get(name)!.trim());
    page.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(page.stored()).toEqual(before);
    page.editor.dispatchCommand(REDO_COMMAND, undefined);
    expect(outline()).toBe(outlines.get(name)!.trim());
  });

  test('brings neither looks nor junk, and reads as it was stored', () => {
    page = openEditor();
    paste(page.root, offered(name));
    const json = JSON.stringify(page.blocks());
    expect(json).not.toMatch(
      /mso|Mso|SCXW|Calibri|Arial|rgb\(|class|docs-internal|fallback|google\.com\/url/u,
    );
    expect([...json.matchAll(/"(?:style|textStyle)":"([^"]*)"/gu)].map(([, style]) => style).join('')).toBe(
      '',
    );
    const again = createBriefEditor(serialiseDocument(page.editor));
    expect(serialiseDocument(again)).toEqual(serialiseDocument(page.editor));
    again.dispose();
  });

  test('loses, doubles and alters no word that is seen in it', () => {
    page = openEditor();
    paste(page.root, offered(name));
    expect(wordsOf(outlineWords())).toEqual(wordsOf(seenWords(fixtures.get(name)!, name)));
  });
});

describe('at the caret', () => {
  const TWO =
    '<p>one <b>bold</b></p><p>two<sup><a href="#n1" id="r1">1</a></sup></p><div><p><a id="n1" href="#r1">1</a> <i>aside</i></p></div>';

  test('words of one paragraph join those around them, blocks part them', () => {
    page = openEditor([paragraph('ab')]);
    page.editor.update(() => void $getRoot().getFirstDescendant()!.selectStart(), { discrete: true });
    html('<p>x <b>y</b></p>');
    expect(outline()).toBe('x **y**ab');
    html('<h2>H</h2><p>tail</p>');
    expect(outline()).toContain('tailab');
  });

  test.each([
    ['a heading', [heading(2, 'ab')], [0], '## abone **bold**\ntwo{1}\n{1} //aside//'],
    ['an item', [list('bullet', 'ab', 'cd')], [0, 0], '- abone **bold**\n- two{1}\n- cd\n{1} //aside//'],
    ['a cell', [table([['a', 'b']])], [0, 0, 0, 0], 'table []\n| aone **bold** ¶ two{1} | b\n{1} //aside//'],
  ])('%s takes paragraphs with their footnotes', (_what, blocks, path, wanted) => {
    page = openEditor(blocks);
    caret(page, path, 'end');
    html(TWO);
    expect(outline()).toBe(wanted);
    page.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(outline()).toBe(outlineOf(blocks));
  });

  test('a footnote takes words and lists, and no table, page break, picture or note of its own', () => {
    page = openEditor([paragraph('See.')]);
    page.editor.update($insertFootnote, { discrete: true });
    html(
      `${TWO}<ul><li>item</li></ul><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>`,
    );
    const [body, ...notes] = outline().split('\n');
    expect(body).toBe('See.{1}');
    expect(notes).toEqual(['{1} one **bold** ¶ two [//aside//] ¶ - item ¶ a | b ¶ c | d']);
  });

  test('a quote takes words alone', () => {
    page = openEditor([snippet(1, 7, paragraph('Quoted.')), paragraph('after')]);
    caret(page, [0, 0], 'end');
    html('<h2>H</h2><ul><li>item</li></ul><p>end</p>');
    for (const words of ['Quoted.', 'H', 'item', 'end', 'after']) expect(page.text()).toContain(words);
    expect(page.blocks().map(({ type }) => type)).toContain('snippet');
  });

  test('in code the plain text stands as it is', () => {
    page = openEditor([{ ...paragraph(), type: 'code' }]);
    html(word);
    expect(outline()).toBe('code: fallback');
  });

  test('without formatting, nothing but words comes in', () => {
    page = openEditor();
    paste(page.root, { 'text/plain': '# not a heading\n\n*stars*\tand a tab' });
    expect(outline()).toBe('# not a heading\n*stars* and a tab');
  });

  test.each([
    ['at its end', 2, 'ab\n## H\ntext'],
    ['amid it', 1, 'a\n## H\ntextb'],
    ['at its beginning', 0, '## H\ntextab'],
  ])('a heading with its text stays one in a paragraph, %s', (_where, offset, wanted) => {
    page = openEditor([paragraph('ab')]);
    const select = (): void => void $getRoot().getAllTextNodes()[0]!.select(offset, offset);
    page.editor.update(select, { discrete: true });
    html('<h2>H</h2><p>text</p>');
    expect(outline()).toBe(wanted);
    page.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(outline()).toBe('ab');
  });

  test('of a page without words the plain text beside it is taken', () => {
    page = openEditor();
    paste(page.root, { 'text/html': '<button>Share</button><br>', 'text/plain': 'plain words' });
    expect(outline()).toBe('plain words');
  });

  test('a table at the end of the text leaves room to write on', () => {
    page = openEditor();
    html('<p>a</p><table><tr><td>b</td><td>c</td></tr><tr><td>d</td><td>e</td></tr></table>');
    expect(outline()).toBe('a\ntable []\n| b | c\n| d | e\n(empty)');
  });
});

describe('of pages', () => {
  test.each([
    [
      'white space is what a browser shows',
      '<p> a\n  b <b> c </b> d&nbsp;e<br> f </p>',
      'a b **c **d\u00A0e⏎f',
    ],
    ['lines of Chinese and Japanese join without a space', '<p>東京\n湾</p>', '東京湾'],
    [
      'a check list keeps its boxes',
      '<ul><li><input type=checkbox checked> a</li><li><input type=checkbox>b</li></ul>',
      '[x] a\n[ ] b',
    ],
    [
      'a table in a list parts it, and its numbers go on',
      '<ol><li>a<table><tr><td>x</td><td>y</td></tr></table></li><li>b</li></ol>',
      '1. a\ntable []\n| x | y\n2. b',
    ],
    [
      'numbers of items are kept',
      '<ol start=7><li>a<li value=9>b</ol><ol><li>c</ol>',
      '7. a\n(empty)\n9. b\n(empty)\n1. c',
    ],
    [
      'an entry of a table of contents that is a heading itself stays',
      '<p class=MsoToc1>Ports 3</p><h1>Ports</h1><h2><p class=MsoToc2>Ships</p></h2><p>End',
      '# Ports\n## Ships\nEnd',
    ],
    [
      'a form that holds the page is no form',
      '<form><p>words <button>Send</button></p><h2><button>Open</button></h2></form>',
      'words\n## Open',
    ],
    [
      'text in a table that lays out a page is text',
      '<table><tr><td><p>a</p></td></tr></table><p>b</p>',
      'a\nb',
    ],
    [
      'what VS Code copies is code',
      '<div style="font-family: Consolas, monospace;white-space: pre;"><div><span>if (a) {</span></div><div><span>  b();</span></div><div>}</div></div>',
      'code: if (a) {⏎  b();⏎}',
    ],
    [
      'plain mails are no code',
      '<blockquote type="cite"><pre class="moz-quote-pre" wrap="">one\ntwo\n\nthree</pre></blockquote>',
      '> one⏎two⏎three',
    ],
    [
      'links to places in the page, to files and scripts are words',
      '<p><a href="#x">a</a> <a href="file:///x">b</a> <a href="javascript:x()">c</a> <a href="/rel">d</a></p>',
      'a b c d',
    ],
    [
      'a page that names its address makes links full',
      '<base href="https://example.org/x/"><p><a href="y">a</a></p>',
      '[a](https://example.org/x/y)',
    ],
    ['a mark without its note is a raised number', '<p>a<sup><a href="#fn1">1</a></sup></p>', 'a^^1^^'],
    [
      'chapters that lead to their contents are no notes',
      '<p><a id="t" href="#c">Chapter</a></p><h2><a id="c" href="#t">Chapter</a></h2>',
      'Chapter\n## Chapter',
    ],
    [
      'hidden words stay out',
      '<p>a<span style="display:none">b</span><span hidden>c</span><script>d</script></p>',
      'a',
    ],
    ['changes that a web page shows are kept', '<p><del>a</del> <ins>b</ins></p>', '~~a~~ b'],
    [
      'emphasis of a whole heading or link is its look',
      '<h2><b>a</b></h2><p><a href="https://e.org"><u>b</u></a></p>',
      '## a\n[b](https://e.org)',
    ],
  ])('%s', (_what, content, wanted) => {
    page = openEditor();
    html(content);
    expect(outline().replace(/\n\(empty\)$/u, '')).toBe(wanted);
  });
});

describe('plain text', () => {
  test.each([
    ['at the end', 'end', 'innera\n  - b'],
    ['at the beginning', 'start', 'a\n  - binner'],
  ] as const)('goes on with the list that it is pasted into, %s of an item', (_place, edge, wanted) => {
    page = openEditor([list('bullet', 'one', list('bullet', 'inner')), paragraph('end')]);
    caret(page, [0, 1, 0, 0], edge);
    paste(page.root, { 'text/plain': 'a\nb' });
    expect(outline()).toBe(`- one\n  - ${wanted}\nend`);
    const again = openEditor(page.blocks());
    expect(again.stored()).toEqual(page.stored());
    again.close();
  });

  const WRAPPED =
    'The port handled more ships in the last quarter than\nin any before it, and its pilots brought con-\ntainer ships in at night, which nobody had seen.';
  const pasted = async (text: string): Promise<PlainPaste> => {
    const all: PlainPaste[] = [];
    page.editor.registerCommand(PLAIN_PASTED_COMMAND, (one) => all.push(one) > 0, COMMAND_PRIORITY_LOW);
    paste(page.root, { 'text/plain': text });
    await expect.poll(() => all.length).toBe(1);
    return all[0]!;
  };

  test('comes in as it is, and is read otherwise in one step of undo', async () => {
    page = openEditor([paragraph('ab')]);
    page.editor.update(() => void $getRoot().getFirstDescendant()!.selectEnd(), { discrete: true });
    const one = await pasted(WRAPPED);
    expect(outline()).toContain('con-\ntainer');
    expect(pasteTextInstead(page.editor, one, readWrapped(WRAPPED)!.joined)).toBe(true);
    expect(outline()).toBe(`ab${WRAPPED.replaceAll(/(?<!-)\n/gu, ' ').replace('\n', '')}`);
    page.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(outline()).toBe('ab');
  });

  test('in Markdown is formatted where that is asked for, with its footnotes', async () => {
    page = openEditor();
    const text =
      '# Berths\n\nNorth[^1] is **long**, see [it](https://example.org).\n\n- one\n  - two\n- [x] done\n\n| a | b |\n| - | -: |\n| c | 1 |\n\n[^1]: An *aside*.';
    const one = await pasted(text);
    expect(outline()).toContain('# Berths');
    expect(pastePageInstead(page.editor, one, await pageOfMarkdown(text))).toBe(true);
    expect(outline()).toBe(
      '# Berths\nNorth{1} is **long**, see [it](https://example.org).\n[ ] one\n  - two\n[x] done\ntable []\n| h1 a | h1 right b\n| c | right 1\n(empty)\n{1} An //aside//.',
    );
  });

  test('that was changed since stays', async () => {
    page = openEditor();
    const one = await pasted(WRAPPED);
    await type('!');
    expect(pasteTextInstead(page.editor, one, 'other')).toBe(false);
    expect(page.text()).toContain('nobody had seen.!');
  });
});

describe('pictures', () => {
  const PIXEL =
    'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAECAIAAAA8r+mnAAAAEElEQVR42mM4oaCAFTEMLgkANQQhIYAN7yYAAAAASUVORK5CYII=';
  const given = (): PagePictures[] => {
    const all: PagePictures[] = [];
    page.editor.registerCommand(
      PASTED_PICTURES_COMMAND,
      (pictures) => all.push(pictures) > 0,
      COMMAND_PRIORITY_LOW,
    );
    return all;
  };

  test('come with their pixels and description, and take their place in the same step of undo', async () => {
    page = openEditor();
    const all = given();
    html(`<p>a <img alt="A bar" width="189" src="data:image/png;base64,${PIXEL}"> b</p>`);
    await expect.poll(() => all.length).toBe(1);
    expect(outline()).toBe('a\n<picture>\nb');
    const [{ placed, leftOut }] = all as [PagePictures];
    expect([placed.length, leftOut, placed[0]!.file.type]).toEqual([1, 0, 'image/png']);
    expect((await placed[0]!.file.bytes()).slice(1, 4)).toEqual(new TextEncoder().encode('PNG'));
    const kept = { sha256: 'a'.repeat(64), width: 80, height: 40 };
    page.editor.update(() => $placePasted(placed[0]!, kept), { discrete: true, tag: HISTORY_MERGE_TAG });
    expect(page.blocks()[1]).toMatchObject({ ...kept, alt: 'A bar', share: 33 });
    page.editor.dispatchCommand(UNDO_COMMAND, undefined);
    expect(outline()).toBe('(empty)');
    page.editor.dispatchCommand(REDO_COMMAND, undefined);
    expect(page.blocks()[1]).toMatchObject(kept);
  });

  test('the captions of figures and tables stay beside them, and others are words', () => {
    page = openEditor();
    const image = `<img alt="A bar" width="189" src="data:image/png;base64,${PIXEL}">`;
    html(
      `<p>a</p><figure><a href="https://example.org/">${image}</a><figcaption>Under <b>it</b></figcaption></figure>
      <figure><img alt="Far" src="https://example.org/x.png"><figcaption>Of none</figcaption></figure>
      <figure><table><tr><td>1</td><td>2</td></tr></table><figcaption>Of two</figcaption></figure><p>b</p>`,
    );
    expect(page.blocks().map(({ type: kind }) => kind)).toEqual([
      'paragraph',
      'picture',
      'caption',
      'paragraph',
      'paragraph',
      'table',
      'caption',
      'paragraph',
    ]);
  });

  test('that cannot be kept leave their description', async () => {
    page = openEditor();
    const all = given();
    html(`<p>a</p><p><img alt="A bar" src="data:image/png;base64,AAAA"></p><p>b</p>`);
    await expect.poll(() => all.length).toBe(1);
    page.editor.update(() => $describePasted(all[0]!.placed[0]!), { discrete: true });
    expect(outline()).toBe('a\n[A bar]\nb');
  });

  test('of a word processor are taken from the rich text beside the page', async () => {
    page = openEditor();
    const all = given();
    paste(page.root, { 'text/html': writer, 'text/plain': 'fallback', 'text/rtf': rtf });
    await expect.poll(() => all.length).toBe(1);
    const image = await createImageBitmap(all[0]!.placed[0]!.file);
    expect([all[0]!.leftOut, image.width, image.height]).toEqual([0, 8, 4]);
  });

  test('elsewhere are not fetched: what describes them is left, what only counts readers goes', async () => {
    page = openEditor();
    const all = given();
    html(
      `<p>a <img src="https://example.org/map.png" alt="The map"> b<img src="https://example.org/t.gif" width=1 height=1 alt="t">
      <img src="https://example.org/e.png" alt="🙂"><img src="file:///c/x.png"><img src="x.png" width=16></p>`,
    );
    await expect.poll(() => all.length).toBe(1);
    expect(outline()).toBe('a [The map] b 🙂');
    expect(all[0]).toEqual({ placed: [], leftOut: 2 });
    expect(
      performance.getEntriesByType('resource').filter(({ name }) => name.includes('example.org')),
    ).toEqual([]);
  });
});

/** All text in the document. */
function outlineWords(): string {
  return [...JSON.stringify(page.blocks()).matchAll(/"text":("(?:[^"\\]|\\.)*")/gu)]
    .map(([, text]) => JSON.parse(text!) as string)
    .join('')
    .replaceAll(/[“”‘’（）[\]]/gu, '');
}

/**
 * What a reader sees of a page, but for what is left out on purpose: the numbers of notes and the links back from
 * them, drawn bullets and numbers of lists, remarks and what was deleted, the table of contents, hidden words, and
 * what one presses or fills in. Descriptions of pictures that cannot come along stand for them.
 */
const LEFT_OUT = [
  '[style*="mso-list:Ignore"]:not(h2 *), [class*=FootnoteReference], [class*=EndnoteReference]',
  '.sdfootnoteanc, .sdendnoteanc, .sdfootnotesym, .sdendnotesym, sup > a[href*="#ftnt"], a[id=ftnt1]',
  'a[href*="#fn"], sup > a[href*="#cite_"], .mw-cite-backlink',
  '.msocomanchor, .msocomtxt, .msocomoff, a[href="#cmnt1"], div:has(> p > a[href="#cmnt_ref1"]), .msoDel, .MsoToc1',
  '[style*="display:none"], [style*="display: none"], button, select, input, style, script, title',
].join(',');

function seenWords(source: string, name: string): string {
  const { body } = new DOMParser().parseFromString(source, 'text/html');
  for (const part of body.querySelectorAll(LEFT_OUT)) part.remove();
  for (const image of body.querySelectorAll('img:not([aria-roledescription]):not([width="1"])'))
    image.replaceWith(image.getAttribute('alt') ?? '');
  // The note that is cited twice becomes two.
  const doubled = name === 'wiki-notes' ? body.querySelector('.reference-text')!.textContent : '';
  return (body.textContent + doubled).replaceAll(/[“”‘’]/gu, '');
}

/** The characters without white space, in no order: notes, and what parts a list, stand elsewhere. */
function wordsOf(text: string): string {
  return text
    .replaceAll(/[\s\u00AD\u200B\0]+/gu, '')
    .split('')
    .toSorted()
    .join('');
}
