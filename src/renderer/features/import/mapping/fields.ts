/** What a column can be, in the words of the interface. */
import type { TableField } from '#contract/importTables.ts';

export const FIELD_GROUPS: { label: string; fields: [TableField, string][] }[] = [
  {
    label: 'The article',
    fields: [
      ['title', 'Title'],
      ['text', 'Text'],
      ['abstract', 'Summary'],
      ['tags', 'Tags'],
    ],
  },
  {
    label: 'Who and when',
    fields: [
      ['author', 'Authors'],
      ['issued', 'Date'],
      ['publisher', 'Publisher'],
      ['container-title', 'Publication'],
      ['editor', 'Editors'],
      ['translator', 'Translators'],
    ],
  },
  {
    label: 'Where',
    fields: [
      ['URL', 'Web address'],
      ['DOI', 'DOI'],
      ['page', 'Pages'],
      ['volume', 'Volume'],
      ['issue', 'Issue'],
      ['number', 'Number'],
      ['section', 'Section'],
      ['edition', 'Edition'],
      ['publisher-place', 'Place'],
      ['ISBN', 'ISBN'],
      ['ISSN', 'ISSN'],
    ],
  },
  {
    label: 'More',
    fields: [
      ['language', 'Language'],
      ['type', 'Kind of source'],
      ['genre', 'Genre'],
      ['accessed', 'Accessed'],
      ['note', 'Note'],
    ],
  },
];
