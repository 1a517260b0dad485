/** Lines that belong to the page around an article: links, buttons, share bars, notices. */

const PLACES = String.raw`(?:content|main (?:menu|content|navigation)|navigation|search|footer|header|more\b.*)`;

const CHROME: RegExp[] = [
  new RegExp(String.raw`^(?:\d+\.\s*)?(?:skip|jump) to (?:the )?${PLACES}$`, 'iu'),
  /^(?:back to top|top of page|home|menu|close|search|sign in|log ?in|register|subscribe(?: now)?|print(?: this)?|e-?mail(?: this)?|copy link|save|listen(?: to (?:this )?article)?|download(?: pdf)?|comments?(?: \(\d+\))?|leave a (?:comment|reply)|load more|show more|advertisement|sponsored|ad|next|previous|loading\W*)$/iu,
  /^(?:share|share this(?: (?:article|post|page|story))?|share on \w+|tweet|facebook|twitter|whatsapp|linkedin|telegram|pin it|follow us(?: on .*)?|paylaş|beğen|yazdır|partager|imprimer|teilen|drucken|compartir|공유(?:하기)?|인쇄|シェア|印刷)(?:\s*(?:facebook|twitter|x|whatsapp|linkedin|telegram|e-?mail|[|•·]))*:?$/iu,
  /^(?:similar|related|recent|popular|latest|more|trending|previous|next) (?:posts?|articles?|stories|news|reading|content|topics?)$/iu,
  /^(?:you (?:may|might) also like|most (?:read|popular|viewed)|editors?['’] picks|recommended(?: for you)?|more on this (?:story|topic)|benzer yazılar|ilgili (?:haberler|yazılar)|à lire aussi|sur le même sujet|mehr zum thema|関連(?:記事|リンク)|관련\s?기사|인기\s?기사)\W*$/iu,
  /^more from [^.!?。]{1,60}$/iu,
  /^(?:this (?:post|page|article|entry) is also available in|also available in|available in|read (?:this )?in|bu yazı şu dillerde de mevcuttur|disponible en|auch verfügbar auf)\s*[:：].{0,120}$/iu,
  /^(?:we use cookies|this (?:web)?site uses cookies|by (?:using|continuing)\b.{0,60}\b(?:this (?:web)?site|our (?:web)?site|cookies|you (?:agree|accept|consent))\b|accept (?:all )?cookies|cookie (?:settings|policy|preferences)).{0,200}$/iu,
  /^(?:(?:privacy(?: policy)?|terms (?:of (?:use|service)|and conditions)|cookies|accessibility|about(?: us)?|contact(?: us)?|imprint)(?:\s*[|•·/]\s*|\s{2,}|$))+$/iu,
  /^(?:sign up|subscribe|register) (?:for|to) .{0,120}(?:newsletter|updates|alerts|briefing|inbox|podcast).{0,60}$/iu,
  /^(?:©|(?:\(c\)|copyright)(?: by)?\s+(?:©|\(c\)|(?:19|20)\d{2}\b)).{0,160}$/iu,
  /^.{0,80}\ball rights reserved\b.{0,80}$/iu,
  /^(?:tags?|keywords|topics|filed under|categories|category|etiketler|mots[- ]clés|schlagwörter|태그|タグ)\s*[:：][^.!?。]{0,200}$/iu,
  /^\d+\s+(?:comments?|shares?|views?|likes?)$/iu,
  /^(?:\d+|\w+)[ -]min(?:ute)?s? read$/iu,
  /^(?:reading time|estimated reading time|okuma süresi)\s*[:：]?.{0,20}$/iu,
];

const CONTINUES =
  /^(?:read more|continue reading|read the (?:full|whole|rest).{0,60}|devamını oku|lire la suite|weiterlesen|続きを読む|더 보기)\W*$/iu;

/** Invitations to other articles, by their first words. */
const TEASER =
  /^(?:read(?: more| also)?|also read|see also|watch(?: also)?|related|more|video|listen|in (?:pictures|photos)|lesen sie (?:auch|mehr)|lire aussi|ayrıca bkz|bunu da oku|あわせて読みたい|관련\s?기사)\s*[:：|»>]\s*\S/iu;

/** UTF-16 units of the longest line that any of the patterns matches. */
const LONGEST = 400;

export function isChrome(line: string): boolean {
  return line.length <= LONGEST && CHROME.some((pattern) => pattern.test(line));
}

/** "Continue reading": the file ends before the article does. */
export function saysItGoesOn(line: string): boolean {
  return line.length <= LONGEST && CONTINUES.test(line);
}

export function isAnnouncedTeaser(line: string): boolean {
  return TEASER.test(line);
}

/** For the report: what was taken for a teaser is named, for it may have been the article's own. */
export function leftOutAsTeaser(line: string): string {
  return `Left out as a link to another article: “${line}”.`;
}

/** "Place: somebody says something": the headline of another item that stands alone between paragraphs. */
export function looksLikeHeadlineOfAnother(line: string): boolean {
  return /^[^:]{2,40}:\s.*\b(?:is|are|was|were|has|have|will|would|says?|said|can|must|warns?|wants?|calls?|urges?)\b/u.test(
    line,
  );
}

/** The site that a skip link names: "Skip to more DW sites". */
export function siteOfSkipLink(line: string): string | null {
  return /^(?:\d+\.\s*)?skip to more (.{1,40}) (?:sites|pages|content)$/iu.exec(line)?.[1] ?? null;
}
