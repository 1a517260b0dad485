/** Compares two states of a brief's text. */
import type { StoredDocument } from '../document/stored.ts';
import { pairUnits } from './partners.ts';
import { type ComparedRow, compareRows, wholeCell } from './tables.ts';
import { type CitationLabel, comparedUnits, type ComparedUnit, type Place } from './units.ts';
import { type ComparedPart, compareTokens, partsOf } from './words.ts';

/** A block or a note of either document. */
export interface DocumentChange {
  /** `formatted`: its words are the same. */
  change: 'added' | 'removed' | 'edited' | 'formatted' | null;
  /** It stands elsewhere among the others. */
  moved: boolean;
  /** What it is: `Paragraph`, `Heading 2`; of the later document where it is in both. */
  name: string;
  /** What it was, where it became something else. */
  formerName: string | null;
  before: Place | null;
  after: Place | null;
  parts: ComparedPart[];
  /** Of a table; null otherwise. */
  rows: ComparedRow[] | null;
}

/** Every block of both, in the order of the later one; what went stands behind what it stood behind. */
export function compareDocuments(
  before: StoredDocument,
  after: StoredDocument,
  label: CitationLabel,
): DocumentChange[] {
  const old = comparedUnits(before, label);
  const now = comparedUnits(after, label);
  const { partners, resting } = pairUnits(old, now);

  const taken = new Set(partners.filter((place) => place !== null));
  const result: DocumentChange[] = [];
  let next = 0;
  const removedFrom = (from: number): void => {
    for (next = Math.max(next, from); next < old.length; next += 1) {
      if (taken.has(next) && isResting(next)) return;
      if (!taken.has(next)) result.push(gone(old[next]!));
    }
  };
  const isResting = (place: number): boolean => resting.has(place);
  removedFrom(0);
  for (const [index, unit] of now.entries()) {
    const partner = partners[index] ?? null;
    if (partner === null) result.push(came(unit));
    else {
      result.push(compared(old[partner]!, unit, !resting.has(partner)));
      if (resting.has(partner)) {
        next = partner + 1;
        removedFrom(next);
      }
    }
  }
  return result;
}

function gone(unit: ComparedUnit): DocumentChange {
  return alone(unit, 'removed', { before: unit.place, after: null });
}

function came(unit: ComparedUnit): DocumentChange {
  return alone(unit, 'added', { before: null, after: unit.place });
}

function alone(
  unit: ComparedUnit,
  change: 'added' | 'removed',
  places: Pick<DocumentChange, 'before' | 'after'>,
): DocumentChange {
  return {
    change,
    moved: false,
    name: unit.name,
    formerName: null,
    ...places,
    parts: partsOf(unit.tokens, change),
    rows:
      unit.rows?.map((cells) => ({ change, cells: cells.map((cell) => wholeCell(cell, change)) })) ?? null,
  };
}

function compared(old: ComparedUnit, now: ComparedUnit, moved: boolean): DocumentChange {
  const isSame = old.key === now.key;
  const parts = isSame ? partsOf(now.tokens, null) : compareTokens(old.tokens, now.tokens);
  const isEdited = parts.some(({ change }) => change === 'added' || change === 'removed');
  const isFormatted =
    old.name !== now.name || old.format !== now.format || parts.some(({ change }) => change === 'formatted');
  return {
    change: isEdited ? 'edited' : isFormatted ? 'formatted' : null,
    moved,
    name: now.name,
    formerName: old.name === now.name ? null : old.name,
    before: old.place,
    after: now.place,
    parts,
    rows: old.rows === null || now.rows === null ? null : compareRows(old.rows, now.rows),
  };
}
