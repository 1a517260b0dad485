/** Paragraphs as a tagged file states them: headings, lists, tables, notes, captions. */
import type { Glyphs, PdfPage, StructureNode } from './glyphs.ts';
import { type Line, segmentsInOrder, textOf } from './lines.ts';
import { noteStart } from './markers.ts';
import type { Cell, Paragraph } from './paragraphs.ts';

/** Share of the text that must have a role for the tags to be trusted. */
const COVERED = 0.9;
/** Longer paragraphs are whole pages or chapters in one tag. */
const LONGEST = 6000;
/** Share of paragraphs of one line that go on in the next from which the tags are those of lines. */
const CUT = 0.2;
const CONTAINERS = new Set(
  'Root Document DocumentFragment Part Sect Div Art NonStruct Aside Index BibEntry'.split(' '),
);
const SILENT = new Set('Artifact Figure Formula TOC TOCI Form Private'.split(' '));

/** Null where the tags do not say enough, or say the same of everything. `kept` is what is no running line. */
export function taggedParagraphs(pages: PdfPage[], kept: Set<Glyphs>): Paragraph[] | null {
  if (pages.some(({ structure, glyphs }) => structure === null && glyphs.length > 0)) return null;
  const paragraphs = pages.flatMap((page) => new PageReader(page, kept).paragraphs());
  const total = lengthOf(pages.flatMap(({ glyphs }) => glyphs.filter((one) => kept.has(one))));
  const covered = lengthOf(paragraphs.flatMap(glyphsOf));
  return covered >= total * COVERED && tellsParagraphs(paragraphs) ? paragraphs : null;
}

function tellsParagraphs(paragraphs: Paragraph[]): boolean {
  const texts = paragraphs.filter(({ role }) => role === 'text' || role === 'list-item');
  if (texts.some((paragraph) => lengthOf(glyphsOf(paragraph)) > LONGEST)) return false;
  // A tag for every line is no paragraph: its sentences go on in the next.
  const cut = texts.filter((paragraph, index) => {
    const next = texts[index + 1];
    if (next === undefined || paragraph.lines.length > 1) return false;
    const goesOn = /^\p{Ll}/u.test(textOf(next.lines[0]!).trimStart());
    return goesOn && !/[.!?:;,]["'”’)\]]*\s*$/u.test(textOf(paragraph.lines[0]!));
  });
  return cut.length <= texts.length * CUT;
}

function glyphsOf({ lines, cells = [] }: Paragraph): Glyphs[] {
  const inCells = cells.flat().flatMap((cell) => cell.segments.flatMap(({ glyphs }) => glyphs));
  return [...lines.flatMap(({ glyphs }) => glyphs), ...inCells];
}

function lengthOf(glyphs: Glyphs[]): number {
  return glyphs.reduce((sum, { text }) => sum + text.trim().length, 0);
}

class PageReader {
  readonly #page: PdfPage;
  readonly #byTag = new Map<string, Glyphs[]>();
  readonly #out: Paragraph[] = [];

  constructor(page: PdfPage, kept: Set<Glyphs>) {
    this.#page = page;
    for (const one of page.glyphs) {
      if (one.tag === null || !kept.has(one)) continue;
      const own = this.#byTag.get(one.tag) ?? [];
      own.push(one);
      this.#byTag.set(one.tag, own);
    }
  }

  paragraphs(): Paragraph[] {
    if (this.#page.structure !== null) this.#container(this.#page.structure, 'text');
    return this.#out;
  }

  #container(node: StructureNode, role: Paragraph['role']): void {
    let loose: (StructureNode | string)[] = [];
    const flush = (): void => {
      if (loose.length > 0) this.#leaf(role, { role: 'P', children: loose });
      loose = [];
    };
    for (const child of node.children) {
      if (typeof child === 'string' || !isBlock(child)) loose.push(child);
      else {
        flush();
        this.#block(child, role);
      }
    }
    flush();
  }

  #block(node: StructureNode, role: Paragraph['role']): void {
    const { role: name } = node;
    if (name === 'Figure') for (const child of node.children) this.#captionOf(child);
    if (SILENT.has(name)) return;
    if (/^H[1-6]?$|^Title$/u.test(name)) this.#leaf('heading', node, levelOf(name));
    else if (name === 'P') this.#leaf(role, node);
    else if (name === 'Caption') this.#leaf('caption', node);
    else if (name === 'Code') this.#leaf('code', node);
    else if (name === 'BlockQuote') this.#container(node, 'quote');
    else if (name === 'Note' || name === 'FENote') this.#note(node);
    else if (name === 'LI') this.#listItem(node);
    else if (name === 'Table') this.#table(node);
    else this.#container(node, role);
  }

  #captionOf(child: StructureNode | string): void {
    if (typeof child !== 'string' && child.role === 'Caption') this.#leaf('caption', child);
  }

  /** A paragraph; notes, lists and tables inside it follow it. */
  #leaf(role: Paragraph['role'], node: StructureNode, level?: number): void {
    const inner: StructureNode[] = [];
    const lines = this.#lines(this.#inline(node, inner));
    if (lines.length > 0) this.#out.push({ role, lines, ...(level === undefined ? {} : { level }) });
    for (const block of inner) this.#block(block, role === 'heading' ? 'text' : role);
  }

  #listItem(node: StructureNode): void {
    const inner: StructureNode[] = [];
    const lines = this.#lines(this.#inline(node, inner));
    if (lines.length > 0) this.#out.push({ role: 'list-item', lines });
    for (const block of inner) this.#block(block, 'text');
  }

  /** Its label is tagged as such, or printed before it. */
  #note(node: StructureNode): void {
    const tagged = node.children.find((child) => typeof child !== 'string' && child.role === 'Lbl');
    const rest = node.children.filter((child) => child !== tagged);
    const lines = this.#lines(this.#inline({ ...node, children: rest }, []));
    const [first] = lines;
    if (first === undefined) return;
    const own = typeof tagged === 'object' ? this.#all(tagged).map(({ text }) => text) : [];
    const label = own.join('').replace(/[\s[\]().:]/gu, '');
    const start = label === '' ? noteStart(first) : { label, length: 0 };
    if (start === null) this.#out.push({ role: 'note', lines });
    else this.#out.push({ role: 'note', lines, label: start.label, labelLength: start.length });
  }

  #table(node: StructureNode): void {
    const captions: StructureNode[] = [];
    const rows: Cell[][] = [];
    const walk = (part: StructureNode): void => {
      for (const child of part.children) {
        if (typeof child === 'string') continue;
        if (child.role === 'Caption') captions.push(child);
        else if (child.role === 'TR') rows.push(this.#row(child));
        else if (child.role === 'THead' || child.role === 'TBody' || child.role === 'TFoot') walk(child);
      }
    };
    walk(node);
    for (const caption of captions) this.#leaf('caption', caption);
    const filled = rows.filter((row) => row.some(({ segments }) => segments.length > 0));
    const lines = filled.flatMap((row) => row.flatMap(({ segments }) => segments.map(asLine)));
    if (lines.length > 0) this.#out.push({ role: 'table', lines, cells: filled });
  }

  #row(node: StructureNode): Cell[] {
    return node.children.flatMap((cell) => {
      if (typeof cell === 'string' || (cell.role !== 'TH' && cell.role !== 'TD')) return [];
      return [{ segments: this.#lines(this.#all(cell)), header: cell.role === 'TH' }];
    });
  }

  /** The marked content of a paragraph; blocks inside it go to `inner`. */
  #inline(node: StructureNode, inner: StructureNode[]): Glyphs[] {
    return node.children.flatMap((child) => {
      if (typeof child === 'string') return this.#byTag.get(child) ?? [];
      if (SILENT.has(child.role)) return [];
      if (child.role === 'P' || child.role === 'LBody' || !isBlock(child)) {
        const glyphs = this.#inline(child, inner);
        // The sign of a note may stand on the baseline: its role tells.
        if (child.role === 'Reference' || (child.role === 'Lbl' && node.role !== 'LI'))
          for (const one of glyphs) one.leadsInside = true;
        return glyphs;
      }
      inner.push(child);
      return [];
    });
  }

  #all(node: StructureNode): Glyphs[] {
    return node.children.flatMap((child) =>
      typeof child === 'string' ? (this.#byTag.get(child) ?? []) : this.#all(child),
    );
  }

  #lines(glyphs: Glyphs[]): Line[] {
    return segmentsInOrder(glyphs, this.#page.index)
      .filter((segment) => textOf(segment).trim() !== '')
      .map(asLine);
  }
}

function asLine(segment: Line | Omit<Line, 'segments' | 'column'>): Line {
  if ('segments' in segment) return segment;
  return { ...segment, segments: [segment], column: { left: segment.left, right: segment.right } };
}

const BLOCKS = new Set(
  'H H1 H2 H3 H4 H5 H6 Title P Caption Code BlockQuote Note FENote L LI LBody Table'.split(' '),
);

/** Browsers put every stretch of text into a node without a meaning: such a node is a block where it holds one. */
function isBlock(node: StructureNode): boolean {
  const { role, children } = node;
  if (BLOCKS.has(role) || SILENT.has(role)) return true;
  if (role === 'NonStruct') return children.some((child) => typeof child !== 'string' && isBlock(child));
  return CONTAINERS.has(role);
}

function levelOf(name: string): number {
  return /^H[1-6]$/u.test(name) ? Number(name[1]) : 1;
}
