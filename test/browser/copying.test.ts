import { afterEach, describe, expect, test } from 'vitest';
import { setCitationViews } from '#editor/citation/view.ts';
import { setLibrary } from '#editor/clipboard/library.ts';
import { setFootnoteNumbers } from '#editor/footnote/view.ts';
import { setQuoteSources } from '#editor/snippet/attribution.ts';
import {
  citation,
  type EditorPage,
  openEditor,
  paragraph,
  paste,
  press,
  snippet,
  text,
} from './editorPage.ts';

const pages: EditorPage[] = [];
afterEach(() => {
  for (const page of pages.splice(0)) page.close();
});

function open(blocks: Parameters<typeof openEditor>[0], library = 'a'): EditorPage {
  const page = openEditor(blocks);
  setLibrary(page.editor, library);
  pages.push(page);
  return page;
}

/** Labels as a style of notes, or one for running text, makes them. */
function label({ editor, root }: EditorPage, styleClass: 'note' | 'in-text'): void {
  const keys = [...root.querySelectorAll('[data-cite-key]')].map((mark) =>
    mark.getAttribute('data-cite-key')!,
  );
  const rich = [{ text: 'Kim, ' }, { text: 'On Rest', marks: ['italic' as const] }, { text: ', 7.' }];
  const inText = [{ text: '(Kim, 2019, p. 7)' }];
  setCitationViews(
    editor,
    new Map(
      keys.map((key, index) => [
        key,
        styleClass === 'note'
          ? { label: String(index + 1), note: true, description: 'Kim, On Rest, 7.', rich }
          : { label: inText[0]!.text, note: false, description: inText[0]!.text, rich: inText },
      ]),
    ),
  );
  setQuoteSources(editor, { names: new Map([[1, 'Kim, On Rest, 2019']]), words: new Map() });
}

async function copyAll({ root }: EditorPage): Promise<Record<string, string>> {
  await press('Control+a');
  const clipboardData = new DataTransfer();
  root.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
  return Object.fromEntries(clipboardData.types.map((type) => [type, clipboardData.getData(type)]));
}

describe('copied to other programs', () => {
  test('citations in the text are text, with the space before them', async () => {
    const page = open([
      paragraph('A claim', citation(1), '. ', text('Bold', 1), ' end.'),
      paragraph('Next.'),
    ]);
    label(page, 'in-text');
    const copied = await copyAll(page);
    expect(copied['text/plain']).toBe('A claim (Kim, 2019, p. 7). Bold end.\n\nNext.');
    const { body } = new DOMParser().parseFromString(copied['text/html']!, 'text/html');
    expect(body.querySelector('p')!.textContent).toBe('A claim (Kim, 2019, p. 7). Bold end.');
    expect(body.querySelector('[mso-element], hr')).toBeNull();
  });

  test('notes are footnotes for Word, and linked notes for others', async () => {
    const page = open([
      paragraph('A claim', citation(1), ' and more', citation(2), '.'),
      snippet(1, 7, paragraph('Quoted words.')),
    ]);
    label(page, 'note');
    const copied = await copyAll(page);
    const html = copied['text/html']!;
    expect(html).toContain('mso-footnote-id:ftn1');
    expect(html).toContain('<![if !supportFootnotes]>1<![endif]>');
    const { body } = new DOMParser().parseFromString(html, 'text/html');
    for (const number of ['1', '2', '3']) {
      const mark = body.querySelector(`a[name=_ftnref${number}]`)!;
      expect(mark.getAttribute('href')).toBe(`#_ftn${number}`);
      const note = body.querySelector(`[style*="mso-element:footnote"] a[name=_ftn${number}]`)!;
      expect(note.getAttribute('href')).toBe(`#_ftnref${number}`);
      expect(note.closest('div')!.id).toBe(`ftn${number}`);
      expect(note.parentElement!.querySelector('i')!.textContent).toBe('On Rest');
    }
    expect(copied['text/plain']).toBe(
      [
        'A claim[1] and more[2].',
        'Quoted words.',
        '— Kim, On Rest, 2019[3]',
        '[1] Kim, On Rest, 7.',
        '[2] Kim, On Rest, 7.',
        '[3] Kim, On Rest, 7.',
      ].join('\n\n'),
    );
  });

  test('footnotes of the author’s own go along', async () => {
    const page = open([
      paragraph('A claim', { type: 'footnoteReference', version: 1, id: 'x' }, '.'),
      {
        type: 'footnotes',
        version: 1,
        children: [{ type: 'footnoteDefinition', version: 1, id: 'x', children: [paragraph('An aside.')] }],
      },
    ]);
    setFootnoteNumbers(page.editor, new Map([['x', 4]]));
    const copied = await copyAll(page);
    expect(copied['text/plain']).toContain('A claim[4].');
    expect(copied['text/plain']).toContain('[4] An aside.');
    expect(copied['text/html']).toContain('mso-footnote-id:ftn4');
  });

  test('footnotes of the author’s own keep italics, links and the space before a citation', async () => {
    const page = open([
      paragraph('A claim', { type: 'footnoteReference', version: 1, id: 'x' }, '.'),
      {
        type: 'footnotes',
        version: 1,
        children: [
          {
            type: 'footnoteDefinition',
            version: 1,
            id: 'x',
            children: [
              paragraph('See ', text('On Rest', 2), ', ', text('now', 3), text('2', 64), citation(1), '.'),
              paragraph(text('Underlined', 8)),
            ],
          },
        ],
      },
    ]);
    setFootnoteNumbers(page.editor, new Map([['x', 4]]));
    const key = page.root.querySelector('[data-cite-key]')!.getAttribute('data-cite-key')!;
    const rich = [{ text: '(Kim, ' }, { text: 'Hours', marks: ['italic' as const] }, { text: ')' }];
    setCitationViews(
      page.editor,
      new Map([[key, { label: '(Kim, Hours)', note: false, description: '(Kim, Hours)', rich }]]),
    );
    const mark = page.root.querySelector('.citation')!;
    expect(mark.innerHTML).toBe('(Kim, <i>Hours</i>)');
    const copied = await copyAll(page);
    const { body } = new DOMParser().parseFromString(copied['text/html']!, 'text/html');
    const note = body.querySelector('[style*="mso-element:footnote"] p')!;
    const marked = (tag: string): (string | null)[] =>
      [...note.querySelectorAll(tag)].map((element) => element.textContent);
    expect(note.textContent).toContain('See On Rest, now2 (Kim, Hours). Underlined');
    expect(marked('i')).toEqual(['On Rest', 'now', 'Hours']);
    expect(marked('b')).toEqual(['now']);
    expect(marked('sup')).toContain('2');
    expect(marked('u')).toEqual(['Underlined']);
    expect(copied['text/plain']).toContain('[4] See On Rest, now2 (Kim, Hours). Underlined');
  });

  test('lists and tables keep their shape in plain text', async () => {
    const item = (words: string) => ({ type: 'listitem', version: 1, value: 1, children: [text(words)] });
    const page = open([
      {
        type: 'list',
        version: 1,
        listType: 'number',
        start: 3,
        tag: 'ol',
        children: [item('one'), item('two')],
      },
      paragraph('End'),
    ]);
    expect((await copyAll(page))['text/plain']).toBe('3. one\n4. two\n\nEnd');
  });
});

describe('copied to another brief', () => {
  const cited = () => [
    paragraph('A claim', { ...citation(1), items: [{ articleId: 1, snippetId: 7, locator: '7' }] }, '.'),
    snippet(1, 7, paragraph('Quoted words.')),
    paragraph('End'),
  ];

  test('of the same library, citations and quotes stay what they are', async () => {
    const from = open(cited());
    label(from, 'note');
    const copied = await copyAll(from);
    const to = open([paragraph()]);
    paste(to.root, copied);
    expect(to.blocks()[0]!.children![1]).toMatchObject({
      type: 'citation',
      items: [{ articleId: 1, snippetId: 7, locator: '7' }],
    });
    expect(to.blocks()[1]).toMatchObject({ type: 'snippet', items: [{ articleId: 1, snippetId: 7 }] });
  });

  test.each([
    ['note', 'A claim (Kim, On Rest, 7).'],
    ['in-text', 'A claim (Kim, 2019, p. 7).'],
  ] as const)('of another library, they are words: %s', async (styleClass, words) => {
    const from = open(cited());
    label(from, styleClass);
    const copied = await copyAll(from);
    const to = open([paragraph()], 'b');
    paste(to.root, copied);
    expect(JSON.stringify(to.blocks())).not.toContain('articleId');
    expect(to.text()).toContain(words);
    expect(to.text()).toContain('Quoted words.\n— Kim, On Rest, 2019');
    const italics = to.blocks()[0]!.children!.filter((node) => node['format'] === 2);
    expect(italics.map((node) => node['text'])).toEqual(styleClass === 'note' ? ['On Rest'] : []);
  });
});
