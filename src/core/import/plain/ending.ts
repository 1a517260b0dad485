/** Where an article ends and what the page shows below it begins: comments, other articles, sign-offs. */
import { isLong, type Line } from './lines.ts';

const COMMENTS =
  /^(?:(?:\d+|one|no) (?:thoughts?|comments?|responses?|replies) (?:on|to)\b.{0,160}|comments?\s*\(?\d*\)?|leave a (?:reply|comment)|post a comment|join the (?:conversation|discussion)|discussion about this post|(?:\d+\s*)?(?:yorum(?:lar)?|kommentare|commentaires|комментари(?:и|ев)|댓글(?:\s*\d+개?)?|コメント)\s*\(?\d*\)?)$/iu;
/** A count of comments, which stands beside a headline as well, and the first of them: who wrote it, and when. */
const COUNTED = /^\d+\s+(?:comments?|replies|responses|yorum|kommentare|commentaires|комментари\p{L}+)$/iu;
const COMMENTED =
  /^.{2,60}\b(?:on .{4,20}\d{4}|at \d{1,2}[:.]\d{2}.{0,3}|says:|\d+ \p{L}+ ago)$|^.{2,60}\b\d{4} at \d{1,2}[:.]\d{2}.{0,4}$/iu;
const OTHERS =
  /^(?:related (?:articles?|posts?|stories|content|news|topics)|archivado en|yazarın diğer (?:yazıları|köşe yazıları)|(?:あわせて|併せて)(?:読みたい|読む)|altri articoli|te puede interesar|leia (?:também|mais)|المزيد (?:من|حول).{0,60}|اقرأ أيضا|more (?:from|on|in)\b.{0,60}|you (?:may|might) also like|read next|up next|recommended(?: for you| reading)?|most (?:read|popular|viewed)|latest (?:news|stories)|trending(?: now)?|similar posts|ilgili (?:haberler|yazılar)|benzer (?:haberler|yazılar)|mehr zum thema|sur le même sujet|à lire aussi|читайте также|по теме|관련\s?기사|인기\s?기사|주요\s?뉴스|関連(?:記事|ニュース)|相关(?:新闻|阅读|文章))\W*$/iu;
const SUBSCRIPTION =
  /^(?:you(?:['’]re| are) receiving this (?:e-?mail|newsletter|message)\b.{0,200}|(?:unsubscribe|update (?:your )?preferences|forward (?:this )?to a friend|view in browser)(?:\s*[|•·]\s*.{2,40}){0,4}|thanks for reading\b.{0,160}|if you (?:liked|enjoyed) this\b.{0,160})$/iu;
/** What ends a press release or a wire story. */
const END_MARK = /^(?:#{2,5}|-\s?30\s?-|-?\s?ends\s?-?|\*{3}ends\*{3}|[—–-]\s?end\s?[—–-])$/iu;

export interface Ended {
  article: Line[];
  /** Lines that stood below the article and were left out. */
  below: Line[];
}

/**
 * Cuts off what stands below an article: everything from a heading of comments, from a list of other articles
 * without a paragraph in it, or from the words to those who subscribed.
 */
export function endArticle(lines: Line[]): Ended {
  const firstLong = lines.findIndex((line) => isLong(line.text));
  if (firstLong === -1) return { article: lines, below: [] };
  const at = lines.findIndex(
    (line, index) =>
      index > firstLong &&
      line.text.length <= 300 &&
      (COMMENTS.test(line.text) ||
        (COUNTED.test(line.text) && COMMENTED.test(lines[index + 1]?.text ?? '')) ||
        (SUBSCRIPTION.test(line.text) && !goesOn(lines, index)) ||
        (OTHERS.test(line.text) && !goesOn(lines, index))),
  );
  const article = (at === -1 ? lines : lines.slice(0, at)).filter((line) => !END_MARK.test(line.text));
  return { article, below: at === -1 ? [] : lines.slice(at) };
}

/** Text of the article, or its notes, stand further down. */
function goesOn(lines: Line[], at: number): boolean {
  return lines.slice(at + 1).some((line) => isLong(line.text) || /^\[\d{1,3}\]/u.test(line.text));
}
