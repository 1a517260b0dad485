/**
 * The Admiralty grade of a source: how far the source is to be relied on (A–F) and how credible what it says
 * is (1–6), two judgements made apart from each other. The scales are those of NATO's AJP-2.1; the
 * definitions are worded here for analysts of published sources.
 */
import { z } from 'zod';

export const RELIABILITIES = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
export const CREDIBILITIES = [1, 2, 3, 4, 5, 6] as const;
export const reliabilitySchema = z.enum(RELIABILITIES);
export const credibilitySchema = z.literal(CREDIBILITIES);
export type Reliability = z.infer<typeof reliabilitySchema>;
export type Credibility = z.infer<typeof credibilitySchema>;

/** Null on an axis that nobody has judged yet. That is not F or 6, which say that it cannot be judged. */
export const gradeSchema = z.object({
  reliability: reliabilitySchema.nullable(),
  credibility: credibilitySchema.nullable(),
});
export type Grade = z.infer<typeof gradeSchema>;

export interface GradeMeaning {
  name: string;
  /** When to give it: one sentence. */
  definition: string;
}

export const RELIABILITY_MEANINGS: Record<Reliability, GradeMeaning> = {
  A: {
    name: 'Completely reliable',
    definition: 'No doubt about its authenticity or competence; its record has no failures.',
  },
  B: { name: 'Usually reliable', definition: 'Minor doubts; what it reported before was mostly valid.' },
  C: { name: 'Fairly reliable', definition: 'Some doubts; it has reported valid information before.' },
  D: { name: 'Not usually reliable', definition: 'Serious doubts; only some of it proved valid before.' },
  E: {
    name: 'Unreliable',
    definition: 'Lacks authenticity or competence; what it reported before was invalid.',
  },
  F: { name: 'Cannot be judged', definition: 'Nothing to judge the source by, such as a new one.' },
};

export const CREDIBILITY_MEANINGS: Record<Credibility, GradeMeaning> = {
  1: {
    name: 'Confirmed',
    definition: 'Other independent sources say the same; it is logical and fits what is known.',
  },
  2: { name: 'Probably true', definition: 'Not confirmed, but logical and consistent with what is known.' },
  3: {
    name: 'Possibly true',
    definition: 'Not confirmed; reasonable, and agrees with some of what is known.',
  },
  4: { name: 'Doubtful', definition: 'Not confirmed; possible, but not supported by anything else known.' },
  5: { name: 'Improbable', definition: 'Not logical, or contradicted by other information on the subject.' },
  6: { name: 'Cannot be judged', definition: 'No basis to judge whether it is true.' },
};

/** `B2`; `B` or `2` where one axis is judged; null where none is. */
export function gradeCode({ reliability, credibility }: Grade): string | null {
  return reliability === null && credibility === null ? null : `${reliability ?? ''}${credibility ?? ''}`;
}

/** `B2: usually reliable, probably true`; null for a source that is not graded. */
export function gradeInWords(grade: Grade): string | null {
  const code = gradeCode(grade);
  if (code === null) return null;
  const words = [
    grade.reliability === null ? null : RELIABILITY_MEANINGS[grade.reliability].name,
    grade.credibility === null ? null : CREDIBILITY_MEANINGS[grade.credibility].name,
  ];
  return `${code}: ${words
    .filter((word) => word !== null)
    .join(', ')
    .toLowerCase()}`;
}
