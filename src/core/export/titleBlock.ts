/** What stands below the title of a brief: to whom, from whom, of when, under which reference, how it is marked. */
import { inLanguage } from '#domain/inLanguage.ts';
import { longDate } from '#domain/longDate.ts';
import type { ExportDocument } from './exportDocument.ts';

const KINDS = ['addressee', 'author', 'date', 'reference', 'marking'] as const;

export interface TitleLine {
  kind: (typeof KINDS)[number];
  label: string;
  text: string;
}

const ENGLISH = ['To', 'From', 'Date', 'Reference', 'Classification'];
/** In the order of KINDS. */
const LABELS: Readonly<Record<string, readonly string[]>> = {
  ar: ['إلى', 'من', 'التاريخ', 'المرجع', 'درجة السرية'],
  de: ['An', 'Von', 'Datum', 'Aktenzeichen', 'Einstufung'],
  es: ['Para', 'De', 'Fecha', 'Referencia', 'Clasificación'],
  fr: ['À', 'De', 'Date', 'Référence', 'Classification'],
  he: ['אל', 'מאת', 'תאריך', 'סימוכין', 'סיווג'],
  it: ['A', 'Da', 'Data', 'Riferimento', 'Classifica'],
  ja: ['宛先', '作成者', '日付', '文書番号', '区分'],
  ko: ['수신', '발신', '날짜', '문서 번호', '등급'],
  nl: ['Aan', 'Van', 'Datum', 'Kenmerk', 'Rubricering'],
  pt: ['Para', 'De', 'Data', 'Referência', 'Classificação'],
  ru: ['Кому', 'От кого', 'Дата', 'Номер', 'Гриф'],
  tr: ['Kime', 'Kimden', 'Tarih', 'Sayı', 'Gizlilik derecesi'],
  zh: ['致', '发件人', '日期', '文号', '密级'],
};

/** Those that the brief says, in their order. */
export function titleLines({ settings, banner }: Pick<ExportDocument, 'settings' | 'banner'>): TitleLine[] {
  const { addressee = '', author, date, reference = '', language } = settings;
  const labels = inLanguage(LABELS, language, ENGLISH);
  const said = [
    addressee,
    author,
    date === null ? '' : longDate(date, language),
    reference,
    banner?.text ?? '',
  ];
  return KINDS.map((kind, index) => ({ kind, label: labels[index]!, text: said[index]!.trim() })).filter(
    ({ text }) => text !== '',
  );
}

/** An author and a date say by themselves what they are: they stand on one line, without labels. */
export function isByline(lines: readonly TitleLine[]): boolean {
  return lines.every(({ kind }) => kind === 'author' || kind === 'date');
}
