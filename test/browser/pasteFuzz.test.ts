/** Whatever a page is made of and wherever it is pasted: no word of it is lost or doubled, and undo takes it back. */
import * as fc from 'fast-check';
import { createBriefEditor } from '#editor/briefEditor.ts';
import { serialiseDocument } from '#editor/document/BlocksExtension.ts';
import { $insertFootnote } from '#editor/footnote/actions.ts';
import { $isTextNode, $getRoot, UNDO_COMMAND } from 'lexical';
import type { StoredNode } from '#domain/document/stored.ts';
import { expect, test } from 'vitest';
import { $selectionStands } from './commandSteps.ts';
import { draws } from './draws.ts';
import {
  caret,
  type EditorPage,
  heading,
  list,
  openEditor,
  paragraph,
  paste,
  snippet,
} from './editorPage.ts';
import { table } from './tablePage.ts';

type Part = string | { open: string; children: Part[] };

const OPEN = `
  p, div, section, h2, blockquote, pre, ul, ol start=3, li, table, tr, td, th colspan=2, td rowspan=3,
  caption, dl, dt, figure, form, center, b, i style="font-weight:normal", span, a href="https://example.org",
  a href="#x" id="y", a href="#y" id="x", sup, q, code, font, o:p, span style="display:block",
  div style="display:inline", p style="page-break-before:always", ins,
  p class=MsoListParagraph style="mso-list:l0 level2 lfo1", p style="mso-list:l1 level1 lfo2",
  p class=MsoToc1, li role=checkbox aria-checked=true, li data-aria-level=2 data-listid=1, details, summary,
  ruby, details, blockquote data-callout=gap, div id="ftn1" style="mso-element:footnote",
  span style="white-space:pre"
`
  .trim()
  .split(/,\s+/u);
const VOID = [
  '<br>',
  '<hr>',
  '<img src="data:,x">',
  '\n',
  '&nbsp;',
  '<!-- c -->',
  '<br style="page-break-before:always">',
];

const part: fc.Arbitrary<Part> = fc.letrec<{ part: Part }>((tie) => ({
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('word', 'word', 'word', ...VOID),
    fc.record({
      open: fc.constantFrom(...OPEN),
      children: fc.array(tie('part'), { maxLength: 5 }),
    }) as fc.Arbitrary<Part>,
  ),
})).part;

/** Each word is another one. */
function htmlOf(parts: readonly Part[]): { html: string; words: string[] } {
  const words: string[] = [];
  const write = (one: Part): string => {
    if (one === 'word') {
      words.push(`w${words.length}x`);
      return ` ${words.at(-1)!} `;
    }
    if (typeof one === 'string') return one;
    return `<${one.open}>${one.children.map(write).join('')}</${one.open.split(' ')[0]!}>`;
  };
  return { html: parts.map(write).join(''), words };
}

const element = { version: 1, direction: null, format: '', indent: 0 };
const PLACES: readonly [blocks: StoredNode[], path: number[]][] = [
  [[paragraph()], [0]],
  [[paragraph('ab')], [0]],
  [[heading(2, 'ab'), paragraph('cd')], [0]],
  [[list('number', 'ab', 'cd')], [0, 1]],
  [[list('bullet', 'ab', list('bullet', 'cd'))], [0, 1, 0, 0]],
  [
    [table([['ab', 'cd']]), paragraph()],
    [0, 0, 1, 0],
  ],
  [
    [{ type: 'callout', ...element, kind: 'gap', confidence: '', children: [paragraph('ab')] }, paragraph()],
    [0, 0],
  ],
  [
    [snippet(1, 7, paragraph('ab')), paragraph('cd')],
    [0, 0],
  ],
  [[{ ...paragraph('ab'), type: 'quote' }, paragraph('cd')], [0]],
];

const wordsIn = (page: EditorPage): string[] =>
  (JSON.stringify(page.blocks()).match(/w\d+x/gu) ?? []).toSorted();

/** What was there before. */
const lettersIn = (page: EditorPage): string =>
  page
    .text()
    .replaceAll(/w\d+x|[^abcd]/gu, '')
    .split('')
    .toSorted()
    .join('');

test('any page, anywhere', () => {
  let failure: unknown = null;
  const note = (event: ErrorEvent): void => void (failure = event.error);
  window.addEventListener('error', note);
  fc.assert(
    fc.property(
      fc.array(part, { minLength: 1, maxLength: 6 }),
      fc.nat(PLACES.length),
      fc.boolean(),
      (parts, place, inside) => {
        const { html, words } = htmlOf(parts);
        const [blocks, path] = PLACES[place] ?? [[paragraph('ab')], [0]];
        const page = openEditor(structuredClone(blocks));
        try {
          caret(page, path, 'end');
          if (PLACES[place] === undefined) page.editor.update($insertFootnote, { discrete: true });
          if (inside)
            page.editor.update(
              () => {
                const text = $getRoot().getAllTextNodes().find($isTextNode);
                if (text !== undefined && PLACES[place] !== undefined) text.select(1, 1);
              },
              { discrete: true },
            );
          const before = page.stored();
          const letters = lettersIn(page);
          failure = null;
          paste(page.root, { 'text/html': html, 'text/plain': words.join(' ') });
          expect(failure).toBeNull();
          expect(page.editor.read($selectionStands), 'the selection stands').toBe(true);
          expect(wordsIn(page)).toEqual(words.toSorted());
          expect(lettersIn(page)).toBe(letters);
          const again = createBriefEditor(serialiseDocument(page.editor));
          expect(serialiseDocument(again)).toEqual(serialiseDocument(page.editor));
          again.dispose();
          // A page without a word may leave nothing to undo.
          if (words.length > 0) page.editor.dispatchCommand(UNDO_COMMAND, undefined);
          expect(words.length > 0 ? page.stored() : before).toEqual(before);
        } finally {
          page.close();
        }
      },
    ),
    draws(100),
  );
  window.removeEventListener('error', note);
});
