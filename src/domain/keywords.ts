/** Keywords of a brief, as its files carry them. */

const SEPARATORS = /[,;\n，；、]/u;

/** The words that `keywords` lists, parted by commas or semicolons, each once. */
export function keywordList(keywords: string): string[] {
  const words = keywords.split(SEPARATORS).map((word) => word.replace(/\s+/gu, ' ').trim());
  return [...new Set(words.filter((word) => word !== ''))];
}
