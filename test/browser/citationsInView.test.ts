import { afterEach, expect, test, vi } from 'vitest';
import { type CitationsInView, followCitationsInView } from '#editor/citation/inView.ts';
import { citationAt, CITATIONS } from '#editor/citation/view.ts';
import { $insertCitation } from '#editor/insert.ts';
import { $getRoot } from 'lexical';
import { citation, type EditorPage, openEditor, paragraph } from './editorPage.ts';

let page: EditorPage;
let inView: CitationsInView;
let scroller: HTMLElement;

afterEach(() => {
  inView.stop();
  page.close();
  scroller.remove();
});

/** Paragraphs of half a window each, with a citation in each. */
function openLong(count: number): void {
  page = openEditor(
    Array.from({ length: count }, (_unused, at) => paragraph(`Words ${at} `, citation(at + 1))),
  );
  scroller = document.createElement('div');
  scroller.style.cssText = 'position:fixed;inset:0;overflow:auto';
  document.body.append(scroller);
  scroller.append(page.root);
  page.root.style.padding = '0';
  for (const block of page.root.children as HTMLCollectionOf<HTMLElement>)
    block.style.cssText = 'height:50vh;margin:0';
  scroller.scrollTop = 0;
  inView = followCitationsInView(page.editor);
}

/** The places of the paragraphs whose citations are in view. */
const shown = (): number[] => {
  const keys = inView.keys();
  const marks = [...page.root.querySelectorAll(CITATIONS)];
  return marks.flatMap((mark, at) => (keys.includes(citationAt(mark)!.key) ? [at] : []));
};

test('are those of the blocks in view, also after the text was scrolled', async () => {
  openLong(12);
  expect(shown()).toContain(0);
  expect(shown()).not.toContain(4);
  scroller.scrollTop = innerHeight * 3;
  await expect.poll(shown).toContain(6);
  expect(shown()).not.toContain(0);
  expect(shown()).not.toContain(10);
});

test('hold one that was just put in, without a look at where the blocks stand', async () => {
  openLong(12);
  const looks = vi.spyOn(Element.prototype, 'getBoundingClientRect');
  const before = inView.keys();
  expect(looks).toHaveBeenCalled();
  looks.mockClear();
  page.editor.update(
    () => {
      $getRoot().getFirstChildOrThrow().selectStart();
      $insertCitation({ articleId: 9 }, false);
    },
    { discrete: true },
  );
  looks.mockClear();
  const after = inView.keys();
  expect(looks).not.toHaveBeenCalled();
  looks.mockRestore();
  expect(after).toHaveLength(before.length + 1);
});

test('are looked for anew where the first block in view is gone', () => {
  openLong(12);
  const [first] = inView.keys();
  page.editor.update(() => $getRoot().getFirstChildOrThrow().remove(), { discrete: true });
  expect(inView.keys()).not.toContain(first);
  expect(inView.keys()).not.toHaveLength(0);
});
