/**
 * A brief as the JSON that `resources/typst/brief.typ` sets. Everything a person wrote is a JSON string, so
 * nothing in a brief can run as Typst. Member names are short because a long brief has many of them.
 */
import { keywordList } from '#domain/keywords.ts';
import { type CitationCluster, type RichText, runningText } from '#domain/citation.ts';
import type {
  Align,
  Block,
  Callout,
  Caption,
  Direction,
  Footnote,
  Heading,
  Inline,
  Jump,
  List,
  Mark,
  Quote,
  Table,
} from '#domain/document/ast.ts';
import { calloutTitle } from '#domain/document/callouts.ts';
import { blockDirection, languageDirection, textDirection } from '#domain/document/direction.ts';
import { blocksInside } from '#domain/document/inside.ts';
import { captionBeside, isBeside } from '../captionBeside.ts';
import { contentInText, wantsSpaceBefore } from '../citationSpace.ts';
import type { ExportDocument } from '../exportDocument.ts';
import { labelsFor } from '../labels.ts';
import { geometryOf } from '../design/design.ts';
import { safeLink } from '../links.ts';
import { isByline, titleLines } from '../titleBlock.ts';

import { headingDepths, headingsIn } from '../headingDepths.ts';
import { type Piece, splitLongWords } from './longWords.ts';
import type { PdfArchive } from './archive.ts';
import { type PageRoom, pageRoom } from './room.ts';
import { runningTitle } from './runningTitle.ts';
import { withTargets } from './targets.ts';
import { contentsTitle, setupOf, type TypstSetup } from './typstSetup.ts';
import { figure, numbered, picture, type TypstFigure, type TypstPicture } from './typstFigures.ts';
import { type TypstTable, typstTable } from './typstTable.ts';

/** A mark's letter in the template. */
const MARK_LETTERS: Readonly<Record<Mark | 'smallcaps', string>> = {
  bold: 'b',
  italic: 'i',
  underline: 'u',
  strikethrough: 's',
  superscript: 'p',
  subscript: 'q',
  code: 'c',
  highlight: 'h',
  smallcaps: 'k',
};

type WordKind = 'x' | 'w' | 'k';

const WORD_KINDS: Readonly<Record<Piece['breaks'], WordKind>> = {
  'as usual': 'x',
  anywhere: 'w',
  around: 'k',
};

export type TypstInline =
  /** A line may end in `w` between any two letters, and only around `k`. `m` holds the letters of its marks. */
  | { t: WordKind; s: string; m?: string }
  | { t: 'br' }
  | { t: 'a'; u: string; c: TypstInline[] }
  /** A link to what has this `id`: see `targets.ts`. */
  | { t: 'ref'; to: string; c: TypstInline[] }
  /** A name for what stands behind it. */
  | { t: 'at'; id: string }
  /** Words that are read the other way than those around them. */
  | { t: 'd'; d: Direction; c: TypstInline[] }
  /** A footnote: its first paragraph, and the blocks behind that; `d` where it is not read as the brief is. */
  | { t: 'n'; d?: Direction; c: TypstInline[]; b?: TypstBlock[] };

/**
 * `d` is there where a block is not read as what it stands in; `from` where its place on the pages is asked for: the id
 * of the stored block.
 */
export type TypstBlock = { d?: Direction; from?: string } & TypstBlockKind;

type TypstBlockKind =
  /** `run` is what the line above the page says of it, where it heads a section. */
  | { t: 'h'; level: number; look: number; al?: Align; id?: string; run?: string; c: TypstInline[] }
  /** `look` is that of the document AST. */
  | { t: 'p'; look?: 'lead' | 'mark' | 'small'; al?: Align; c: TypstInline[] }
  | { t: 'ul'; items: TypstItem[] }
  | { t: 'ol'; start: number; items: TypstItem[] }
  /** `rtl` is there where its lines begin at the right. */
  | { t: 'q'; rtl?: true; b: TypstBlock[] }
  /** A callout: its label, what stands beside that, and its blocks. */
  | { t: 'co'; rtl?: true; label: string; side: string; b: TypstBlock[] }
  | { t: 'r' }
  /** A page break. Stands among the blocks of the page only. */
  | { t: 'pb' }
  /** A break of the column before a note that strayed; nothing new begins with it, as with a page break. */
  | { t: 'cb' }
  | { t: 'code'; s: string }
  /** Entries of the list of sources. */
  | { t: 'src'; entries: { d?: Direction; c: TypstInline[] }[] }
  | TypstTable
  | TypstPicture
  | TypstFigure;

interface TypstItem {
  /** State of the check box; null where there is none. */
  box: boolean | null;
  b: TypstBlock[];
}

export interface TypstDocument {
  setup: TypstSetup;
  title: string;
  /** The title as it is printed above the text, and above the later pages. */
  printed: TypstInline[];
  running: string;
  author: string;
  keywords: string[];
  /** What stands below the title. */
  about: { label: string; s: string }[];
  /** It stands on one line, without labels. */
  byline: boolean;
  /** At the top and bottom of every page; colours are `#rrggbb`. */
  banner: { s: string; fill: string; ink: string } | null;
  /** ISO 639 language and ISO 3166 region, null where Typst does not take it. */
  lang: string;
  region: string | null;
  dir: Direction;
  /** The parts of the footer around the page and the number of pages. */
  page: [before: string, between: string, after: string];
  /** Files that the body refers to. */
  pictures: string[];
  /** What the PDF carries; null for nothing. */
  archive: PdfArchive | null;
  /** Heads the table of contents; null where there is none. */
  contents: string | null;
  body: TypstBlock[];
}

/** How much fits a line. */
interface Room {
  /** Letters of a word. */
  line: number;
  /** Signs beside each other that fit a line where they make no word, and cannot be hyphenated. */
  letters: number;
}

interface Setting extends Room {
  /** On the pages of the brief. */
  room: PageRoom;
  cite: ExportDocument['citation'];
  evidence: ExportDocument['evidence'];
  sources: ExportDocument['sources'];
  pictures: ExportDocument['pictures'];
  reference: ExportDocument['reference'];
  referredTo: ExportDocument['referredTo'];
  /** Of the brief: BCP 47. */
  language: string;
  /** In which what the blocks stand in is read. */
  dir: Direction;
  /** The blocks stand on the page itself, where it can be broken. */
  onPage?: boolean;
  /** The headings that have a title of their own. */
  headings: ReturnType<typeof headingDepths>;
  /** How many lists, quotes and tables the block stands in. */
  depth: number;
  /** PDF has no links in links: the outer one counts. */
  inLink?: true;
}

/** Lists, quotes and tables inside each other that Typst sets: it gives up at 64 rules inside each other. */
const MAX_DEPTH = 10;

export function typstDocument(brief: ExportDocument): TypstDocument {
  const { title, author, language } = brief.settings;
  const { banner } = brief;
  const lines = titleLines(brief);
  const labels = labelsFor(language);
  const [before = '', between = '', after = ''] = labels.page.split(/\{pages?\}/);
  const shown = title.trim() === '' ? labels.untitled : title.trim();
  const room = pageRoom(geometryOf(brief.settings, brief.design), brief.design.facts);
  const { lang, region } = languageAndRegion(language);
  const body = bodyOf(brief, room);
  const hasSections = body.some((block) => block.t === 'h' && block.run !== undefined);
  return {
    setup: setupOf(brief, lang),
    title: shown,
    printed: text(shown, [], { line: room.title, letters: room.title }),
    running: runningTitle(shown, (hasSections ? TITLE_SHARE : 1) * room.running),
    author: author.trim(),
    keywords: keywordList(brief.settings.keywords ?? ''),
    about: lines.map(({ label, text: s }) => ({ label, s })),
    byline: isByline(lines),
    banner: banner === null ? null : { s: banner.text, fill: banner.colour, ink: banner.ink },
    lang,
    region,
    dir: languageDirection(language),
    page: [before, between, after],
    pictures: [...brief.pictures.keys()],
    archive: null,
    contents: contentsTitle(brief, body),
    body,
  };
}

function bodyOf(
  {
    document,
    citation: cite,
    evidence,
    sources,
    pictures,
    reference,
    referredTo,
    settings: { language },
  }: ExportDocument,
  room: PageRoom,
): TypstBlock[] {
  const setting = {
    room,
    cite,
    evidence,
    sources,
    pictures,
    reference,
    referredTo,
    language,
    dir: languageDirection(language),
    line: room.line,
    letters: room.line,
    depth: 0,
    headings: new Map(),
  };
  const titled = headingsIn(document.children).filter(({ children }) => hasWords(inlines(children, setting)));
  const written = typstBlocks(document.children, {
    ...setting,
    headings: headingDepths(titled),
    onPage: true,
  });
  const listed = sources.place === null ? sourceBlocks(sources, setting) : [];
  const asked = written.some((block) => block.from !== undefined);
  const body = [...written, ...(asked ? named({ blockId: NO_BLOCK }, listed) : listed)];
  // A break behind everything would bring a blank page.
  return withTargets(body.slice(0, body.findLastIndex(({ t }) => t !== 'pb') + 1));
}

/** The list of sources stands beside the brief's main sections. */
function sourceBlocks(
  { heading, sections }: ExportDocument['sources'],
  { room: page, dir }: Pick<Setting, 'room' | 'dir'>,
): TypstBlock[] {
  if (sections.length === 0) return [];
  const room = { line: page.line, letters: page.line };
  const title = (value: string, level: number): TypstBlock => {
    const c = text(value, [], { line: page.heading, letters: page.heading });
    return { t: 'h', level, look: level, ...sectionName(level, c, page), c };
  };
  return [
    title(heading, 1),
    ...sections.flatMap((section): TypstBlock[] => [
      ...(section.title === null ? [] : [title(section.title, 2)]),
      {
        t: 'src',
        entries: section.entries.map((entry) => {
          const c = richInlines(entry, room);
          return { ...otherDirection(c, dir), c };
        }),
      },
    ]),
  ];
}

function typstBlocks(blocks: Block[], setting: Setting): TypstBlock[] {
  return blocks.flatMap((block, index) => {
    if (block.type === 'caption' && isBeside(blocks, index)) return [];
    const caption = captionBeside(blocks, index);
    const written = typstBlock(block, setting);
    if (caption === null) return named(block, written);
    const line = captionLine(caption, setting);
    return named(block, figure(written, caption, line, idOf(caption, setting), setting.language));
  });
}

/** Of what stands behind the text. */
const NO_BLOCK = '';

function named({ blockId: from }: Pick<Block, 'blockId'>, written: TypstBlock[]): TypstBlock[] {
  const [first, ...others] = written;
  return from === undefined || first === undefined ? written : [{ ...first, from }, ...others];
}

function captionLine(caption: Caption, setting: Setting): TypstInline[] {
  const dir = blockDirection(caption, setting.dir);
  const words = inlines(caption.children, { ...setting, dir });
  const c = dir === setting.dir || words.length === 0 ? words : [{ t: 'd', d: dir, c: words } as const];
  return numbered(caption, c, setting.language);
}

/** What the title and a section take of the line above a page that says both. */
const TITLE_SHARE = 0.6;
const SECTION_SHARE = 0.36;

/** What the line above the page says of a heading, where that begins a section. */
function sectionName(level: number, c: TypstInline[], { running }: PageRoom): { run?: string } {
  return level === 1 ? { run: runningTitle(wordsOf(c).trim(), SECTION_SHARE * running) } : {};
}

/** The words of a line without notes. */
function wordsOf(nodes: readonly TypstInline[]): string {
  return nodes
    .map((node) => {
      if ('s' in node) return node.s;
      if (node.t === 'br') return ' ';
      return node.t === 'a' || node.t === 'ref' || node.t === 'd' ? wordsOf(node.c) : '';
    })
    .join('');
}

/** Only what is referred to is named: Typst takes no name twice. */
function idOf(block: Heading | Caption, { referredTo }: Setting): { id?: string } {
  return block.anchor !== undefined && referredTo.has(block) ? { id: block.anchor } : {};
}

function typstBlock(block: Block, outer: Setting): TypstBlock[] {
  const dir = blockDirection(block, outer.dir);
  const written = setBlock(block, { ...outer, dir });
  return dir === outer.dir ? written : written.map((one) => ({ ...one, d: dir }));
}

function setBlock(block: Block, outer: Setting): TypstBlock[] {
  const isContainer = isNesting(block);
  if (isContainer && outer.depth === MAX_DEPTH) return flattened(block, outer);
  const setting = isContainer ? { ...outer, depth: outer.depth + 1, onPage: false } : outer;
  switch (block.type) {
    case 'paragraph': {
      const c = inlines(block.children, setting);
      const look = block.look === undefined ? {} : { look: block.look };
      return c.length === 0 ? [] : [{ t: 'p', ...look, ...alignment(block), c }];
    }
    case 'heading': {
      const c = inlines(block.children, { ...setting, line: Math.min(setting.line, setting.room.heading) });
      const depth = setting.headings.get(block);
      if (c.length === 0) return [];
      const al = alignment(block);
      return [
        depth === undefined
          ? { t: 'p', ...al, c }
          : {
              t: 'h',
              ...depth,
              ...al,
              ...idOf(block, setting),
              ...sectionName(depth.level, c, setting.room),
              c,
            },
      ];
    }
    case 'list': {
      const items = block.items.map((item) => ({
        box: item.checked,
        b: typstBlocks(item.children, setting),
      }));
      if (items.length === 0) return [];
      return [block.ordered ? { t: 'ol', start: Math.max(0, block.start), items } : { t: 'ul', items }];
    }
    case 'quote': {
      const b = quoteBlocks(block, setting);
      return b.length === 0 ? [] : [{ t: 'q', ...rtl(setting), b }];
    }
    case 'callout': {
      const { label, confidence } = calloutTitle(block, setting.language);
      return [
        {
          t: 'co',
          ...rtl(setting),
          label,
          side: confidence ?? '',
          b: typstBlocks(block.children, setting),
        },
      ];
    }
    case 'pageBreak':
      return setting.onPage === true ? [{ t: 'pb' }] : [];
    case 'table':
      return typstTable(
        block,
        { mayTurn: outer.onPage === true, room: setting.room },
        (cell, { line, letters }) =>
          typstBlocks(cell.children, { ...setting, line: Math.min(setting.line, line), letters }),
      );
    case 'picture':
      return [picture(block, setting.pictures, setting.language, setting.room.pictureHeight)];
    case 'caption':
      return [{ t: 'p', c: captionLine(block, setting) }];
    case 'bibliography':
      return block === setting.sources.place ? sourceBlocks(setting.sources, setting) : [];
    case 'code':
      return [{ t: 'code', s: block.text.replaceAll('\t', '    ') }];
    case 'rule':
  }
  return [{ t: 'r' }];
}

type Nesting = List | Quote | Callout | Table;

function isNesting(block: Block): block is Nesting {
  return ['list', 'quote', 'callout', 'table'].includes(block.type);
}

function rtl({ dir }: Setting): { rtl?: true } {
  return dir === 'rtl' ? { rtl: true } : {};
}

/** That of some words, where they are not read as what they stand in. */
function otherDirection(c: readonly TypstInline[], dir: Direction): { d?: Direction } {
  const own = textDirection(wordsOf(c)) ?? dir;
  return own === dir ? {} : { d: own };
}

/** Keeps words that are read the other way than the text together, such as a citation. */
function isolated(c: TypstInline[], { dir }: Setting): TypstInline[] {
  const { d: own } = otherDirection(c, dir);
  if (own === undefined) return c;
  // Typst embeds such words, and what stands beside them in their own direction would join them.
  const edge: TypstInline = { t: 'x', s: dir === 'rtl' ? '\u200F' : '\u200E' };
  return [edge, { t: 'd', d: own, c }, edge];
}

function alignment({ align }: { align?: Align }): { al?: Align } {
  return align === undefined ? {} : { al: align };
}

/** PDF/UA has no headings without a title of their own: one of notes and line breaks only is a paragraph. */
function hasWords(nodes: TypstInline[]): boolean {
  return nodes.some((node) => {
    if (node.t === 'a' || node.t === 'ref' || node.t === 'd') return hasWords(node.c);
    return 's' in node && /[^\s\p{Cf}\p{M}]/u.test(node.s);
  });
}

/** What stands in too many others is set without its own indents: its items and cells one below the other. */
function flattened(block: Nesting, setting: Setting): TypstBlock[] {
  if (block.type === 'quote') return quoteBlocks(block, setting);
  if (block.type === 'callout') {
    const { label } = calloutTitle(block, setting.language);
    return [{ t: 'p', c: [{ t: 'x', s: label, m: 'b' }] }, ...typstBlocks(block.children, setting)];
  }
  if (block.type !== 'list') return typstBlocks(blocksInside(block), setting);
  return block.items.flatMap((item, index) => {
    const marker: TypstInline = { t: 'x', s: block.ordered ? `${block.start + index}. ` : '• ' };
    const [first, ...rest] = typstBlocks(item.children, setting);
    if (first === undefined) return [];
    return first.t === 'p' ? [{ ...first, c: [marker, ...first.c] }, ...rest] : [first, ...rest];
  });
}

/** The mark or the attribution of a snippet follows its last words. */
function quoteBlocks(quote: Quote, setting: Setting): TypstBlock[] {
  const blocks = typstBlocks(quote.children, setting);
  if (quote.source === null) return blocks;
  const mark = citation(quote.source, setting);
  const last = blocks.at(-1);
  if (last?.t !== 'p') return [...blocks, { t: 'p', c: mark }];
  last.c.push(...(mark[0]?.t === 'n' ? [] : [{ t: 'x', s: ' ' } as const]), ...mark);
  return blocks;
}

function inlines(children: Inline[], setting: Setting): TypstInline[] {
  return children.flatMap((inline, index): TypstInline[] => {
    if (inline.type === 'text') return text(inline.text, inline.marks, setting);
    if (inline.type === 'break') return [{ t: 'br' }];
    if (inline.type === 'citation') {
      const cited = citation(inline.items, setting, (content) => contentInText(content, children, index));
      const isApart = cited[0]?.t !== 'n' && wantsSpaceBefore(children, index);
      return isApart ? [{ t: 'x', s: ' ' }, ...cited] : cited;
    }
    if (inline.type === 'footnote') return [footnote(inline, setting)];
    if (inline.type === 'crossReference') {
      const { text: words, to } = setting.reference(inline);
      const c = isolated(text(words, [], setting), setting);
      return setting.inLink === true || to === null ? c : [{ t: 'ref', to: to.anchor!, c }];
    }
    if (inline.type === 'jump') return jump(inline, setting);
    const url = setting.inLink === true ? null : safeLink(inline.url);
    const c = inlines(inline.children, { ...setting, inLink: true });
    return url === null || c.length === 0 ? c : [{ t: 'a', u: url, c }];
  });
}

function jump({ name, to, text: words, marks }: Jump, setting: Setting): TypstInline[] {
  const c = text(words, marks, setting);
  return [
    ...(name === null ? [] : [{ t: 'at', id: name } as const]),
    ...(to === null || setting.inLink === true ? c : [{ t: 'ref', to, c } as const]),
  ];
}

/** `joined` fits what stands in the text to the words around it. */
function citation(
  cluster: CitationCluster,
  setting: Setting,
  joined: (content: RichText) => RichText = (content) => content,
): TypstInline[] {
  const formatted = setting.cite(cluster);
  const inText = runningText(formatted);
  const evidence = inlines(setting.evidence(cluster), setting);
  if (formatted.noteNumber === null)
    return [...isolated(richInlines(joined(inText), setting), setting), ...evidence];
  const note = [
    ...richInlines(formatted.content, { line: setting.room.line, letters: setting.room.line }),
    ...evidence,
  ];
  const base = languageDirection(setting.language);
  return [
    ...isolated(richInlines(inText, setting), setting),
    { t: 'n', ...otherDirection(note, base), c: note },
  ];
}

/** A note is as wide as the page, wherever its mark stands. */
function footnote({ children }: Footnote, outer: Setting): TypstInline {
  const { inLink: _inLink, onPage: _onPage, ...setting } = outer;
  const base = languageDirection(setting.language);
  const { line } = setting.room;
  const own = { ...setting, dir: base, line, letters: line, depth: 0, headings: new Map() };
  const blocks = typstBlocks(children, own);
  const [first, ...rest] = blocks;
  if (first?.t !== 'p') return { t: 'n', c: [], b: blocks };
  const { c, d } = first;
  return { t: 'n', ...(d !== undefined && { d }), c, ...(rest.length > 0 && { b: rest }) };
}

function richInlines(rich: RichText, room: Room): TypstInline[] {
  return rich.flatMap(({ text: value, marks = [], url }): TypstInline[] => {
    const target = url === undefined ? null : safeLink(url);
    const c = text(value, marks, room);
    return target === null ? c : [{ t: 'a', u: target, c }];
  });
}

function text(value: string, marks: readonly (Mark | 'smallcaps')[], room: Room): TypstInline[] {
  const m = marks.map((mark) => MARK_LETTERS[mark]).join('');
  return splitLongWords(value.replaceAll('\t', '\u2003'), room.line, room.letters).map(
    ({ text: s, breaks }) => {
      const t = WORD_KINDS[breaks];
      return m === '' ? { t, s } : { t, s, m };
    },
  );
}

/** Typst takes two or three letters for the language and two for the region. */
function languageAndRegion(tag: string): { lang: string; region: string | null } {
  try {
    const { language, region } = new Intl.Locale(tag);
    if (!/^[a-z]{2,3}$/.test(language)) return { lang: 'en', region: null };
    return { lang: language, region: /^[A-Z]{2}$/.test(region ?? '') ? region! : null };
  } catch {
    return { lang: 'en', region: null };
  }
}
