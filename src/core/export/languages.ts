/** Languages and directions of text, told from its letters, and fonts for those of East Asia. */

/** What letters of East Asia are set in. */
export interface Script {
  font: string;
  /** BCP 47. */
  language: string;
}

const KOREAN: Script = { font: 'Malgun Gothic', language: 'ko-KR' };
const JAPANESE: Script = { font: 'Yu Mincho', language: 'ja-JP' };
const CHINESE: Script = { font: 'SimSun', language: 'zh-CN' };
const TRADITIONAL: Script = { font: 'PMingLiU', language: 'zh-TW' };

const KANA = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const HANGUL = /\p{Script=Hangul}/u;
const HAN = /\p{Script=Han}/u;

/** The script of a brief in `language`; of another one by the letters that it quotes. */
export function scriptOf(language: string, text: string): Script {
  const own = scriptOfLanguage(language);
  return own ?? scriptOfText(text) ?? (HAN.test(text) ? CHINESE : JAPANESE);
}

/** Null where the text has no letters of which the language is told for sure: Chinese ones alone are shared. */
export function scriptOfText(text: string): Script | null {
  if (KANA.test(text)) return JAPANESE;
  return HANGUL.test(text) ? KOREAN : null;
}

function scriptOfLanguage(tag: string): Script | null {
  const { language, script, region } = new Intl.Locale(wellFormed(tag)).maximize();
  if (language === 'ja') return JAPANESE;
  if (language === 'ko') return KOREAN;
  if (language !== 'zh') return null;
  return script === 'Hant' || region === 'TW' || region === 'HK' ? TRADITIONAL : CHINESE;
}

/** The tag where it is one; English where it is not. */
export function wellFormed(tag: string): string {
  try {
    return new Intl.Locale(tag).toString();
  } catch {
    return 'en';
  }
}

/** Letters that run from right to left, with what stands between them. */
const RIGHT_TO_LEFT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]+(?:[\s\p{P}\p{M}]*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]+)*/gu;

/** The text in parts that run one way. */
export function byDirection(text: string): { text: string; rightToLeft: boolean }[] {
  const parts: { text: string; rightToLeft: boolean }[] = [];
  let at = 0;
  for (const match of text.matchAll(RIGHT_TO_LEFT)) {
    if (match.index > at) parts.push({ text: text.slice(at, match.index), rightToLeft: false });
    parts.push({ text: match[0], rightToLeft: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), rightToLeft: false });
  return parts;
}

const LANGUAGES: readonly [string, RegExp][] = [
  ['ja', /\p{Script=Hiragana}|\p{Script=Katakana}/u],
  ['ko', /\p{Script=Hangul}/u],
];
const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}](?:[\s\p{P}\u3000-\u303F\uFF00-\uFF65]*[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}])*/gu;

/** The text in parts of one language, where the letters tell it; null where they do not. */
export function byScript(text: string): { text: string; language: string | null }[] {
  const parts: { text: string; language: string | null }[] = [];
  let at = 0;
  for (const match of text.matchAll(EAST_ASIAN)) {
    const language = LANGUAGES.find(([, letters]) => letters.test(match[0]))?.[0] ?? null;
    if (language === null) continue;
    if (match.index > at) parts.push({ text: text.slice(at, match.index), language: null });
    parts.push({ text: match[0], language });
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), language: null });
  return parts;
}
