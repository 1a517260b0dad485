/** Which tools a toolbar of a given width shows; the others go into its menu. All in CSS pixels. */

/** A button and the gap behind it. */
const TOOL = 29;
/** What is always there: margins, the kind of block, its alignment, the table, and the lines between groups. */
const FIXED = 258;

/** `byImportance` names the tools, the one that stays longest first; they have one button's width each. */
export function toolsThatFit<T>(width: number, byImportance: readonly T[]): ReadonlySet<T> {
  const room = Math.floor((width - FIXED) / TOOL);
  if (room >= byImportance.length) return new Set(byImportance);
  // The button of the menu takes the place of one.
  return new Set(byImportance.slice(0, Math.max(0, room - 1)));
}
