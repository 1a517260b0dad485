import type { LexicalEditor } from 'lexical';
import { settings } from '../../../app/settings.ts';
import { useStore } from '../../../app/store.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { closePanel, currentPanel, openPanel } from './panelState.ts';
import { SIDE_PANEL } from './sidePanelId.ts';
import styles from './sidePanel.module.css';

/** At the end of the toolbar: opens the panel that was open last, and closes it. */
export function PanelToggle({ editor }: { editor: LexicalEditor }) {
  const open = useStore(settings, ({ showBriefPanel }) => showBriefPanel);
  const { id, title, icon, shortcut } = useStore(settings, currentPanel);
  return (
    <div className={styles.toggle}>
      <IconButton
        icon={icon}
        label={`${title} beside the text`}
        shortcut={shortcut}
        aria-expanded={open}
        aria-controls={open ? SIDE_PANEL : undefined}
        onClick={() => (open ? closePanel(editor) : openPanel(id, false))}
      />
    </div>
  );
}
