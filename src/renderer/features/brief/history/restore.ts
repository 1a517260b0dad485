/** Brings back what stood in an earlier version. Each is one step of undo in the text. */
import type { DocumentChange } from '#domain/compare/documents.ts';
import { removeBlock, restoreBlock, restoreDocument, restoreNote } from '#editor/document/restore.ts';
import { UNDO_COMMAND } from 'lexical';
import { client } from '../../../api/client.ts';
import { notify, notifyError } from '../../../ui/toasts.ts';
import type { BriefSession } from '../session.ts';
import type { Comparison } from './useComparison.ts';

/** What a button at the change would do; null where there is nothing to be done about it alone. */
export function restoreLabel({ change, before, after }: DocumentChange): 'Restore' | 'Take out' | null {
  if (change === null) return null;
  // A note comes and goes with its mark in the text.
  const note = before?.note ?? after?.note ?? null;
  if (before === null) return note === null ? 'Take out' : null;
  return note !== null && after === null ? null : 'Restore';
}

/** `changes` are those between a version and the text as it is now. */
export function restoreChange(
  session: BriefSession,
  { before, changes }: Comparison,
  change: DocumentChange,
): void {
  const { editor } = session;
  try {
    if (change.before === null) removeBlock(editor, change.after!.index);
    else if (change.before.note !== null) restoreNote(editor, before.document, change.before.note);
    else if (change.after !== null)
      restoreBlock(editor, before.document, change.before.index, { at: change.after.index });
    else restoreBlock(editor, before.document, change.before.index, { behind: placeBefore(changes, change) });
  } catch (error) {
    notifyError(error, 'This could not be restored');
  }
}

/** The place in the present text of what the change stands behind; -1 for the beginning. */
function placeBefore(changes: readonly DocumentChange[], change: DocumentChange): number {
  const earlier = changes.slice(0, changes.indexOf(change));
  return earlier.findLast(({ after }) => after !== null && after.note === null)?.after?.index ?? -1;
}

/** Puts the whole text of a version in place; the present one is kept as a version before that. */
export async function restoreAll(session: BriefSession, { before }: Comparison): Promise<boolean> {
  const { editor, brief, autosave } = session;
  try {
    await autosave.flush();
    await client.call('versions.keep', { briefId: brief.id, name: null });
    restoreDocument(editor, before.document);
  } catch (error) {
    notifyError(error, 'The version could not be restored');
    return false;
  }
  notify({
    title: 'The earlier version is in the text again.',
    description: 'What stood there before is kept in the history.',
    action: { label: 'Undo', run: () => void editor.dispatchCommand(UNDO_COMMAND, undefined) },
  });
  return true;
}
