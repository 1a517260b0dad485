/** Changes to a list of names. */
import { type CslName, nameInReadingOrder } from '#domain/csl.ts';

/** The list with the name at `from` moved to `to`. */
export function moved(names: readonly CslName[], from: number, to: number): CslName[] {
  const name = names[from];
  if (name === undefined) return [...names];
  return names.toSpliced(from, 1).toSpliced(to, 0, name);
}

/** One name for an organisation or a person who is only known by one. */
export function joinedName(name: CslName): CslName {
  return { literal: nameInReadingOrder(name) };
}

/** Family and given name the other way round; particles and suffix stay with the family name. */
export function swappedName(name: CslName): CslName {
  return { ...name, family: name.given ?? '', given: name.family ?? '' };
}

export function hasParticles(name: CslName): boolean {
  return PARTICLES.some((part) => (name[part] ?? '') !== '');
}

/** The parts of a name that few have. */
export const PARTICLES = ['non-dropping-particle', 'dropping-particle', 'suffix'] as const;

/** What was pasted is more than one name. */
export function isList(text: string): boolean {
  return /[\n;]/u.test(text.trim()) || /,.*,|\s(?:and|und|et|y|ve|&)\s/u.test(text);
}
