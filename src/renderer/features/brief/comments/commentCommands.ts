/** Commands for comments, for the palette, shortcuts and the toolbars. */
import { threadsAtCaret } from '#editor/comments/actions.ts';
import { threadPlaces } from '#editor/comments/places.ts';
import { $getSelection, type LexicalEditor } from 'lexical';
import type { Command } from '../../../app/commands.ts';
import { showDialog } from '../../../app/workspace.ts';
import { notify } from '../../../ui/toasts.ts';
import { openPanel } from '../panels/panelState.ts';
import type { BriefSession } from '../session.ts';
import { withAuthor } from './authorAsked.ts';
import type { BriefComments } from './briefComments.ts';
import { COMMENT_SHORTCUT, NEXT_SHORTCUT, PREVIOUS_SHORTCUT } from './commentShortcuts.ts';
import { composerAsked, filter, passes, replyAsked } from './commentsPanelState.ts';

export function commentCommands({ comments, editor }: BriefSession, isHere: () => boolean): Command[] {
  const atCaret = (): string | undefined => threadsAtCaret(editor).at(-1);
  return [
    {
      id: 'comment.add',
      title: 'Comment',
      group: 'Insert',
      shortcut: COMMENT_SHORTCUT,
      run: () => comment(comments, editor),
      enabled: () => isHere() || comments.draft.get() !== null,
    },
    {
      id: 'comment.next',
      title: 'Next comment',
      group: 'Edit',
      shortcut: NEXT_SHORTCUT,
      run: () => step(comments, editor, 1),
      enabled: () => true,
    },
    {
      id: 'comment.previous',
      title: 'Previous comment',
      group: 'Edit',
      shortcut: PREVIOUS_SHORTCUT,
      run: () => step(comments, editor, -1),
      enabled: () => true,
    },
    {
      id: 'comment.resolve',
      title: 'Resolve the comment at the caret',
      group: 'Edit',
      shortcut: 'Mod+Alt+Shift+M',
      run: () => {
        const threadId = atCaret();
        if (threadId !== undefined) withAuthor((author) => comments.resolve(threadId, true, author));
      },
      enabled: () => isHere() && atCaret() !== undefined,
    },
    {
      id: 'comment.name',
      title: 'Your name for comments…',
      group: 'Brief',
      run: () => showDialog('authorName'),
      enabled: () => true,
    },
  ];
}

/** Comments on what is selected; with the caret alone in a comment, moves to that to answer it. */
function comment(comments: BriefComments, editor: LexicalEditor): void {
  const thread = comments.draft.get() === null && isCaret(editor) ? threadsAtCaret(editor).at(-1) : undefined;
  if (thread !== undefined) {
    comments.current.set(thread);
    openPanel('comments', false);
    replyAsked.set(thread);
  } else if (comments.begin()) {
    openPanel('comments', false);
    composerAsked.set((before) => before + 1);
  } else notify({ title: 'Select the words to comment on.' });
}

function isCaret(editor: LexicalEditor): boolean {
  return editor.read(() => $getSelection()?.isCollapsed() === true);
}

/** Goes to the next thread that the panel shows or would show, and around at the end. */
function step(comments: BriefComments, editor: LexicalEditor, by: 1 | -1): void {
  const threads = comments.threads.state.get().threads ?? [];
  const shown = new Set(threads.filter((thread) => passes(filter.get(), thread)).map(({ id }) => id));
  const order = [...threadPlaces(editor).keys()].filter((id) => shown.has(id));
  if (order.length === 0) return void notify({ title: 'There is no comment to go to.' });
  const current = comments.current.get();
  const at = current === null ? -1 : order.indexOf(current);
  const next = at >= 0 ? at + by : placeOfCaret(editor, order, by);
  openPanel('comments', false);
  comments.goTo(order[(next + order.length) % order.length]!);
}

/** The first thread behind the caret, or the last one before it. */
function placeOfCaret(editor: LexicalEditor, order: readonly string[], by: 1 | -1): number {
  const caret = document.getSelection()?.anchorNode ?? null;
  const root = editor.getRootElement();
  if (caret === null || root?.contains(caret) !== true) return by === 1 ? 0 : order.length - 1;
  const places = threadPlaces(editor);
  const behind = order.findIndex((id) => {
    const [first] = places.get(id)!.elements;
    return (caret.compareDocumentPosition(first!) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  });
  const next = behind < 0 ? order.length : behind;
  return by === 1 ? next : next - 1;
}
