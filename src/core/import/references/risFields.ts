/** Which tags of RIS hold what: what the reader looks for, and what the writer writes. */
import type { CslItem, CslNamesField, CslTextField } from '#domain/csl.ts';
import { TYPE_LABELS } from '#domain/cslLabels.ts';

/** Types of RIS. `MUSIC` is a score, `SOUND` a recording. */
export const RIS_TYPES: Record<string, CslItem['type']> = {
  ABST: 'article-journal',
  ADVS: 'broadcast',
  AGGR: 'dataset',
  ANCIENT: 'book',
  ART: 'graphic',
  BILL: 'bill',
  BLOG: 'post-weblog',
  BOOK: 'book',
  CASE: 'legal_case',
  CHAP: 'chapter',
  CHART: 'figure',
  CLSWK: 'book',
  COMP: 'software',
  CONF: 'paper-conference',
  CPAPER: 'paper-conference',
  CTLG: 'book',
  DATA: 'dataset',
  DBASE: 'dataset',
  DICT: 'entry-dictionary',
  EBOOK: 'book',
  ECHAP: 'chapter',
  EDBOOK: 'book',
  EJOUR: 'article-journal',
  ELEC: 'webpage',
  ENCYC: 'entry-encyclopedia',
  EQUA: 'figure',
  FIGURE: 'figure',
  GOVDOC: 'report',
  HEAR: 'hearing',
  ICOMM: 'personal_communication',
  INPR: 'article-journal',
  INTV: 'interview',
  JFULL: 'periodical',
  JOUR: 'article-journal',
  LEGAL: 'regulation',
  MANSCPT: 'manuscript',
  MAP: 'map',
  MGZN: 'article-magazine',
  MPCT: 'motion_picture',
  MUSIC: 'musical_score',
  NEWS: 'article-newspaper',
  PAMP: 'pamphlet',
  PAT: 'patent',
  PCOMM: 'personal_communication',
  POD: 'broadcast',
  RPRT: 'report',
  SER: 'book',
  SLIDE: 'speech',
  SOUND: 'song',
  STAND: 'standard',
  STAT: 'legislation',
  STD: 'standard',
  THES: 'thesis',
  UNBILL: 'bill',
  UNPB: 'manuscript',
  UNPD: 'manuscript',
  VIDEO: 'motion_picture',
  WEB: 'webpage',
};

/**
 * The type that a record's `TY` and kind of work (`M3`) tell. `M3` is free text: where it holds the name that we give
 * a type (`Treaty`), it is that; several types share one `TY`.
 */
export function risType(tag: string, works: readonly string[]): CslItem['type'] {
  const named = works.map((work) => LABELLED.get(work)).find((type) => type !== undefined);
  return named ?? RIS_TYPES[tag.toUpperCase()] ?? 'document';
}

const LABELLED = new Map(
  Object.entries(TYPE_LABELS).map(([type, label]) => [label, type as CslItem['type']]),
);

/** Whether a kind of work is the name of a type. */
export function isTypeLabel(work: string): boolean {
  return LABELLED.has(work);
}

/** Works that lie in another one, whose title T2 and whose editor A2 are. */
const PARTS: ReadonlySet<string> = new Set([
  'chapter',
  'paper-conference',
  'entry-dictionary',
  'entry-encyclopedia',
]);
const WHOLE: ReadonlySet<string> = new Set(['book', 'report', 'thesis', 'manuscript', 'map', 'software']);
/** Their numbers are those of issues. */
const PAGED: ReadonlySet<string> = new Set([
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'chapter',
  'paper-conference',
]);

/** Fields that may take several lines, each a paragraph. */
export const RIS_PARAGRAPHS: ReadonlySet<string> = new Set(['abstract', 'note', 'annote']);

type Texts = [CslTextField, string, ...string[]][];

const TEXTS: Texts = [
  ['title-short', 'ST'],
  ['volume', 'VL'],
  ['edition', 'ET'],
  ['section', 'SE'],
  ['number-of-volumes', 'NV'],
  ['publisher', 'PB'],
  ['publisher-place', 'CY', 'PP'],
  ['abstract', 'AB', 'N2'],
  ['note', 'N1'],
  ['annote', 'RN'],
  ['DOI', 'DO', 'DI'],
  ['language', 'LA'],
  ['call-number', 'CN'],
  ['archive_location', 'AV'],
  ['source', 'DB', 'DP'],
  ['citation-key', 'ID'],
  ['original-title', 'OP'],
];

/** For each field the tags that may hold it for this type: the first is the one that is written. */
export function risTexts(type: CslItem['type']): Texts {
  return [
    ['title', 'TI', 'T1', 'CT', ...(type === 'book' ? ['BT'] : [])],
    ...(WHOLE.has(type)
      ? ([['collection-title', 'T2', 'T3']] as Texts)
      : type === 'legal_case'
        ? ([['container-title', 'T2', 'JF', 'JO', 'BT', 'JA', 'J2', 'T3']] as Texts)
        : ([
            ['container-title', 'T2', 'JF', 'JO', 'BT', 'JA', 'J2'],
            ['collection-title', 'T3'],
          ] as Texts)),
    ['container-title-short', 'J2', 'JA', 'J1'],
    ...(PAGED.has(type)
      ? ([
          ['issue', 'IS', 'CP', 'M1'],
          ['number', 'C7'],
        ] as Texts)
      : ([
          ['number', 'IS', 'M1', 'C7'],
          ['issue', 'CP'],
        ] as Texts)),
    ...TEXTS,
  ];
}

/** Where `SP` and `EP` stand for the extent of a work, they are not where it stands in another. */
export function risPages(type: CslItem['type']): 'page' | 'number-of-pages' {
  return type === 'book' || type === 'thesis' ? 'number-of-pages' : 'page';
}

/** The names of a type with the tags that may hold them, the one that is written first. */
export function risNames(type: CslItem['type']): readonly [CslNamesField, string, ...string[]][] {
  const others: [CslNamesField, string, ...string[]][] =
    type === 'book'
      ? [
          ['editor', 'ED', 'A3'],
          ['collection-editor', 'A2'],
        ]
      : [
          ['editor', 'A2', 'ED'],
          [PARTS.has(type) ? 'collection-editor' : 'contributor', 'A3'],
        ];
  return [['author', 'AU', 'A1'], ...others, ['translator', 'A4', 'TA']];
}
