/** The words that an export adds to a brief, in the brief's language. */

export interface Labels {
  /** Footer, with {page} and {pages}. */
  page: string;
  /** Stands for a title that was left empty. */
  untitled: string;
}

const ENGLISH: Labels = { page: 'Page {page} of {pages}', untitled: 'Untitled brief' };

const LABELS: Readonly<Record<string, Labels>> = {
  de: { page: 'Seite {page} von {pages}', untitled: 'Ohne Titel' },
  es: { page: 'Página {page} de {pages}', untitled: 'Sin título' },
  fr: { page: 'Page {page} sur {pages}', untitled: 'Sans titre' },
  it: { page: 'Pagina {page} di {pages}', untitled: 'Senza titolo' },
  ja: { page: '{page} / {pages} ページ', untitled: '無題' },
  ko: { page: '{page} / {pages}쪽', untitled: '제목 없음' },
  nl: { page: 'Pagina {page} van {pages}', untitled: 'Zonder titel' },
  pt: { page: 'Página {page} de {pages}', untitled: 'Sem título' },
  tr: { page: 'Sayfa {page} / {pages}', untitled: 'Başlıksız' },
  zh: { page: '第 {page} 页，共 {pages} 页', untitled: '无标题' },
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
