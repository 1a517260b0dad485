/** Compares two versions of a text, paragraph by paragraph and then word by word. */
import type { ArticleContent } from '#domain/article.ts';
import { align } from '#domain/compare/align.ts';
import { type ComparedPart, compareWords, splitWords, wordSet } from '#domain/compare/words.ts';

export interface ComparedBlock {
  change: 'added' | 'removed' | 'edited' | null;
  parts: ComparedPart[];
}

type Text = Pick<ArticleContent, 'text' | 'blocks'>;

/** The blocks of both, in the order in which a reader of the later one meets them. */
export function compareTexts(earlier: Text, later: Text): ComparedBlock[] {
  const [before, after] = [earlier, later].map(({ text, blocks }) =>
    blocks.map(({ start, end }) => {
      const tokens = splitWords(text.slice(start, end));
      return { key: text.slice(start, end), tokens, words: wordSet(tokens) };
    }),
  );
  return align(before!, after!).map((pair) => {
    const [old, now] = [before![pair.before ?? -1], after![pair.after ?? -1]];
    if (old === undefined) return whole(now!.key, 'added');
    if (now === undefined) return whole(old.key, 'removed');
    if (old.key === now.key) return { change: null, parts: [{ text: now.key, change: null }] };
    return { change: 'edited', parts: compareWords(old.tokens, now.tokens) };
  });
}

function whole(text: string, change: 'added' | 'removed'): ComparedBlock {
  return { change, parts: [{ text, change }] };
}
