/**
 * The protective marking of a brief: levels in an order, the one that its banner shows, and what follows it there.
 * The levels are kept with the brief, so that it says the same wherever it is opened.
 */
import { z } from 'zod';

const levelSchema = z.object({
  /** As the banner says it. */
  name: z.string().trim().min(1).max(80),
  /** As a portion is marked, without brackets. */
  mark: z.string().trim().min(1).max(20),
  /** Of the banner: `#rrggbb`. */
  colour: z.string().regex(/^#[0-9a-f]{6}$/u),
});
export type MarkingLevel = z.infer<typeof levelSchema>;

/** Lowest first. */
export const markingLevelsSchema = z
  .array(levelSchema)
  .min(1)
  .max(12)
  .refine((levels) => new Set(levels.map(({ mark }) => mark)).size === levels.length, {
    message: 'Two levels have one portion mark.',
  });

export const markingSchema = z
  .object({
    levels: markingLevelsSchema,
    /** Index of the level that the brief is marked as. */
    level: z.number().int().nonnegative(),
    /** Follows the level in the banner behind `//`, such as a handling instruction; empty for none. */
    caveat: z.string().max(120),
    /** Whether exports print the marks of portions. */
    portions: z.boolean(),
  })
  .refine(({ levels, level }) => level < levels.length, { message: 'The level is not among the levels.' });
export type Marking = z.infer<typeof markingSchema>;

export interface MarkingScheme {
  id: string;
  title: string;
  levels: readonly MarkingLevel[];
}

const level = (name: string, mark: string, colour: string): MarkingLevel => ({ name, mark, colour });

/**
 * Orders of levels in common use. The colours of the United States are those of its cover sheets and labels (Standard
 * Forms 703 to 710 and 902), those of the traffic light protocol of FIRST's TLP 2.0; others have none by rule.
 */
export const MARKING_SCHEMES: readonly MarkingScheme[] = [
  {
    id: 'organisation',
    title: 'Organisation',
    levels: [
      level('PUBLIC', 'P', '#2e7d32'),
      level('INTERNAL', 'I', '#1f4e79'),
      level('CONFIDENTIAL', 'C', '#b45309'),
      level('STRICTLY CONFIDENTIAL', 'SC', '#b91c1c'),
    ],
  },
  {
    id: 'us',
    title: 'United States',
    levels: [
      level('UNCLASSIFIED', 'U', '#007a33'),
      level('CUI', 'CUI', '#502b85'),
      level('CONFIDENTIAL', 'C', '#0033a0'),
      level('SECRET', 'S', '#c8102e'),
      level('TOP SECRET', 'TS', '#ff8c00'),
    ],
  },
  {
    id: 'uk',
    title: 'United Kingdom',
    levels: [
      level('OFFICIAL', 'O', '#1f4e79'),
      level('OFFICIAL-SENSITIVE', 'O-S', '#5b2c83'),
      level('SECRET', 'S', '#c8102e'),
      level('TOP SECRET', 'TS', '#7f0f1f'),
    ],
  },
  {
    id: 'nato',
    title: 'NATO',
    levels: [
      level('NATO UNCLASSIFIED', 'NU', '#2e7d32'),
      level('NATO RESTRICTED', 'NR', '#1f4e79'),
      level('NATO CONFIDENTIAL', 'NC', '#0033a0'),
      level('NATO SECRET', 'NS', '#c8102e'),
      level('COSMIC TOP SECRET', 'CTS', '#7f0f1f'),
    ],
  },
  {
    id: 'eu',
    title: 'European Union',
    levels: [
      level('RESTREINT UE/EU RESTRICTED', 'R-UE/EU-R', '#1f4e79'),
      level('CONFIDENTIEL UE/EU CONFIDENTIAL', 'C-UE/EU-C', '#0033a0'),
      level('SECRET UE/EU SECRET', 'S-UE/EU-S', '#c8102e'),
      level('TRÈS SECRET UE/EU TOP SECRET', 'TS-UE/EU-TS', '#7f0f1f'),
    ],
  },
  {
    id: 'tlp',
    title: 'Traffic light protocol',
    levels: [
      level('TLP:CLEAR', 'TLP:CLEAR', '#3f3f46'),
      level('TLP:GREEN', 'TLP:GREEN', '#33ff00'),
      level('TLP:AMBER', 'TLP:AMBER', '#ffc000'),
      level('TLP:AMBER+STRICT', 'TLP:AMBER+STRICT', '#ff9f1c'),
      level('TLP:RED', 'TLP:RED', '#ff2b2b'),
    ],
  },
];

/** The scheme that a brief's levels are of, by their names and marks; null for ones of its own. */
export function schemeOf({ levels }: Pick<Marking, 'levels'>): MarkingScheme | null {
  const signature = (of: readonly MarkingLevel[]): string =>
    of.map(({ name, mark }) => `${mark}\n${name}`).join('\n\n');
  return MARKING_SCHEMES.find((scheme) => signature(scheme.levels) === signature(levels)) ?? null;
}

/** The marking of a level of a scheme. */
export function markingIn(scheme: MarkingScheme, at: number): Marking {
  return { levels: [...scheme.levels], level: at, caveat: '', portions: false };
}

/** What stands at the top and bottom of every page. */
export interface Banner {
  text: string;
  /** `#rrggbb`, and black or white, whichever is easier to read on it. */
  colour: string;
  ink: string;
  /** Whether exports print the marks of portions. */
  portions: boolean;
  /** The brief's own level, where portions are marked higher; empty where it has none at all. */
  raisedFrom: string | null;
  /** The mark of a portion that made it so. */
  raisedBy: string | null;
  /** Marks of portions that no level has. */
  unknown: string[];
}

/**
 * The banner of a brief with portions under these marks: it is never below the highest of them. A brief without a
 * marking has the one that its portions ask for, in the first scheme that knows them all; null where there is none.
 */
export function bannerOf(marking: Marking | null, marks: ReadonlySet<string>): Banner | null {
  const [levels, chosen] = marking === null ? [levelsOf(marks), -1] : [marking.levels, marking.level];
  if (levels === null) return null;
  const highest = Math.max(chosen, ...[...marks].map((mark) => levels.findIndex((one) => one.mark === mark)));
  const { name, mark, colour } = levels[highest]!;
  const caveat = marking?.caveat.trim() ?? '';
  const isRaised = highest > chosen;
  return {
    text: caveat === '' ? name : `${name}//${caveat}`,
    colour,
    ink: inkOn(colour),
    portions: marking?.portions ?? true,
    raisedFrom: isRaised ? (levels[chosen]?.name ?? '') : null,
    raisedBy: isRaised ? mark : null,
    unknown: [...marks].filter((each) => !levels.some((one) => one.mark === each)),
  };
}

function levelsOf(marks: ReadonlySet<string>): readonly MarkingLevel[] | null {
  if (marks.size === 0) return null;
  const knows = ({ levels }: MarkingScheme): boolean =>
    [...marks].every((mark) => levels.some((one) => one.mark === mark));
  return MARKING_SCHEMES.find(knows)?.levels ?? null;
}

/** Black or white, whichever has the higher contrast on `colour`: at least 4.58 (WCAG 2.2, 1.4.3). */
function inkOn(colour: string): '#000000' | '#ffffff' {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  const luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  return (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05) ? '#000000' : '#ffffff';
}
