/** Follows the library's versions and finds those whose texts are nearly the same. */
import { setImmediate } from 'node:timers/promises';
import { type Database, openReadOnly } from '../../db/connect.ts';
import type { LibraryFolder } from '../../db/folder.ts';
import { breathe } from '../../worker/priority.ts';
import { createMatcher, type Match, type Sketches } from './matches.ts';
import { jaccard, shingles } from './shingles.ts';
import { sketchOf, SLOTS } from './sketch.ts';
import { openSketchFile, type SketchFile } from './sketchFile.ts';

/** Versions that are compared with all older ones at a time, and those whose texts are read at once. */
const BATCH = 4096;
const READ = 50;
/** Pairs that are told at once: whoever stores them has others waiting. */
const TOLD = 50;
/** Pairs below this are not told. */
const LEAST_SIMILARITY = 0.45;

/** Two versions with much the same text, the older one first. */
export interface FoundPair extends Match {
  /** The share of word sequences that they have in common (Jaccard), 0 to 1. */
  similarity: number;
}

export interface FinderHooks {
  /** Resolves when the pairs are stored: only then does the finder go on. */
  found(pairs: FoundPair[]): Promise<void>;
}

export interface DuplicateFinder {
  /** Looks at every version that has come since the last time. Resolves to how many. */
  follow(): Promise<number>;
  close(): void;
}

export function createDuplicateFinder(
  folder: Pick<LibraryFolder, 'library' | 'duplicates'>,
  hooks: FinderHooks,
): DuplicateFinder {
  let library: Database | null = null;
  let file: SketchFile | null = null;
  const stop = { closed: false };

  /** The sketches of the next versions, the last one of which is `to`; null where there are none. */
  const sketchNext = async (source: Database, from: number): Promise<(Sketches & { to: number }) | null> => {
    const read = source.prepare<[number, number], VersionRow>(
      'SELECT id, text FROM article_version WHERE id > ? ORDER BY id LIMIT ?',
    );
    const versions: number[] = [];
    const sketches: Uint8Array[] = [];
    let to = from;
    for (let seen = 0; seen < BATCH && !stop.closed; seen += READ) {
      const rows = read.all(to, READ);
      for (const { id, text } of rows) {
        breathe();
        const sketch = sketchOf(text);
        to = id;
        if (sketch === null) continue;
        versions.push(id);
        sketches.push(sketch);
      }
      if (rows.length < READ) break;
      await setImmediate();
    }
    if (to === from) return null;
    const bytes = new Uint8Array(sketches.length * SLOTS);
    for (const [at, sketch] of sketches.entries()) bytes.set(sketch, at * SLOTS);
    return { versions: Uint32Array.from(versions), bytes, to };
  };

  const matchesOf = async (batch: Sketches, older: Iterable<Sketches>): Promise<Match[]> => {
    const matcher = createMatcher(batch);
    for (const block of older) {
      matcher.compare(block);
      await setImmediate();
      if (stop.closed) break;
    }
    return matcher.matches();
  };

  /** Tells what the texts themselves confirm. */
  const tell = async (source: Database, matches: Match[]): Promise<void> => {
    const textOf = source.prepare<[number], string>('SELECT text FROM article_version WHERE id = ?').pluck();
    for (let at = 0; at < matches.length && !stop.closed; at += TOLD) {
      const pairs: FoundPair[] = [];
      for (const match of matches.slice(at, at + TOLD)) {
        const [older, newer] = [textOf.get(match.older), textOf.get(match.newer)];
        if (older === undefined || newer === undefined) continue;
        const alike = jaccard(shingles(older), shingles(newer));
        if (alike >= LEAST_SIMILARITY) pairs.push({ ...match, similarity: alike });
      }
      if (pairs.length > 0) await hooks.found(pairs);
      await setImmediate();
    }
  };

  return {
    async follow() {
      library ??= openReadOnly(folder.library);
      const last = library.prepare<[], number>('SELECT coalesce(max(id), 0) FROM article_version').pluck();
      file ??= openSketchFile(folder.duplicates, last.get()!);
      let total = 0;
      for (;;) {
        const batch = await sketchNext(library, file.followed());
        if (batch === null || stop.closed) break;
        const matches = await matchesOf(batch, file.blocks());
        await tell(library, matches);
        if (stop.closed) break;
        // Told before it is noted as done: after a crash in between they are found and told once more.
        file.add(batch, batch.to);
        total += batch.versions.length;
      }
      return total;
    },
    close() {
      stop.closed = true;
      file?.close();
      library?.close();
      file = null;
      library = null;
    },
  };
}

interface VersionRow {
  id: number;
  text: string;
}
