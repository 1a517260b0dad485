/** Plain text that is written in Markdown, or in lists with drawn bullets. */

const BULLET = /^(\s*)[•▪◦‣·–]\s+/gmu;
/** Each alone is a sign of Markdown. */
const SURE = [
  /^#{1,6} \S/mu,
  /^(?:```|~~~)/mu,
  /\[[^\]\n]+\]\((?:https?:|mailto:)[^)\s]+\)/u,
  /^\s*\|?(?:\s*:?-{3,}:?\s*\|)+\s*:?-{3,}:?\s*\|?\s*$/mu,
  /^\[\^[^\]\s]+\]:/mu,
  /(?<![\p{L}\p{N}*])\*\*[^\s*][^*\n]*\*\*/u,
];
const ITEM = /^\s*(?:[-*+•▪◦‣·–]|\d{1,3}[.)])\s+\S/gmu;

/** What can be made of a text besides its paragraphs. */
export function markupIn(text: string): 'markdown' | 'list' | null {
  if (SURE.some((sign) => sign.test(text))) return 'markdown';
  return (text.match(ITEM)?.length ?? 0) > 1 ? 'list' : null;
}

/** As a page, in which markup of HTML is the words that it is written with. Loads what it needs. */
export async function pageOfMarkdown(text: string): Promise<string> {
  const [{ micromark }, { gfm, gfmHtml }] = await Promise.all([
    import('micromark'),
    import('micromark-extension-gfm'),
  ]);
  return micromark(text.replaceAll(BULLET, '$1- '), {
    extensions: [gfm({ singleTilde: false })],
    htmlExtensions: [gfmHtml()],
  });
}
