/** The list of sources in sections by what the sources are, and its words in the languages of briefs. */
import type { CslItem } from './csl.ts';
import { inLanguage } from './inLanguage.ts';

const GROUPS = ['books', 'articles', 'reports', 'news', 'law', 'web', 'talks', 'data', 'other'] as const;
type SourceGroup = (typeof GROUPS)[number];

/** Types that are not named here are `other`. */
const TYPES: Readonly<Record<Exclude<SourceGroup, 'other'>, readonly CslItem['type'][]>> = {
  books: ['book', 'chapter', 'classic', 'collection', 'entry', 'entry-dictionary', 'entry-encyclopedia'],
  articles: [
    'article',
    'article-journal',
    'paper-conference',
    'periodical',
    'review',
    'review-book',
    'thesis',
  ],
  reports: ['report', 'pamphlet', 'manuscript', 'standard'],
  news: ['article-newspaper', 'article-magazine', 'broadcast'],
  law: ['bill', 'hearing', 'legal_case', 'legislation', 'patent', 'regulation', 'treaty'],
  web: ['webpage', 'post', 'post-weblog'],
  talks: ['interview', 'personal_communication', 'speech', 'event'],
  data: ['dataset', 'figure', 'graphic', 'map', 'software'],
};
const GROUP_OF = new Map(
  Object.entries(TYPES).flatMap(([group, types]) =>
    types.map((type) => [type as string, group as SourceGroup]),
  ),
);

interface SourceSection<T> {
  group: SourceGroup;
  entries: T[];
}

/** The entries in sections, in the order of GROUPS; within each they keep their order. Unknown types are `other`. */
export function groupSources<T>(
  entries: readonly T[],
  typeOf: (entry: T) => string | undefined,
): SourceSection<T>[] {
  const groups = Map.groupBy(entries, (entry) => GROUP_OF.get(typeOf(entry) ?? '') ?? 'other');
  return GROUPS.flatMap((group) => {
    const found = groups.get(group);
    return found === undefined ? [] : [{ group, entries: found }];
  });
}

interface SourceLabels {
  /** Heading of the list. */
  sources: string;
  groups: Readonly<Record<SourceGroup, string>>;
}

const labels = (sources: string, names: string): SourceLabels => {
  const words = names.split(' | ');
  return {
    sources,
    groups: Object.fromEntries(
      GROUPS.map((group, index) => [group, words[index]!]),
    ) as SourceLabels['groups'],
  };
};

const ENGLISH = labels(
  'Sources',
  'Books | Journal articles and papers | Reports | News | Law and treaties | Web pages | Interviews and correspondence | Data | Other sources',
);

const LABELS: Readonly<Record<string, SourceLabels>> = {
  ar: labels(
    'المصادر',
    'كتب | مقالات وأبحاث | تقارير | أخبار | قوانين ومعاهدات | صفحات الويب | مقابلات ومراسلات | بيانات | مصادر أخرى',
  ),
  de: labels(
    'Quellen',
    'Bücher | Aufsätze | Berichte | Presse | Gesetze und Verträge | Internetseiten | Gespräche und Briefe | Daten | Weitere Quellen',
  ),
  es: labels(
    'Fuentes',
    'Libros | Artículos académicos | Informes | Prensa | Leyes y tratados | Páginas web | Entrevistas y correspondencia | Datos | Otras fuentes',
  ),
  fr: labels(
    'Sources',
    'Ouvrages | Articles de revues | Rapports | Presse | Lois et traités | Pages web | Entretiens et correspondance | Données | Autres sources',
  ),
  he: labels(
    'מקורות',
    'ספרים | מאמרים | דוחות | חדשות | חוקים ואמנות | דפי אינטרנט | ריאיונות והתכתבויות | נתונים | מקורות אחרים',
  ),
  it: labels(
    'Fonti',
    'Libri | Articoli di riviste | Rapporti | Stampa | Leggi e trattati | Pagine web | Interviste e corrispondenza | Dati | Altre fonti',
  ),
  ja: labels(
    '出典',
    '図書 | 論文 | 報告書 | 報道 | 法令・条約 | ウェブページ | インタビュー・書簡 | データ | その他',
  ),
  ko: labels(
    '출처',
    '단행본 | 학술 논문 | 보고서 | 언론 보도 | 법령과 조약 | 웹 페이지 | 인터뷰와 서신 | 데이터 | 기타 자료',
  ),
  nl: labels(
    'Bronnen',
    'Boeken | Tijdschriftartikelen | Rapporten | Nieuws | Wetten en verdragen | Webpagina’s | Interviews en correspondentie | Gegevens | Overige bronnen',
  ),
  pt: labels(
    'Fontes',
    'Livros | Artigos científicos | Relatórios | Imprensa | Leis e tratados | Páginas web | Entrevistas e correspondência | Dados | Outras fontes',
  ),
  ru: labels(
    'Источники',
    'Книги | Научные статьи | Доклады | Пресса | Законы и договоры | Веб-страницы | Интервью и переписка | Данные | Прочие источники',
  ),
  tr: labels(
    'Kaynaklar',
    'Kitaplar | Makaleler | Raporlar | Haberler | Yasalar ve antlaşmalar | Web sayfaları | Görüşmeler ve yazışmalar | Veriler | Diğer kaynaklar',
  ),
  zh: labels('来源', '图书 | 论文 | 报告 | 新闻 | 法律与条约 | 网页 | 访谈与信函 | 数据 | 其他来源'),
};

/** English where there are no labels in `language` (BCP 47). */
export function sourceLabels(language: string): SourceLabels {
  return inLanguage(LABELS, language, ENGLISH);
}
