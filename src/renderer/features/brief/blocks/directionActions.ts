import type { DirectionChoice } from '#editor/blocks/direction.ts';
import { type LucideIcon, Pilcrow, PilcrowLeft, PilcrowRight } from 'lucide-react';

export const DIRECTION_ACTIONS: Record<
  DirectionChoice,
  { title: string; command: string; icon: LucideIcon }
> = {
  auto: { title: 'Direction by its words', command: 'Direction: by the words', icon: Pilcrow },
  ltr: { title: 'Left to right', command: 'Direction: left to right', icon: PilcrowRight },
  rtl: { title: 'Right to left', command: 'Direction: right to left', icon: PilcrowLeft },
};
