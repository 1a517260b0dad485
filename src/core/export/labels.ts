/** The words that an export adds to a brief, in the brief's language. */

export interface Labels {
  /** Footer, with {page} and {pages}. */
  page: string;
  /** Stands for a title that was left empty. */
  untitled: string;
  /** Follows a quote in which the analyst set words off. */
  emphasisAdded: string;
}

const ENGLISH: Labels = {
  page: 'Page {page} of {pages}',
  untitled: 'Untitled brief',
  emphasisAdded: 'emphasis added',
};

const LABELS: Readonly<Record<string, Labels>> = {
  de: { page: 'Seite {page} von {pages}', untitled: 'Ohne Titel', emphasisAdded: 'Hervorhebung hinzugefügt' },
  es: { page: 'Página {page} de {pages}', untitled: 'Sin título', emphasisAdded: 'énfasis añadido' },
  fr: { page: 'Page {page} sur {pages}', untitled: 'Sans titre', emphasisAdded: 'nous soulignons' },
  it: { page: 'Pagina {page} di {pages}', untitled: 'Senza titolo', emphasisAdded: 'enfasi aggiunta' },
  ja: { page: '{page} / {pages} ページ', untitled: '無題', emphasisAdded: '強調は引用者' },
  ko: { page: '{page} / {pages}쪽', untitled: '제목 없음', emphasisAdded: '강조는 인용자' },
  nl: { page: 'Pagina {page} van {pages}', untitled: 'Zonder titel', emphasisAdded: 'nadruk toegevoegd' },
  pt: { page: 'Página {page} de {pages}', untitled: 'Sem título', emphasisAdded: 'ênfase acrescentada' },
  tr: { page: 'Sayfa {page} / {pages}', untitled: 'Başlıksız', emphasisAdded: 'vurgu eklenmiştir' },
  zh: { page: '第 {page} 页，共 {pages} 页', untitled: '无标题', emphasisAdded: '着重为引者所加' },
};

/** English where there are no labels in `language` (BCP 47). */
export function labelsFor(language: string): Labels {
  return LABELS[language.split('-')[0]!.toLowerCase()] ?? ENGLISH;
}
