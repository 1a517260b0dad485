/** A defect in the midst of an edit: the words stay, the editor goes on, and what is stored is what is shown. */
import { changesDocument } from '#editor/document/replaced.ts';
import { $insertCitation } from '#editor/insert.ts';
import { CitationNode } from '#editor/citation/CitationNode.ts';
import { $getRoot, TextNode, UNDO_COMMAND } from 'lexical';
import { afterEach, expect, test, vi } from 'vitest';
import { input } from './composing.ts';
import { citation, type EditorPage, openEditor, paragraph, press, type, words } from './editorPage.ts';

let page: EditorPage;
const failures: string[] = [];
const note = (error: Error): void => void failures.push(error.message);
afterEach(() => {
  vi.restoreAllMocks();
  page.close();
  failures.length = 0;
});

const defect = (): never => {
  throw new Error('A defect.');
};

test('what it had done is taken back, and nothing of it is stored', async () => {
  page = openEditor([paragraph('Kept ', citation(3)), paragraph('words.')], note);
  const before = page.stored();
  page.editor.update(
    () => {
      $getRoot().clear();
      defect();
    },
    { discrete: true },
  );
  expect(failures).toEqual(['A defect.']);
  expect(page.stored()).toEqual(before);
  expect(page.root.textContent).toContain('words.');

  await press('Control+End');
  await type(' More');
  expect(page.text()).toContain('words. More');
  expect(page.root.textContent).toContain('words. More');
  page.editor.dispatchCommand(UNDO_COMMAND, undefined);
  await expect.poll(() => page.stored()).toEqual(before);
});

test('what follows from a key is taken back with it, and the next key is written', async () => {
  page = openEditor([paragraph('Words')], note);
  let isBroken = false;
  page.editor.registerNodeTransform(TextNode, (node) => {
    if (!isBroken) return;
    node.setTextContent('');
    defect();
  });
  isBroken = true;
  await type('a');
  await expect.poll(() => failures).toEqual(['A defect.']);
  expect(page.text()).toBe('Words');
  expect(page.root.textContent).toBe('Words');
  isBroken = false;
  await type('b');
  expect(page.text()).toBe('Wordsb');
  expect(page.root.textContent).toBe('Wordsb');
});

test('what cannot be drawn once is drawn anew', async () => {
  page = openEditor([paragraph('Words ')], note);
  expect(page.text()).toBe(words(page.stored().root));
  const changes: boolean[] = [];
  page.editor.registerUpdateListener((update) => void changes.push(changesDocument(update, page.editor)));
  page.editor.setRootElement(null);
  page.editor.setRootElement(page.root);
  expect(changes, 'in another element it is what it was').not.toContain(true);
  vi.spyOn(CitationNode.prototype, 'createDOM').mockImplementationOnce(defect);
  page.editor.update(() => $insertCitation({ articleId: 4 }, true), { discrete: true });
  expect(failures).toEqual(['A defect.']);
  expect(changes, 'so that it is saved').toContain(true);
  expect(page.root.querySelectorAll('.citation')).toHaveLength(1);
  expect(page.blocks()[0]!.children, 'what is kept of each block').toHaveLength(2);
  await type('and more');
  expect(page.root.textContent).toContain('and more');
  expect(page.stored().root).toEqual(openedAgain().root);
});

/** The document as an editor has it that is opened with what this one stores. */
function openedAgain() {
  const other = openEditor(page.blocks());
  try {
    return other.stored();
  } finally {
    other.close();
  }
}

test('while an input method composes, what is shown stays what is stored, and it composes again', async () => {
  page = openEditor([paragraph('Words ')], note);
  let isBroken = false;
  page.editor.registerNodeTransform(TextNode, () => void (isBroken && defect()));
  isBroken = true;
  await input(['ㅎ', '한', '!한']);
  isBroken = false;
  expect(failures).not.toEqual([]);
  await input(['ㄱ', '글', '!글']);
  expect(page.text()).toMatch(/^Words .*글$/u);
  expect(page.root.textContent).toBe(page.text());
});
