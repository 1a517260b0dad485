/** The evidence of a brief as blocks of the document AST, which every writer prints. */
import { plainText, type RichText } from '#domain/citation.ts';
import { cslDateToIso } from '#domain/csl.ts';
import type { Block, Heading, Inline, Jump, Text } from '#domain/document/ast.ts';
import { printable } from '#domain/document/characters.ts';
import { gradeInWords } from '#domain/grade.ts';
import { longDate } from '#domain/longDate.ts';
import type { Passage } from './context.ts';
import type { Evidence } from './evidence.ts';
import { type AnnexLabels, annexLabels } from './labels.ts';
import { sourceEntry } from './sourceEntry.ts';

/** What the annex has to know of the brief beside its evidence. */
export interface AnnexSetting {
  /** BCP 47. */
  language: string;
  /** Of the heading of the annex. */
  level: Heading['level'];
  /** An entry of the list of sources; undefined where it does not list the article. */
  listed: (articleId: number) => RichText | undefined;
  /** The number of the note that a place is in or makes; null for one in the text. */
  note: (place: number) => number | null;
}

export function annexBlocks(evidence: readonly Evidence[], setting: AnnexSetting): Block[] {
  const labels = annexLabels(setting.language);
  return [
    { type: 'pageBreak' },
    { type: 'heading', level: setting.level, children: [plain(labels.heading)] },
    paragraph(plain(labels.intro)),
    ...evidence.flatMap((one) => entry(one, labels, setting)),
  ];
}

/** What follows a citation: links to what it rests on. `place` is that of the citation. */
export function evidenceMarks(evidence: readonly Evidence[], place: number, language: string): Inline[] {
  const { evidence: name } = annexLabels(language);
  const own = evidence.filter(({ places }) => places.includes(place));
  if (own.length === 0) return [];
  const links = own.flatMap((one, index): Inline[] => [
    ...(index > 0 ? [plain(', ')] : []),
    jump(numbered(name, one.number), { name: placeName(one, place), to: entryName(one) }),
  ]);
  return [plain(' ['), ...links, plain(']')];
}

function entry(evidence: Evidence, labels: AnnexLabels, setting: AnnexSetting): Block[] {
  const { language } = setting;
  const name = numbered(labels.evidence, evidence.number);
  const head = jump(name, { name: entryName(evidence), to: null }, ['bold']);
  const cautions = evidence.problems.map((problem): Block => {
    const date = longDate(evidence.source?.newestAt.slice(0, 10) ?? '', language);
    const words = labels.problems[problem].replace('{date}', date);
    return { type: 'callout', kind: 'caution', confidence: null, children: [paragraph(plain(words))] };
  });
  return [
    {
      type: 'paragraph',
      look: 'lead',
      children: [head, plain(` · ${labels.usedIn} `), ...backLinks(evidence, labels, setting)],
    },
    ...context(evidence),
    ...cautions,
    ...facts(evidence, labels, setting),
  ];
}

function backLinks(evidence: Evidence, labels: AnnexLabels, { note }: AnnexSetting): Inline[] {
  let inText = 0;
  return evidence.places.flatMap((place, index): Inline[] => {
    const number = note(place);
    if (number === null) inText += 1;
    const again = inText > 1 ? ` (${inText})` : '';
    const words = number === null ? `${labels.text}${again}` : numbered(labels.note, number);
    const link = jump(words, { name: null, to: placeName(evidence, place) });
    return index === 0 ? [link] : [plain(', '), link];
  });
}

/** The passages, or the words alone where nobody knows where they stand. */
function context({ passages, words }: Evidence): Block[] {
  const whole: Passage[] = words === '' ? [] : [[{ text: words, quoted: true }]];
  const shown = passages.length > 0 ? passages : whole;
  if (shown.length === 0) return [];
  const children = shown.map((passage) =>
    paragraph(...passage.flatMap(({ text, quoted }) => lines(text, quoted ? ['highlight'] : []))),
  );
  return [{ type: 'quote', source: null, children }];
}

function facts(evidence: Evidence, labels: AnnexLabels, { language, listed }: AnnexSetting): Block[] {
  const { source, page } = evidence;
  if (source === null) return [];
  const { article, importedAt, version, versions } = source;
  const { csl, grade, originalName, originalSha256 } = article;
  const description = sourceEntry(csl, listed(evidence.articleId), language);
  const known =
    plainText(description).includes(csl.URL ?? '') || description.some(({ url }) => url === csl.URL);
  const nth = numbered(labels.version, version).replace('{of}', String(versions));
  const rows: Inline[][] = [
    fact(labels.source, ...richInlines(description)),
    ...(csl.URL === undefined || known ? [] : [fact(labels.address, ...richInlines([address(csl.URL)]))]),
    parts(
      page === null ? null : fact(labels.page, plain(page)),
      fact(labels.grade, plain(gradeInWords(grade) ?? labels.ungraded)),
    ),
    parts(
      fact(labels.imported, plain(`${moment(importedAt, language)}${versions > 1 ? ` (${nth})` : ''}`)),
      csl.accessed === undefined
        ? null
        : fact(
            labels.accessed,
            plain(`${longDate(cslDateToIso(csl.accessed), language)} (${labels.noZone})`),
          ),
    ),
    fact(labels.original, plain(originalName)),
    fact('SHA-256', { ...plain(originalSha256), marks: ['code'] }),
  ];
  const children = rows.flatMap((row, index): Inline[] => (index === 0 ? row : [{ type: 'break' }, ...row]));
  return [{ type: 'paragraph', look: 'small', children }];
}

function fact(label: string, ...value: Inline[]): Inline[] {
  return [{ ...plain(`${label}:`), marks: ['bold'] }, plain(' '), ...value];
}

/** Facts on one line. */
function parts(...found: (Inline[] | null)[]): Inline[] {
  const shown = found.filter((part) => part !== null);
  return shown.flatMap((part, index) => (index === 0 ? part : [plain(' · '), ...part]));
}

function address(url: string): RichText[number] {
  return { text: url, url };
}

/** `2 November 2026, 14:03 UTC`, from ISO 8601 in UTC. */
function moment(iso: string, language: string): string {
  return `${longDate(iso.slice(0, 10), language)}, ${iso.slice(11, 16)} UTC`;
}

function richInlines(rich: RichText): Inline[] {
  return rich.flatMap(({ text, marks = [], url }): Inline[] => {
    const known = marks.filter((mark) => mark !== 'smallcaps');
    const words: Text = { ...plain(text), marks: known };
    return url === undefined ? [words] : [{ type: 'link', url, children: [words] }];
  });
}

/** Text of a source: what ends a line in it does so here. */
function lines(text: string, marks: Text['marks']): Inline[] {
  return printable(text)
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .flatMap((line, index): Inline[] => [
      ...(index > 0 ? [{ type: 'break' } as const] : []),
      ...(line === '' ? [] : [{ ...plain(line), marks }]),
    ]);
}

function paragraph(...children: Inline[]): Block {
  return { type: 'paragraph', children };
}

function plain(text: string): Text {
  return { type: 'text', text: printable(text), marks: [] };
}

function jump(text: string, ends: Pick<Jump, 'name' | 'to'>, marks: Jump['marks'] = []): Jump {
  return { type: 'jump', text, marks, ...ends };
}

function numbered(label: string, number: number): string {
  return label.replace('{n}', String(number));
}

function entryName({ number }: Evidence): string {
  return `evidence-${number}`;
}

function placeName(evidence: Evidence, place: number): string {
  return `${entryName(evidence)}-${evidence.places.indexOf(place) + 1}`;
}
