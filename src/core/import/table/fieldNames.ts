/** What the names of columns say, in the languages that dumps come in. */
import type { TableField } from '#contract/importTables.ts';

/** Names in lower case without accents, spaces and punctuation; the first of a field are the surest. */
const NAMES: Record<TableField, string> = {
  title:
    'title headline articletitle newstitle headlinemain documenttitle reporttitle webtitle pagetitle storytitle name subject titel uberschrift schlagzeile titre titulo titolo titular baslik haberbasligi заголовок название tytuł tytul nadpis otsikko rubrik 제목 기사제목 표제 題名 タイトル 見出し 題目 標題 标题 题目 标题内容 العنوان',
  text: 'text fulltext articletext content articlecontent bodytext articlebody body newscontent maintext contenttext contenthtml htmlcontent bodyhtml html textcontent story article transcript paragraphs contents volltext inhalt artikeltext texte contenu textecomplet corps texto contenido cuerpo conteudo testo contenuto corpo metin icerik habericerigi haber tekst tresc inhoud текст содержание полныйтекст 본문 기사본문 내용 기사내용 전문 本文 記事本文 内容 内文 正文 全文 النص المحتوى',
  author:
    'author authors byline creator creators writer writers reporter journalist correspondent articleauthor by autor autoren verfasser auteur auteurs autores autore autori yazar yazarlar muhabir автор авторы autorzy 저자 작성자 기자 글쓴이 필자 著者 執筆者 作者 記者 记者 الكاتب المؤلف',
  issued:
    'date published publishedat publishdate publicationdate pubdate publishdatetime datepublished publishedon publisheddate publishedtime webpublicationdate publicationdatetime firstpublished articledate newsdate releasedate issued posted postedat postdate created createdat timestamp datetime time year publicationyear day datum veroffentlicht veroffentlichungsdatum erscheinungsdatum jahr datedepublication publiele annee fecha fechapublicacion data datapubblicazione datadepublicacao tarih yayintarihi yayinlanmatarihi дата датапубликации опубликовано datapublikacji 날짜 일자 게재일 발행일 작성일 등록일 입력일 보도일 日付 掲載日 公開日 発行日 日期 发布日期 发布时间 發布日期 时间 التاريخ',
  publisher:
    'publisher source sourcename outlet media mediaoutlet newssource site sitename website provider agency institution organisation organization publishername domain feed quelle herausgeber verlag medium editeur editor fuente editorial medio fonte editore kaynak yayinci источник издатель издание wydawca zrodlo bron 언론사 매체 매체명 신문사 출처 발행처 媒体 媒體 発行元 出典 メディア 来源 來源 出版社 المصدر',
  'container-title':
    'containertitle publication publicationtitle publicationname journal journaltitle journalname newspaper magazine periodical container series zeitung zeitschrift revue periodique revista periodico giornale rivista dergi gazete журнал газета gazeta czasopismo 저널 학술지 게재지 신문 雑誌 雑誌名 新聞 掲載誌 期刊 报纸 報紙 الصحيفة',
  URL: 'url link articleurl sourceurl weburl permalink canonicalurl canonical href uri webaddress address newsurl adresse lien enlace vinculo collegamento baglanti adres ссылка odnosnik 주소 링크 원문 원문링크 リンク アドレス 链接 網址 网址 الرابط',
  DOI: 'doi digitalobjectidentifier',
  language:
    'language lang locale languagecode sprache langue idioma lingua dil язык jezyk jezik taal 언어 言語 语言 語言 اللغة',
  type: 'type itemtype documenttype doctype articletype contenttype materialtype typ genretype tur тип rodzaj 유형 종류 種別 类型',
  abstract:
    'abstract summary description excerpt deck lead standfirst snippet abstractnote teaser subtitle zusammenfassung beschreibung resume chapeau resumen resumo riassunto sommario ozet aciklama spot аннотация описание streszczenie opis 요약 초록 개요 要約 概要 要旨 摘要 الملخص',
  tags: 'tags tag keywords keyword manualtags topics topic categories category subjects labels themes schlagworte schlagworter stichworte motscles etiquetas palabrasclave palavraschave parolechiave etiketler anahtarkelimeler kategori теги ключевыеслова рубрика slowakluczowe 태그 키워드 분류 タグ キーワード 标签 关键词 關鍵詞',
  page: 'page pages pagenumber pagenumbers pagerange seite seiten pagina paginas pagine sayfa страница страницы strony 면 페이지 쪽 ページ 頁 页码 版面',
  volume: 'volume vol band tome volumen cilt том tom 권 巻 卷',
  issue: 'issue issuenumber heft numero numer sayi выпуск 호 号 期',
  number: 'number reportnumber docnumber documentnumber seriesnumber nummer номер 번호 番号 编号',
  section: 'section newssection desk ressort rubrique seccion sezione bolum раздел dzial 섹션 지면 部 版',
  genre: 'genre kind subtype publicationtype gattung tür жанр gatunek 장르 体裁',
  editor:
    'editor editors editorname herausgegebenvon redaktion redakteur curador redattore editör редактор redaktor 편집자 編集者 编辑',
  translator:
    'translator translators ubersetzer traducteur traductor tradutore traduttore cevirmen переводчик tlumacz 번역 번역자 옮긴이 翻訳者 訳者 译者',
  'publisher-place':
    'place publisherplace placeofpublication city location ort erscheinungsort lieu lugar ciudad luogo yer sehir место город miejsce 발행지 도시 発行地 出版地',
  edition: 'edition auflage edicion edizione baski издание wydanie 판 版次',
  accessed:
    'accessed accessdate dateaccessed retrieved retrievedat dateadded scrapedat crawledat fetchedat downloaddate abgerufen zugriffsdatum consultele consultado erisimtarihi датаобращения 수집일 閲覧日 访问日期',
  ISBN: 'isbn isbn13 isbn10',
  ISSN: 'issn eissn',
  note: 'note notes comment comments remark remarks extra bemerkung notiz anmerkung remarque nota observaciones not примечание uwagi 비고 메모 備考 备注',
};

interface Meaning {
  field: TableField;
  /** From 0, the surest. */
  rank: number;
}

const MEANINGS = new Map<string, Meaning>();
for (const [field, names] of Object.entries(NAMES) as [TableField, string][])
  for (const [rank, name] of names.split(' ').entries())
    if (!MEANINGS.has(name)) MEANINGS.set(name, { field, rank });

/** Objects whose `name` or `title` is of something else than the article. */
const HOLDERS: Record<string, TableField> = {
  source: 'publisher',
  publisher: 'publisher',
  outlet: 'publisher',
  site: 'publisher',
  organization: 'publisher',
  journal: 'container-title',
  publication: 'container-title',
  author: 'author',
  authors: 'author',
  creator: 'author',
  byline: 'author',
};

/** What a column holds by its name, or by the last part of its path; null where the name tells nothing. */
export function meaningOf(column: string): Meaning | null {
  const path = column.split('.').map((part) => key(part));
  const last = path.at(-1) ?? '';
  const holder = HOLDERS[path.at(-2) ?? ''];
  if (holder !== undefined && /^(?:name|title|label|displayname|fullname|original|value)$/u.test(last))
    return { field: holder, rank: 1 };
  // Of what lies deep inside, less can be said.
  const found = MEANINGS.get(key(column)) ?? MEANINGS.get(last);
  if (found === undefined) return null;
  const inner = path.length > 1 && !WRAPPERS.has(path[0]!) ? path.length * 5 : 0;
  return { field: found.field, rank: found.rank + inner };
}

/** Objects that only wrap a row, as Elasticsearch and MongoDB export it. */
const WRAPPERS = new Set([
  'source',
  'fields',
  'doc',
  'document',
  'attributes',
  'properties',
  'article',
  'data',
  'node',
]);

/** `Publication Date`, `publication_date` and `publicationDate` are one. */
function key(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ı', 'i')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}
