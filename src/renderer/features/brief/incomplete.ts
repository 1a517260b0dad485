/** Steps through the citations whose sources lack something that is printed. */
import { SHOW_CITATION_COMMAND } from '#editor/citation/CitationExtension.ts';
import type { NodeKey } from 'lexical';
import type { BriefSession } from './session.ts';

const last = new WeakMap<BriefSession, NodeKey>();

/** Brings the one behind the last that was shown into view, and begins anew after the last of all. */
export function showNextIncomplete(session: BriefSession): void {
  const { keys } = session.checks.state.get();
  const before = last.get(session);
  const next = keys[(before === undefined ? -1 : keys.indexOf(before)) + 1] ?? keys[0];
  if (next === undefined) return;
  last.set(session, next);
  const { editor } = session;
  editor.getElementByKey(next)?.scrollIntoView({ block: 'center' });
  editor.dispatchCommand(SHOW_CITATION_COMMAND, next);
}
