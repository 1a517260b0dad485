import { bannerOf } from '#domain/marking.ts';
import { showDialog } from '../../../app/workspace.ts';
import { useStore } from '../../../app/store.ts';
import type { SettingsSaver } from '../settingsSaver.ts';
import briefStyles from '../brief.module.css';
import styles from './page.module.css';

/** Opens the page setup, and shows what the pages are marked as. */
export function PageSetupButton({ settings }: { settings: SettingsSaver }) {
  const marking = useStore(settings.current, (value) => value.marking);
  const banner = bannerOf(marking, new Set());
  return (
    <button type="button" className={briefStyles.ghostSelect} onClick={() => showDialog('pageSetup')}>
      {banner !== null && (
        <span className={styles.tag} style={{ background: banner.colour, color: banner.ink }}>
          {banner.text}
        </span>
      )}
      Page setup…
    </button>
  );
}
