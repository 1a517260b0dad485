/** The citations of one document in one engine: only what a change touches is formatted again. */
import type { Citation, CiteItem, Engine } from 'citeproc';
import { readEntry } from './richFormat.ts';

/** One citation in document order. */
export interface SessionCitation {
  items: CiteItem[];
  /** Footnote number, 0 in running text. */
  noteIndex: number;
  /** The items keep their order, whatever the style's is. */
  isOrdered?: boolean;
}

export interface SessionResult {
  /** Texts in the order of the citations, in the engine's output format. */
  texts: string[];
  bibliography: { id: string; text: string }[];
}

export interface Session {
  /**
   * `uncited` are items of the bibliography that no citation needs to name. `isCorrected` says that the metadata of
   * an item is not what it was before.
   */
  update(citations: SessionCitation[], uncited: string[], isCorrected: boolean): SessionResult;
}

/**
 * Changed citations that are put in one by one; with more of them it is quicker, and as right, to begin anew.
 */
const MAX_STEPS = 6;

interface Placed {
  /** What the citation says; equal for equal citations. */
  key: string;
  citation: Citation;
  text: string;
}

/** `format` is the name of the output format that `engine` is set to: richFormat.ts. */
export function createSession(engine: Engine, format: string): Session {
  let placed: Placed[] = [];
  let bibliography: SessionResult['bibliography'] = [];
  let listed: string[] = [];
  let lastId = 0;

  const place = ({ items, noteIndex, isOrdered = false }: SessionCitation, key: string): Placed => {
    lastId += 1;
    // citeproc writes into what it is given.
    const citationItems = items.map((item) => ({ ...item }));
    return {
      key,
      citation: { citationID: String(lastId), citationItems, properties: { noteIndex, unsorted: isOrdered } },
      text: '',
    };
  };

  const rebuild = (citations: SessionCitation[], keys: string[], uncited: string[]): void => {
    listed = uncited;
    placed = citations.map((citation, index) => place(citation, keys[index]!));
    forget(engine);
    register(engine, citations, uncited);
    const texts = engine.rebuildProcessorState(
      placed.map((entry) => entry.citation),
      format,
      uncited,
    );
    for (const [index, [, , text]] of texts.entries()) placed[index]!.text = text;
    bibliography = readBibliography(engine);
  };

  const insert = (entry: Placed, index: number): void => {
    const reference = ({ citation }: Placed): [string, number] => [
      citation.citationID,
      citation.properties.noteIndex,
    ];
    const [{ bibchange }, changed] = engine.processCitationCluster(
      entry.citation,
      placed.slice(0, index).map(reference),
      placed.slice(index).map(reference),
    );
    placed.splice(index, 0, entry);
    for (const [at, text] of changed) placed[at]!.text = text;
    if (bibchange) bibliography = readBibliography(engine);
  };

  const step = (citations: SessionCitation[], keys: string[]): boolean => {
    const { start, oldEnd, newEnd } = changedRange(
      placed.map((entry) => entry.key),
      keys,
    );
    const isMoved = placed
      .slice(0, start)
      .some((entry, index) => entry.citation.properties.noteIndex !== citations[index]!.noteIndex);
    // What follows a citation that went is seen by putting its neighbour in anew.
    const end = newEnd === start && oldEnd > start ? Math.min(start + 1, keys.length) : newEnd;
    const first = end === start && oldEnd > start ? start - 1 : start;
    if (isMoved || first < 0 || end - first > MAX_STEPS) return false;
    if (end === first) return placed.length === citations.length && sameNotes(placed, citations);
    const kept = placed.slice(oldEnd + (end - newEnd));
    placed = placed.slice(0, first);
    const after = citations.slice(end);
    for (const [index, entry] of kept.entries())
      entry.citation.properties.noteIndex = after[index]!.noteIndex;
    placed.push(...kept);
    for (let index = first; index < end; index += 1) insert(place(citations[index]!, keys[index]!), index);
    return true;
  };

  return {
    update(citations, uncited, isCorrected) {
      const keys = citations.map((citation) => JSON.stringify([citation.items, citation.isOrdered]));
      // citeproc takes items out as badly as it empties itself, and reads each item once.
      const canStep =
        !isCorrected && placed.length > 0 && uncited.join() === listed.join() && citesAll(citations, placed);
      if (!canStep || !step(citations, keys)) rebuild(citations, keys, uncited);
      return { texts: placed.map((entry) => entry.text), bibliography };
    },
  };
}

/**
 * Not by `updateItems([])`: that leaves items behind under the names they had before they were told apart, and the
 * engine fails on them later. What is kept is set once, when the engine is made: without it the end of a range of
 * dates loses its spaces ("2 January–4March").
 */
function forget(engine: Engine): void {
  const { date_token: dateToken } = engine.tmp;
  engine.restoreProcessorState([]);
  engine.tmp.date_token = dateToken;
}

/**
 * Makes the items known before the first citation is written. `rebuildProcessorState` by itself adds the uncited
 * ones after the texts that they are told apart from (2004a, 2004b), and compares "Doe (n 1)" with a note number
 * that only repeated items have.
 */
function register(engine: Engine, citations: SessionCitation[], uncited: string[]): void {
  const firstNotes = new Map<string, number>();
  for (const { items, noteIndex } of citations)
    for (const { id } of items) if (!firstNotes.has(id)) firstNotes.set(id, noteIndex);
  engine.updateUncitedItems(uncited);
  engine.updateItems([...firstNotes.keys()]);
  for (const [id, note] of firstNotes) {
    const known = engine.registry.registry[id];
    if (known !== undefined && note > 0) known['first-reference-note-number'] = note;
  }
}

/** The part in which the lists differ: old[start, oldEnd) became next[start, newEnd). */
function changedRange(old: string[], next: string[]): { start: number; oldEnd: number; newEnd: number } {
  let start = 0;
  while (start < old.length && start < next.length && old[start] === next[start]) start += 1;
  let oldEnd = old.length;
  let newEnd = next.length;
  while (oldEnd > start && newEnd > start && old[oldEnd - 1] === next[newEnd - 1]) {
    oldEnd -= 1;
    newEnd -= 1;
  }
  return { start, oldEnd, newEnd };
}

/** Whether every item that was cited is cited still. */
function citesAll(citations: SessionCitation[], placed: Placed[]): boolean {
  const cited = new Set(citations.flatMap((citation) => citation.items.map((item) => item.id)));
  return placed.every((entry) => entry.citation.citationItems.every((item) => cited.has(item.id)));
}

function sameNotes(placed: Placed[], citations: SessionCitation[]): boolean {
  return placed.every((entry, index) => entry.citation.properties.noteIndex === citations[index]!.noteIndex);
}

function readBibliography(engine: Engine): SessionResult['bibliography'] {
  const made = engine.makeBibliography();
  if (made === false) return [];
  const [{ entry_ids: ids }, entries] = made;
  // citeproc gives no entry for an item that the style prints nothing of, but does give its id.
  const texts = new Map(entries.map(readEntry).map(({ id, text }) => [id, text]));
  return ids.map(([id = '']) => ({ id, text: texts.get(id) ?? '' }));
}
