/** Levels of a marking as they are typed: one a line, lowest first, `NAME (MARK)`. */
import { type Marking, type MarkingLevel, markingLevelsSchema } from '#domain/marking.ts';
import { MARKING_COLOURS } from './colours.ts';

export function levelLines(levels: readonly MarkingLevel[]): string {
  return levels.map(({ name, mark }) => `${name} (${mark})`).join('\n');
}

/**
 * What the lines say; a level that keeps its mark keeps its colour. A line without a mark has the first letters of its
 * words. Null where there is no level, two have one mark, or a line is too long.
 */
export function readLevels(typed: string, before: readonly MarkingLevel[]): MarkingLevel[] | null {
  const lines = typed.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  const levels = lines.map((line, index): MarkingLevel => {
    const [, name = line, bracketed] = /^(.+?)\s*\(([^()]+)\)$/u.exec(line) ?? [];
    const mark = (bracketed ?? initials(name)).trim();
    const colour = before.find((level) => level.mark === mark)?.colour ?? MARKING_COLOURS[index % 6]!.value;
    return { name: name.trim(), mark, colour };
  });
  return markingLevelsSchema.safeParse(levels).data ?? null;
}

function initials(name: string): string {
  return name
    .split(/[\s-]+/u)
    .map((word) => Array.from(word)[0] ?? '')
    .join('')
    .toUpperCase();
}

/** With other levels, on the one that has the mark of the present one, else on the lowest. */
export function withLevels(marking: Marking, levels: MarkingLevel[]): Marking {
  const { mark } = marking.levels[marking.level]!;
  return {
    ...marking,
    levels,
    level: Math.max(
      0,
      levels.findIndex((level) => level.mark === mark),
    ),
  };
}
