import { settings as preferences } from '../../app/settings.ts';
import { useStore } from '../../app/store.ts';
import type { SettingsSaver } from './settingsSaver.ts';
import styles from './brief.module.css';

/** The title on top of the page; Enter and the arrow down go on to the text. */
export function TitleField({ settings, onLeave }: { settings: SettingsSaver; onLeave: () => void }) {
  const { title, language } = useStore(settings.current);
  const checked = useStore(preferences, ({ checkSpelling }) => checkSpelling);
  return (
    <textarea
      className={styles.title}
      aria-label="Title"
      placeholder="Title"
      rows={1}
      maxLength={500}
      dir="auto"
      lang={language}
      spellCheck={checked}
      value={title}
      onChange={(event) => settings.change({ title: event.target.value.replace(/\s*\n\s*/g, ' ') })}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        const { selectionStart, value } = event.currentTarget;
        const down = event.key === 'ArrowDown' && selectionStart === value.length;
        if (event.key !== 'Enter' && !down) return;
        event.preventDefault();
        onLeave();
      }}
    />
  );
}
