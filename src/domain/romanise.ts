/** Names of other scripts in ASCII letters, as far as that needs no dictionary. */

/** Latin letters that Unicode does not take apart into a letter and its accent. */
const LATIN: Record<string, string> = {
  æ: 'ae',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ĸ: 'k',
  ł: 'l',
  ŋ: 'ng',
  ø: 'o',
  œ: 'oe',
  ſ: 's',
  ß: 'ss',
  þ: 'th',
  ŧ: 't',
  ə: 'e',
};

/** BGN/PCGN without apostrophes: Russian, with the letters of Ukrainian, Belarusian, Serbian and Macedonian. */
const CYRILLIC: Record<string, string> = Object.fromEntries(
  [
    'а a|б b|в v|г g|д d|е e|ё yo|ж zh|з z|и i|й y|к k|л l|м m|н n|о o|п p|р r|с s|т t|у u|ф f|х kh|ц ts|ч ch',
    'ш sh|щ shch|ъ |ы y|ь |э e|ю yu|я ya|і i|ї yi|є ye|ґ g|ў u|ј j|љ lj|њ nj|ћ c|ђ dj|џ dz|ѓ gj|ќ kj|ѕ dz',
  ]
    .join('|')
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** ISO 843, transcription, letter by letter; see `GREEK_PAIRS` for those that are said as one. */
const GREEK: Record<string, string> = Object.fromEntries(
  'α a|β v|γ g|δ d|ε e|ζ z|η i|θ th|ι i|κ k|λ l|μ m|ν n|ξ x|ο o|π p|ρ r|σ s|ς s|τ t|υ y|φ f|χ ch|ψ ps|ω o'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);
const GREEK_PAIRS: Record<string, string> = {
  ου: 'ou',
  αυ: 'av',
  ευ: 'ev',
  γγ: 'ng',
  γξ: 'nx',
  γχ: 'nch',
};

/** Revised Romanisation of Korean, syllable by syllable. */
const INITIALS = 'g kk n d tt r m b pp s ss  j jj ch k t p h'.split(' ');
const VOWELS = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ');
const FINALS = ' k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ');
const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;

/** Korean family names as most who bear them write them, where that is not the Revised Romanisation. */
const KOREAN_FAMILIES: Record<string, string> = Object.fromEntries(
  '김 kim|이 lee|박 park|최 choi|정 jung|조 cho|강 kang|윤 yoon|임 lim|오 oh|서 seo|신 shin|권 kwon|황 hwang|안 ahn|송 song|류 ryu|유 yoo|전 jeon|홍 hong|고 ko|문 moon|양 yang|손 son|배 bae|백 baek|허 heo|남 nam|심 shim|노 noh|하 ha|곽 kwak|성 sung|차 cha|주 joo|우 woo|구 koo|민 min|나 na|진 jin|지 ji|엄 um|채 chae|원 won|천 chun|방 bang|공 kong|현 hyun|함 ham|변 byun|염 yum|여 yeo|추 choo|도 do|소 so|석 seok|선 sun|설 seol|마 ma|길 gil|연 yeon|위 wi|표 pyo|명 myung|기 ki|반 ban|라 ra|왕 wang|금 keum|옥 ok|육 yook|인 in|맹 maeng|제 je|모 mo|탁 tak|국 kook|어 eo|은 eun|편 pyun|용 yong'
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);

/** Hepburn, without long vowels. */
const KANA: Record<string, string> = Object.fromEntries(
  [
    'あ a|い i|う u|え e|お o|か ka|き ki|く ku|け ke|こ ko|さ sa|し shi|す su|せ se|そ so|た ta|ち chi|つ tsu|て te|と to',
    'な na|に ni|ぬ nu|ね ne|の no|は ha|ひ hi|ふ fu|へ he|ほ ho|ま ma|み mi|む mu|め me|も mo|や ya|ゆ yu|よ yo',
    'ら ra|り ri|る ru|れ re|ろ ro|わ wa|ゐ i|ゑ e|を o|ん n|が ga|ぎ gi|ぐ gu|げ ge|ご go|ざ za|じ ji|ず zu|ぜ ze|ぞ zo',
    'だ da|ぢ ji|づ zu|で de|ど do|ば ba|び bi|ぶ bu|べ be|ぼ bo|ぱ pa|ぴ pi|ぷ pu|ぺ pe|ぽ po|ぁ a|ぃ i|ぅ u|ぇ e|ぉ o|ゔ vu',
  ]
    .join('|')
    .split('|')
    .map((pair) => pair.split(' ') as [string, string]),
);
const SMALL_Y: Record<string, string> = { ゃ: 'a', ゅ: 'u', ょ: 'o' };

/**
 * The words of a name in lower-case ASCII letters, other signs left out: `Öztürk` is `ozturk`, `Путин` `putin`,
 * `Παπαδόπουλος` `papadopoulos`, `한겨레` `hangyeore`. Empty for what is in a script whose reading takes a
 * dictionary (Chinese characters) or leaves out vowels (Arabic, Hebrew).
 */
export function asciiLetters(text: string): string {
  const lower = text.normalize('NFKC').toLowerCase();
  const syllables = lower.replaceAll(/\p{Script=Hangul}/gu, hangul);
  const plain = kana(syllables).replaceAll(/\P{ASCII}/gu, (letter) =>
    letter in CYRILLIC ? letter : letter.normalize('NFD').replaceAll(/\p{M}/gu, ''),
  );
  return plain
    .replaceAll(/ου|αυ|ευ|γγ|γξ|γχ/gu, (pair) => GREEK_PAIRS[pair]!)
    .replaceAll(/\P{ASCII}/gu, (letter) => LATIN[letter] ?? CYRILLIC[letter] ?? GREEK[letter] ?? '')
    .replaceAll(/[^a-z]/gu, '');
}

/** A Korean family name as those who bear it write it: `김` is `kim`. Others as `asciiLetters`. */
export function asciiFamily(family: string): string {
  return KOREAN_FAMILIES[family.trim()] ?? asciiLetters(family);
}

function hangul(letter: string): string {
  const code = letter.codePointAt(0)!;
  if (code < FIRST_SYLLABLE || code > LAST_SYLLABLE) return '';
  const place = code - FIRST_SYLLABLE;
  const initial = INITIALS[Math.floor(place / 588)]!;
  return initial + VOWELS[Math.floor((place % 588) / 28)]! + FINALS[place % 28]!;
}

function kana(text: string): string {
  const HIRAGANA = 0x60;
  return text
    .replaceAll(/[ァ-ヴ]/gu, (letter) => String.fromCodePoint(letter.codePointAt(0)! - HIRAGANA))
    .replaceAll(/([きしちにひみりぎじびぴ])([ゃゅょ])/gu, (_all, first: string, small: string) => {
      const stem = KANA[first]!.slice(0, -1);
      return stem + (/(?:sh|ch|j)$/u.test(stem) ? '' : 'y') + SMALL_Y[small]!;
    })
    .replaceAll(/っ(?=(.))/gu, (_all, next: string) => KANA[next]?.[0] ?? '')
    .replaceAll(/[ぁ-ゔ]/gu, (letter) => KANA[letter] ?? '')
    .replaceAll('ー', '');
}
