/**
 * The citations of one document in one engine. Placing them is quick and settles what each says; writing them takes
 * most of the time, so it is done one by one, in any order, and only for those that changed.
 */
import CSL, { type CiteItem, type Engine, type Item, type PreparedCitation } from 'citeproc';
import { createClusterOrder } from './clusterOrder.ts';
import { sharedNames, withoutNewNames } from './nameRegister.ts';
import { isNothingPrinted } from './richFormat.ts';
import { createSourceList, type SourceList } from './sourceList.ts';

/** One citation in document order. */
export interface SessionCitation {
  items: CiteItem[];
  /** Footnote number, 0 in running text. */
  noteIndex: number;
  /** The items keep their order, whatever the style's is. */
  isOrdered?: boolean;
}

export interface SessionDocument {
  citations: SessionCitation[];
  /** Items of the list of sources that no citation needs to name. */
  uncited: string[];
}

export interface Session {
  /** Takes over a document. `corrected` are items whose metadata is not what it was. */
  place(document: SessionDocument, corrected?: ReadonlySet<string>): void;
  /** Whether the text of a citation is at hand. */
  isWritten(index: number): boolean;
  /** The text of a citation in the engine's output format, which is written where it is not at hand. */
  text(index: number): string;
  sources: Omit<SourceList, 'follow'>;
  /** Equal while all that is printed of an item, but for its place in the document, is what it was. */
  itemState(id: string): string;
}

interface Placed {
  /** What was asked for; equal for equal citations. */
  key: string;
  citation: PreparedCitation;
  isOrdered: boolean;
  /** All that the text depends on, as the document is now. */
  wanted: string;
}

/** Texts kept: those of this document and of what it was before, or of another brief in the same style. */
const MIN_TEXTS = 3000;

/** Stands behind all citations, for the engine to look at them: it takes each look for the sake of one citation. */
const LAST = 'last';

export function createSession(engine: Engine): Session {
  const traits = traitsOf(engine);
  const order = createClusterOrder(engine);
  const list = createSourceList(engine, traits.replacesAuthors);
  const versions = new Map<string, number>();
  let states = new Map<string, string>();
  /** By what they depend on, the oldest first. */
  const texts = new Map<string, string>();
  let placed: Placed[] = [];
  let cited: string[] = [];
  let listed: string[] = [];
  let together = '';
  let lastId = 0;

  const itemState = (id: string): string => {
    let state = states.get(id);
    if (state === undefined) {
      const { disambig, seq, ...entry } = engine.registry.registry[id]!;
      const number = traits.numbersItems ? seq : 0;
      const note = traits.namesNotes ? entry['first-reference-note-number'] : 0;
      const isRepeated = (entry['citation-count'] ?? 0) > 1;
      state = `${JSON.stringify([id, disambig, sharedNames(engine, id)])} ${versions.get(id) ?? 0} ${number} ${note} ${isRepeated}`;
      states.set(id, state);
    }
    return state;
  };

  /** The items of a citation with all that the engine knows of them. */
  const prepare = ({ citation, isOrdered }: Placed): void => {
    const pairs = citation.citationItems.map((cite): [Item, CiteItem] => [
      engine.refetchItem(cite.id),
      CSL.parseLocator.call(engine, { ...cite }),
    ]);
    citation.sortedItems = isOrdered ? pairs : withoutNewNames(engine, () => order.byStyle(pairs, itemState));
  };

  /** Beside what was asked for: its items as they are, and all that the engine sets in a cite. */
  const wantedOf = ({ key, citation }: Placed): string => {
    let wanted = key;
    for (const [{ id }, cite] of citation.sortedItems) {
      wanted += `\n${itemState(id)} ${cite.position} ${cite['near-note']}`;
      if (traits.namesNotes)
        wanted += ` ${cite['first-reference-note-number']} ${cite['first-container-reference-note-number']}`;
    }
    return wanted;
  };

  const write = (entry: Placed): string => {
    const { sortedItems } = entry.citation;
    // Copies: the engine moves locators between items while it writes.
    const written = (some: [Item, CiteItem][]): string => {
      const pairs = some.map(([item, cite]): [Item, CiteItem] => [item, { ...cite }]);
      return withoutNewNames(engine, () =>
        engine.process_CitationCluster(
          entry.isOrdered ? pairs : order.byNumber(pairs, itemState),
          entry.citation,
        ),
      );
    };
    let text = written(sortedItems);
    // One item without words of its own, such as an author alone whose name is left out, would silence all.
    if (sortedItems.length > 1 && isNothingPrinted(text)) {
      const printing = sortedItems.filter((pair) => !isNothingPrinted(written([pair])));
      if (printing.length > 0) text = written(printing);
    }
    texts.set(entry.wanted, text);
    const oldest = texts.keys().next().value;
    if (texts.size > Math.max(MIN_TEXTS, 2 * placed.length) && oldest !== undefined) texts.delete(oldest);
    return text;
  };

  return {
    place({ citations, uncited }, corrected = new Set()) {
      for (const id of corrected) versions.set(id, (versions.get(id) ?? 0) + 1);
      const notes = firstNotes(citations);
      const nowCited = [...notes.keys()];
      const nowTogether = traits.namesNotes ? sharedNotes(notes) : '';
      const isGone = (id: string): boolean => !notes.has(id);
      // citeproc takes items out badly, reads each item once, and tells those apart that share a first note.
      const isNew =
        corrected.size > 0 ||
        uncited.join() !== listed.join() ||
        nowTogether !== together ||
        cited.some(isGone);
      const isRegistered = !isNew && nowCited.join() === cited.join();
      const keys = citations.map(({ items, isOrdered = false }) => JSON.stringify([items, isOrdered]));
      const isSame =
        isRegistered &&
        keys.length === placed.length &&
        placed.every(
          ({ key, citation }, index) =>
            key === keys[index] && citation.properties.noteIndex === citations[index]!.noteIndex,
        );
      if (isSame) return;

      const before = new Map<string, Placed[]>();
      for (const entry of placed) {
        const same = before.get(entry.key);
        if (same === undefined) before.set(entry.key, [entry]);
        else same.push(entry);
      }
      placed = citations.map(({ items, noteIndex, isOrdered = false }, index) => {
        const key = keys[index]!;
        const entry = before.get(key)?.shift();
        if (entry !== undefined) {
          entry.citation.properties.noteIndex = noteIndex;
          return entry;
        }
        lastId += 1;
        // Ordered here, not by the engine, which orders new citations in another way than those that change.
        const citation: PreparedCitation = {
          citationID: String(lastId),
          citationItems: items,
          properties: { noteIndex, unsorted: true },
          sortedItems: [],
        };
        return { key, citation, isOrdered, wanted: '' };
      });

      if (isNew) forget(engine);
      if (isNew || !isRegistered) {
        engine.updateUncitedItems([...uncited]);
        engine.updateItems([...nowCited]);
      }
      setFirstNotes(engine, notes);
      states = new Map();
      for (const entry of placed)
        if (isNew || entry.citation.sortedItems.length !== 1 || entry.wanted === '') prepare(entry);
      setPositions(engine, placed, traits.namesNotes);
      states = new Map();
      for (const entry of placed) entry.wanted = wantedOf(entry);
      list.follow(itemState);
      cited = nowCited;
      listed = uncited;
      together = nowTogether;
    },
    isWritten: (index) => texts.has(placed[index]!.wanted),
    text(index) {
      const entry = placed[index]!;
      return texts.get(entry.wanted) ?? write(entry);
    },
    sources: list,
    itemState,
  };
}

/** What a style prints that changes with other citations and items. */
function traitsOf(engine: Engine): { namesNotes: boolean; numbersItems: boolean; replacesAuthors: boolean } {
  const style = JSON.stringify(engine.cslXml.dataObj);
  return {
    namesNotes: style.includes('-reference-note-number'),
    numbersItems: style.includes('citation-number'),
    replacesAuthors: style.includes('subsequent-author-substitute'),
  };
}

/** Ids in the order in which they are first cited, with the note. */
function firstNotes(citations: SessionCitation[]): Map<string, number> {
  const notes = new Map<string, number>();
  for (const { items, noteIndex } of citations)
    for (const { id } of items) if (!notes.has(id)) notes.set(id, noteIndex);
  return notes;
}

/** Which items are first cited in one note. */
function sharedNotes(notes: ReadonlyMap<string, number>): string {
  const byNote = new Map<number, string[]>();
  for (const [id, note] of notes) {
    const ids = byNote.get(note);
    if (ids === undefined) byNote.set(note, [id]);
    else ids.push(id);
  }
  return [...byNote.values()]
    .filter((ids) => ids.length > 1)
    .map(String)
    .toSorted()
    .join(' ');
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

/** Items are told apart by "Doe (n 1)", too, and citeproc knows the note of repeated ones only. */
function setFirstNotes(engine: Engine, notes: ReadonlyMap<string, number>): void {
  for (const [id, note] of notes)
    if (note > 0) engine.registry.registry[id]!['first-reference-note-number'] = note;
}

/**
 * Lets the engine look at all citations once, and write none. `tellsNotesApart`: items are told apart by the numbers
 * of their notes, too; without that the engine would tell them apart anew for every number that changes.
 */
function setPositions(engine: Engine, placed: Placed[], tellsNotesApart: boolean): void {
  const byId: Record<string, PreparedCitation> = {};
  for (const { citation } of placed) byId[citation.citationID] = citation;
  engine.registry.citationreg.citationById = byId;
  const { process_CitationCluster: write, disambiguate } = engine;
  const { run } = disambiguate;
  engine.process_CitationCluster = () => '';
  if (!tellsNotesApart) disambiguate.run = () => {};
  try {
    engine.processCitationCluster(
      { citationID: LAST, citationItems: [], properties: { noteIndex: 0, unsorted: true } },
      placed.map(({ citation }) => [citation.citationID, citation.properties.noteIndex]),
      [],
      2,
    );
  } finally {
    engine.process_CitationCluster = write;
    disambiguate.run = run;
  }
}

export interface SessionResult {
  /** In the order of the citations. */
  texts: string[];
  bibliography: { id: string; text: string }[];
}

/** All that the session's document prints, written where it is not at hand. */
export function printed(session: Session, { citations }: SessionDocument): SessionResult {
  const { sources } = session;
  sources.write(sources.unwritten());
  return {
    texts: citations.map((_, index) => session.text(index)),
    bibliography: sources.ids().map((id) => ({ id, text: sources.entry(id) })),
  };
}
