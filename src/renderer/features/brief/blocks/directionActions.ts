import type { DirectionChoice } from '#editor/blocks/direction.ts';
import { type LucideIcon, Pilcrow, PilcrowLeft, PilcrowRight } from 'lucide-react';

export const DIRECTION_ACTIONS: Record<
  DirectionChoice,
  { title: string; command: string; icon: LucideIcon; shortcut: string }
> = {
  auto: {
    title: 'Direction by its words',
    command: 'Direction: by the words',
    icon: Pilcrow,
    shortcut: 'Mod+Alt+Shift+D',
  },
  ltr: {
    title: 'Left to right',
    command: 'Direction: left to right',
    icon: PilcrowRight,
    shortcut: 'Mod+Alt+Shift+L',
  },
  rtl: {
    title: 'Right to left',
    command: 'Direction: right to left',
    icon: PilcrowLeft,
    shortcut: 'Mod+Alt+Shift+R',
  },
};
