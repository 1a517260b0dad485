import type { LexicalEditor } from 'lexical';
import { Minimize2, Settings2 } from 'lucide-react';
import { type RefObject, useEffect } from 'react';
import { leaveFocusMode } from '../../../app/focusMode.ts';
import { type Emphasis, setSetting, settings } from '../../../app/settings.ts';
import { useStore } from '../../../app/store.ts';
import { workspace } from '../../../app/workspace.ts';
import { AppMenu, MenuChecks, MenuChoice, MenuDivider } from '../../../ui/AppMenu.tsx';
import { IconButton } from '../../../ui/Button.tsx';
import { useEmphasis } from './useEmphasis.ts';
import { useTypewriter } from './useTypewriter.ts';
import styles from './focus.module.css';

interface FocusControlsProps {
  editor: LexicalEditor;
  language: string;
  /** What scrolls the text. */
  scroller: RefObject<HTMLElement | null>;
}

const EMPHASES: { value: Emphasis; label: string }[] = [
  { value: 'paragraph', label: 'Paragraph' },
  { value: 'sentence', label: 'Sentence' },
  { value: 'none', label: 'Nothing' },
];
const SCROLLING = [{ value: 'typewriter', label: 'Keep the line at one height' }] as const;

/** While only the text is shown: what stands out in it, and the way back. */
export function FocusControls({ editor, language, scroller }: FocusControlsProps) {
  const emphasis = useStore(settings, ({ focusEmphasis }) => focusEmphasis);
  const typewriter = useStore(settings, (value) => value.typewriter);
  useEmphasis(editor, emphasis, language);
  useTypewriter(editor, scroller, typewriter);
  useEffect(() => leaveOnEscape(), []);
  return (
    <div className={styles.controls} role="toolbar" aria-label="Focus mode">
      <AppMenu align="end" trigger={<IconButton icon={Settings2} label="Options of focus mode" />}>
        <MenuChoice
          label="What stands out"
          value={emphasis}
          choices={EMPHASES}
          onChange={(value) => setSetting('focusEmphasis', value)}
        />
        <MenuDivider />
        <MenuChecks
          label="Typewriter"
          options={SCROLLING}
          checked={typewriter ? ['typewriter'] : []}
          onChange={(checked) => setSetting('typewriter', checked.length > 0)}
        />
      </AppMenu>
      <IconButton
        icon={Minimize2}
        label="Leave focus mode"
        shortcut="Esc"
        onClick={() => {
          leaveFocusMode();
          editor.focus();
        }}
      />
    </div>
  );
}

/** What has its own use for the key, as a menu, a dialog or a footnote, comes first. */
function leaveOnEscape(): () => void {
  let covered = false;
  const look = (): void => {
    covered =
      workspace.get().dialog !== null || document.querySelector('[role=menu], [role=dialog]') !== null;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing || covered) return;
    event.preventDefault();
    leaveFocusMode();
  };
  // By the time that the key comes up to the window, a dialog has closed.
  window.addEventListener('keydown', look, { capture: true });
  window.addEventListener('keydown', onKeyDown);
  return () => {
    window.removeEventListener('keydown', look, { capture: true });
    window.removeEventListener('keydown', onKeyDown);
  };
}
