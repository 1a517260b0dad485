/** Which commands fit what was typed, best first. */
import type { Command } from '../../app/commands.ts';

/**
 * Every word must occur in the title or the group. Commands whose title begins with the first word come
 * first, then those with a word of the title that does; otherwise the order is kept.
 */
export function filterCommands(commands: readonly Command[], typed: string): Command[] {
  const words = typed.toLocaleLowerCase().split(/\s+/u).filter(Boolean);
  const [first] = words;
  if (first === undefined) return [...commands];
  const rank = ({ title }: Command): number => {
    const lower = title.toLocaleLowerCase();
    if (lower.startsWith(first)) return 0;
    return lower.split(/\s+/u).some((word) => word.startsWith(first)) ? 1 : 2;
  };
  return commands
    .filter(({ title, group }) => {
      const text = `${title} ${group}`.toLocaleLowerCase();
      return words.every((word) => text.includes(word));
    })
    .toSorted((a, b) => rank(a) - rank(b));
}
