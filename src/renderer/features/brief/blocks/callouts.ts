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
}

const DETAILS: Record<CalloutKind, { icon: LucideIcon; words: string }> = {
  judgment: { icon: KeyRound, words: 'callout judgement assessment finding box' },
  assumption: { icon: Puzzle, words: 'callout premise box' },
  gap: { icon: CircleHelp, words: 'callout intelligence unknown missing box' },
  caution: { icon: TriangleAlert, words: 'callout warning caveat note box' },
};

export const CALLOUT_ACTIONS: readonly CalloutAction[] = CALLOUT_KINDS.map((kind) => ({
  kind,
  title: NAMES.kinds[kind],
  ...DETAILS[kind],
}));

/** The empty value stands for none. */
export const CONFIDENCE_CHOICES: readonly { value: string; label: string }[] = [
  ...CONFIDENCES.map((level) => ({ value: level, label: NAMES.confidences[level] })),
  { value: '', label: 'No level' },
];
