/** EndNote's XML export (`<xml><records><record>`), whose texts are wrapped in `<style>` elements. */
import { XMLParser } from 'fast-xml-parser';
import type { CslItem, CslNamesField, CslTextField } from '#domain/csl.ts';
import type { ReferenceItem } from '../read/item.ts';
import { referenceDate } from './dates.ts';
import { addNames, addTags, type Draft, finishReference, newDraft, setText } from './fields.ts';
import { risName } from './ris.ts';

/** Records larger than this hold no reference; in characters. */
const MOST_RECORD = 1024 * 1024;

const START = /<record\b[^>]*>/giu;

/** The text of each record, with its number from 1; null for one that is too large or does not end. */
export function* endnoteRecords(xml: string): Generator<{ number: number; text: string | null }> {
  let number = 0;
  let at = 0;
  for (;;) {
    START.lastIndex = at;
    const start = START.exec(xml);
    if (start === null) return;
    number += 1;
    const end = xml.indexOf('</record>', start.index);
    at = end === -1 ? xml.length : end + '</record>'.length;
    const fits = end !== -1 && at - start.index <= MOST_RECORD;
    yield { number, text: fits ? xml.slice(start.index, at) : null };
  }
}

/** Nothing is expanded: the five entities that XML itself has, and numbers, are read with the texts. */
const parser = new XMLParser({
  preserveOrder: true,
  processEntities: false,
  htmlEntities: false,
  parseTagValue: false,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  trimValues: false,
  cdataPropName: '#cdata',
});

interface XmlNode {
  [name: string]: unknown;
  ':@'?: Record<string, string>;
}

const TYPES: Record<string, CslItem['type']> = {
  'aggregated database': 'dataset',
  'ancient text': 'book',
  artwork: 'graphic',
  'audiovisual material': 'motion_picture',
  bill: 'bill',
  blog: 'post-weblog',
  book: 'book',
  'book section': 'chapter',
  case: 'legal_case',
  catalog: 'book',
  'chart or table': 'figure',
  'classical work': 'book',
  'computer program': 'software',
  'conference paper': 'paper-conference',
  'conference proceedings': 'paper-conference',
  dataset: 'dataset',
  dictionary: 'entry-dictionary',
  'discussion forum': 'post',
  'edited book': 'book',
  'electronic article': 'article-journal',
  'electronic book': 'book',
  'electronic book section': 'chapter',
  encyclopedia: 'entry-encyclopedia',
  figure: 'figure',
  'film or broadcast': 'motion_picture',
  'government document': 'report',
  hearing: 'hearing',
  interview: 'interview',
  'journal article': 'article-journal',
  'legal rule or regulation': 'regulation',
  'magazine article': 'article-magazine',
  manuscript: 'manuscript',
  map: 'map',
  'newspaper article': 'article-newspaper',
  'online database': 'dataset',
  'online multimedia': 'motion_picture',
  pamphlet: 'pamphlet',
  patent: 'patent',
  'personal communication': 'personal_communication',
  podcast: 'broadcast',
  report: 'report',
  serial: 'book',
  'social media': 'post',
  standard: 'standard',
  statute: 'legislation',
  thesis: 'thesis',
  'unpublished work': 'manuscript',
  'web page': 'webpage',
};
/** Numbers of the types above, where a record has no name for its type. */
const NUMBERS: Record<string, string> = {
  '17': 'journal article',
  '6': 'book',
  '5': 'book section',
  '23': 'newspaper article',
  '19': 'magazine article',
  '27': 'report',
  '32': 'thesis',
  '12': 'web page',
  '47': 'conference paper',
  '10': 'conference proceedings',
  '28': 'edited book',
  '43': 'electronic article',
  '44': 'electronic book',
  '46': 'government document',
  '31': 'statute',
  '7': 'case',
  '18': 'hearing',
  '4': 'bill',
  '25': 'patent',
  '26': 'personal communication',
  '56': 'blog',
};

const TEXTS: [path: string, field: CslTextField][] = [
  ['titles/title', 'title'],
  ['titles/short-title', 'title-short'],
  ['titles/tertiary-title', 'collection-title'],
  ['periodical/abbr-1', 'container-title-short'],
  ['titles/alt-title', 'container-title-short'],
  ['volume', 'volume'],
  ['num-vols', 'number-of-volumes'],
  ['edition', 'edition'],
  ['section', 'section'],
  ['publisher', 'publisher'],
  ['pub-location', 'publisher-place'],
  ['electronic-resource-num', 'DOI'],
  ['language', 'language'],
  ['abstract', 'abstract'],
  ['notes', 'note'],
  ['call-num', 'call-number'],
  ['remote-database-name', 'source'],
  ['work-type', 'genre'],
  ['orig-pub', 'original-title'],
  ['label', 'citation-key'],
];

/** Throws where the record is no XML. `name` is what it goes by in reports. */
export function referenceOfEndnote(text: string, name: string): ReferenceItem {
  const parsed = parser.parse(text) as XmlNode[];
  const record = parsed.find((node) => 'record' in node)?.['record'];
  const root: XmlNode[] = Array.isArray(record) ? (record as XmlNode[]) : [];
  const all = (path: string): string[] =>
    elements(root, path.split('/'))
      .map((node) => (TITLES.test(path) ? markedTextOf(node) : textOf(node)))
      .filter((value) => value.trim() !== '');
  const first = (path: string): string | undefined => all(path)[0];
  const draft = newDraft();
  const type = typeOf(root);
  draft.csl.type = type;
  for (const [path, field] of TEXTS) setText(draft, field, first(path));
  const container = first('titles/secondary-title') ?? first('periodical/full-title');
  setText(
    draft,
    type === 'book' || type === 'report' || type === 'thesis' ? 'collection-title' : 'container-title',
    container,
  );
  takeNames(draft, type, all);
  takeNumbers(draft, type, first);
  const issued = issuedOf(first('dates/year'), first('dates/pub-dates/date'));
  if (issued !== null) draft.csl.issued = issued;
  const accessed = referenceDate(first('access-date') ?? '');
  if (accessed !== null) draft.csl.accessed = accessed;
  const addresses = [...all('urls/related-urls/url'), ...all('urls/web-urls/url')].flatMap((value) =>
    value.split(/\s+/u),
  );
  setText(
    draft,
    'URL',
    addresses.find((url) => /^https?:/iu.test(url)),
  );
  addTags(
    draft,
    all('keywords/keyword').flatMap((value) => value.split(/[;\n\r]/u)),
  );
  return finishReference(draft, { name, bytes: new TextEncoder().encode(text) }, name);
}

function typeOf(root: XmlNode[]): CslItem['type'] {
  const node = root.find((other) => 'ref-type' in other);
  const stated = node?.[':@']?.['name']?.toLowerCase() ?? '';
  const number = node === undefined ? '' : textOf(node['ref-type']).trim();
  return TYPES[stated] ?? TYPES[NUMBERS[number] ?? ''] ?? 'document';
}

function takeNames(draft: Draft, type: CslItem['type'], all: (path: string) => string[]): void {
  const roles: [string, CslNamesField][] = [
    ['authors', 'author'],
    ['secondary-authors', type === 'book' ? 'collection-editor' : 'editor'],
    ['tertiary-authors', type === 'book' ? 'editor' : 'collection-editor'],
    ['subsidiary-authors', 'translator'],
    ['translated-authors', 'translator'],
  ];
  for (const [element, field] of roles)
    addNames(
      draft,
      field,
      all(`contributors/${element}/author`)
        .map((author) => risName(author.replace(/\s+/gu, ' ').trim()))
        .filter((name) => name !== null),
    );
}

function takeNumbers(draft: Draft, type: CslItem['type'], first: (path: string) => string | undefined): void {
  const periodical = type.startsWith('article');
  setText(draft, periodical ? 'issue' : 'number', first('number'));
  if (type === 'report') setText(draft, 'number', first('isbn'));
  const pages = first('pages') ?? '';
  setText(
    draft,
    type === 'book' || type === 'thesis' ? 'number-of-pages' : 'page',
    pages.replace(/(?<=\d)\s*-{1,2}\s*(?=\d)/gu, '–'),
  );
  const serial = first('isbn') ?? '';
  const isIssn = /^\s*\d{4}-?\d{3}[\dX](?!\d)/iu.test(serial) && !/^\s*97[89]/u.test(serial);
  if (type !== 'report') setText(draft, isIssn ? 'ISSN' : 'ISBN', serial);
}

/** The day stands apart from its year, in any form: `May 9`, `05/09`, `2023-05-09`. */
function issuedOf(year: string | undefined, day: string | undefined): CslItem['issued'] | null {
  const whole = referenceDate(day ?? '');
  if (whole !== null && (year === undefined || year.includes(String(whole['date-parts'][0]?.[0]))))
    return whole;
  const joined = day === undefined || year === undefined ? null : referenceDate(`${day} ${year}`);
  const plain = referenceDate(year ?? '');
  const exact =
    joined !== null && plain !== null && joined['date-parts'][0]?.[0] === plain['date-parts'][0]?.[0];
  return exact ? joined : plain;
}

/** What lies at a path of element names. */
function elements(nodes: XmlNode[], path: readonly string[]): unknown[] {
  const [name = '', ...rest] = path;
  const here = nodes.flatMap((node) => (Object.hasOwn(node, name) ? [node[name]] : []));
  if (rest.length === 0) return here;
  return here.flatMap((children) => (Array.isArray(children) ? elements(children as XmlNode[], rest) : []));
}

const TITLES = /^(?:titles|periodical)\//u;
const FACES: readonly [face: RegExp, tag: string][] = [
  [/italic/u, 'i'],
  [/bold/u, 'b'],
  [/superscript/u, 'sup'],
  [/subscript/u, 'sub'],
];

/** The text of a title, whose `<style face="italic">` becomes `<i>`. */
function markedTextOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(markedTextOf).join('');
  if (typeof node !== 'object' || node === null) return textOf(node);
  const { ':@': { face = '' } = {}, style, ...rest } = node as XmlNode;
  if (style === undefined) return textOf(rest);
  const tags = FACES.flatMap(([pattern, tag]) => (pattern.test(face) ? [tag] : []));
  return tags.reduce((text, tag) => `<${tag}>${text}</${tag}>`, markedTextOf(style));
}

/** All text inside, whatever styles it is set in. */
function textOf(node: unknown): string {
  if (typeof node === 'string') return node;
  if (typeof node === 'number') return String(node);
  if (Array.isArray(node)) return node.map(textOf).join('');
  if (typeof node !== 'object' || node === null) return '';
  return Object.entries(node)
    .filter(([name]) => name !== ':@')
    .map(([, value]) => textOf(value))
    .join('');
}
