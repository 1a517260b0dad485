/**
 * Facts of all articles in `search.sqlite`, in blocks of neighbouring ids, so that a million are read in a
 * moment, and a change writes one block.
 */
import type { Database } from '../../db/connect.ts';
import type { ArticleFacts } from './facts.ts';

/** Articles of a block: those whose ids agree but for the lowest ten bits. */
const BLOCK_BITS = 10;
export const BLOCK_SIZE = 1 << BLOCK_BITS;

/** What the index knows of an article: its facts, and its passages `first` to before `first + count`. */
export interface Entry extends ArticleFacts {
  first: number;
  count: number;
}

export const BLOCKS_SCHEMA = `
  CREATE TABLE catalogue (block INTEGER PRIMARY KEY, generation INTEGER NOT NULL, entries TEXT NOT NULL) STRICT;
`;

function blockOf(articleId: number): number {
  return Math.floor(articleId / BLOCK_SIZE);
}

type Row = { block: number; entries: string };

/** The blocks that were written since a generation, each with its entries by their place in the block. */
export function* readBlocks(
  index: Database,
  since: number,
): Generator<{ first: number; entries: (Entry | null)[] }> {
  const rows = index
    .prepare<[number], Row>('SELECT block, entries FROM catalogue WHERE generation > ?')
    .all(since);
  for (const { block, entries } of rows) yield { first: block * BLOCK_SIZE, entries: unpack(entries) };
}

export interface BlockWriter {
  get(articleId: number): Entry | null;
  set(articleId: number, entry: Entry | null): void;
  /** Writes the blocks that changed. */
  flush(generation: number): void;
}

export function createBlockWriter(index: Database): BlockWriter {
  const select = index.prepare<[number], string>('SELECT entries FROM catalogue WHERE block = ?').pluck();
  const write = index.prepare<[number, number, string]>(
    'INSERT OR REPLACE INTO catalogue (block, generation, entries) VALUES (?, ?, ?)',
  );
  const blocks = new Map<number, (Entry | null)[]>();
  const changed = new Set<number>();

  const load = (block: number): (Entry | null)[] => {
    const stored = select.get(block);
    const entries = stored === undefined ? emptyBlock() : unpack(stored);
    blocks.set(block, entries);
    return entries;
  };
  const entriesOf = (block: number): (Entry | null)[] => blocks.get(block) ?? load(block);

  return {
    get: (articleId) => entriesOf(blockOf(articleId))[articleId % BLOCK_SIZE] ?? null,
    set(articleId, entry) {
      const block = blockOf(articleId);
      entriesOf(block)[articleId % BLOCK_SIZE] = entry;
      changed.add(block);
    },
    flush(generation) {
      for (const block of changed) write.run(block, generation, pack(entriesOf(block)));
      const latest = Math.max(...changed);
      changed.clear();
      // The block that new articles go to is wanted again; others may never be.
      for (const block of blocks.keys()) if (block !== latest) blocks.delete(block);
    },
  };
}

function emptyBlock(): (Entry | null)[] {
  return Array.from({ length: BLOCK_SIZE }, () => null);
}

/** Bits of an entry's marks. */
const MARKS = ['starred', 'read', 'trashed', 'cited'] as const;

type Packed = [
  first: number,
  count: number,
  day: number,
  publication: number,
  language: number,
  type: number,
  marks: number,
  reliability: number,
  credibility: number,
  tags: number[],
  collections: number[],
];

/** JSON: texts once, in `texts`, and an entry as a list of numbers; 0 for no entry. */
function pack(entries: readonly (Entry | null)[]): string {
  const places = new Map<string, number>();
  const placeOf = (text: string | null): number => {
    if (text === null) return -1;
    const place = places.get(text) ?? places.size;
    places.set(text, place);
    return place;
  };
  const packed = entries.map((entry): Packed | 0 =>
    entry === null
      ? 0
      : [
          entry.first,
          entry.count,
          entry.day,
          placeOf(entry.publication),
          placeOf(entry.language),
          placeOf(entry.type),
          MARKS.reduce((bits, mark, bit) => bits | (entry[mark] ? 1 << bit : 0), 0),
          entry.reliability,
          entry.credibility,
          entry.tags,
          entry.collections,
        ],
  );
  return JSON.stringify({ texts: [...places.keys()], entries: packed });
}

function unpack(stored: string): (Entry | null)[] {
  const { texts, entries } = JSON.parse(stored) as { texts: string[]; entries: (Packed | 0)[] };
  return entries.map((packed) => {
    if (packed === 0) return null;
    const [
      first,
      count,
      day,
      publication,
      language,
      type,
      marks,
      reliability,
      credibility,
      tags,
      collections,
    ] = packed;
    return {
      first,
      count,
      day,
      publication: texts[publication] ?? null,
      language: texts[language] ?? null,
      type: texts[type] ?? '',
      starred: (marks & 1) !== 0,
      read: (marks & 2) !== 0,
      trashed: (marks & 4) !== 0,
      cited: (marks & 8) !== 0,
      reliability,
      credibility,
      tags,
      collections,
    };
  });
}
