/** The fields of the query language: what may stand before a colon. */

/** Field names as the analyst writes them, with what each says of an article. */
export const QUERY_FIELDS = {
  title: 'Words of the title',
  author: 'Names of the authors',
  publisher: 'Publication or publisher',
  tag: 'Tag',
  in: 'Collection, with those inside it',
  date: 'When it was published',
  lang: 'Language',
  type: 'Kind of source',
  grade: 'Grade of the source',
  cited: 'Whether a brief cites it',
  is: 'Starred, read, unread, in the trash',
} as const;
export type QueryField = keyof typeof QUERY_FIELDS;

/** What `is:` takes. */
export const QUERY_STATES = ['starred', 'unread', 'read', 'trash'] as const;

const ALIASES: Record<string, QueryField> = {
  collection: 'in',
  language: 'lang',
  publication: 'publisher',
};

/** The field of that name, in any case; null where there is none. */
export function queryField(name: string): QueryField | null {
  const key = name.toLowerCase();
  if (Object.hasOwn(QUERY_FIELDS, key)) return key as QueryField;
  return Object.hasOwn(ALIASES, key) ? ALIASES[key]! : null;
}
