/** Callouts as menus and the palette offer them, in the language of the interface. */
import { CALLOUT_KINDS, type CalloutKind, calloutLabels, CONFIDENCES } from '#domain/document/callouts.ts';
import { CircleHelp, KeyRound, type LucideIcon, Puzzle, TriangleAlert } from 'lucide-react';

const NAMES = calloutLabels('en');

interface CalloutAction {
  kind: CalloutKind;
  title: string;
  icon: LucideIcon;
  /** Other words that find it. */
  words: string;
  shortcut: string;
}

const DETAILS: Record<CalloutKind, { icon: LucideIcon; words: string }> = {
  judgment: { icon: KeyRound, words: 'callout judgement assessment finding box' },
  assumption: { icon: Puzzle, words: 'callout premise box' },
  gap: { icon: CircleHelp, words: 'callout intelligence unknown missing box' },
  caution: { icon: TriangleAlert, words: 'callout warning caveat note box' },
};

const shortcut = (digit: number): string => `Mod+Alt+Shift+${digit}`;

export const CALLOUT_ACTIONS: readonly CalloutAction[] = CALLOUT_KINDS.map((kind, index) => ({
  kind,
  title: NAMES.kinds[kind],
  shortcut: shortcut(index + 1),
  ...DETAILS[kind],
}));

/** The empty value stands for none. */
export const CONFIDENCE_CHOICES: readonly { value: string; label: string; shortcut: string }[] = [
  ...CONFIDENCES.map((level) => ({ value: level, label: NAMES.confidences[level] })),
  { value: '', label: 'No level' },
].map((choice, index) => ({ ...choice, shortcut: shortcut(CALLOUT_KINDS.length + index + 1) }));
