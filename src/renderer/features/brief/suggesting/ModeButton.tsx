import { PenLine, PencilLine } from 'lucide-react';
import { settings } from '../../../app/settings.ts';
import { useStore } from '../../../app/store.ts';
import { onMac } from '../../../ui/Keys.tsx';
import { ariaShortcut } from '../../../ui/shortcuts.ts';
import type { BriefSession } from '../session.ts';
import { SUGGEST_SHORTCUT } from './suggestCommands.ts';
import { isSuggesting, toggleSuggesting } from './suggestMode.ts';
import styles from './suggesting.module.css';

/** Says whether what is written is made at once or suggested, and changes it. */
export function ModeButton({ session }: { session: BriefSession }) {
  const on = useStore(settings, (now) => isSuggesting(now, session.brief.id));
  const Icon = on ? PencilLine : PenLine;
  return (
    <button
      type="button"
      className={styles.mode}
      aria-label={on ? 'Suggesting changes' : 'Editing the text'}
      aria-pressed={on}
      aria-keyshortcuts={ariaShortcut(SUGGEST_SHORTCUT, onMac)}
      title={on ? 'What you write is a suggestion' : 'What you write changes the text'}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => toggleSuggesting(session)}
    >
      <Icon size={13} aria-hidden />
      {on ? 'Suggesting' : 'Editing'}
    </button>
  );
}
