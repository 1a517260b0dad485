/** The words that an export adds to a brief, in the brief's language. */
import { inLanguage } from '#domain/inLanguage.ts';

export interface Labels {
  /** Footer, with {page} and {pages}. */
  page: string;
  /** Stands for a title that was left empty. */
  untitled: string;
  /** Follows a quote in which the analyst set words off. */
  emphasisAdded: string;
  /** Heads the table of contents. */
  contents: string;
  /** Heads the notes where they stand behind the text. */
  notes: string;
  /** Leads from a note to its mark. */
  back: string;
}

const ENGLISH: Labels = {
  page: 'Page {page} of {pages}',
  untitled: 'Untitled brief',
  emphasisAdded: 'emphasis added',
  contents: 'Contents',
  notes: 'Notes',
  back: 'Back to the text',
};

const LABELS: Readonly<Record<string, Labels>> = {
  ar: {
    page: 'صفحة {page} من {pages}',
    untitled: 'موجز بلا عنوان',
    emphasisAdded: 'التشديد مضاف',
    contents: 'المحتويات',
    notes: 'الهوامش',
    back: 'العودة إلى النص',
  },
  de: {
    page: 'Seite {page} von {pages}',
    untitled: 'Ohne Titel',
    emphasisAdded: 'Hervorhebung hinzugefügt',
    contents: 'Inhalt',
    notes: 'Anmerkungen',
    back: 'Zurück zum Text',
  },
  es: {
    page: 'Página {page} de {pages}',
    untitled: 'Sin título',
    emphasisAdded: 'énfasis añadido',
    contents: 'Índice',
    notes: 'Notas',
    back: 'Volver al texto',
  },
  fr: {
    page: 'Page {page} sur {pages}',
    untitled: 'Sans titre',
    emphasisAdded: 'nous soulignons',
    contents: 'Table des matières',
    notes: 'Notes',
    back: 'Retour au texte',
  },
  he: {
    page: 'עמוד {page} מתוך {pages}',
    untitled: 'ללא כותרת',
    emphasisAdded: 'ההדגשה הוספה',
    contents: 'תוכן העניינים',
    notes: 'הערות',
    back: 'חזרה לטקסט',
  },
  it: {
    page: 'Pagina {page} di {pages}',
    untitled: 'Senza titolo',
    emphasisAdded: 'enfasi aggiunta',
    contents: 'Indice',
    notes: 'Note',
    back: 'Torna al testo',
  },
  ja: {
    page: '{page} / {pages} ページ',
    untitled: '無題',
    emphasisAdded: '強調は引用者',
    contents: '目次',
    notes: '注',
    back: '本文に戻る',
  },
  ko: {
    page: '{page} / {pages}쪽',
    untitled: '제목 없음',
    emphasisAdded: '강조는 인용자',
    contents: '차례',
    notes: '주석',
    back: '본문으로 돌아가기',
  },
  nl: {
    page: 'Pagina {page} van {pages}',
    untitled: 'Zonder titel',
    emphasisAdded: 'nadruk toegevoegd',
    contents: 'Inhoud',
    notes: 'Noten',
    back: 'Terug naar de tekst',
  },
  pt: {
    page: 'Página {page} de {pages}',
    untitled: 'Sem título',
    emphasisAdded: 'ênfase acrescentada',
    contents: 'Índice',
    notes: 'Notas',
    back: 'Voltar ao texto',
  },
  ru: {
    page: 'Страница {page} из {pages}',
    untitled: 'Без названия',
    emphasisAdded: 'выделение добавлено',
    contents: 'Содержание',
    notes: 'Примечания',
    back: 'Вернуться к тексту',
  },
  tr: {
    page: 'Sayfa {page} / {pages}',
    untitled: 'Başlıksız',
    emphasisAdded: 'vurgu eklenmiştir',
    contents: 'İçindekiler',
    notes: 'Notlar',
    back: 'Metne dön',
  },
  zh: {
    page: '第 {page} 页，共 {pages} 页',
    untitled: '无标题',
    emphasisAdded: '着重为引者所加',
    contents: '目录',
    notes: '注释',
    back: '返回正文',
  },
};

/** English where there are no labels in `language` (BCP 47). */
export function labelsFor(language: string): Labels {
  return inLanguage(LABELS, language, ENGLISH);
}
