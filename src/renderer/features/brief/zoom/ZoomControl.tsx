import { setSetting, settings, ZOOMS } from '../../../app/settings.ts';
import { useStore } from '../../../app/store.ts';
import { AppMenu, MenuAction, MenuChoice, MenuDivider } from '../../../ui/AppMenu.tsx';
import { stepZoom } from './zoom.ts';
import styles from './zoom.module.css';

const CHOICES = ZOOMS.map((value) => ({ value, label: `${value} %` }));

/** The size of the text, and a menu to change it. */
export function ZoomControl() {
  const zoom = useStore(settings, ({ textZoom }) => textZoom);
  return (
    <AppMenu
      align="end"
      trigger={
        <button type="button" className={styles.zoom} aria-label={`Size of the text: ${zoom} %`}>
          {zoom} %
        </button>
      }
    >
      <MenuAction shortcut="Mod+Alt+Plus" onSelect={() => stepZoom(1)}>
        Larger
      </MenuAction>
      <MenuAction shortcut="Mod+Alt+Minus" onSelect={() => stepZoom(-1)}>
        Smaller
      </MenuAction>
      <MenuDivider />
      <MenuChoice
        label="Size of the text"
        value={zoom}
        choices={CHOICES}
        onChange={(value) => setSetting('textZoom', value)}
      />
    </AppMenu>
  );
}
