import { useId } from 'react';
import { useStore } from '../../app/store.ts';
import type { CitationLabels } from './labels/citationLabels.ts';
import { languageChoices } from './languages.ts';
import { PageSetupButton } from './page/PageSetupButton.tsx';
import { QuietSelect } from './QuietSelect.tsx';
import type { SettingsSaver } from './settingsSaver.ts';
import { StyleField } from './style/StyleField.tsx';
import styles from './brief.module.css';

interface BriefSettingsRowProps {
  settings: SettingsSaver;
  citations: CitationLabels;
}

/** Author, date, language and citation style, and the way to the rest: a line under the title. */
export function BriefSettingsRow({ settings, citations }: BriefSettingsRowProps) {
  const { author, date, language } = useStore(settings.current);
  const id = useId();
  return (
    <fieldset className={styles.byline}>
      <legend className="visually-hidden">About this brief</legend>
      <label className={styles.ghostField} htmlFor={`${id}-author`}>
        <span>Author</span>
        <input
          id={`${id}-author`}
          className={styles.ghostInput}
          value={author}
          placeholder="none"
          maxLength={500}
          autoComplete="off"
          onChange={(event) => settings.change({ author: event.target.value })}
        />
      </label>
      <label className={styles.ghostField} htmlFor={`${id}-date`}>
        <span>Date</span>
        <input
          id={`${id}-date`}
          className={styles.ghostInput}
          type="date"
          data-empty={date === null}
          value={date ?? ''}
          max="9999-12-31"
          onChange={(event) =>
            settings.change({
              date: /^\d{4}-\d{2}-\d{2}$/.test(event.target.value) ? event.target.value : null,
            })
          }
        />
      </label>
      <QuietSelect
        label="Language"
        value={language}
        choices={languageChoices(language)}
        onChange={(next) => settings.change({ language: next })}
      />
      <StyleField settings={settings} citations={citations} />
      <PageSetupButton settings={settings} />
    </fieldset>
  );
}
