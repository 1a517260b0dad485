/** Fields: words in the text that follow from the brief, such as its date. A date may also be fixed. */
import type { BriefSettings } from '../brief.ts';
import { longDate } from '../longDate.ts';
import { unwrap } from './fromStoredText.ts';
import type { StoredNode } from './stored.ts';
import { inLanguage } from '../inLanguage.ts';

/** Its type in stored documents. Member `field` names what it shows; `value` is the ISO date of a fixed one. */
export const FIELD_TYPE = 'field';

const FIELDS = ['title', 'author', 'date'] as const;
export type FieldName = (typeof FIELDS)[number];

/** What fields follow from. */
export type BriefFacts = Pick<BriefSettings, 'title' | 'author' | 'date' | 'language'>;

export const NO_FACTS: BriefFacts = { title: '', author: '', date: null, language: 'en' };

const ENGLISH = ['Title', 'Author', 'Date'];
/** In the order of FIELDS. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  ar: ['العنوان', 'الكاتب', 'التاريخ'],
  de: ['Titel', 'Verfasser', 'Datum'],
  es: ['Título', 'Autor', 'Fecha'],
  fr: ['Titre', 'Auteur', 'Date'],
  he: ['כותרת', 'מחבר', 'תאריך'],
  it: ['Titolo', 'Autore', 'Data'],
  ja: ['題名', '作成者', '日付'],
  ko: ['제목', '작성자', '날짜'],
  nl: ['Titel', 'Auteur', 'Datum'],
  pt: ['Título', 'Autor', 'Data'],
  ru: ['Название', 'Автор', 'Дата'],
  tr: ['Başlık', 'Yazar', 'Tarih'],
  zh: ['标题', '作者', '日期'],
};

/** What a field reads: its name in brackets, such as `[Author]`, where the brief does not say it. */
export function fieldText({ field, value }: { field: string; value: string }, facts: BriefFacts): string {
  if (field === 'date' && value !== '') return longDate(value, facts.language);
  const said =
    field === 'title'
      ? facts.title.trim()
      : field === 'author'
        ? facts.author.trim()
        : field === 'date' && facts.date !== null
          ? longDate(facts.date, facts.language)
          : '';
  return said === '' ? `[${nameOf(field, facts.language)}]` : said;
}

function nameOf(field: string, language: string): string {
  const names = inLanguage(NAMES, language, ENGLISH);
  return names[(FIELDS as readonly string[]).indexOf(field)] ?? field;
}

/** The nodes with their fields as the text that they read; the same object where there is none in it. */
export function fieldsAsText(node: StoredNode, facts: BriefFacts): StoredNode {
  const own = unwrap(node);
  if (own.type === FIELD_TYPE) {
    const { format, field, value } = own;
    const member = (given: unknown): string => (typeof given === 'string' ? given : '');
    return {
      type: 'text',
      version: 1,
      format,
      ...(own['$'] !== undefined && { $: own['$'] }),
      text: fieldText({ field: member(field), value: member(value) }, facts),
    };
  }
  if (own.children === undefined) return node;
  const children = own.children.map((child) => fieldsAsText(child, facts));
  return children.some((child, index) => child !== own.children![index]) ? { ...own, children } : node;
}
