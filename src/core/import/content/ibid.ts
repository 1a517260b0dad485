/** Notes that stand for the note before them. */
import type { ArticleContent } from '#domain/article.ts';

/** "Ibid." and its English, German, Korean and Japanese forms, with or without a page. */
const IBID =
  /^(?:ibid(?:em)?|idem|id\.|ebd|ebenda|aynı (?:yer|eser|makale)|a\.g\.[em]\.?|там же|위의 (?:글|책)|같은 글|同上|同書)(?![\p{L}\p{N}])/iu;

/**
 * Sets `sameAs` on every note block that only says "Ibid.": the label of the first note before it that
 * names a source.
 */
export function linkIbid(content: ArticleContent): void {
  let source: string | undefined;
  for (const block of content.blocks) {
    if (block.role !== 'note') continue;
    const text = content.text.slice(block.start, block.end);
    if (IBID.test(text)) {
      if (source !== undefined) block.sameAs = source;
    } else source = block.label;
  }
}
