/** Random sequences of what an analyst does: the document stays whole, is stored as it is, and can be undone and redone. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createBriefEditor } from '#editor/briefEditor.ts';
import { documentAst } from '#domain/document/fromStored.ts';
import { DOC_VERSION, type StoredDocument, type StoredNode } from '#domain/document/stored.ts';
import { serialiseDocument } from '#editor/document/BlocksExtension.ts';
import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { type EditorPage, openEditor, paragraph, withoutBlockIds } from './editorPage.ts';
import { $selectionStands, comparable, flush, step, Steps, unlessGivenUp } from './commandSteps.ts';
import { draws } from './draws.ts';

const steps = fc.array(step, { maxLength: 40 }).map((list) => new Steps(list));

test('any sequence of commands keeps the document whole, and is undone and redone', () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(steps, ({ list }) => {
      const page = openEditor([paragraph('First words.'), paragraph('Second, longer words.')], unlessGivenUp);
      const { editor } = page;
      try {
        const start = comparable(page.stored());
        for (const { run } of list) {
          run(editor);
          flush(editor);
        }
        const end = page.stored();
        for (const type of typesIn(end.root)) seen.add(type);

        expect(comparable(reloaded(end)), 'reloads equal').toEqual(comparable(end));
        expect(() => documentAst(end)).not.toThrow();
        expect(editor.read($selectionStands), 'the selection stands').toBe(true);
        const { canUndo, canRedo } = getExtensionDependencyFromEditor(editor, HistoryExtension).output;
        for (let turn = 0; canUndo.peek() && turn < 200; turn += 1) {
          editor.dispatchCommand(UNDO_COMMAND, undefined);
          flush(editor);
          expect(page.stored(), 'nothing is kept that is out of date').toEqual(fresh(page));
        }
        expect(comparable(page.stored()), 'undone').toEqual(start);
        for (let turn = 0; canRedo.peek() && turn < 200; turn += 1) {
          editor.dispatchCommand(REDO_COMMAND, undefined);
          flush(editor);
          expect(page.stored(), 'nothing is kept that is out of date').toEqual(fresh(page));
        }
        expect(comparable(page.stored()), 'redone').toEqual(comparable(end));
      } finally {
        page.close();
      }
    }),
    draws(150),
  );
  // The sequences get somewhere.
  const reached = 'heading list code quote snippet citation footnotes table callout pageBreak field caption';
  expect([...seen]).toEqual(expect.arrayContaining(reached.split(' ')));
}, 120_000);

/** As `stored` gives it, read from the document as a whole. */
function fresh({ editor }: EditorPage): StoredDocument {
  const root = editor.getEditorState().toJSON().root as StoredNode;
  return withoutBlockIds({ docVersion: DOC_VERSION, root });
}

function typesIn(node: StoredNode): string[] {
  return [node.type, ...(node.children ?? []).flatMap(typesIn)];
}

function reloaded(document: StoredDocument): StoredDocument {
  const editor = createBriefEditor(document);
  try {
    return serialiseDocument(editor);
  } finally {
    editor.dispose();
  }
}
