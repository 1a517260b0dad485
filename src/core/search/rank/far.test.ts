import { expect, it } from 'vitest';
import { createArena } from './arena.ts';
import { createScorer } from './bm25.ts';
import { createRange } from './far.ts';
import { createPartialList } from './partial.ts';
import { createTop } from './select.ts';

/** Enough that a page far down is not read off all scores; every tenth passage is one article's last. */
const PASSAGES = 120_000;

it('reads pages far down a long list as it would read them from the top', () => {
  const docs = Uint32Array.from({ length: PASSAGES }, (_none, at) => at);
  // Many passages score alike, as in a library: their order must be that of the articles nevertheless.
  const weights = Uint16Array.from(docs, (doc) => 1 + ((doc * 7919) % 23) ** 2);
  const lengths = Uint16Array.from(docs, (doc) => 20 + ((doc * 104_729) % 61));
  const articleOf = Uint32Array.from(docs, (doc) => 1 + Math.floor(doc / 10));
  const articles = PASSAGES / 10 + 1;
  const scorer = createScorer({ passages: PASSAGES, average: 50, lengths });
  const list = createPartialList([{ made: { docs, weights } }], {
    arena: createArena(),
    articleOf,
    articles,
    someDead: false,
    average: 50,
  });
  const odd = Uint8Array.from({ length: articles }, (_none, id) => id % 2);
  for (const allowed of [null, odd]) {
    const { passages } = list.count(allowed);
    const top = createTop(passages, articleOf);
    list.offer(top, allowed, scorer);
    const all = Array.from(top.inOrder());
    expect(all).toHaveLength(allowed === null ? PASSAGES : PASSAGES / 2);
    const range = createRange(list, allowed, passages, articleOf, scorer);
    for (const from of [0, 2000, 30_000, passages - 70])
      expect(Array.from(range(from, from + 70))).toEqual(all.slice(from, from + 70));
    expect(Array.from(range(passages, passages))).toEqual([]);
  }
});
