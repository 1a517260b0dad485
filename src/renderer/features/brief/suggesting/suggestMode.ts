/** Whether what is written in a brief becomes a suggestion: chosen for each brief, kept with the preferences. */
import { setSuggesting } from '#editor/suggest/mode.ts';
import { type Settings, setSetting, settings } from '../../../app/settings.ts';
import { notify } from '../../../ui/toasts.ts';
import { withAuthor } from '../comments/authorAsked.ts';
import type { BriefSession } from '../session.ts';

export function isSuggesting({ suggestIn, authorName }: Settings, briefId: number): boolean {
  return authorName !== '' && suggestIn.includes(briefId);
}

/** Keeps the editor as the preferences say; returns the function that ends it. */
export function followSuggesting({ brief, editor }: BriefSession): () => void {
  const follow = (): void => {
    const now = settings.get();
    setSuggesting(editor, isSuggesting(now, brief.id) ? now.authorName : null);
  };
  follow();
  const stop = settings.subscribe(follow);
  return () => {
    stop();
    setSuggesting(editor, null);
  };
}

let isExplained = false;

export function toggleSuggesting({ brief, editor }: BriefSession): void {
  const now = settings.get();
  const others = now.suggestIn.filter((id) => id !== brief.id);
  if (isSuggesting(now, brief.id)) {
    setSetting('suggestIn', others);
    editor.focus();
    return;
  }
  withAuthor(() => {
    setSetting('suggestIn', [...others, brief.id]);
    editor.focus();
    if (isExplained) return;
    isExplained = true;
    notify({
      title: 'What you write is a suggestion now',
      description:
        'The look of text, kinds of blocks and settings of tables and pictures still change at once.',
    });
  });
}
