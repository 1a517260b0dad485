/** Random sequences of commands in suggesting mode: what stood before comes back, and what was written is what the commands write. */
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { documentAst } from '#domain/document/fromStored.ts';
import type { StoredNode } from '#domain/document/stored.ts';
import { acceptedRoot, rejectedRoot } from '#domain/document/suggestions/settle.ts';
import { signature } from '#domain/document/suggestions/signature.ts';
import { settleChanges } from '#editor/suggest/actions.ts';
import { setSuggesting } from '#editor/suggest/mode.ts';
import { getExtensionDependencyFromEditor } from '@lexical/extension';
import { HistoryExtension } from '@lexical/history';
import { REDO_COMMAND, UNDO_COMMAND } from 'lexical';
import { comparable, flush, plain, select, type Step, step, Steps, unlessGivenUp } from './commandSteps.ts';
import { draws } from './draws.ts';
import {
  citation,
  documentOf,
  type EditorPage,
  heading,
  list,
  openEditor,
  paragraph,
  snippet,
  text,
} from './editorPage.ts';

const DRAWS = draws(60);

/** Commands that change the looks of text or the kinds of blocks, which is no suggestion. */
const AT_ONCE = new Set([
  'bold',
  'indent',
  'outdent',
  'callout',
  'caption',
  'table with a caption',
  'paraphrase',
  'comment',
  'other comment',
  'uncomment',
]);
const tracked = plain.filter(({ name }) => !AT_ONCE.has(name));

const selected = fc
  .tuple(fc.nat(400), fc.nat(400), fc.boolean())
  .map(([first, second, isCollapsed]) => select(first, second, isCollapsed));

function start(): StoredNode[] {
  return [
    paragraph('First words, ', citation(3), ' and more.'),
    heading(1, 'Title of it'),
    list('bullet', 'one item', 'another item'),
    snippet(4, 7, paragraph(text('Their words.'))),
    paragraph('Second, ', text('longer', 1), ' words 😀.'),
    { type: 'of-another-time', version: 1 },
    paragraph(),
    paragraph('Last.'),
  ];
}

const open = (): EditorPage => openEditor(start(), unlessGivenUp);

function run(page: EditorPage, list: readonly Step[], each?: () => void): void {
  for (const { run: act } of list) {
    act(page.editor);
    flush(page.editor);
    each?.();
  }
}

const says = (root: StoredNode): string => signature(bodyOf(root)).replaceAll(/"id":"[0-9a-f]{16}"/gu, '');
/** Without blocks that hold nothing: an empty caption goes with its table. */
const worded = (signs: string): string => signs.split('\u0001').filter(Boolean).join('\u0001');
const bodyOf = ({ children = [] }: StoredNode): StoredNode[] =>
  children.filter(({ type }) => type !== 'footnotes');

test('rejecting all gives the words that were there, after any sequence of commands', () => {
  const many = fc.array(step, { maxLength: 30 }).map((steps) => new Steps(steps));
  fc.assert(
    fc.property(many, ({ list: steps }) => {
      const page = open();
      try {
        const before = says(page.stored().root);
        setSuggesting(page.editor, 'Ada');
        run(page, steps, () => expect(says(rejectedRoot(page.stored().root))).toBe(before));
        const end = page.stored();
        expect(() => documentAst(end)).not.toThrow();
        settleChanges(page.editor, 'reject', 'all');
        expect(worded(says(page.stored().root)), 'rejected in the editor').toBe(worded(before));
      } finally {
        page.close();
      }
    }),
    DRAWS,
  );
}, 120_000);

test('rejecting all gives exactly the document that was there; all is undone, redone and accepted', () => {
  const one = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...tracked) },
    { weight: 2, arbitrary: selected },
  );
  const many = fc.array(one, { maxLength: 25 }).map((steps) => new Steps(steps));
  fc.assert(
    fc.property(many, ({ list: steps }) => {
      const page = open();
      const { editor } = page;
      try {
        const before = exact(page.stored().root);
        setSuggesting(editor, 'Ada');
        run(page, steps);
        const end = page.stored();
        expect(exact(rejectedRoot(end.root)), 'rejected').toEqual(before);
        const { canUndo, canRedo } = getExtensionDependencyFromEditor(editor, HistoryExtension).output;
        for (let turn = 0; canUndo.peek() && turn < 200; turn += 1) {
          editor.dispatchCommand(UNDO_COMMAND, undefined);
          flush(editor);
        }
        expect(exact(page.stored().root), 'undone').toEqual(before);
        for (let turn = 0; canRedo.peek() && turn < 200; turn += 1) {
          editor.dispatchCommand(REDO_COMMAND, undefined);
          flush(editor);
        }
        expect(undrawn(page.stored().root), 'redone').toEqual(undrawn(end.root));
        settleChanges(editor, 'accept', 'all');
        expect(says(page.stored().root), 'accepted').toBe(says(acceptedRoot(end.root)));
      } finally {
        page.close();
      }
    }),
    DRAWS,
  );
}, 120_000);

test('accepting gives what a command gives without suggesting', () => {
  const act = fc.oneof(fc.constantFrom(...plain), step);
  fc.assert(
    fc.property(
      fc.tuple(selected, act).map((steps) => new Steps(steps)),
      ({ list: steps }) => {
        const suggesting = open();
        const writing = open();
        try {
          setSuggesting(suggesting.editor, 'Ada');
          run(writing, steps);
          run(suggesting, steps);
          expect(says(acceptedRoot(suggesting.stored().root))).toBe(says(writing.stored().root));
          expect(suggesting.text().replaceAll('\n', '')).toBe(writing.text().replaceAll('\n', ''));
        } finally {
          suggesting.close();
          writing.close();
        }
      },
    ),
    DRAWS,
  );
}, 120_000);

/** Without the formats of elements, which are those of the texts in them when they were drawn last. */
function undrawn(root: StoredNode): StoredNode {
  const bare = ({ textFormat: _format, ...node }: StoredNode): StoredNode => ({
    ...node,
    ...(node.children !== undefined && { children: node.children.map(bare) }),
  });
  return bare(comparable({ ...documentOf([]), root }));
}

/** Without what follows from the place of a node, and the ids of blocks and notes. */
function exact(root: StoredNode): StoredNode {
  const bare = ({
    value: _value,
    textFormat: _format,
    textStyle: _style,
    direction: _direction,
    ...node
  }: StoredNode): StoredNode => ({
    ...node,
    ...(node.children !== undefined && { children: node.children.map(bare) }),
  });
  return bare(comparable({ ...documentOf([]), root }));
}
