/** Compares two versions of a text, paragraph by paragraph and then word by word. */
import { diffArrays } from 'diff';
import type { ArticleContent } from '#domain/article.ts';

export interface ComparedPart {
  text: string;
  change: 'added' | 'removed' | null;
}
export interface ComparedBlock {
  change: 'added' | 'removed' | 'edited' | null;
  parts: ComparedPart[];
}

/** Two paragraphs that share fewer of their words are not versions of one. */
const SHARED_WORDS = 0.4;
/** Milliseconds after which two paragraphs are shown as wholly different. */
const TIMEOUT = 500;

type Text = Pick<ArticleContent, 'text' | 'blocks'>;

/** The blocks of both, in the order in which a reader of the later one meets them. */
export function compareTexts(before: Text, after: Text): ComparedBlock[] {
  const changes = diffArrays(blockTexts(before), blockTexts(after));
  const blocks: ComparedBlock[] = [];
  let removed: string[] = [];
  const endRemoved = (): void => {
    for (const text of removed) blocks.push(whole(text, 'removed'));
    removed = [];
  };
  for (const change of changes) {
    if (change.removed) removed.push(...change.value);
    else if (change.added) {
      blocks.push(...pairBlocks(removed, change.value));
      removed = [];
    } else {
      endRemoved();
      for (const text of change.value) blocks.push({ change: null, parts: [{ text, change: null }] });
    }
  }
  endRemoved();
  return blocks;
}

function blockTexts({ text, blocks }: Text): string[] {
  return blocks.map(({ start, end }) => text.slice(start, end));
}

/** Tells edited paragraphs from those that went and came, without changing the order of either. */
function pairBlocks(removed: readonly string[], added: readonly string[]): ComparedBlock[] {
  const before = removed.map((text) => words(text));
  const after = added.map((text) => words(text));
  const partners = partnersOf(before, after);
  const blocks: ComparedBlock[] = [];
  let next = 0;
  for (const [index, tokens] of after.entries()) {
    const partner = partners[index]!;
    // What went stands before what came in its place.
    const upTo = partners.slice(index).find((place) => place !== null) ?? before.length;
    for (; next < upTo; next += 1) blocks.push(whole(removed[next]!, 'removed'));
    if (partner === null) blocks.push(whole(added[index]!, 'added'));
    else {
      blocks.push({ change: 'edited', parts: compareWords(before[partner]!, tokens) });
      next = partner + 1;
    }
  }
  for (; next < before.length; next += 1) blocks.push(whole(removed[next]!, 'removed'));
  return blocks;
}

/** For each paragraph that came, the place of the one that it was before, or null; in rising order. */
function partnersOf(before: readonly string[][], after: readonly string[][]): (number | null)[] {
  let next = 0;
  return after.map((tokens) => {
    const found = before.findIndex((other, at) => at >= next && sharedWords(other, tokens) >= SHARED_WORDS);
    if (found === -1) return null;
    next = found + 1;
    return found;
  });
}

function whole(text: string, change: 'added' | 'removed'): ComparedBlock {
  return { change, parts: [{ text, change }] };
}

function compareWords(before: string[], after: string[]): ComparedPart[] {
  const changes = diffArrays(before, after, { timeout: TIMEOUT });
  if (changes === undefined)
    return [
      { text: before.join(''), change: 'removed' },
      { text: after.join(''), change: 'added' },
    ];
  return changes.map(({ value, added, removed }) => ({
    text: value.join(''),
    change: added ? 'added' : removed ? 'removed' : null,
  }));
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });

/** Words, and what stands between them; together they are the text. */
function words(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** Part of the longer one's words that the other one has too. */
function sharedWords(a: readonly string[], b: readonly string[]): number {
  const [first, second] = [a, b].map(
    (tokens) => new Set(tokens.filter((token) => /[\p{L}\p{N}]/u.test(token))),
  );
  const shared = [...first!].filter((word) => second!.has(word)).length;
  return shared / Math.max(1, first!.size, second!.size);
}
