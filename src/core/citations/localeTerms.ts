/** Terms of CSL locales that the package carries in English, or that read wrongly where citeproc sets them. */
import type { XmlNode } from 'citeproc';

/**
 * The Korean "and" is a particle to choose from (와/과), which is set without the space that has to follow; "retrieved"
 * and "from" stand before a date and an address, where Korean and Japanese have words that come after.
 */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ko-KR': { and: ' 및 ', retrieved: '검색일', from: '' },
  'ja-JP': { retrieved: '取得日', from: '' },
};

/** Kinds of places in a source: long form of one and of many, short form of one and of many; or one word for all. */
const PLACES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'de-DE': {
    appendix: 'Anhang Anhänge Anh. Anh.',
    'article-locator': 'Artikel Artikel Art. Art.',
    elocation: 'Position Positionen Pos. Pos.',
    equation: 'Gleichung Gleichungen Gl. Gl.',
    rule: 'Regel Regeln Regel Regeln',
    scene: 'Szene Szenen Sz. Sz.',
    supplement: 'Beilage Beilagen Beil. Beil.',
    table: 'Tabelle Tabellen Tab. Tab.',
    'title-locator': 'Titel Titel Tit. Tit.',
  },
  'tr-TR': {
    appendix: 'ek ekler ek ekler',
    'article-locator': 'madde maddeler md. md.',
    elocation: 'konum konumlar konum konumlar',
    equation: 'denklem denklemler denk. denk.',
    rule: 'kural kurallar kural kurallar',
    scene: 'sahne sahneler sahne sahneler',
    supplement: 'ilave ilaveler ilave ilaveler',
    table: 'tablo tablolar tablo tablolar',
    'title-locator': 'başlık başlıklar başlık başlıklar',
  },
  'ko-KR': {
    appendix: '부록',
    'article-locator': '조',
    book: '권',
    chapter: '장',
    column: '단',
    elocation: '위치',
    equation: '식',
    figure: '그림',
    note: '주',
    paragraph: '단락',
    part: '부',
    rule: '규칙',
    scene: '장면',
    section: '절',
    supplement: '별책',
    table: '표',
    'title-locator': '편',
  },
  'ja-JP': {
    appendix: '付録',
    'article-locator': '条',
    chapter: '章',
    elocation: '位置',
    equation: '式',
    figure: '図',
    note: '註',
    paragraph: '段落',
    part: '部',
    rule: '規則',
    scene: '場面',
    section: '節',
    supplement: '補遺',
    table: '表',
    'title-locator': '編',
  },
};

/** Changes the terms of `locale`, the root of a CSL locale, in place. */
export function mendTerms(locale: XmlNode): XmlNode {
  const tag = locale.attrs['xml:lang'] ?? '';
  const words = WORDS[tag] ?? {};
  const places = PLACES[tag] ?? {};
  for (const terms of locale.children)
    if (typeof terms !== 'string' && terms.name === 'terms')
      for (const term of terms.children) if (typeof term !== 'string') mend(term, words, places);
  return locale;
}

function mend(term: XmlNode, words: Record<string, string>, places: Record<string, string>): void {
  const { name = '', form } = term.attrs;
  const word = words[name];
  if (word !== undefined && form === undefined) term.children = [word];
  const place = places[name]?.split(' ');
  if (place === undefined || (form !== undefined && form !== 'short')) return;
  const [one = '', many = one, shortOne = one, shortMany = many] = place;
  const forms = form === 'short' ? [shortOne, shortMany] : [one, many];
  term.children = ['single', 'multiple'].map((number, index) => ({
    name: number,
    attrs: {},
    children: [forms[index]!],
  }));
}
