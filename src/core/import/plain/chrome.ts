/** Lines that belong to the page around an article: links, buttons, share bars, notices. */

const PLACES = String.raw`(?:content|main (?:menu|content|navigation)|navigation|search|footer|header|more\b.*)`;

const CHROME: RegExp[] = [
  new RegExp(String.raw`^(?:\d+\.\s*)?(?:skip|jump) to (?:the )?${PLACES}$`, 'iu'),
  /^(?:(?:ir|saltar|pular|ir para|vai|passa|salta) (?:al|para o|ao) (?:contenido|conteúdo|contenuto)(?: principal(?:e)?)?|(?:zum|direkt zum) (?:inhalt|hauptinhalt)(?: springen)?|aller au contenu(?: principal)?|(?:naar|ga naar) (?:de )?(?:inhoud|hoofdinhoud)|перейти к (?:основному )?(?:содержан\p{L}+|контенту)|(?:ana )?içeriğe (?:geç|atla)|przejdź do (?:treści|głównej treści)|(?:تخط[يى]?|انتقل) إلى المحتوى.{0,20})$/iu,
  // The way to the page: "News > World > Asia".
  /^(?!.*[.!?。]$)[^>›]{1,60}(?:\s*[>›]\s*[^>›]{1,120}){2,6}$|^[^.!?>›]{2,60}\s[>›]$/u,
  /^(?:accessibility help|your account|more menu|open in app|sign up|get (?:the )?app|an official website of .{2,80}|here['’]s how you know.{0,10}|this article is more than (?:\w+ )?(?:month|year)s? old\.?|\d+ (?:second|minute|min|hour|hr|day|week|month|year)s? ago|add as (?:a )?preferred .{0,40}|manage (?:alerts|subscription).{0,20})$/iu,
  /^(?:(?:leer|read|lire|leggi|lesen) (?:en|in|auf) \p{L}{4,12}|本文へ|поділитися|підписатися|view online|article navigation|author and article information|cite icon cite|permissions icon permissions|page contents|submit search|search query|article réservé aux abonnés|réservé aux abonnés|ajouter à vos sélections|abonnés|ouvir o texto|diminuir fonte|aumentar fonte|assine|0:00|기사를 읽어드립니다|takip et|add to your saved stories|opens? new tab|subscriber[- ]only|for subscribers|solo para suscriptores|nur für abonnenten|только для подписчиков)$/iu,
  /^\d+ (?:мин|dk|min|mins|分|분)\.?$/iu,
  /^(?:menú|menu|men[üu]|cerca|buscar|rechercher|suche|suchen|поиск|меню|ara|arama|szukaj|zoeken|suscríbete|suscribirse|iniciar sesión|abbonati|accedi|registrati|s['’]abonner|se connecter|anmelden|registrieren|abonnieren|войти|подписка|abone|giriş yap|üye ol|zaloguj|copiar enlace|copia link|copier le lien|link kopieren|скопировать ссылку|bağlantıyı kopyala)$/iu,
  /^(?:share|compartir|partager|teilen|condividi|paylaş|поделиться|udostępnij|delen|compartilhar|partilhar)(?: \p{L}{1,4})? (?:facebook|twitter|x|whatsapp|linkedin|telegram|bluesky|threads|reddit|pinterest|e-?mail)$/iu,
  /^\d+\s?min(?:ut)?\p{L}{0,3}\.? (?:di lettura|de lectura|de leitura|de lecture|okuma(?:da)?|чтения|lesezeit|leestijd|czytania)$/iu,
  // A row of buttons whose labels were copied as one line.
  /^(?:(?:공유(?:하기)?|댓글(?:\s?\d+)?|글자\s?크기\s?(?:조정|변경|확대|축소)?|인쇄(?:하기)?|스크랩|프린트|가|\+|-|닫기)\s*){2,8}$/u,
  /^(?:A[-+−]\s*){1,3}$/u,
  /^제보는 .{2,60}$|^\d{4}[-/.]\d{2}[-/.]\d{2} \d{2}:\d{2} ?송고$|^この記事を(?:スクラップ|保存|共有|シェア|印刷)する$/u,
  /^©\s*riproduzione riservata$/iu,
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
  /^\d+\s+(?:comments?|shares?|views?|likes?|kommentare|commentaires|comentarios|comentários|commenti|комментари\p{L}+|yorum)$/iu,
  /^(?:print this (?:page|article)|click to (?:share|print|email).{0,60}|opens in (?:a )?new (?:window|tab)|tweet this|save article|gift this article|follow|following|bookmark|report (?:a )?(?:typo|error)|listen to this article|permalink|reader view|view (?:in browser|online)|unsubscribe|update preferences)$/iu,
  /^(?:link copied!?|sign up here\.?|our standards:.{0,80}|purchase licensing rights.{0,40}|paid content|video ad feedback|now playing|ad feedback|most read|read full story|show (?:all|more) .{0,30}|text size|a\+|a-|save for later|add to (?:list|bookmarks))$/iu,
  /^(?:본문|메뉴|검색)\s?바로\s?가기$/u,
  /^(?:페이스북|트위터|카카오(?:스토리|톡)|네이버\s?(?:블로그|밴드)|밴드|URL\s?복사|기사\s?스크랩|글자\s?크기.{0,20}|본문\s?듣기|댓글\s*\d*|좋아요\s*\d*|구독(?:하기)?|이전\s?기사|다음\s?기사)$/u,
  /^(?:저작권자|무단\s?전재|ⓒ|<저작권자).{0,120}$|^.{0,60}무단\s?전재.{0,60}$/u,
  /^(?:ツイート|シェアする|フェイスブック|ブックマーク|会員登録|ログイン|この記事をシェア|記事を印刷|続きを読む|有料会員限定.{0,20})$/u,
  /^.{0,60}(?:無断転載|版权所有|未经.{0,10}授权|違反必究).{0,60}$/u,
  /^(?:分享到|分享|微信|微博|打印|字号|扫一扫.{0,30}|责任编辑)[:：\s].{0,60}$|^(?:分享|微信|微博|打印|收藏)$/u,
  /^(?:поделиться|подписаться|комментарии|распечатать|версия для печати|читать далее|наверх|вконтакте|телеграм)\W*\d*$/iu,
  /^(?:yazdır|favorilere ekle|abone ol|yorumlar?|takip et|haberi paylaş|kaynak göster)\W*\d*$/iu,
  /^.{0,80}(?:tüm hakları saklıdır|tous droits réservés|alle rechte vorbehalten|все права защищены|todos los derechos reservados|כל הזכויות שמורות|جميع الحقوق محفوظة).{0,80}$/iu,
  /^(?:\d+|\w+)[ -]min(?:ute)?s? read$/iu,
  /^(?:reading time|estimated reading time|okuma süresi|temps de lecture|lesezeit|tiempo de lectura|время чтения)\s*[:：]?.{0,20}$/iu,
  /^\d+\s?[–-]\s?\d+ min(?:ute)?s?$/iu,
  /^(?:view this (?:e-?mail|newsletter) in (?:your|a) browser|having trouble viewing.{0,60}|posted in\b.{0,60}(?:\||tagged).{0,120}|your e-?mail address will not be published.{0,80}|@\w{2,30}|(?:\d[\d.,]*[KM]?\s+(?:reposts?|retweets?|quotes?|likes?|replies|views?|bookmarks?|shares?|comments?)\s*){1,5})$/iu,
  /^[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}$/u,
  /^(?:無断転載|無断複製|禁無断転載).{0,40}$/u,
];

const CONTINUES =
  /^(?:read more|continue reading|read the (?:full|whole|rest).{0,60}|devamını oku|lire la suite|weiterlesen|続きを読む|더 보기)\W*$/iu;

/** Invitations to other articles, by their first words. */
const TEASER =
  /^(?:read(?: more| also)?|also read|see also|watch(?: also)?|related|more|video|listen|in (?:pictures|photos)|lesen sie (?:auch|mehr)|lire aussi|à lire aussi|lea también|leggi anche|ayrıca bkz|bunu da oku|[iİı]lg[iİı]l[iİı] haber|подробнее|читайте также|смотрите также|あわせて読みたい|関連記事|相关阅读|延伸阅读|관련\s?기사)\s*[:：|»>]\s*\S/iu;

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
