/** The words that an export adds to a brief, in the brief's language. */

export interface Labels {
  /** Heading of the list of sources. */
  sources: string;
  /** Footer, with {page} and {pages}. */
  page: string;
  /** Stands for a title that was left empty. */
  untitled: string;
}

const ENGLISH: Labels = { sources: 'Sources', page: 'Page {page} of {pages}', untitled: 'Untitled brief' };

const LABELS: Readonly<Record<string, Labels>> = {
  de: { sources: 'Quellen', page: 'Seite {page} von {pages}', untitled: 'Ohne Titel' },
  es: { sources: 'Fuentes', page: 'Página {page} de {pages}', untitled: 'Sin título' },
  fr: { sources: 'Sources', page: 'Page {page} sur {pages}', untitled: 'Sans titre' },
  it: { sources: 'Fonti', page: 'Pagina {page} di {pages}', untitled: 'Senza titolo' },
  ja: { sources: '出典', page: '{page} / {pages} ページ', untitled: '無題' },
  ko: { sources: '출처', page: '{page} / {pages}쪽', untitled: '제목 없음' },
  nl: { sources: 'Bronnen', page: 'Pagina {page} van {pages}', untitled: 'Zonder titel' },
  pt: { sources: 'Fontes', page: 'Página {page} de {pages}', untitled: 'Sem título' },
  tr: { sources: 'Kaynaklar', page: 'Sayfa {page} / {pages}', untitled: 'Başlıksız' },
  zh: { sources: '来源', page: '第 {page} 页，共 {pages} 页', untitled: '无标题' },
};

/** English where there are no labels in `language` (BCP 47). */
export function labelsFor(language: string): Labels {
  return LABELS[language.split('-')[0]!.toLowerCase()] ?? ENGLISH;
}

/** `9 May 2023` as the language writes it; `date` is an ISO date. */
export function longDate(date: string, language: string): string {
  const day = new Date(`${date}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return date;
  const style = { dateStyle: 'long', timeZone: 'UTC' } as const;
  try {
    return new Intl.DateTimeFormat(language, style).format(day);
  } catch {
    return new Intl.DateTimeFormat('en', style).format(day);
  }
}
