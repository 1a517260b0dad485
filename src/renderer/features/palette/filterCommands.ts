/** Which commands fit what was typed, best first. */
import type { Command } from '../../app/commands.ts';
import { OTHER_NAMES } from './otherNames.ts';

/**
 * Every word must occur in the title, the group or the names that other programs have for it. Commands whose title
 * begins with the first word come first, then those with a word of the title that does, and last those that are found
 * by another name alone; among these, those whose title has all words; otherwise the order is kept.
 */
export function filterCommands(commands: readonly Command[], typed: string): Command[] {
  const words = typed.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  const [first] = words;
  if (first === undefined) return [...commands];
  const holds = (text: string): boolean => words.every((word) => text.includes(word));
  const rank = ({ id, title, group }: Command): number | null => {
    const lower = title.toLocaleLowerCase();
    const shown = `${lower} ${group.toLocaleLowerCase()}`;
    if (!holds(shown)) return holds(`${shown} ${OTHER_NAMES[id] ?? ''}`) ? 3 : null;
    const byGroup = holds(lower) ? 0 : 0.5;
    if (lower.startsWith(first)) return byGroup;
    return byGroup + (lower.split(/\s+/u).some((word) => word.startsWith(first)) ? 1 : 2);
  };
  return commands
    .flatMap((command) => {
      const own = rank(command);
      return own === null ? [] : [{ command, own }];
    })
    .toSorted((a, b) => a.own - b.own)
    .map(({ command }) => command);
}
