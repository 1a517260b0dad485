/** Terms of CSL locales that the package carries in English, or that read wrongly where citeproc sets them. */
import type { XmlNode } from 'citeproc';

const ORDINALS = [
  'ordinal',
  'ordinal-01',
  'ordinal-02',
  'ordinal-03',
  'ordinal-11',
  'ordinal-12',
  'ordinal-13',
];
/** "2nd edition" is 2판 and 2版. */
const BARE_ORDINALS = Object.fromEntries(ORDINALS.map((name) => [name, '']));

/**
 * By name, or name and form. The Korean "and" is a particle to choose from (와/과), which is set without the space that
 * has to follow, and "et al." an "and so on" without the space that has to go before it; "in", "retrieved" and "from"
 * stand before a title, a date and an address, where Korean, Japanese and Turkish have words that come after.
 */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ko-KR': {
    ...BARE_ORDINALS,
    and: ' 및 ',
    'and others': ' 외',
    'et-al': ' 외',
    accessed: '접속일',
    retrieved: '검색일',
    from: '',
    in: '',
    'no date': '일자 없음',
    edition: '판',
    'edition/short': '판',
    version: '버전',
    volume: '권',
    'volume/short': '권',
    issue: '호',
    'editor/verb': '편집자:',
    'editor/verb-short': '편:',
    'translator/verb-short': '역:',
    'interviewer/verb': '인터뷰어:',
    'recipient/verb': '수신:',
    broadcast: '방송',
    dataset: '데이터세트',
    hearing: '청문회',
    interview: '인터뷰',
    legislation: '법률',
    map: '지도',
    post: '게시물',
    report: '보고서',
    software: '소프트웨어',
    speech: '연설',
    treaty: '조약',
    webpage: '웹페이지',
  },
  'ja-JP': {
    ...BARE_ORDINALS,
    accessed: '閲覧日',
    retrieved: '取得日',
    from: '',
    'interviewer/verb': '聞き手: ',
    broadcast: '放送',
    dataset: 'データセット',
    hearing: '公聴会',
    interview: 'インタビュー',
    'interview/short': 'インタビュー',
    legislation: '法令',
    map: '地図',
    post: '投稿',
    report: '報告書',
    software: 'ソフトウェア',
    speech: '講演',
    treaty: '条約',
    webpage: 'ウェブページ',
  },
  'tr-TR': {
    retrieved: 'erişim tarihi',
    from: '',
    'edition/short': 'bs.',
    standard: 'standart',
    webpage: 'web sayfası',
  },
};

/** How the day is written in a date in words: 9 Mayıs, not 09 Mayıs; 1er mai, but 2 mai. */
const DAYS: Readonly<Record<string, string>> = { 'tr-TR': 'numeric', 'fr-FR': 'ordinal', 'fr-CA': 'ordinal' };

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
    page: '페이지 페이지 p. pp.',
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

/** Changes the terms and dates of `locale`, the root of a CSL locale, in place. */
export function mendLocale(locale: XmlNode): XmlNode {
  const tag = locale.attrs['xml:lang'] ?? '';
  const words = WORDS[tag] ?? {};
  const places = PLACES[tag] ?? {};
  for (const part of elements(locale)) {
    if (part.name === 'terms') for (const term of elements(part)) mend(term, words, places);
    if (part.name === 'date' && part.attrs['form'] === 'text') mendDay(part, DAYS[tag]);
  }
  return locale;
}

function elements(parent: XmlNode): XmlNode[] {
  return parent.children.filter((child) => typeof child !== 'string');
}

function mendDay(date: XmlNode, form: string | undefined): void {
  for (const part of elements(date))
    if (form !== undefined && part.attrs['name'] === 'day') part.attrs['form'] = form;
}

function mend(term: XmlNode, words: Record<string, string>, places: Record<string, string>): void {
  const { name = '', form } = term.attrs;
  const word = words[form === undefined ? name : `${name}/${form}`];
  if (word !== undefined) {
    const numbers = elements(term);
    if (numbers.length === 0) term.children = [word];
    for (const number of numbers) number.children = [word];
    return;
  }
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
