/** The size of the text on the screen; exports have sizes of their own. */
import type { Command } from '../../../app/commands.ts';
import { setSetting, settings, ZOOMS } from '../../../app/settings.ts';

/** The next size up or down; the same where there is none. */
export function stepZoom(by: 1 | -1): void {
  const { textZoom } = settings.get();
  const next = by > 0 ? ZOOMS.find((zoom) => zoom > textZoom) : ZOOMS.findLast((zoom) => zoom < textZoom);
  if (next !== undefined) setSetting('textZoom', next);
}

/** A browser keeps Mod with plus and minus to itself. */
export const zoomCommands: Command[] = [
  {
    id: 'zoom.in',
    title: 'Larger text of the brief',
    group: 'View',
    shortcut: 'Mod+Alt+Plus',
    enabled: () => true,
    run: () => stepZoom(1),
  },
  {
    id: 'zoom.out',
    title: 'Smaller text of the brief',
    group: 'View',
    shortcut: 'Mod+Alt+Minus',
    enabled: () => true,
    run: () => stepZoom(-1),
  },
  {
    id: 'zoom.reset',
    title: 'Usual size of the text of the brief',
    group: 'View',
    shortcut: 'Mod+Alt+Shift+0',
    enabled: () => true,
    run: () => setSetting('textZoom', 100),
  },
];
