import { Tabs } from '@base-ui/react/tabs';
import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { layoutPanel, PANEL_MIN } from '../../../app/layout.ts';
import { DEFAULT_SETTINGS, setSetting, settings } from '../../../app/settings.ts';
import { useStore } from '../../../app/store.ts';
import { IconButton } from '../../../ui/Button.tsx';
import { classNames } from '../../../ui/classNames.ts';
import { ErrorBoundary } from '../../../ui/ErrorBoundary.tsx';
import { Splitter } from '../../../ui/Splitter.tsx';
import { useWidth } from '../../../ui/useWidth.ts';
import type { BriefSession } from '../session.ts';
import { PANELS } from './panels.ts';
import { closePanel, currentPanel, openPanel, registerPanelCommands, wantsFocus } from './panelState.ts';
import { SIDE_PANEL } from './sidePanelId.ts';
import styles from './sidePanel.module.css';

/** The text, and beside it one panel that is chosen by tabs; in a narrow pane the panel lies over the text. */
export function BesidePanel({ session, children }: { session: BriefSession; children: ReactNode }) {
  const both = useRef<HTMLDivElement>(null);
  const width = useWidth(both, 'text and panel');
  const open = useStore(settings, ({ showBriefPanel }) => showBriefPanel);
  useEffect(() => registerPanelCommands(session.editor), [session]);
  return (
    <div ref={both} className={styles.both}>
      {children}
      {open && <OpenPanel session={session} room={width} />}
    </div>
  );
}

/** `room` is the width that it shares with the text, in CSS pixels. */
function OpenPanel({ session, room }: { session: BriefSession; room: number }) {
  const { editor } = session;
  const { id, title, isWide = false, Panel } = useStore(settings, currentPanel);
  const setting = isWide ? 'widePanelWidth' : 'panelWidth';
  const wish = useStore(settings, (current) => current[setting]);
  const wanted = useStore(wantsFocus);
  const content = useRef<HTMLDivElement>(null);
  const { width, max, floats } = layoutPanel(room, wish, isWide);

  useEffect(() => {
    if (wanted !== id) return;
    wantsFocus.set(null);
    focusWithin(content.current!);
  }, [wanted, id]);

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    // What lies over the text would hide where the focus went.
    if (floats) closePanel(editor);
    else editor.focus();
  };

  return (
    // Escape, of all that is in it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <aside
      id={SIDE_PANEL}
      className={classNames(styles.panel, floats && styles.floating)}
      aria-label={title}
      style={{ width }}
      onKeyDown={onKeyDown}
    >
      <Splitter
        label="Width of the panel beside the text"
        controls={SIDE_PANEL}
        side="right"
        value={width}
        min={PANEL_MIN}
        max={max}
        initial={DEFAULT_SETTINGS[setting]}
        onChange={(next) => setSetting(setting, next)}
      />
      <Tabs.Root className={styles.inner} value={id} onValueChange={(next: string) => openPanel(next, false)}>
        <header className={styles.head}>
          <h2 className={styles.title}>{title}</h2>
          <Tabs.List className={styles.tabs} activateOnFocus aria-label="Panels beside the text">
            {PANELS.map((panel) => (
              <Tabs.Tab
                key={panel.id}
                value={panel.id}
                render={<IconButton icon={panel.icon} label={panel.title} shortcut={panel.shortcut} />}
              />
            ))}
          </Tabs.List>
          <IconButton icon={X} label="Close the panel" onClick={() => closePanel(editor)} />
        </header>
        <Tabs.Panel key={id} ref={content} value={id} className={styles.content}>
          <ErrorBoundary name={title}>
            <Panel session={session} />
          </ErrorBoundary>
        </Tabs.Panel>
      </Tabs.Root>
    </aside>
  );
}

/** Also where the element that is to have the focus is not there yet, as long as the focus waits for it. */
function focusWithin(content: HTMLElement): void {
  content.focus({ preventScroll: true });
  const focus = (): boolean => {
    content.querySelector<HTMLElement>('[data-panel-focus]')?.focus({ preventScroll: true });
    return document.activeElement !== content;
  };
  if (focus()) return;
  const observer = new MutationObserver(() => focus() && observer.disconnect());
  observer.observe(content, { childList: true, subtree: true });
}
