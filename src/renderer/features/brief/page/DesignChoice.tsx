import { lazy, Suspense, useEffect, useId, useState } from 'react';
import type { DesignSummary } from '#contract/export.ts';
import type { BriefSettings } from '#domain/brief.ts';
import { useStore } from '../../../app/store.ts';
import type { SettingsSaver } from '../settingsSaver.ts';
import styles from './page.module.css';

/** pdf.js is large: it is loaded with the first page that is shown. */
const FirstPage = lazy(async () => {
  const { FirstPage: component } = await import('./FirstPage.tsx');
  return { default: component };
});

/** Milliseconds after the last change, before the pages are set anew. */
const SETTLE = 400;

interface DesignChoiceProps {
  briefId: number;
  settings: SettingsSaver;
  designs: readonly DesignSummary[];
}

/** The designs, each with the first page of this brief as it would be printed. */
export function DesignChoice({ briefId, settings, designs }: DesignChoiceProps) {
  const current = useStore(settings.current);
  const shown = useSettled(current);
  const name = useId();
  return (
    <fieldset className={styles.designs}>
      <legend className="visually-hidden">Design</legend>
      {designs.map(({ id, title, problem }) => (
        <label key={id} className={styles.design}>
          {problem === null ? (
            <Suspense fallback={<span className={styles.sheet} />}>
              <FirstPage briefId={briefId} settings={{ ...shown, page: { ...shown.page, design: id } }} />
            </Suspense>
          ) : (
            <span className={styles.sheet}>
              <span className={styles.failure}>{problem}</span>
            </span>
          )}
          <span className={styles.designName}>
            <input
              type="radio"
              name={name}
              value={id}
              disabled={problem !== null}
              checked={current.page.design === id}
              onChange={() => settings.change({ page: { ...current.page, design: id } })}
            />
            {title}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The settings once nothing has changed for a moment; the design is not among what is waited for. */
function useSettled(current: BriefSettings): BriefSettings {
  const [settled, setSettled] = useState(current);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(current), SETTLE);
    return () => clearTimeout(timer);
  }, [current]);
  return settled;
}
